// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/as_of/as_of_work.h"

#include "store/journal/journal.h"
#include "store/journal/journal_gaps.h"

#include <QVariant>

namespace callboard {

using namespace Qt::StringLiterals;

/// Segments come by number: what is lacking arrived before the last message of every one behind it.
qint64 AsOfWork::firstArrivalBehind(qint64 number) const
{
    const QVariant arrival = source.value(u"SELECT MIN(last_arrival) FROM push WHERE first_push > %1"_s.arg(number));
    return arrival.isNull() ? std::numeric_limits<qint64>::max() : arrival.toLongLong();
}

AsOfWork::AsOfWork(Connection &sourceStore, Connection &targetStore, AsOfFacts &knownFacts,
                   const AsOfStore::Progress &progress, const AsOfStore::Cancelled &cancelled)
    : source(sourceStore)
    , target(targetStore)
    , facts(knownFacts)
    , at(knownFacts.at)
    , m_progress(progress)
    , m_cancelled(cancelled)
{
    const qint64 kept = source.value(u"SELECT COALESCE(SUM(count), 0) FROM push"_s).toLongLong();
    dropped = source.value(u"SELECT value FROM meta WHERE key = 'pushes'"_s).toLongLong() - kept;
    const QList<JournalGap> gaps = JournalGaps::lacking(source);
    if (!gaps.isEmpty())
        keptFrom = firstArrivalBehind(gaps.constLast().lastPush);
    facts.hasMessageCounts = keptFrom <= at;
    callRows = source.value(u"SELECT COALESCE(MAX(id), 0) FROM call"_s).toLongLong();
}

QString AsOfWork::takenAsTheyAre() const
{
    return u"first_arrival <= %1 AND (last_arrival <= %1 OR first_arrival < %2)"_s.arg(at).arg(keptFrom);
}

QString AsOfWork::toRebuild() const
{
    return u"first_arrival <= %1 AND last_arrival > %1 AND first_arrival >= %2"_s.arg(at).arg(keptFrom);
}

QSqlQuery &AsOfWork::segmentsFrom(qint64 arrivedFrom) const
{
    static const QString text =
        u"SELECT %1 FROM push WHERE first_arrival <= ? AND last_arrival >= ? ORDER BY first_push"_s.arg(
            Journal::segmentColumns());
    QSqlQuery &query = source.prepared(text);
    query.bindValue(0, at);
    query.bindValue(1, arrivedFrom);
    source.run(query);
    return query;
}

void AsOfWork::inPieces(const QString &table, qint64 piece, const std::function<void(qint64 from, qint64 to)> &part)
{
    const qint64 last = source.value(u"SELECT COALESCE(MAX(id), 0) FROM "_s + table).toLongLong();
    for (qint64 from = 0; from < last; from += piece) {
        checkCancelled();
        part(from, from + piece);
    }
}

void AsOfWork::checkCancelled() const
{
    if (source.isStopped() || (m_cancelled && m_cancelled()))
        throw QueryCancelled();
}

void AsOfWork::tell(qint64 done) const
{
    if (m_progress)
        m_progress(done, callRows);
}

} // namespace callboard
