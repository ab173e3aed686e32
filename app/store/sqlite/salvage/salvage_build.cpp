// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/salvage/salvage_build.h"

#include "store/journal/journal_gaps.h"
#include "store/table/call_row.h"
#include "store/table/call_sql.h"
#include "store/table/other_pushes.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QVariant>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Piece = 2'000; ///< calls or messages that are merged together
constexpr qsizetype MostNamed = 20;

/// A call all of whose messages are proved and can be read.
const QString Proved = u"(call.%1 = 0 OR EXISTS (SELECT 1 FROM source.message AS m WHERE m.number = call.%1 AND "
                       "m.is_proved = 1 AND m.call_uuid <> ''))"_s;
const QString Covered = u"(call.basic_push > 0 OR call.outbound_push > 0) AND "_s + Proved.arg(u"basic_push"_s)
    + u" AND "_s + Proved.arg(u"outbound_push"_s);
/// A row that names a message of another call: after dropContradictions() the message is proved, so the row is wrong.
const QString Contradicted =
    u"EXISTS (SELECT 1 FROM source.message AS m WHERE m.number IN (call.basic_push, call.outbound_push) AND "
    "m.call_uuid <> call.call_uuid AND m.call_uuid <> '')"_s;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Salvage)
};

/// The sentence for one, or that for several with its count.
QString counted(qint64 count, const char *one, const char *several)
{
    return count == 1 ? Texts::tr(one) : Texts::tr(several).arg(count);
}

/// Calls are kept from the start of a quarter hour on. A number with a flipped bit is none, and would cost all calls.
qint64 boundaryOf(qint64 keptSince)
{
    return keptSince % QuarterMs == 0 ? keptSince : 0;
}

/// Where a call is that such a message makes.
qint64 placeOf(const PartMessage &message, qint64 arrivedAt)
{
    return isPossibleHangup(message.fields.timeHangup, arrivedAt) ? message.fields.timeHangup : arrivedAt;
}

QString timeText(qint64 epochMs)
{
    return QDateTime::fromMSecsSinceEpoch(epochMs).toString(Qt::ISODate);
}

} // namespace

SalvageBuild::SalvageBuild(Connection &connection, const SalvageScan &scan, const SalvageOptions &options)
    : m_connection(connection)
    , m_scan(scan)
    , m_options(options)
    , m_applier(connection)
    , m_keptSince(boundaryOf(scan.counters().value(u"calls_kept_since"_s)))
{
    for (auto call = scan.callsWithoutRow().cbegin(); call != scan.callsWithoutRow().cend(); ++call) {
        if (!call->uuid.isEmpty())
            m_idsInIndex.insert(call->uuid, call.key());
        m_nextId = call.key() + 1;
    }
}

SalvageReport SalvageBuild::run()
{
    m_nextId = std::max(m_nextId, number(u"SELECT COALESCE(MAX(id), 0) + 1 FROM source.call"_s));
    m_applier.load();
    m_applier.setRowOf([this](const QString &uuid) { return rowOf(uuid); });
    copyTables();
    readSegments();
    dropContradictions();
    m_connection.execute(u"INSERT INTO main.push SELECT * FROM source.push WHERE first_push IN (SELECT segment FROM "
                         "source.message)"_s);
    adoptCalls(u"NOT (%1) AND NOT %2"_s.arg(Covered, Contradicted));
    replayMessages();
    // A message names its call, but a row may name a message whose part or version this program does not take.
    adoptCalls(u"call.call_uuid NOT IN (SELECT call_uuid FROM main.call) AND NOT %1"_s.arg(Contradicted));
    count();
    listMissing();
    return m_report;
}

qint64 SalvageBuild::number(const QString &sql)
{
    return m_connection.value(sql).toLongLong();
}

void SalvageBuild::reportProgress(SalvageOptions::Phase phase, qint64 done, qint64 all) const
{
    if (m_options.cancelled && m_options.cancelled())
        throw QueryCancelled();
    if (m_options.progress)
        m_options.progress(phase, done, all);
}

void SalvageBuild::copyTables()
{
    for (const SalvageTable &table : salvageTables(m_connection)) {
        if (isMadeAnew(table.name))
            continue;
        m_connection.execute(
            u"INSERT INTO main.%1 SELECT * FROM source.%1 WHERE TRUE ON CONFLICT DO NOTHING"_s.arg(table.name));
        m_report.others += number(u"SELECT COUNT(*) FROM main."_s + table.name);
    }
}

