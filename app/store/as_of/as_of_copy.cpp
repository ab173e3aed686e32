// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/as_of/as_of_copy.h"

#include "store/database/meta_table.h"
#include "store/journal/journal.h"
#include "store/journal/journal_gaps.h"
#include "store/read/kept_calls.h"
#include "store/table/call_sql.h"
#include "store/table/other_pushes.h"
#include "store/table/recount_sql.h"
#include "store/table/rollup_table.h"

#include <QSet>
#include <QVariant>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 PieceOfCalls = 10'000; ///< some ten milliseconds each
constexpr qint64 PieceOfMessages = 200; ///< may have large bodies
constexpr qsizetype MostCells = 20'000;

/// Runs a statement for the rows of one piece.
void runPiece(Connection &connection, const QString &text, qint64 from, qint64 to)
{
    QSqlQuery &query = connection.prepared(text);
    query.bindValue(0, from);
    query.bindValue(1, to);
    connection.run(query);
    query.finish();
}

void copyCalls(AsOfWork &work)
{
    const QString rows = u" WHERE id > ? AND id <= ? AND "_s;
    const QString calls = u"INSERT INTO call SELECT * FROM source.call"_s + rows + work.takenAsTheyAre();
    const QString rebuilt =
        u"INSERT INTO as_of_call SELECT call_uuid, id, first_arrival FROM source.call"_s + rows + work.toRebuild();
    const QString heads = u"INSERT INTO row_head SELECT * FROM source.row_head WHERE id IN (SELECT row_head_id FROM "
                          u"call WHERE id > ? AND "
                          "id <= ?) ON CONFLICT DO NOTHING"_s;
    // The contacts keep their rows. They have the figures of now, and are counted again where those are not the same.
    const QString contacts =
        u"INSERT INTO contact SELECT * FROM source.contact WHERE id IN (SELECT contact_id FROM source.call "
        "WHERE id > ? AND id <= ? AND first_arrival <= %1 AND +contact_id > 0) ON CONFLICT DO NOTHING"_s.arg(work.at);
    work.inPieces(u"call"_s, PieceOfCalls, [&](qint64 from, qint64 to) {
        for (const QString &text : {calls, rebuilt, heads, contacts})
            runPiece(work.target, text, from, to);
        work.tell(from);
    });
}

/// Takes the calls that are not as they were out of the rollups and the contacts.
class Removal
{
public:
    explicit Removal(AsOfWork &work)
        : m_work(work)
    { }

    void run()
    {
        m_work.target.execute(u"INSERT INTO rollup SELECT * FROM source.rollup"_s);
        m_work.inPieces(u"call"_s, PieceOfCalls, [this](qint64 from, qint64 to) {
            readPiece(from, to);
            recountContacts();
            if (m_cells.size() > MostCells)
                writeCells();
        });
        writeCells();
    }

private:
    void readPiece(qint64 from, qint64 to)
    {
        QSqlQuery &query = m_work.source.prepared(
            u"SELECT time_hangup, first_arrival, task_id, task_result, parts, direction, time_answer, time_ring, "
            "time_dial, contact_id FROM call WHERE id > ? AND id <= ? AND NOT (%1)"_s.arg(m_work.takenAsTheyAre()));
        query.bindValue(0, from);
        query.bindValue(1, to);
        m_work.source.run(query);
        while (m_work.source.next(query))
            take(query);
        query.finish();
    }

    void take(const QSqlQuery &query)
    {
        CallRecord call;
        call.fields.timeHangup = query.value(0).toLongLong();
        call.firstArrival = query.value(1).toLongLong();
        call.fields.taskId = query.value(2).toString();
        call.fields.taskResult = query.value(3).toString();
        call.parts = CallParts::fromStored(query.value(4).toInt());
        call.fields.direction = query.value(5).toLongLong();
        call.fields.timeAnswer = query.value(6).toLongLong();
        call.fields.timeRing = query.value(7).toLongLong();
        call.fields.timeDial = query.value(8).toLongLong();
        m_cells[cellKeyOf(call, QuarterMs)] -= cellSumsOf(call);
        if (const qint64 contact = query.value(9).toLongLong(); contact > 0)
            m_contacts.insert(contact);
    }

    void recountContacts()
    {
        QSqlQuery &recount = m_work.target.prepared(RecountSql::recountContact(m_work.target.dialect()));
        for (const qint64 contact : std::as_const(m_contacts)) {
            recount.bindValue(0, contact);
            m_work.target.run(recount);
            m_work.checkCancelled();
        }
        m_contacts.clear();
    }

    void writeCells()
    {
        addToRollups(m_work.target, m_cells);
        m_cells.clear();
    }

    AsOfWork &m_work;
    CellMap m_cells;
    QSet<qint64> m_contacts;
};

void copyRefused(AsOfWork &work)
{
    const QString text =
        u"INSERT INTO rejected (id, arrived_at, remote, reason, error, field, body, kind, replayed_at) "
        "SELECT id, arrived_at, remote, reason, error, field, body, kind, CASE WHEN replayed_at > %1 THEN 0 "
        "ELSE replayed_at END FROM source.rejected WHERE id > ? AND id <= ? AND arrived_at <= %1"_s.arg(work.at);
    work.inPieces(u"rejected"_s, PieceOfMessages,
                  [&](qint64 from, qint64 to) { runPiece(work.target, text, from, to); });
}

