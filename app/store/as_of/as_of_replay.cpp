// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/as_of/as_of_replay.h"

#include "store/apply/batch_applier.h"
#include "store/table/recount_sql.h"
#include "store/table/rollup_table.h"

#include <QVariant>

#include <algorithm>
#include <limits>
#include <vector>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 ReplayBatch = 2'000;

/// A set of texts in a fixed amount of memory that may say yes wrongly, but never no: most messages of a day are of
/// calls that need no merging.
class BloomFilter
{
public:
    void add(const QString &text)
    {
        m_bits[place(text, 1)] = true;
        m_bits[place(text, 2)] = true;
    }
    bool mayHave(const QString &text) const { return m_bits[place(text, 1)] && m_bits[place(text, 2)]; }

private:
    static constexpr std::size_t Bits = std::size_t(1) << 23;
    static std::size_t place(const QString &text, std::size_t seed) { return qHash(text, seed * 0x9E3779B9U) % Bits; }
    std::vector<bool> m_bits = std::vector<bool>(Bits);
};

class Replay
{
public:
    explicit Replay(AsOfWork &work)
        : m_work(work)
        , m_applier(work.target)
    {
        m_applier.setRowOf([this](const QString &uuid) { return rowOf(uuid).value_or(0); });
    }

    void run()
    {
        noteCalls();
        m_work.pushesThen = m_work.dropped + wholeSegments();
        // Calls to merge need the messages from the first one's arrival on; segments with later messages are looked
        // into to count those of then.
        QSqlQuery &query = m_work.segmentsFrom(m_from);
        while (m_work.source.next(query)) {
            m_work.checkCancelled();
            m_work.tell(m_work.callRows);
            openSegment(Journal::readSegment(query));
        }
        query.finish();
        flush();
        keepLastMessage();
    }

private:
    void noteCalls()
    {
        QSqlQuery &query = m_work.target.prepared(u"SELECT call_uuid, first_arrival FROM as_of_call"_s);
        m_work.target.run(query);
        m_from = m_work.at + 1;
        while (m_work.target.next(query)) {
            m_filter.add(query.value(0).toString());
            m_from = std::min(m_from, query.value(1).toLongLong());
            m_work.facts.rebuilt += 1;
        }
        query.finish();
    }

    qint64 wholeSegments()
    {
        return m_work.source
            .value(u"SELECT COALESCE(SUM(count), 0) FROM push WHERE last_arrival <= %1"_s.arg(m_work.at))
            .toLongLong();
    }

    std::optional<qint64> rowOf(const QString &uuid)
    {
        static const QString text = u"SELECT id FROM as_of_call WHERE call_uuid = ?"_s;
        return m_work.target.native(text).bind(uuid).run();
    }

    void openSegment(const JournalSegment &segment)
    {
        try {
            takeSegment(segment.firstPush, Journal::open(segment), segment.lastArrival > m_work.at);
        } catch (const DamagedSegment &) {
            // Calls that may have a message in it are shown as they are now.
            const bool saysWhen = segment.firstArrival <= segment.lastArrival && segment.lastArrival <= m_work.at;
            m_work.lostUpTo = std::max(m_work.lostUpTo, saysWhen ? segment.lastArrival : m_work.at);
            m_work.facts.hasMessageCounts = false;
        }
    }

    void takeSegment(qint64 firstPush, const QList<JournalEntry> &entries, bool isCut)
    {
        for (qsizetype i = 0; i < entries.size(); ++i) {
            const JournalEntry &entry = entries.at(i);
            if (entry.arrivedAt > m_work.at)
                continue;
            m_work.pushesThen += isCut ? 1 : 0;
            if (entry.arrivedAt >= m_from)
                take(firstPush + i, entry);
        }
    }

    void take(qint64 number, const JournalEntry &entry)
    {
        const auto content = parsePush(entry.body, entry.kind);
        const auto *message = std::get_if<PartMessage>(&content);
        if (!message || !m_filter.mayHave(message->fields.callUuid) || !rowOf(message->fields.callUuid))
            return;
        m_applier.replay(number, entry.arrivedAt, *message);
        if (++m_waiting == ReplayBatch)
            flush();
    }

    void flush()
    {
        m_applier.flushReplayed();
        m_waiting = 0;
        m_work.checkCancelled();
    }

    /// So that the store of then tells when it heard last. Its number is that of the last message.
    void keepLastMessage()
    {
        if (!m_work.facts.hasMessageCounts)
            return;
        static const QString text =
            u"SELECT %1 FROM push WHERE first_arrival <= ? ORDER BY first_push DESC LIMIT 1"_s.arg(
                Journal::segmentColumns());
        QSqlQuery &query = m_work.source.prepared(text);
        query.bindValue(0, m_work.at);
        m_work.source.run(query);
        QList<JournalEntry> entries;
        if (m_work.source.next(query))
            entries = Journal::open(Journal::readSegment(query));
        query.finish();
        const auto last = std::find_if(entries.crbegin(), entries.crend(),
                                       [this](const JournalEntry &entry) { return entry.arrivedAt <= m_work.at; });
        if (last != entries.crend())
            Journal::append(m_work.target, m_work.pushesThen, {*last});
    }

    AsOfWork &m_work;
    BatchApplier m_applier;
    BloomFilter m_filter;
    qint64 m_from = 0; ///< arrival of the first message that is needed
    qint64 m_waiting = 0;
};

QString notRebuilt(const AsOfWork &work)
{
    return u"SELECT as_of_call.id FROM as_of_call LEFT JOIN call ON call.id = as_of_call.id WHERE call.id IS NULL OR "
           "call.first_arrival <> as_of_call.first_arrival OR as_of_call.first_arrival <= %1"_s.arg(work.lostUpTo);
}

/// Calls whose first message is not in the journal although it should be: better shown as they are now, and told, than
/// shown in a form that they never had.
void showRestAsNow(AsOfWork &work)
{
    Connection &then = work.target;
    const qint64 rest = then.value(u"SELECT COUNT(*) FROM (%1) AS r"_s.arg(notRebuilt(work))).toLongLong();
    if (rest == 0)
        return;
    then.execute(u"CREATE TABLE as_of_rest AS "_s + notRebuilt(work));
    then.execute(u"DELETE FROM call WHERE id IN (SELECT id FROM as_of_rest)"_s);
    then.execute(u"INSERT INTO call SELECT * FROM source.call WHERE id IN (SELECT id FROM as_of_rest)"_s);
    then.execute(u"INSERT INTO row_head SELECT * FROM source.row_head WHERE id IN (SELECT row_head_id FROM call WHERE "
                 "call.id IN (SELECT as_of_rest.id FROM as_of_rest)) ON CONFLICT DO NOTHING"_s);
    then.execute(u"INSERT INTO task SELECT * FROM source.task WHERE task_id IN (SELECT task_id FROM call) ON CONFLICT "
                 "DO NOTHING"_s);
    then.execute(u"DELETE FROM as_of_call WHERE id IN (SELECT id FROM as_of_rest)"_s);
    recountRollups(then);
    QString recount = RecountSql::recountContact(then.dialect());
    then.execute(recount.replace(u"WHERE id = ?"_s, u"WHERE TRUE"_s));
    work.facts.rebuilt -= rest;
    work.facts.shownAsNow += rest;
}

} // namespace

void replayKnown(AsOfWork &work)
{
    Replay(work).run();
    showRestAsNow(work);
}

} // namespace callboard
