// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/logs/log_exports.h"

#include "live/alert/alert_rule.h"
#include "report/report.h"
#include "store/read/queries.h"
#include "store/settings/alert_table.h"
#include "store/settings/schedule_table.h"
#include "store/settings/settings_queries.h"
#include "ui/session/logs/alert_words.h"
#include "ui/session/logs/audit_columns.h"
#include "ui/session/logs/rejected_columns.h"
#include "ui/session/logs/schedule_words.h"

#include <QCoreApplication>
#include <QDateTime>

#include <limits>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int PageRows = 500;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(LogExports)
};

ReportColumn column(const QString &title, ColumnKind kind = ColumnKind::Text)
{
    ReportColumn made;
    made.title = title;
    made.kind = kind;
    return made;
}

TableExport storeTable(const QString &name, const QString &title, const QList<ReportColumn> &columns,
                       std::function<QList<ShownRow>(Connection &)> rows)
{
    TableExport shown;
    shown.table = {name, title, columns, {}};
    shown.rows = std::move(rows);
    shown.shownAt = QDateTime::currentMSecsSinceEpoch();
    return shown;
}

QString stateWord(const Alert &alert)
{
    if (!alert.isOpen())
        return Words::tr("over");
    return alert.acknowledgedAt == 0 ? Words::tr("new") : Words::tr("seen");
}

ShownRow alertRow(const Alert &alert, const QHash<QString, QString> &taskNames, const Format &format)
{
    const QString campaign =
        alert.rule.eachTask ? taskNames.value(alert.taskId, maskId(alert.taskId)) : Words::tr("all");
    return {alert.raisedAt,
            severityWord(alert.rule.severity),
            stateWord(alert),
            campaign,
            ruleSentence(alert.rule, format),
            alertFigureText(alert, format),
            alert.clearedAt,
            alert.acknowledgedAt};
}

/// All pages of a list that is read newest first and continued after an id.
template <class Entry>
QList<Entry> allPages(Connection &connection, QList<Entry> (*page)(Connection &, qint64, int))
{
    QList<Entry> all;
    for (QList<Entry> next = page(connection, 0, PageRows); !next.isEmpty();
         next = page(connection, next.constLast().id, PageRows))
        all.append(next);
    return all;
}

} // namespace

TableExport alertHistory(const QHash<QString, QString> &taskNames, const Format &format)
{
    const QList<ReportColumn> columns{column(Words::tr("Raised"), ColumnKind::Time),
                                      column(Words::tr("Severity")),
                                      column(Words::tr("State")),
                                      column(Words::tr("Campaign")),
                                      column(Words::tr("Rule")),
                                      column(Words::tr("Figure")),
                                      column(Words::tr("Cleared"), ColumnKind::Time),
                                      column(Words::tr("Acknowledged"), ColumnKind::Time)};
    return storeTable(u"alerts"_s, Words::tr("Alerts"), columns, [taskNames, format](Connection &connection) {
        QList<ShownRow> rows;
        for (const AlertRow &row : loadAlerts(connection, std::numeric_limits<int>::max())) {
            Alert alert{.taskId = row.taskId,
                        .raisedAt = row.raisedAt,
                        .clearedAt = row.clearedAt,
                        .acknowledgedAt = row.acknowledgedAt};
            if (readAlertDetail(row.detail, &alert))
                rows.append(alertRow(alert, taskNames, format));
        }
        return rows;
    });
}

TableExport auditLog(const Format &format)
{
    const QList<ReportColumn> columns{column(Words::tr("When"), ColumnKind::Time), column(Words::tr("What")),
                                      column(Words::tr("Detail"))};
    return storeTable(u"audit"_s, Words::tr("Audit log"), columns, [format](Connection &connection) {
        QList<ShownRow> rows;
        for (const AuditEntry &entry : allPages(connection, loadAuditPage))
            rows.append({entry.at, auditActionText(entry.action), auditDetailText(entry, format)});
        return rows;
    });
}

TableExport scheduledRuns(const Format &format)
{
    const QList<ReportColumn> columns{column(Words::tr("Due"), ColumnKind::Time),
                                      column(Words::tr("Schedule")),
                                      column(Words::tr("Report")),
                                      column(Words::tr("State")),
                                      column(Words::tr("From"), ColumnKind::Time),
                                      column(Words::tr("To"), ColumnKind::Time),
                                      column(Words::tr("Took"), ColumnKind::Duration),
                                      column(Words::tr("Result")),
                                      column(Words::tr("File"))};
    return storeTable(u"runs"_s, Words::tr("Run history"), columns, [format](Connection &connection) {
        QList<ShownRow> rows;
        for (const ReportRun &run : loadRuns(connection, std::numeric_limits<int>::max()))
            rows.append({run.dueAt, run.scheduleName, reportTitle(run.report), runStateText(run.state), run.range.from,
                         run.range.to, run.finishedAt == 0 ? ShownCell() : ShownCell(run.finishedAt - run.startedAt),
                         runSentence(run, format), run.file});
        return rows;
    });
}

TableExport refusedMessages()
{
    const QList<ReportColumn> columns{column(Words::tr("Arrived"), ColumnKind::Time),
                                      column(Words::tr("Sender")),
                                      column(Words::tr("Reason")),
                                      column(Words::tr("What is wrong")),
                                      column(Words::tr("Bytes"), ColumnKind::Count),
                                      column(Words::tr("Accepted at a replay"), ColumnKind::Time)};
    return storeTable(u"refused"_s, Words::tr("Refused messages"), columns, [](Connection &connection) {
        QList<ShownRow> rows;
        for (const RejectedMessage &message : allPages(connection, loadRejectedPage))
            rows.append({message.arrivedAt, message.remote, refusalText(message.reason, message.kind),
                         rejectedSentence(message), message.size, message.replayedAt});
        return rows;
    });
}

} // namespace callboard