/// What people said stays as they say it today. A task of which only calls tell is known once it has one.
void copyDecisions(AsOfWork &work)
{
    work.target.execute(u"INSERT INTO task SELECT * FROM source.task WHERE alias <> '' OR list_size <> 0 OR "
                        "calling_hours <> '' OR success_rule <> '' OR task_id IN (SELECT task_id FROM rollup WHERE "
                        "calls <> 0)"_s);
    work.target.execute(
        u"INSERT INTO result_meaning SELECT * FROM source.result_meaning WHERE since <= %1"_s.arg(work.at));
}

/// Those of one quarter hour that had arrived by then.
OtherPushCounts countOthersOf(const AsOfWork &work, qint64 quarter)
{
    QSqlQuery &query = work.segmentsFrom(quarter);
    OtherPushCounts counts;
    while (work.source.next(query)) {
        work.checkCancelled();
        try {
            const QList<JournalEntry> entries = Journal::open(Journal::readSegment(query));
            for (const JournalEntry &entry : entries) {
                if (entry.kind != PushKind::Record && entry.arrivedAt >= quarter && entry.arrivedAt <= work.at)
                    counts[{quarter, entry.kind}] += 1;
            }
        } catch (const DamagedSegment &) {
            continue; // the replay says that messages can't be counted
        }
    }
    query.finish();
    return counts;
}

/// They are counted by quarter hour; of the one that was under way the messages themselves are counted.
void copyOthers(AsOfWork &work)
{
    const qint64 quarter = bucketStart(work.at + 1, QuarterMs);
    work.target.execute(u"INSERT INTO other_push SELECT * FROM source.other_push WHERE quarter < %1"_s.arg(quarter));
    if (!OtherPushes::count(work.source, {quarter, quarter + QuarterMs}).isEmpty())
        OtherPushes::add(work.target, countOthersOf(work, quarter));
}

qint64 othersIn(Connection &connection)
{
    return OtherPushes::sum(OtherPushes::total(connection));
}

/// The messages that the calls hold, each part counted once; what was accepted beyond that was a repeat.
qint64 partsIn(Connection &connection)
{
    return connection
        .value(u"SELECT (SELECT COALESCE(SUM(calls * (2 - basic_only)), 0) FROM rollup) - (SELECT COUNT(*) FROM call "
               "WHERE %1) - (SELECT COALESCE(SUM(calls), 0) FROM past_outbound_only)"_s.arg(
                   CallSql::hasExactly(Part::Outbound)))
        .toLongLong();
}

} // namespace

void copyAsOf(AsOfWork &work)
{
    work.target.execute(u"CREATE TABLE as_of_call (call_uuid TEXT NOT NULL PRIMARY KEY, id BIGINT NOT NULL, "
                        "first_arrival BIGINT NOT NULL)"_s);
    // What is no longer kept was counted by then, or nearly all of it: see AsOfStore::checkKept().
    setMetaNumber(work.target, u"calls_kept_since"_s, callsKeptSince(work.source));
    work.target.execute(u"INSERT INTO past_outbound_only SELECT * FROM source.past_outbound_only"_s);
    work.target.execute(u"INSERT INTO past_contact SELECT * FROM source.past_contact"_s);
    copyCalls(work);
    work.facts.shownAsNow =
        work.target.value(u"SELECT COUNT(*) FROM call WHERE last_arrival > %1"_s.arg(work.at)).toLongLong();
    Removal(work).run();
    copyRefused(work);
    copyOthers(work);
    copyDecisions(work);
}

void countAsOf(AsOfWork &work)
{
    Connection &then = work.target;
    then.execute(u"DELETE FROM contact WHERE attempts = 0"_s);
    dropEmptyRollups(then);
    work.facts.calls = then.value(u"SELECT COALESCE(SUM(calls), 0) FROM rollup"_s).toLongLong();
    const qint64 awaiting =
        then.value(u"SELECT COALESCE(SUM(calls), 0) FROM rollup WHERE "_s + CallSql::isAwaitingRollup()).toLongLong();
    const qint64 parts = partsIn(then);
    const qint64 others = othersIn(then);
    const qint64 extraNow = metaNumber(work.source, u"pushes"_s) - partsIn(work.source) - othersIn(work.source)
        - metaNumber(work.source, u"repeated"_s);
    const qint64 pushes = work.facts.hasMessageCounts ? work.pushesThen : parts + others;
    setMetaNumber(then, u"pushes"_s, pushes);
    setMetaNumber(then, u"repeated"_s, std::max<qint64>(0, pushes - parts - others - extraNow));
    setMetaNumber(then, u"refused"_s, then.value(u"SELECT COUNT(*) FROM rejected"_s).toLongLong());
    setMetaNumber(then, u"calls"_s, work.facts.calls);
    setMetaNumber(then, u"awaiting"_s, awaiting);
    setMetaNumber(then, u"commit"_s, metaNumber(work.source, u"commit"_s));
    JournalGaps::noteUnnoted(then, GapReason::NotCopied, work.at);
    if (const qint64 last = metaNumber(work.source, u"pushes"_s);
        last > pushes) // calls shown as they are now name them
        JournalGaps::note(then, {pushes + 1, last, GapReason::NotCopied, work.at});
}

} // namespace callboard
