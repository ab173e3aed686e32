// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/as_of/changed_tables.h"

#include "report/definition/report_figures.h"
#include "report/writer/report_text.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSet>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(AsOf)
};

/// A figure that is shown then, now, and as their difference.
struct Compared
{
    Metric metric;
    QLatin1StringView name; ///< with which its columns begin in files: never rename

    ReportFigureColumn column() const { return {QString(name), metricName(metric), columnOf(metric).show}; }
};

constexpr Compared Figures[] = {{Metric::Attempts, "attempts"_L1},
                                {Metric::Connected, "connected"_L1},
                                {Metric::Success, "success"_L1},
                                {Metric::Awaiting, "awaiting"_L1},
                                {Metric::TalkTime, "talk"_L1}};

/// Spreadsheets can't show a negative duration as a time: a difference of durations is a number of seconds.
ReportFigureColumn differenceColumn(const ReportFigureColumn &figure)
{
    const bool isDuration = figure.show == Show::Sum;
    const QString title = isDuration ? Texts::tr("%1: difference (s)") : Texts::tr("%1: difference");
    return {figure.name + (isDuration ? u"_difference_seconds"_s : u"_difference"_s), title.arg(figure.title),
            isDuration ? Show::Quotient : Show::Count};
}

TableHead campaignHead()
{
    TableHead head{.name = u"changed"_s, .title = Texts::tr("Changed since"), .columns = {}};
    head.columns = {{u"campaign"_s, Texts::tr("Campaign")}, {u"task_id"_s, Texts::tr("Task id")}};
    for (const Compared &compared : Figures) {
        const ReportFigureColumn figure = compared.column();
        head.columns.append({figure.name + u"_then"_s, Texts::tr("%1: then").arg(figure.title), figure.show});
        head.columns.append({figure.name + u"_now"_s, Texts::tr("%1: now").arg(figure.title), figure.show});
        head.columns.append(differenceColumn(figure));
    }
    head.columns.append({{u"arrived_later"_s, Texts::tr("Calls that arrived later"), Show::Count},
                         {u"outcome_came"_s, Texts::tr("Calls whose outcome came later"), Show::Count},
                         {u"changed"_s, Texts::tr("Calls that changed otherwise"), Show::Count}});
    return head;
}

TableHead callsHead()
{
    return {.name = u"changed_calls"_s,
            .title = Texts::tr("Calls that changed since"),
            .columns = {{u"call_uuid"_s, u"call_uuid"_s},
                        {u"campaign"_s, Texts::tr("Campaign")},
                        {u"callee"_s, u"callee"_s},
                        {u"placed_at"_s, Texts::tr("Time of the call"), Show::Moment},
                        {u"change"_s, Texts::tr("What changed")},
                        {u"fields"_s, Texts::tr("Fields")},
                        {u"then"_s, Texts::tr("Then")},
                        {u"now"_s, Texts::tr("Now")}}};
}

QMap<QString, Tally> tallies(const ReportScope &scope)
{
    constexpr qint64 OneBucket = 1'000'000 * DayMs; // all of time
    const CellSnapshot snapshot = loadCells(scope.connection(), scope.filter(), OneBucket);
    QMap<QString, Tally> byTask;
    for (auto it = snapshot.cells.cbegin(); it != snapshot.cells.cend(); ++it)
        byTask[it.key().taskId] += tallyOf(it.key(), it.value(), scope.rules());
    return byTask;
}

/// One campaign, or all of them.
struct CampaignRow
{
    Tally then, now;
    AsOfChanges::Counts counts;

    CampaignRow &operator+=(const CampaignRow &o)
    {
        then += o.then;
        now += o.now;
        counts.arrivedLater += o.counts.arrivedLater;
        counts.outcomeCame += o.counts.outcomeCame;
        counts.changed += o.counts.changed;
        return *this;
    }
};

void writeRow(ReportWriter &writer, const TableHead &head, const QStringList &names, const CampaignRow &row)
{
    QList<ReportCell> cells{names.at(0), names.at(1)};
    for (const Compared &figure : Figures) {
        const Ratio then = metricRatio(figure.metric, row.then), now = metricRatio(figure.metric, row.now);
        const qint64 unit = figure.column().show == Show::Sum ? 1000 : 1;
        cells.append({ReportCell(then), ReportCell(now), ReportCell(Ratio{now.numerator - then.numerator, unit})});
    }
    cells.append(
        {ReportCell(row.counts.arrivedLater), ReportCell(row.counts.outcomeCame), ReportCell(row.counts.changed)});
    for (qsizetype i = 0; i < cells.size(); ++i)
        writeCell(writer, head.columns.at(i).show, cells.at(i));
    writer.endRow();
}