/// Which message belongs to which call, as far as segments can be read.
void SalvageBuild::readSegments()
{
    m_connection.execute(u"CREATE TABLE source.message (number INTEGER PRIMARY KEY, call_uuid TEXT NOT NULL, segment "
                         "BIGINT NOT NULL, is_proved BIGINT NOT NULL)"_s);
    const qint64 all = number(u"SELECT COUNT(*) FROM source.push"_s);
    qint64 done = 0;
    QSqlQuery &query = m_connection.prepared(
        u"SELECT %1 FROM source.push ORDER BY first_push, count DESC"_s.arg(Journal::segmentColumns()));
    m_connection.run(query);
    while (m_connection.next(query)) {
        readSegment(Journal::readSegment(query));
        reportProgress(SalvageOptions::Phase::Messages, ++done, all);
    }
    query.finish();
}

void SalvageBuild::readSegment(const JournalSegment &segment)
{
    QList<JournalEntry> entries;
    try {
        entries = Journal::open(segment);
    } catch (const DamagedSegment &) {
        return;
    }
    if (entries.isEmpty() || segment.firstPush <= m_lastPush) // left from before it was joined with others
        return;
    const bool isProved = segment.checksum != 0;
    QStringList uuids;
    for (const JournalEntry &entry : std::as_const(entries)) {
        const auto content = parsePush(entry.body, entry.kind);
        if (std::holds_alternative<Refusal>(content) && !isProved)
            return; // what was accepted once can be read: these bytes are others
        uuids.append(callUuidOf(content));
    }
    m_lastPush = segment.lastPush();
    m_untaken += uuids.count(QString());
    NativeStatement &insert = m_connection.native(
        u"INSERT INTO source.message (number, call_uuid, segment, is_proved) VALUES (?, ?, ?, ?)"_s);
    qint64 push = segment.firstPush;
    for (const QString &uuid : std::as_const(uuids))
        insert.bind(push++).bind(uuid).bind(segment.firstPush).bind(isProved ? 1 : 0).run();
}

/// A segment without a checksum that says otherwise than a row may be damaged: the row is taken then.
void SalvageBuild::dropContradictions()
{
    const QString named = u"SELECT m.segment FROM source.call AS c JOIN source.message AS m ON m.number = c.%1 WHERE "
                          "m.is_proved = 0 AND m.call_uuid <> c.call_uuid"_s;
    m_connection.execute(u"DELETE FROM source.message WHERE segment IN (%1 UNION %2)"_s.arg(
        named.arg(u"basic_push"_s), named.arg(u"outbound_push"_s)));
}

void SalvageBuild::adoptCalls(const QString &condition)
{
    QString text = CallRow::selectText();
    text.replace(u" FROM call LEFT JOIN row_head ON"_s,
                 u" FROM source.call AS call LEFT JOIN source.row_head AS row_head ON"_s);
    NativeStatement &rows = m_connection.native(
        u"%1 WHERE %2 AND call.placed_at >= %3 ORDER BY call.id"_s.arg(text, condition).arg(m_keptSince));
    const qint64 all = number(u"SELECT COUNT(*) FROM source.call"_s);
    QHash<qint64, QStringList> heads;
    qint64 done = 0;
    while (rows.next()) {
        m_applier.addCall(CallRow::readCall(rows, heads));
        if (++done % Piece == 0) {
            m_applier.flushReplayed();
            reportProgress(SalvageOptions::Phase::Calls, done, all);
        }
    }
    rows.finish();
    m_applier.flushReplayed();
}

void SalvageBuild::replayMessages()
{
    const qint64 all = number(u"SELECT COUNT(*) FROM source.message"_s);
    OtherPushCounts others;
    qint64 done = 0;
    QSqlQuery &query =
        m_connection.prepared(u"SELECT %1 FROM main.push ORDER BY first_push"_s.arg(Journal::segmentColumns()));
    m_connection.run(query);
    while (m_connection.next(query)) {
        const JournalSegment segment = Journal::readSegment(query);
        qint64 push = segment.firstPush;
        const QList<JournalEntry> entries = Journal::open(segment);
        for (const JournalEntry &entry : entries) {
            const auto content = parsePush(entry.body, entry.kind);
            const auto *message = std::get_if<PartMessage>(&content);
            if (const auto *other = std::get_if<OtherPush>(&content))
                others[{bucketStart(entry.arrivedAt, QuarterMs), other->kind}] += 1;
            if (message && placeOf(*message, entry.arrivedAt) >= m_keptSince)
                m_applier.replayMissing(push, entry.arrivedAt, *message);
            push += 1;
            if (++done % Piece == 0)
                m_applier.flushReplayed();
        }
        reportProgress(SalvageOptions::Phase::Calls, done, all);
    }
    query.finish();
    m_applier.flushReplayed();
    OtherPushes::raiseTo(m_connection, others);
}

