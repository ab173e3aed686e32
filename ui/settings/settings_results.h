// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/result_meanings.h"
#include "store/database/reader_pool.h"
#include "ui/session/services.h"
#include "ui/settings/settings_section.h"

class QLabel;
class QPushButton;
class QTableView;

namespace callboard {

class ResultListModel;

/// What the result codes mean: the catalogue's, and those that calls have brought besides. GUI thread.
class SettingsResults : public SettingsSection
{
    Q_OBJECT
public:
    explicit SettingsResults(const Services &services, QWidget *parent = nullptr);

    QString title() const override;
    void setActive(bool active) override;

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Loaded
    {
        MeaningHistory history;
        QStringList seen;
    };
    void makeTable();
    void layOut();
    void retranslate();
    void refresh();
    void takeLoaded(const Loaded &loaded);
    void editCurrent();

    Services m_services;
    ResultListModel *m_model;
    MeaningHistory m_history;
    ReadTicket m_query;
    bool m_active = false;

    QLabel *m_title, *m_hint;
    QPushButton *m_edit, *m_export;
    QTableView *m_table;
};

} // namespace callboard
