// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/definition/report_head.h"
#include "report/definition/report_parts.h"
#include "report/report_definition.h"
#include "store/read/delivery_queries.h"
#include "store/table/other_pushes.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int NewestCalls = 100'000; ///< that lags are measured of
constexpr int RefusedPage = 50; ///< with bodies of up to the receiver's limit in memory
constexpr qsizetype ShownBody = 300; ///< characters

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(CompletenessReport)
};

Completeness &operator+=(Completeness &sum, const Completeness &part)
{
    sum.both += part.both;
    sum.basicOnly += part.basicOnly;
    sum.outboundOnly += part.outboundOnly;
    sum.inbound += part.inbound;
    return sum;
}

/// What came, by campaign, by day, and by both.
struct Arrived
{
    QMap<QString, Completeness> tasks;
    QMap<QDate, Completeness> days;
    QMap<std::pair<QDate, QString>, Completeness> taskDays;
};

Arrived loadArrived(const ReportScope &scope)
{
    const auto quarters = loadCompleteness(scope.connection(), scope.filter(), QuarterMs);
    Arrived arrived;
    for (auto it = quarters.cbegin(); it != quarters.cend(); ++it) {
        const auto &[quarter, taskId] = it.key();
        const QDate day = QDateTime::fromMSecsSinceEpoch(quarter, scope.request().zone).date();
        arrived.tasks[taskId] += it.value();
        arrived.days[day] += it.value();
        arrived.taskDays[{day, taskId}] += it.value();
    }
    return arrived;
}

QList<ReportFigureColumn> countColumns()
{
    return {{u"calls"_s, Texts::tr("Calls"), Show::Count},
            {u"both"_s, Texts::tr("Both messages"), Show::Count},
            {u"basic_only"_s, Texts::tr("Basic message only"), Show::Count},
            {u"outbound_only"_s, Texts::tr("Outbound message only"), Show::Count},
            {u"inbound"_s, Texts::tr("Inbound (one message)"), Show::Count},
            {u"complete"_s, Texts::tr("Outbound calls with both"), Show::Share}};
}

QList<ReportCell> countCells(const Completeness &counts)
{
    return {Ratio{counts.outboundCalls() + counts.inbound, 1},
            Ratio{counts.both, 1},
            Ratio{counts.basicOnly, 1},
            Ratio{counts.outboundOnly, 1},
            Ratio{counts.inbound, 1},
            Ratio{counts.both, counts.outboundCalls()}};
}

ReportChart partsChart(const TableHead &head, qint64 rows)
{
    return chartOf(head, head.title, ReportChart::Shape::StackedColumns,
                   {u"both"_s, u"basic_only"_s, u"outbound_only"_s, u"inbound"_s}, rows);
}

qint64 writeByTask(const ReportScope &scope, ReportWriter &writer, const Arrived &arrived)
{
    const TableHead head{u"campaigns"_s, Texts::tr("Messages of the campaigns' calls"), taskColumns() + countColumns()};
    TableRows rows(scope, writer, head, {partsChart(head, std::min<qint64>(arrived.tasks.size(), MostBars))},
                   scope.request().columns);
    for (auto it = arrived.tasks.cbegin(); it != arrived.tasks.cend(); ++it)
        rows.add(taskCells(scope, it.key()) + countCells(it.value()));
    rows.end(totalsLabel());
    return rows.count();
}

ReportFigureColumn dayColumn()
{
    return {u"day"_s, Texts::tr("Day")};
}

