// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/as_of/known_work.h"

#include "store/journal/journal.h"
#include "store/journal/journal_gaps.h"

#include <QVariant>

namespace callboard {

using namespace Qt::StringLiterals;

/// Segments come by number: what is lacking arrived before the last message of every one behind it.
qint64 KnownWork::firstArrivalBehind(qint64 number) const
{
    const QVariant arrival = now.value(u"SELECT MIN(last_arrival) FROM push WHERE first_push > %1"_s.arg(number));
    return arrival.isNull() ? std::numeric_limits<qint64>::max() : arrival.toLongLong();
}

KnownWork::KnownWork(Connection &nowStore, Connection &thenStore, KnownFacts &knownFacts,
                     const KnownStore::Progress &progress, const KnownStore::Cancelled &cancelled)
    : now(nowStore)
    , then(thenStore)
    , facts(knownFacts)
    , at(knownFacts.at)
    , m_progress(progress)
    , m_cancelled(cancelled)
{
    const qint64 kept = now.value(u"SELECT COALESCE(SUM(count), 0) FROM push"_s).toLongLong();
    dropped = now.value(u"SELECT value FROM meta WHERE key = 'pushes'"_s).toLongLong() - kept;
    const QList<JournalGap> gaps = JournalGaps::lacking(now);
    if (!gaps.isEmpty())
        keptFrom = firstArrivalBehind(gaps.constLast().lastPush);
    facts.hasMessageCounts = keptFrom <= at;
    callRows = now.value(u"SELECT COALESCE(MAX(id), 0) FROM call"_s).toLongLong();
}

QString KnownWork::takenAsTheyAre() const
{
    return u"first_arrival <= %1 AND (last_arrival <= %1 OR first_arrival < %2)"_s.arg(at).arg(keptFrom);
}

QString KnownWork::toRebuild() const
{
    return u"first_arrival <= %1 AND last_arrival > %1 AND first_arrival >= %2"_s.arg(at).arg(keptFrom);
}

QSqlQuery &KnownWork::segmentsFrom(qint64 arrivedFrom) const
{
    static const QString text =
        u"SELECT %1 FROM push WHERE first_arrival <= ? AND last_arrival >= ? ORDER BY first_push"_s.arg(
            Journal::segmentColumns());
    QSqlQuery &query = now.prepared(text);
    query.bindValue(0, at);
    query.bindValue(1, arrivedFrom);
    now.run(query);
    return query;
}

void KnownWork::inPieces(const QString &table, qint64 piece, const std::function<void(qint64 from, qint64 to)> &part)
{
    const qint64 last = now.value(u"SELECT COALESCE(MAX(id), 0) FROM "_s + table).toLongLong();
    for (qint64 from = 0; from < last; from += piece) {
        checkWanted();
        part(from, from + piece);
    }
}

void KnownWork::checkWanted() const
{
    if (now.isStopped() || (m_cancelled && m_cancelled()))
        throw QueryCancelled();
}

void KnownWork::tell(qint64 done) const
{
    if (m_progress)
        m_progress(done, callRows);
}

} // namespace callboard
