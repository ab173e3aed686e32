// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/reader_pool.h"
#include "ui/session/services.h"
#include "ui/settings/result_columns.h"
#include "ui/settings/settings_section.h"

class QLabel;

namespace callboard {

class ListView;

/// What the result codes mean: the catalogue's, and those that calls have brought besides. GUI thread.
class SettingsResults : public SettingsSection
{
    Q_OBJECT
public:
    explicit SettingsResults(const Services &services, QWidget *parent = nullptr);

    QString title() const override;
    void setActive(bool active) override;

private:
    struct Loaded
    {
        MeaningHistory history;
        QStringList seen;
    };
    void refresh();
    void takeLoaded(const Loaded &loaded);
    void edit(int row);

    Services m_services;
    ResultList *m_model;
    MeaningHistory m_history;
    ReadTicket m_query;
    bool m_active = false;

    QLabel *m_hint;
    ListView *m_table;
};

} // namespace callboard
