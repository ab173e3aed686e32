// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/report_shots.h"

#include "screens/fixed_environment.h"

#include "report/schedule/schedule_runner.h"
#include "schedule/report_schedule.h"
#include "store/write/store_writer.h"
#include "ui/common/charts/chart_panel.h"
#include "ui/reports/report_list.h"
#include "ui/reports/report_preview.h"
#include "ui/reports/schedule_dialog.h"
#include "ui/session/exports/export_queue.h"
#include "ui/session/page.h"
#include "ui/window/application_session.h"
#include "ui/window/main_window.h"
#include "ui/window/page_table.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QDateTime>
#include <QDialog>
#include <QDir>
#include <QSemaphore>
#include <QTabWidget>
#include <QTableView>
#include <QWidget>

#include <functional>
#include <memory>
#include <utility>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

using Shot = Photographer::Shot;

constexpr qint64 ManyRows = 1'000'000;
constexpr qint64 HalfTookMs = 2'200;
constexpr int NapMs = 10;

/// An export that is half done until it is cancelled.
ReportResult halfDone(Connection &, const ReportProgress &progress, const ReportCancelled &cancelled)
{
    QSemaphore never;
    progress(ManyRows / 2, ManyRows);
    while (!cancelled())
        never.tryAcquire(1, NapMs);
    return {0, true, {}};
}

/// Half of the rows took some seconds, by the clocks that stand still otherwise; they are moved once.
std::function<bool(const Export &)> halfDoneCheck()
{
    return [isMoved = std::make_shared<bool>(false)](const Export &given) {
        if (given.rows == ManyRows / 2 && !std::exchange(*isMoved, true))
            moveClocks(HalfTookMs);
        return given.writingMs == HalfTookMs;
    };
}

ExportWork ending(const ReportResult &result)
{
    return [result](Connection &, const ReportProgress &, const ReportCancelled &) { return result; };
}

