// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/upkeep/rebuild_plan.h"

#include <QHash>
#include <QJsonDocument>
#include <QStringList>
#include <QVariant>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// One bit for each name of an unknown field, so that a set of them is a number. Two names may share a bit: then one
/// that is lost among 63 is overlooked, where a clock went backwards besides.
qint64 nameMarks(const QJsonObject &fields, Part part)
{
    constexpr std::size_t Bits = 63;
    qint64 marks = 0;
    for (auto it = fields.begin(); it != fields.end(); ++it)
        marks |= qint64(1) << (qHash(it.key(), static_cast<std::size_t>(part)) % Bits);
    return marks;
}

qint64 storedMarks(const QString &extra)
{
    const QJsonObject both = QJsonDocument::fromJson(extra.toUtf8()).object();
    return nameMarks(both.value("basic"_L1).toObject(), Part::Basic)
        | nameMarks(both.value("outbound"_L1).toObject(), Part::Outbound);
}

/// What the messages of one call say together, by their order.
const QString AddText =
    u"INSERT INTO rebuild_call (call_uuid, basic_push, outbound_push, first_push, last_push, parts, "
    "said, first_arrival, last_arrival, marks) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT "
    "(call_uuid) DO UPDATE SET "
    "basic_push = CASE WHEN excluded.basic_push > 0 THEN excluded.basic_push ELSE "
    "rebuild_call.basic_push END, "
    "outbound_push = CASE WHEN excluded.outbound_push > 0 THEN excluded.outbound_push ELSE "
    "rebuild_call.outbound_push END, last_push = excluded.last_push, "
    "parts = rebuild_call.parts | excluded.parts, said = rebuild_call.said | excluded.said, "
    "first_arrival = CASE WHEN excluded.first_arrival < rebuild_call.first_arrival THEN "
    "excluded.first_arrival ELSE rebuild_call.first_arrival END, "
    "last_arrival = CASE WHEN excluded.last_arrival > rebuild_call.last_arrival THEN "
    "excluded.last_arrival ELSE rebuild_call.last_arrival END, "
    "marks = rebuild_call.marks | excluded.marks"_s;

/// The stored call came from these messages and no others: its latest ones are there, so is its first one, no hole lies
/// between, and nothing that it says is unsaid by them.
const QString Complete =
    u"(call.basic_push = 0 OR call.basic_push = r.basic_push) AND (call.outbound_push = 0 OR call.outbound_push = "
    "r.outbound_push) AND (call.parts & r.parts) = call.parts AND (call.said & r.said) = call.said AND "
    "r.first_arrival <= call.first_arrival AND r.last_arrival >= call.last_arrival AND NOT EXISTS (SELECT 1 FROM "
    "rebuild_hole WHERE rebuild_hole.first_push > r.first_push AND rebuild_hole.first_push < r.last_push)"_s;

} // namespace

RebuildPlan::RebuildPlan(Connection &connection)
    : m_connection(connection)
{
    finish();
    connection.execute(
        u"CREATE TABLE rebuild_call (call_uuid TEXT NOT NULL PRIMARY KEY, basic_push BIGINT NOT NULL, outbound_push "
        "BIGINT NOT NULL, first_push BIGINT NOT NULL, last_push BIGINT NOT NULL, parts BIGINT NOT NULL, said BIGINT "
        "NOT NULL, first_arrival BIGINT NOT NULL, last_arrival BIGINT NOT NULL, marks BIGINT NOT NULL)"_s);
    connection.execute(u"CREATE TABLE rebuild_hole (first_push BIGINT NOT NULL PRIMARY KEY)"_s);
}

void RebuildPlan::add(qint64 pushNumber, qint64 arrivedAt, const PartMessage &message)
{
    const bool isBasic = message.part == Part::Basic;
    NativeStatement &statement = m_connection.native(AddText);
    statement.bind(message.fields.callUuid);
    for (const qint64 number :
         {isBasic ? pushNumber : 0, isBasic ? 0 : pushNumber, pushNumber, pushNumber, qint64(message.part),
          qint64(message.fields.presentFields.bits()), arrivedAt, arrivedAt, nameMarks(message.extra, message.part)})
        statement.bind(number);
    statement.run();
}

void RebuildPlan::addHole(const JournalGap &hole)
{
    m_hasHoles = true;
    m_connection.native(u"INSERT INTO rebuild_hole (first_push) VALUES (?) ON CONFLICT DO NOTHING"_s)
        .bind(hole.firstPush)
        .run();
}

void RebuildPlan::clearCalls()
{
    if (m_hasHoles) {
        spareIncomplete();
        spareThoseWithMoreFields();
        m_connection.execute(u"DELETE FROM call WHERE call_uuid IN (SELECT call_uuid FROM rebuild_call)"_s);
    } else {
        m_connection.execute(u"DELETE FROM call"_s);
    }
    m_callsToMake = m_connection.value(u"SELECT COUNT(*) FROM rebuild_call"_s).toLongLong();
}

void RebuildPlan::spareIncomplete()
{
    m_connection.execute(
        u"DELETE FROM rebuild_call WHERE call_uuid IN (SELECT call.call_uuid FROM rebuild_call AS r JOIN call ON "
        "call.call_uuid = r.call_uuid WHERE NOT (%1))"_s.arg(Complete));
}

void RebuildPlan::spareThoseWithMoreFields()
{
    QSqlQuery &query =
        m_connection.prepared(u"SELECT call.call_uuid, call.extra, r.marks FROM rebuild_call AS r JOIN call ON "
                              "call.call_uuid = r.call_uuid WHERE call.extra <> ''"_s);
    m_connection.run(query);
    QStringList spared;
    while (m_connection.next(query)) {
        if ((storedMarks(query.value(1).toString()) & ~query.value(2).toLongLong()) != 0)
            spared.append(query.value(0).toString());
    }
    query.finish();
    for (const QString &uuid : std::as_const(spared))
        m_connection.native(u"DELETE FROM rebuild_call WHERE call_uuid = ?"_s).bind(uuid).run();
}

bool RebuildPlan::isToMake(const QString &uuid) const
{
    static const QString text = u"SELECT 1 FROM rebuild_call WHERE call_uuid = ?"_s;
    return !m_hasHoles || m_connection.native(text).bind(uuid).run().has_value();
}

void RebuildPlan::finish()
{
    m_connection.execute(u"DROP TABLE IF EXISTS rebuild_call"_s);
    m_connection.execute(u"DROP TABLE IF EXISTS rebuild_hole"_s);
}

} // namespace callboard
