// SPDX-License-Identifier: GPL-3.0-or-later
#include "as_of_messages.h"

#include "record/call/call_record.h"
#include "store/apply/batch_applier.h"
#include "store/database/schema.h"
#include "store/read/campaign_queries.h"
#include "store/read/queries.h"

#include <QJsonDocument>
#include <QSqlRecord>
#include <QVariant>

#include <algorithm>

namespace callboard::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int Window = 8 * 3'600'000;

class MessageMaker
{
public:
    explicit MessageMaker(quint32 seed)
        : m_random(seed)
    { }

    void addCall(const TestCall &call)
    {
        const qint64 first = Noon + m_random.bounded(Window);
        const quint32 roll = m_random.bounded(10U);
        if (roll != 0)
            add(roll == 1 ? later(first) : first, call.basic());
        if (roll != 2)
            add(roll == 3 ? first : later(first), call.outbound());
        for (quint32 i = m_random.bounded(3U); i > 1; --i)
            add(later(first), call.outbound());
        if (m_random.bounded(5U) == 0)
            addOther(call, first);
        if (m_random.bounded(8U) == 0)
            add(later(first), call.basic());
    }

    void addRefused() { add(Noon + m_random.bounded(Window), "{\"time_hangup\":\"x\"}"); }

    QList<Arrival> messages;

private:
    qint64 later(qint64 first) { return first + m_random.bounded(m_random.bounded(4U) == 0 ? Window : 60'000); }
    void add(qint64 at, const QByteArray &body) { messages.append(arrivalOf(body, at)); }

    /// A second outbound part that contradicts the first.
    void addOther(TestCall call, qint64 first)
    {
        switch (m_random.bounded(5U)) {
        case 0:
            call.set(u"task_id"_s, u"other"_s);
            break;
        case 1:
            call.set(u"task_data_id"_s, u"moved"_s);
            break;
        case 2:
            call.set(u"time_hangup"_s, Noon + m_random.bounded(Window));
            break;
        case 3:
            call.set(u"task_result"_s, u"9"_s);
            break;
        default:
            call.set(u"vendor_field"_s, u"unknown"_s);
        }
        add(later(first), call.outbound());
    }

    QRandomGenerator m_random;
};

QString json(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString wordsOf(const CallRecord &call)
{
    QStringList words;
    for (const FieldInfo &info : fieldTable()) {
        if (const auto *text = std::get_if<QString CallFields::*>(&info.member))
            words.append(call.fields.**text);
        else if (const auto *number = std::get_if<qint64 CallFields::*>(&info.member))
            words.append(QString::number(call.fields.**number));
    }
    words += call.fields.taskRowHead + call.fields.taskRowValue;
    words += {json(call.extraBasic), json(call.extraOutbound)};
    for (const qint64 number :
         {qint64(call.fields.presentFields.bits()), qint64(call.outboundPresent.bits()), qint64(call.conflicts.bits()),
          qint64(call.parts.stored()), call.firstArrival, call.lastArrival, call.pairedAt, call.placedAt(),
          qint64(call.anomalies().toInt()), qint64(call.contactId != 0)})
        words.append(QString::number(number));
    return words.join(u'|');
}

QStringList rowsOf(Connection &connection, const QString &sql)
{
    QSqlQuery query(connection.database().sql());
    QStringList rows;
    if (!query.exec(sql))
        return {u"failed: "_s + sql};
    while (query.next()) {
        QStringList cells;
        for (int i = 0; i < query.record().count(); ++i)
            cells.append(query.value(i).toString());
        rows.append(cells.join(u'|'));
    }
    return rows;
}

} // namespace

QList<Arrival> someMessages(int calls, quint32 seed, bool inOrder)
{
    MessageMaker maker(seed);
    for (const TestCall &call : someCalls(calls, seed)) {
        maker.addCall(call);
        if (call.uuid().endsWith(u'7'))
            maker.addRefused();
    }
    // Not in order: a stretch whose clock was wrong stands in front.
    auto from = maker.messages.begin() + (inOrder ? 0 : maker.messages.size() / 3);
    std::stable_sort(from, maker.messages.end(),
                     [](const Arrival &a, const Arrival &b) { return a.arrivedAt < b.arrivedAt; });
    return maker.messages;
}

void storeMessages(const StoreUrl &url, const QList<Arrival> &messages, quint32 seed)
{
    QRandomGenerator random(seed);
    Connection connection(url, Access::Write);
    migrateSchema(connection);
    BatchApplier applier(connection);
    applier.load();
    for (qsizetype i = 0; i < messages.size();) {
        const qsizetype size = 1 + static_cast<qsizetype>(random.bounded(40U));
        applier.apply(messages.mid(i, size));
        i += size;
    }
}

QList<Arrival> arrivedBy(const QList<Arrival> &messages, qint64 at)
{
    QList<Arrival> found;
    std::copy_if(messages.begin(), messages.end(), std::back_inserter(found),
                 [at](const Arrival &message) { return message.arrivedAt <= at; });
    return found;
}

QStringList dumpStore(Connection &connection)
{
    QStringList calls;
    for (const CallRecord &call : loadCallPage(connection, {}, {}, 1'000'000))
        calls.append(wordsOf(call));
    calls.sort();
    QStringList all{u"calls"_s};
    all += calls;
    for (const QString &sql :
         {u"SELECT task_id, contact_key, attempts, connected, outcomes, last_at, last_tries, last_result, "
          "last_answered FROM contact ORDER BY task_id, contact_key"_s,
          u"SELECT * FROM rollup WHERE NOT (calls = 0 AND seized = 0 AND talk_ms = 0) ORDER BY quarter, task_id, "
          "task_result, basic_only, outbound, answered"_s,
          u"SELECT key, value FROM meta WHERE key NOT IN ('commit', 'schema_step') AND value <> 0 ORDER BY key"_s,
          u"SELECT arrived_at, reason, error, field, body, replayed_at FROM rejected ORDER BY id"_s,
          u"SELECT code, since, outcome_class FROM result_meaning ORDER BY code, since"_s,
          u"SELECT DISTINCT call.task_id, alias, list_size FROM call JOIN task ON task.task_id = call.task_id "
          "ORDER BY call.task_id"_s})
        all += sql.mid(0, 60) + u':', all += rowsOf(connection, sql);
    const RetryFigures retries = loadRetries(connection, {}, {});
    for (const TryYield &yield : retries.yields)
        all.append(u"try %1: %2 %3"_s.arg(yield.tries).arg(yield.contacts).arg(yield.firstConnected));
    all.append(QString::number(loadOverview(connection).calls));
    return all;
}

} // namespace callboard::test