/// A call keeps the number of its row.
qint64 SalvageBuild::rowOf(const QString &uuid)
{
    const auto id = m_connection.native(u"SELECT id FROM source.call WHERE call_uuid = ?"_s).bind(uuid).run();
    if (id)
        return *id;
    return m_idsInIndex.contains(uuid) ? m_idsInIndex.take(uuid) : m_nextId++;
}

void SalvageBuild::count()
{
    m_applier.saveCounters();
    keepPastCounts();
    setCounter(u"commit"_s, 1);
    setCounter(u"pushes"_s,
               std::max(m_lastPush,
                        number(u"SELECT COALESCE(MAX(MAX(basic_push, outbound_push)), 0) FROM "
                               "main.call"_s)));
    setCounter(u"repeated"_s, 0);
    setCounter(u"refused"_s, number(u"SELECT COUNT(*) FROM main.rejected"_s));
    m_report.calls = number(u"SELECT COUNT(*) FROM main.call"_s);
    m_report.callsFromMessages =
        number(u"SELECT COUNT(*) FROM main.call WHERE call_uuid NOT IN (SELECT call_uuid FROM source.call)"_s);
    m_report.segments = number(u"SELECT COUNT(*) FROM main.push"_s);
    m_report.messages = number(u"SELECT COALESCE(SUM(count), 0) FROM main.push"_s);
}

/// Counts of calls that are no longer kept can't be made again: their rows are taken as they are.
void SalvageBuild::keepPastCounts()
{
    if (m_keptSince <= 0)
        return;
    m_connection.execute(
        u"INSERT INTO main.meta (key, value) VALUES ('calls_kept_since', %1) ON CONFLICT (key) DO UPDATE SET value = "
        "excluded.value"_s.arg(m_keptSince));
    m_connection.execute(u"INSERT INTO main.rollup SELECT * FROM source.rollup WHERE quarter < %1 ON CONFLICT DO "
                         "NOTHING"_s.arg(m_keptSince));
    const QString past = u"SELECT COALESCE(SUM(calls), 0) FROM main.rollup WHERE quarter < %1"_s.arg(m_keptSince);
    m_pastCalls = number(past);
    const QString add = u"UPDATE main.meta SET value = value + (%1) WHERE key = '%2'"_s;
    m_connection.execute(add.arg(past, u"calls"_s));
    m_connection.execute(add.arg(past + u" AND "_s + CallSql::isAwaitingRollup(), u"awaiting"_s));
}

/// As the damaged store counted, where that can be read and is not less than what is there.
void SalvageBuild::setCounter(const QString &name, qint64 atLeast)
{
    constexpr qint64 Absurd = 1LL << 50; // a flipped bit
    const qint64 counted = m_scan.counters().value(name);
    QSqlQuery &query = m_connection.prepared(u"UPDATE main.meta SET value = ? WHERE key = ?"_s);
    query.bindValue(0, counted < Absurd ? std::max(counted, atLeast) : atLeast);
    query.bindValue(1, name);
    m_connection.run(query);
}

void SalvageBuild::listMissing()
{
    if (m_scan.isLogLeftOut())
        m_report.missing.append(Texts::tr(
            "The log beside the file (-wal) was left out: it belongs to another store, or to another state of this "
            "one."));
    if (m_untaken > 0)
        m_report.missing.append(Texts::tr("What messages say that this version refuses: %1 messages.").arg(m_untaken));
    listGaps();
    listCalls();
    listTables();
}

/// Runs of messages without a segment, and that they were lost here.
void SalvageBuild::listGaps()
{
    const QList<JournalGap> gaps = JournalGaps::unnoted(m_connection);
    for (const JournalGap &gap : gaps.first(std::min(gaps.size(), MostNamed)))
        m_report.missing.append(
            gap.count() == 1 ? Texts::tr("Message %1 as received: what held it is damaged or gone.").arg(gap.firstPush)
                             : Texts::tr("Messages %1 to %2 as received (%3): what held them is damaged or gone.")
                                   .arg(gap.firstPush)
                                   .arg(gap.lastPush)
                                   .arg(gap.count()));
    qint64 unnamed = 0;
    for (const JournalGap &gap : gaps.mid(MostNamed))
        unnamed += gap.count();
    if (unnamed > 0)
        m_report.missing.append(counted(unnamed, QT_TRANSLATE_NOOP("Salvage", "… and 1 more message as received."),
                                        QT_TRANSLATE_NOOP("Salvage", "… and %1 more messages as received.")));
    JournalGaps::noteUnnoted(m_connection, GapReason::Damage, QDateTime::currentMSecsSinceEpoch());
}

