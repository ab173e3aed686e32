// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/calls/saved_filters.h"

#include <QToolButton>

namespace callboard {

/// The button of the Calls page with the saved filters: choose, save, rename, delete. Keeps them; knows nothing of
/// what they mean.
class CallsSaved : public QToolButton
{
    Q_OBJECT
public:
    explicit CallsSaved(QWidget *parent = nullptr);

    const SavedFilters &filters() const { return m_filters; }
    void setFilters(const SavedFilters &filters);
    /// Adds the filter, or replaces the one of its name.
    void put(const SavedFilter &filter);
    /// Removes the filters that name that person, in their conditions or in their own names.
    void removePerson(const PersonNumber &person);

Q_SIGNALS:
    void chosen(const callboard::SavedFilter &filter);
    void saveRequested(const QString &name); ///< answer with put()
    void filtersChanged();

private:
    void fillMenu();
    void askName();
    void manage();

    SavedFilters m_filters;
};

} // namespace callboard
