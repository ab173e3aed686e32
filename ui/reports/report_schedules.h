// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/reader_pool.h"
#include "ui/reports/report_prompts.h"
#include "ui/reports/schedule_columns.h"
#include "ui/session/exports/export_request.h"
#include "ui/session/services.h"

#include <QTimer>
#include <QWidget>

class QFrame;
class QLabel;
class QPushButton;
class QSettings;
class QSplitter;

namespace callboard {

class ListView;
struct ReportJob;

/// Reports that are made again and again: the list with next and last runs, and the history. GUI thread; the store is
/// asked on a reader's thread, and only while this is visible.
class ReportSchedules : public QWidget
{
    Q_OBJECT
public:
    explicit ReportSchedules(const Services &services, QWidget *parent = nullptr);

    void setActive(bool active);
    void saveState(QSettings &settings) const;
    void restoreState(QSettings &settings);
    void setPrompts(const ReportPrompts &prompts) { m_prompts = prompts; }
    /// Opens the editor with the options of a report at hand; what a schedule can't hold of them is told there.
    void makeFrom(const ReportJob &job, const QString &folder);

Q_SIGNALS:
    /// See Page::exportRequested().
    void exportRequested(const callboard::ExportRequest &order);

private:
    struct Loaded
    {
        QList<ReportSchedule> schedules;
        QList<ReportRun> runs;
    };
    QFrame *makeList();
    QFrame *makeHistory();
    void connectAll();
    void connectRunner();
    FilterWordsContext words() const;
    void load();
    void take(const Loaded &loaded);
    void edit(const ReportSchedule &schedule, const QString &note = {});
    void remove();
    void runNow();
    void switchSchedule(int row, bool enabled);
    void store(const ReportSchedule &schedule, const ReportSchedule &before);
    void showChoices();
    void showCurrent(qint64 rows, qint64 total);
    void say(const QString &styleClass, const QString &text);
    const ReportSchedule *chosen() const;
    const ReportRun *chosenRun() const;

    Services m_services;
    ReportPrompts m_prompts;
    ScheduleList *m_model;
    RunList *m_runs;
    ListView *m_table, *m_runTable;
    QLabel *m_state = nullptr, *m_none = nullptr;
    QPushButton *m_new = nullptr, *m_edit = nullptr, *m_remove = nullptr, *m_runNow = nullptr, *m_cancel = nullptr;
    QPushButton *m_openFile = nullptr, *m_openFolder = nullptr;
    QSplitter *m_splitter;
    QTimer m_pause; ///< between two readings
    ReadTicket m_query;
    bool m_isActive = false;
};

} // namespace callboard