void SalvageBuild::listCalls()
{
    qint64 lost = 0, named = 0, timeless = 0;
    for (auto call = m_scan.callsWithoutRow().cbegin(); call != m_scan.callsWithoutRow().cend(); ++call) {
        if (isBrought(*call))
            continue;
        lost += 1;
        if (call->placedAt <= 0)
            timeless += 1;
        else if (++named <= MostNamed)
            m_report.missing.append(Texts::tr("A call of %1, campaign \"%2\": it is damaged, and so are its messages.")
                                        .arg(timeText(call->placedAt), call->taskId));
    }
    if (named > MostNamed)
        m_report.missing.append(counted(named - MostNamed, QT_TRANSLATE_NOOP("Salvage", "… and 1 more such call."),
                                        QT_TRANSLATE_NOOP("Salvage", "… and %1 more such calls.")));
    if (timeless > 0)
        m_report.missing.append(counted(
            timeless,
            QT_TRANSLATE_NOOP("Salvage", "1 call of which only the id is left: its time and campaign are not known."),
            QT_TRANSLATE_NOOP("Salvage",
                              "%1 calls of which only the ids are left: their times and campaigns are not known.")));
    const qint64 unknown = m_scan.counters().value(u"calls"_s) - m_report.calls - m_pastCalls - lost;
    if (unknown > 0)
        m_report.missing.append(counted(
            unknown, QT_TRANSLATE_NOOP("Salvage", "1 more call that the store had counted: nothing is left of it."),
            QT_TRANSLATE_NOOP("Salvage", "%1 more calls that the store had counted: nothing is left of them.")));
    listHeads();
}

/// A call whose row was not found is in the new store all the same, made from its messages.
bool SalvageBuild::isBrought(const IndexedCall &call)
{
    QSqlQuery &query = call.uuid.isEmpty()
        ? m_connection.prepared(u"SELECT 1 FROM main.call WHERE placed_at = ? AND task_id = ? AND call_uuid NOT IN "
                                "(SELECT call_uuid FROM source.call)"_s)
        : m_connection.prepared(u"SELECT 1 FROM main.call WHERE call_uuid = ?"_s);
    query.bindValue(0, call.uuid.isEmpty() ? QVariant(call.placedAt) : QVariant(call.uuid));
    if (call.uuid.isEmpty())
        query.bindValue(1, call.taskId.isNull() ? u""_s : call.taskId);
    m_connection.run(query);
    const bool isThere = m_connection.next(query);
    query.finish();
    return isThere;
}

void SalvageBuild::listHeads()
{
    const qint64 headless = number(u"SELECT COUNT(*) FROM main.call AS brought JOIN source.call AS old ON "
                                   u"old.call_uuid = brought.call_uuid WHERE old.row_head_id <> 0 AND "
                                   "brought.row_head_id = 0"_s);
    if (headless > 0)
        m_report.missing.append(counted(
            headless,
            QT_TRANSLATE_NOOP("Salvage", "The names of the customer columns of 1 call; its values are there."),
            QT_TRANSLATE_NOOP("Salvage", "The names of the customer columns of %1 calls; their values are there.")));
}

void SalvageBuild::listTables()
{
    for (auto broken = m_scan.brokenRows().cbegin(); broken != m_scan.brokenRows().cend(); ++broken) {
        if (!isMadeAnew(broken.key()))
            m_report.missing.append(
                Texts::tr("Damaged entries of the %1: %2.").arg(salvageName(broken.key())).arg(broken.value()));
    }
    if (m_scan.unknownPages() == 0)
        return; // where a tree leads nowhere, its pages were found all the same
    QStringList names;
    for (const QString &table : m_scan.brokenTrees()) {
        if (!isMadeAnew(table))
            names.append(salvageName(table));
    }
    names.sort();
    if (!names.isEmpty())
        m_report.missing.append(
            Texts::tr("Perhaps entries of these, parts of which can't be read: %1.").arg(names.join(Texts::tr("; "))));
}

} // namespace callboard