void fillQueue(ExportQueue &queue)
{
    const QString title = reportTitle(u"calls"_s);
    queue.add(title, u"/home/wang/callboard-calls-20261124-090000.csv"_s, ending({24'113, false, {}}));
    queue.add(title, u"/media/usb/callboard-calls-20261124-091500.csv"_s,
              ending({0, false,
                      QCoreApplication::translate(
                          "Report", "The file %1 could not be written: %2. An older file of that name is unchanged.")
                          .arg(u"/media/usb/callboard-calls-20261124-091500.csv"_s, u"No space left on device"_s)}));
    queue.add(title, u"/home/wang/callboard-calls-20261124-093000.csv"_s, halfDone);
    queue.add(title, u"/home/wang/callboard-calls-20261124-094500.csv"_s, ending({1, false, {}}));
}

ReportSchedule schedule(const QString &name, const QString &report, ScheduleRhythm rhythm)
{
    ReportSchedule made;
    made.name = name;
    made.report = reportNames().contains(report) ? report : u"calls"_s;
    made.rhythm = rhythm;
    made.weekDays = {1, 5};
    made.monthDay = LastDayOfMonth;
    made.period = rhythm == ScheduleRhythm::Monthly ? SchedulePeriod::LastMonth : SchedulePeriod::Yesterday;
    made.format = u"csv"_s;
    made.folder = QDir::homePath();
    return withActivationTime(made, std::nullopt, QDateTime::currentMSecsSinceEpoch());
}

/// Three schedules; one made now, and one that fails because its folder is not there.
void showSchedules(MainWindow *window, ApplicationSession &session)
{
    Page *reports = window->page(ReportsPageId);
    window->showPage(window->pageIndex(ReportsPageId));
    reports->findChild<QTabWidget *>(u"reportTabs"_s)->setCurrentIndex(1);
    ReportSchedule lost = schedule(u"每周汇总"_s, u"results"_s, ScheduleRhythm::Weekly);
    lost.folder = u"/media/usb/reports"_s;
    lost.filter.answered = true;
    lost.filter.talkAtLeastMs = 30'000;
    ReportSchedule monthly = schedule(u"Monthly for the customer"_s, u"dossier"_s, ScheduleRhythm::Monthly);
    monthly.taskIds = {u"1001"_s};
    const auto run = [&session](qint64 id, const QString &) { session.schedules().runNow(id); };
    session.writer().saveSchedule(schedule(u"早报"_s, u"calls"_s, ScheduleRhythm::Daily), window, run);
    session.writer().saveSchedule(lost, window, run);
    session.writer().saveSchedule(monthly, window, [](qint64, const QString &) {});
}

ScheduleDialog *openSchedule(MainWindow *window)
{
    return window->findChild<ScheduleDialog *>();
}

} // namespace

QList<Shot> reportShots(const QString &prefix, ApplicationSession &session)
{
    MainWindow *window = session.window();
    Page *reports = window->page(ReportsPageId);
    const auto whole = [window]() -> QWidget * { return window; };
    const auto loaded = [reports] { return !reports->findChild<ReportPreviewPanel *>()->isLoading(); };
    const auto show = [window] {
        for (QDialog *dialog : window->findChildren<QDialog *>())
            dialog->close();
        window->showPage(window->pageIndex(ReportsPageId));
    };
    QList<Shot> shots{{prefix + u"reports"_s, show, loaded, whole}};
    for (const QString &name : reportNames().mid(1)) {
        shots.append({prefix + u"report-"_s + name,
                      [reports, name] { reports->findChild<ReportList *>()->choose(name); }, loaded, whole});
    }
    const auto dialog = [window]() -> QWidget * {
        for (QDialog *each : window->findChildren<QDialog *>()) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    };
    const auto click = [reports](const QString &name) { reports->findChild<QAbstractButton *>(name)->click(); };
    const auto isPrinting = std::make_shared<bool>(false);
    shots.append({prefix + u"report-print"_s, [reports] { reports->findChild<ReportList *>()->choose(u"tasks"_s); },
                  [loaded, click, dialog, isPrinting] {
                      if (loaded()
                          && !std::exchange(*isPrinting, true)) // nothing is printed before the rows are counted
                          click(u"printReport"_s);
                      return dialog() != nullptr;
                  },
                  dialog});
    shots.append({prefix + u"report-columns"_s,
                  [show, reports, click] {
                      show();
                      reports->findChild<ReportList *>()->choose(u"calls"_s);
                      click(u"chooseColumns"_s);
                  },
                  [dialog] { return dialog() != nullptr; }, dialog});
    return shots
        + QList<Shot>{
            {prefix + u"reports-queue"_s,
             [show, &session] {
                 show();
                 fillQueue(session.exports());
             },
             [&session, loaded, isHalfDone = halfDoneCheck()] {
                 return loaded() && isHalfDone(session.exports().exports().at(2)); // the preview names its moment
             },
             whole},
            {prefix + u"reports-table"_s,
             [window, &session] {
                 session.exports().cancelAll();
                 window->showPage(0);
                 Q_EMIT window->page("live"_L1)->findChild<ChartPanel *>(u"talkChart"_s)->exportRequested();
             },
             [&session, loaded] { return loaded() && session.exports().pending() == 0; }, whole},
            {prefix + u"reports-schedules"_s, [window, &session] { showSchedules(window, session); },
             [reports] { return reports->findChild<QTableView *>(u"runTable"_s)->model()->rowCount() >= 2; }, whole},
            {prefix + u"schedule-editor"_s,
             [reports] {
                 reports->findChild<QTableView *>(u"scheduleTable"_s)->selectRow(1);
                 reports->findChild<QAbstractButton *>(u"editSchedule"_s)->click();
             },
             [window] { return openSchedule(window) != nullptr; },
             [window]() -> QWidget * { return openSchedule(window); }}};
}

} // namespace callboard
