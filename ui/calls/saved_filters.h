// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/view_state.h"

#include <QJsonArray>
#include <QList>
#include <QString>

#include <optional>

namespace callboard {

/// A filter that somebody gave a name: the frame's choice and the page's own conditions.
struct SavedFilter
{
    QString name;
    Period period; ///< of the frame
    QStringList taskIds; ///< of the frame
    /// What the page shows, without `range` and `taskIds`. Choices carry only their names: what codes mean today is put
    /// in when the filter is shown.
    CallFilter filter;
    std::optional<TimeRange> range; ///< one that stands in place of the frame's
    std::optional<QStringList> ownTaskIds; ///< the same for campaigns

    friend bool operator==(const SavedFilter &, const SavedFilter &) = default;
};

/// The saved filters, in the order of their names. A value; kept in the settings as JSON.
class SavedFilters
{
public:
    const QList<SavedFilter> &list() const { return m_list; }
    QStringList names() const;
    bool contains(const QString &name) const;
    /// Adds a filter, or replaces the one of that name.
    void put(const SavedFilter &filter);
    /// False, and nothing changed, when the new name is blank or taken.
    bool rename(const QString &name, const QString &newName);
    void remove(const QString &name);

    QJsonArray toJson() const;
    static SavedFilters fromJson(const QJsonArray &array);

private:
    QList<SavedFilter> m_list;
};

} // namespace callboard