void writeByDay(const ReportScope &scope, ReportWriter &writer, const Arrived &arrived)
{
    const TableHead days{u"days"_s, Texts::tr("Messages by day"),
                         QList<ReportFigureColumn>{dayColumn()} + countColumns()};
    TableRows rows(scope, writer, days, {partsChart(days, -1)});
    for (auto it = arrived.days.cbegin(); it != arrived.days.cend(); ++it)
        rows.add(QList<ReportCell>{it.key().toString(Qt::ISODate)} + countCells(it.value()));
    rows.end(totalsLabel());

    const TableHead both{u"campaign-days"_s, Texts::tr("Messages by day and campaign"),
                         QList<ReportFigureColumn>{dayColumn()} + taskColumns() + countColumns()};
    TableRows pairs(scope, writer, both);
    for (auto it = arrived.taskDays.cbegin(); it != arrived.taskDays.cend(); ++it)
        pairs.add(QList<ReportCell>{it.key().first.toString(Qt::ISODate)} + taskCells(scope, it.key().second)
                  + countCells(it.value()));
    pairs.end(totalsLabel());
}

void writeMessages(const ReportScope &scope, ReportWriter &writer)
{
    const TableHead head{u"messages"_s,
                         Texts::tr("Messages since the store exists"),
                         {{u"messages"_s, Texts::tr("Messages")}, {u"count"_s, Texts::tr("Count"), Show::Count}}};
    const Totals totals = loadTotals(scope.connection(), {0, 0}, {}); // of no calls: only the whole store's messages
    TableRows rows(scope, writer, head);
    rows.add({Texts::tr("accepted"), Ratio{totals.accepted, 1}});
    rows.add({Texts::tr("of these repeated"), Ratio{totals.repeated, 1}});
    rows.add({Texts::tr("refused"), Ratio{totals.rejected, 1}});
    for (auto it = totals.others.cbegin(); it != totals.others.cend(); ++it)
        rows.add({pushKindText(it.key()), Ratio{it.value(), 1}});
    rows.end();
}

/// Recordings and dialogues, where there are any. They belong to calls, but change none.
void writeOthers(const ReportScope &scope, ReportWriter &writer)
{
    const OtherPushCounts quarters = OtherPushes::count(scope.connection(), scope.filter().range);
    if (quarters.isEmpty())
        return;
    QMap<std::pair<QDate, PushKind>, qint64> days;
    for (auto it = quarters.cbegin(); it != quarters.cend(); ++it)
        days[{QDateTime::fromMSecsSinceEpoch(it.key().first, scope.request().zone).date(), it.key().second}] +=
            it.value();
    const TableHead head{
        u"others"_s,
        Texts::tr("Messages that are no call records"),
        {dayColumn(), {u"kind"_s, Texts::tr("Kind")}, {u"messages"_s, Texts::tr("Messages"), Show::Count}}};
    TableRows rows(scope, writer, head);
    for (auto it = days.cbegin(); it != days.cend(); ++it)
        rows.add({it.key().first.toString(Qt::ISODate), pushKindText(it.key().second), Ratio{it.value(), 1}});
    rows.end(totalsLabel());
}

void writeLags(const ReportScope &scope, ReportWriter &writer)
{
    const TableHead head{u"lags"_s,
                         Texts::tr("How late messages come"),
                         {{u"lag"_s, Texts::tr("Lag")},
                          {u"calls"_s, Texts::tr("Calls"), Show::Count},
                          {u"half"_s, Texts::tr("Half of them within"), Show::Sum},
                          {u"most_95"_s, Texts::tr("95% within"), Show::Sum},
                          {u"most_99"_s, Texts::tr("99% within"), Show::Sum}}};
    const DeliveryLags lags = loadDeliveryLags(scope.connection(), scope.filter(), NewestCalls);
    TableRows rows(scope, writer, head);
    const auto add = [&rows](const QString &name, const Spread &spread) {
        rows.add(
            {name, Ratio{spread.count, 1}, Ratio{spread.half, 1}, Ratio{spread.most95, 1}, Ratio{spread.most99, 1}});
    };
    add(Texts::tr("Delivery: from hang-up to the first message"), lags.delivery);
    add(Texts::tr("Pairing: from the first message to the second"), lags.pairing);
    rows.end();
}

