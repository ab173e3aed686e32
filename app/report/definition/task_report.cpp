// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/definition/report_head.h"
#include "report/definition/report_parts.h"
#include "report/report_definition.h"
#include "store/read/contact_queries.h"

#include <QCoreApplication>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(TaskReport)
};

QList<ReportChart> charts(const TableHead &head, qint64 rows)
{
    const qint64 bars = std::min(rows, MostBars);
    return {chartOf(head, Texts::tr("Attempts and connected calls"), ReportChart::Shape::Columns,
                    {u"attempts"_s, u"connected"_s}, bars),
            chartOf(head, Texts::tr("Connect rate and success rate"), ReportChart::Shape::Columns,
                    {u"connect_rate"_s, u"success_rate"_s}, bars)};
}

qint64 writeTasks(const ReportRequest &request, Connection &connection, ReportWriter &writer,
                  const ReportProgress &progress, const ReportCancelled &cancelled)
{
    const ReportScope scope(request, connection, cancelled);
    const QList<ReportCampaignRow> campaigns = loadCampaigns(scope);
    const QList<Metric> figures = metricsAt(&MetricPlaces::summary);
    const QString title = reportTitle(u"tasks"_s);
    const TableHead head{u"tasks"_s, title, taskColumns() + columnsOf(figures)};
    writer.begin(reportHead(scope, title, campaigns.size()));
    TableRows rows(scope, writer, head, charts(head, campaigns.size()), request.columns);
    for (const ReportCampaignRow &campaign : campaigns)
        rows.add(taskCells(scope, campaign.taskId) + cellsOf(figures, campaign.figures));
    rows.end(totalsLabel());
    return finish(writer, progress, rows.count());
}

} // namespace

QList<ReportCampaignRow> loadCampaigns(const ReportScope &scope)
{
    const TaskMatrix matrix = loadTaskMatrix(scope.connection(), scope.filter(), scope.rules());
    const QHash<QString, ContactCount> tried = countTriedContacts(scope.connection(), scope.filter().taskIds);
    QList<ReportCampaignRow> campaigns;
    for (const TaskRow &row : matrix.rows) {
        scope.checkCancelled();
        campaigns.append({row.taskId,
                          {.tally = row.tally,
                           .contacts = row.contacts,
                           .answeredTalkMs = row.answeredTalkMs,
                           .listSize = scope.task(row.taskId).listSize,
                           .triedEver = tried.value(row.taskId)},
                          row.results});
    }
    std::stable_sort(campaigns.begin(), campaigns.end(), [](const ReportCampaignRow &a, const ReportCampaignRow &b) {
        return a.figures.tally.attempts > b.figures.tally.attempts;
    });
    return campaigns;
}

qint64 finish(ReportWriter &writer, const ReportProgress &progress, qint64 rows)
{
    writer.finish();
    if (progress)
        progress(rows, rows);
    return rows;
}

ReportDefinition tasksReport()
{
    return {u"tasks"_s, QT_TRANSLATE_NOOP("Report", "Campaign summary"),
            QT_TRANSLATE_NOOP("Report", "Every campaign with its attempts, contacts, rates, talk and progress"),
            writeTasks};
}

} // namespace callboard