QString valueText(const CallFields &fields, const FieldInfo &info, const QTimeZone &zone)
{
    if (!fields.presentFields.has(info.field))
        return u"–"_s;
    if (const auto *text = std::get_if<QString CallFields::*>(&info.member))
        return fields.**text;
    if (const auto *list = std::get_if<QStringList CallFields::*>(&info.member))
        return (fields.**list).join(u" | "_s);
    const qint64 number = fields.**std::get_if<qint64 CallFields::*>(&info.member);
    return info.kind == FieldKind::Time ? localTimeText(number, zone) : QString::number(number);
}

QString extraText(const CallRecord &call)
{
    QJsonObject all = call.extraBasic;
    for (auto it = call.extraOutbound.begin(); it != call.extraOutbound.end(); ++it)
        all.insert(it.key(), it.value());
    return all.isEmpty() ? u"–"_s : QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

QString partsText(const CallRecord &call)
{
    return call.parts.select(u"–"_s, u"basic"_s, u"outbound"_s, u"both"_s);
}

/// The differences of two images, ready to be shown.
struct Differences
{
    QStringList names, then, now;

    void add(const QString &name, const QString &before, const QString &after)
    {
        names.append(name);
        then.append(name + u": "_s + before);
        now.append(name + u": "_s + after);
    }
};

Differences differencesOf(const ChangedCall &call, const ReportRequest &request)
{
    Differences found;
    const bool isMasked = request.privacy == Privacy::Masked;
    const CallRecord then = isMasked ? masked(call.then, request.personalColumns) : call.then;
    const CallRecord now = isMasked ? masked(call.now, request.personalColumns) : call.now;
    const QStringList names = differingFields(call.then, call.now);
    for (const QString &name : names) {
        const FieldInfo &info = *findField(QStringView(name));
        found.add(name, valueText(then.fields, info, request.zone), valueText(now.fields, info, request.zone));
    }
    if (call.then.extraBasic != call.now.extraBasic || call.then.extraOutbound != call.now.extraOutbound)
        found.add(u"extra"_s, extraText(then), extraText(now));
    if (call.then.parts != call.now.parts)
        found.add(u"parts"_s, partsText(then), partsText(now));
    return found;
}

} // namespace

ChangedTables::ChangedTables(const ReportRequest &request, AsOfStore &store, const ReportCancelled &cancelled)
    : m_request(request)
    , m_store(store)
    , m_cancelled(cancelled)
    , m_then(request, store.connection(), cancelled)
    , m_now(request, store.now(), cancelled)
{ }

void ChangedTables::writeByCampaign(ReportWriter &writer) const
{
    const QMap<QString, Tally> then = tallies(m_then), now = tallies(m_now);
    const QMap<QString, AsOfChanges::Counts> counts = AsOfChanges(m_store, m_request.filter, m_cancelled).count();
    QSet<QString> tasks(then.keyBegin(), then.keyEnd());
    tasks.unite(QSet<QString>(now.keyBegin(), now.keyEnd())).unite(QSet<QString>(counts.keyBegin(), counts.keyEnd()));
    QStringList sorted(tasks.cbegin(), tasks.cend());
    sorted.sort();

    const TableHead head = campaignHead();
    writer.beginTable(head.toTable({}));
    CampaignRow total;
    for (const QString &task : std::as_const(sorted)) {
        const CampaignRow row{then.value(task), now.value(task), counts.value(task)};
        writeRow(writer, head, {m_now.taskName(task), task}, row);
        total += row;
    }
    if (!sorted.isEmpty()) {
        writer.beginTotals();
        writeRow(writer, head, {Texts::tr("Total"), QString()}, total);
    }
    writer.endTable();
}

QString ChangedTables::changeWord(const ChangedCall &call) const
{
    const QString words[] = {Texts::tr("arrived later"), Texts::tr("outcome came"), Texts::tr("changed")};
    const QString &word = words[static_cast<int>(call.change)];
    return call.isSelectedNow ? word : Texts::tr("%1; no longer part of this selection").arg(word);
}

void ChangedTables::writeCalls(ReportWriter &writer) const
{
    TableRows rows(m_now, writer, callsHead());
    AsOfChanges(m_store, m_request.filter, m_cancelled).forEach([&](const ChangedCall &call) {
        const bool isNew = call.change == CallChange::ArrivedLater;
        const Differences found = isNew ? Differences() : differencesOf(call, m_request);
        const CallFields &fields = call.now.fields;
        const QString outcome = call.now.isAwaiting() ? QString() : m_now.codeTitle(fields.taskResult);
        rows.add({fields.callUuid, m_now.taskName(fields.taskId), m_now.number(fields.callee), call.now.placedAt(),
                  changeWord(call), found.names.join(u", "_s), found.then.join(u"; "_s),
                  isNew ? outcome : found.now.join(u"; "_s)});
    });
    rows.end();
}

} // namespace callboard
