// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/report_shots.h"

#include "ui/charts/chart_panel.h"
#include "ui/models/export_queue.h"
#include "ui/pages/report_preview.h"
#include "ui/window/application_session.h"
#include "ui/window/main_window.h"
#include "ui/window/page.h"
#include "ui/window/page_table.h"

#include <QCoreApplication>
#include <QDialog>
#include <QSemaphore>
#include <QWidget>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

using Shot = Photographer::Shot;

constexpr qint64 ManyRows = 1'000'000;
constexpr int NapMs = 10;

/// An export that is about half done until it is cancelled.
ReportResult halfDone(Connection &, const ReportProgress &progress, const ReportCancelled &cancelled)
{
    QSemaphore never;
    for (qint64 rows = 1; !cancelled(); rows = std::min(ManyRows / 2, rows + 3'500)) {
        progress(rows, ManyRows);
        never.tryAcquire(1, NapMs);
    }
    return {0, true, {}};
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

} // namespace

QList<Shot> reportShots(const QString &prefix, ApplicationSession &session)
{
    MainWindow *window = session.window();
    Page *reports = window->page(ReportsPageId);
    const auto whole = [window]() -> QWidget * { return window; };
    const auto loaded = [reports] { return !reports->findChild<ReportPreviewPanel *>()->isLoading(); };
    return {{prefix + u"reports-queue"_s,
             [window, &session] {
                 for (QDialog *dialog : window->findChildren<QDialog *>())
                     dialog->close();
                 window->showPage(window->pageIndex(ReportsPageId));
                 fillQueue(session.exports());
             },
             [&session, loaded] { return loaded() && session.exports().exports().at(2).writingMs > 1000; }, whole},
            {prefix + u"reports-table"_s,
             [window, &session] {
                 session.exports().cancelAll();
                 window->showPage(0);
                 Q_EMIT window->page("live"_L1)->findChild<ChartPanel *>(u"talkChart"_s)->exportWanted();
             },
             [&session, loaded] { return loaded() && session.exports().pending() == 0; }, whole}};
}

} // namespace callboard
