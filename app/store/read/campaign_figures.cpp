// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database/snapshot.h"
#include "store/read/campaign_parts.h"
#include "store/read/contact_queries.h"
#include "store/read/figure_cells.h"

#include <QVariant>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

void addTo(TaskRow &row, const CellKey &key, const CellSums &sums, const FigureRules &rules)
{
    row.taskId = key.taskId;
    row.tally += tallyOf(key, sums, rules);
    row.answeredTalkMs += sums.talkMs;
    if (key.outbound)
        row.results[key.result] += sums.calls;
}

void addTo(CampaignFigures &figures, QMap<QString, ResultSplit> &results, const CellKey &key, const CellSums &sums,
           const QTimeZone &zone)
{
    figures.tally += tallyOf(key, sums, figures.rules);
    figures.covered.from = std::min(figures.covered.from, key.bucket);
    figures.covered.to = std::max(figures.covered.to, key.bucket + QuarterMs);
    if (!key.outbound)
        return;
    ResultSplit &split = results[key.result];
    split.result = key.result;
    (key.answered ? split.answered : split.unanswered) += sums.calls;
    const WeekHour hour = weekHourOf(key.bucket, zone);
    Ratio &rate = figures.hours[static_cast<std::size_t>(hour.day)][static_cast<std::size_t>(hour.hour)];
    rate.numerator += key.answered ? sums.calls : 0;
    rate.denominator += sums.calls;
}

void readTask(Connection &connection, const QString &taskId, CampaignFigures &figures)
{
    QSqlQuery &query = connection.prepared(u"SELECT list_size, calling_hours FROM task WHERE task_id = ?"_s);
    query.bindValue(0, taskId.isNull() ? u""_s : taskId);
    connection.run(query);
    if (connection.next(query)) {
        figures.listSize = query.value(0).toLongLong();
        figures.callingHours = query.value(1).toString();
    }
    query.finish();
}

} // namespace

TaskMatrix loadTaskMatrix(Connection &connection, const TimeRange &range, const QStringList &taskIds,
                          const FigureRules &rules)
{
    return loadTaskMatrix(connection, scopeOf(range, taskIds), rules);
}

TaskMatrix loadTaskMatrix(Connection &connection, const CallFilter &filter, const FigureRules &rules)
{
    const Snapshot snapshot(connection);
    TaskMatrix matrix{filter.range, {}, rules};
    CellMap cells;
    addFigures(connection, cells, filter, DayMs);
    QMap<QString, TaskRow> rows;
    for (auto it = cells.cbegin(); it != cells.cend(); ++it)
        addTo(rows[it.key().taskId], it.key(), it.value(), rules);
    const auto contacts = loadContactFigures(connection, filter, rules);
    for (TaskRow &row : rows)
        row.contacts = contacts.value(row.taskId);
    matrix.rows = rows.values();
    return matrix;
}

CampaignFigures loadCampaign(Connection &connection, const TimeRange &range, const QString &taskId,
                             const QTimeZone &zone, const FigureRules &rules)
{
    const Snapshot snapshot(connection);
    CampaignFigures figures;
    figures.range = range;
    figures.rules = rules;
    figures.covered = {range.to, range.from};
    readTask(connection, taskId, figures);
    CellMap cells;
    addFigures(connection, cells, scopeOf(range, {taskId}), QuarterMs);
    QMap<QString, ResultSplit> results;
    for (auto it = cells.cbegin(); it != cells.cend(); ++it)
        addTo(figures, results, it.key(), it.value(), zone);
    figures.covered = {std::max(figures.covered.from, range.from), std::min(figures.covered.to, range.to)};
    if (figures.covered.from < figures.covered.to)
        figures.stretches = weekStretches(figures.covered, zone);
    figures.results = results.values();
    figures.contacts = loadContactFigures(connection, scopeOf(range, {taskId}), rules).value(taskId);
    figures.contactsEver = countTriedContacts(connection, {taskId}).value(taskId);
    return figures;
}

} // namespace callboard