void writeReasons(const ReportScope &scope, ReportWriter &writer)
{
    const TableHead head{u"reasons"_s,
                         Texts::tr("Refused messages by reason"),
                         {{u"reason"_s, Texts::tr("Reason")},
                          {u"refused"_s, Texts::tr("Refused messages"), Show::Count},
                          {u"bytes"_s, Texts::tr("Bytes kept"), Show::Count},
                          {u"accepted_later"_s, Texts::tr("Accepted later"), Show::Count}}};
    const QList<RefusalCount> counts = countRefusals(scope.connection(), scope.filter().range);
    TableRows rows(scope, writer, head,
                   {chartOf(head, head.title, ReportChart::Shape::Bars, {u"refused"_s}, counts.size())});
    for (const RefusalCount &count : counts)
        rows.add(
            {refusalText(count.reason), Ratio{count.messages, 1}, Ratio{count.bytes, 1}, Ratio{count.replayed, 1}});
    rows.end(totalsLabel());
}

QString bodyText(const ReportScope &scope, const RejectedMessage &message)
{
    const QString body =
        scope.isMasked() ? maskBody(message.body, scope.request().personalColumns) : QString::fromUtf8(message.body);
    return body.size() > ShownBody ? body.first(ShownBody) + u" …"_s : body;
}

TableHead refusedHead()
{
    return {u"refused"_s,
            Texts::tr("Refused messages"),
            {{u"arrived_at"_s, Texts::tr("Arrived"), Show::Moment},
             {u"remote"_s, Texts::tr("From")},
             {u"reason"_s, Texts::tr("Reason")},
             {u"field"_s, Texts::tr("Field")},
             {u"error"_s, Texts::tr("Error")},
             {u"bytes"_s, Texts::tr("Bytes kept"), Show::Count},
             {u"accepted_at"_s, Texts::tr("Accepted later"), Show::Moment},
             {u"body"_s, Texts::tr("Beginning of the message")}}};
}

void writeRefused(const ReportScope &scope, ReportWriter &writer)
{
    TableRows rows(scope, writer, refusedHead());
    qint64 before = 0;
    while (true) {
        scope.checkCancelled();
        const QList<RejectedMessage> page = loadRefusals(scope.connection(), scope.filter().range, before, RefusedPage);
        for (const RejectedMessage &message : page)
            rows.add({Ratio{message.arrivedAt, 1}, message.remote, refusalText(message.reason, message.kind),
                      scope.shown(message.field), scope.shown(message.error), Ratio{message.size, 1},
                      Ratio{message.replayedAt, 1}, bodyText(scope, message)});
        if (page.size() < RefusedPage)
            break;
        before = page.constLast().id;
    }
    rows.end(totalsLabel());
}

ReportFacts facts()
{
    return {{Texts::tr("Refused messages"),
             Texts::tr("all that arrived in the period, whatever the filter: they belong to no campaign")},
            {Texts::tr("Lags"), Texts::tr("of the newest %1 calls at most").arg(NewestCalls)}};
}

qint64 writeReport(const ReportRequest &request, Connection &connection, ReportWriter &writer,
                   const ReportProgress &progress, const ReportCancelled &cancelled)
{
    const ReportScope scope(request, connection, cancelled);
    const Arrived arrived = loadArrived(scope);
    writer.begin(reportHead(scope, reportTitle(u"completeness"_s), arrived.tasks.size(), facts()));
    const qint64 rows = writeByTask(scope, writer, arrived);
    writeByDay(scope, writer, arrived);
    writeMessages(scope, writer);
    writeOthers(scope, writer);
    writeLags(scope, writer);
    writeReasons(scope, writer);
    writeRefused(scope, writer);
    return finish(writer, progress, rows);
}

} // namespace

ReportDefinition completenessReport()
{
    return {u"completeness"_s, QT_TRANSLATE_NOOP("Report", "Completeness and refused messages"),
            QT_TRANSLATE_NOOP("Report", "Which messages of the calls have come, how late, and which were refused"),
            writeReport};
}

} // namespace callboard
