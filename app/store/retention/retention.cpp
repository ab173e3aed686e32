// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/retention/retention.h"

#include "record/call/utc_time.h"
#include "store/apply/batch_applier.h"
#include "store/retention/clock_memory.h"
#include "text/count_text.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QVariant>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

Q_DECLARE_LOGGING_CATEGORY(lcStore)

namespace {

constexpr qint64 RunEveryMs = 3'600'000;
constexpr qint64 LookEveryMs = 10'000;
constexpr qint64 SaveEveryMs = 3'600'000;
constexpr qint64 BusySliceMs = 250;
constexpr int SliceCalls = 100;
constexpr int SlicePages = 200;
constexpr qint64 LeastFreePages = 250; ///< some will soon be needed again
constexpr qint64 SparePart = 20; ///< the same as a part of the file

const NumberedTable Messages{u"push"_s, u"first_push"_s, u"last_arrival"_s, u"LENGTH(segment)"_s};
const NumberedTable Refused{u"rejected"_s, u"id"_s, u"arrived_at"_s, u"LENGTH(body)"_s};

QString isoTime(qint64 epochMs)
{
    return epochMs == 0 ? QString() : utcTime(epochMs).toString(Qt::ISODate);
}

} // namespace

Retention::Retention(Connection &connection, BatchApplier &applier, const Clocks &clocks)
    : m_connection(connection)
    , m_applier(applier)
    , m_clocks(clocks)
    , m_watch(clocks, loadClockMemory(connection), newestArrival(connection))
    , m_messages(connection, Messages)
    , m_refused(connection, Refused)
    , m_late(connection)
{
    if (!m_watch.isTrusted())
        tell();
    if (isBoundaryAhead())
        qCWarning(lcStore).noquote() << boundaryAheadLogText(m_applier.keptSince(), m_clocks.wall());
}

bool Retention::isBoundaryAhead() const
{
    return isCallBoundaryAhead(m_applier.keptSince(), m_clocks.wall());
}

qint64 Retention::trustedTime()
{
    if (compareClocks())
        saveClock();
    return m_watch.isTrusted() ? m_watch.memory().seenAt : 0;
}

/// Raw messages hold what their calls held: none outlives its call.
void Retention::setKeepTimes(const KeepTimes &times)
{
    m_times.messages = times.messages <= 0 ? 0 : std::max(times.messages, LeastMessagesMs);
    m_times.calls = times.calls <= 0 ? 0 : std::max(times.calls, LeastCallsMs);
    if (m_times.calls > 0)
        m_times.messages = m_times.messages == 0 ? m_times.calls : std::min(m_times.messages, m_times.calls);
    m_running = false;
    m_ranAt = -1;
}

void Retention::work(bool isIdle)
{
    try {
        watchClock();
        const qint64 now = m_clocks.steady();
        if (!isIdle && m_slicedAt >= 0 && now - m_slicedAt < BusySliceMs)
            return;
        m_slicedAt = now;
        step();
    } catch (const StoreError &error) {
        m_running = false; // the next run finds what is left
        qCInfo(lcStore).noquote() << "What is old was not removed:" << error.text();
    }
}

void Retention::watchClock()
{
    const qint64 now = m_clocks.steady();
    if (m_lookedAt >= 0 && now - m_lookedAt < LookEveryMs)
        return;
    const bool isFirst = std::exchange(m_lookedAt, now) < 0;
    if (compareClocks() || isFirst || m_savedAt < 0 || now - m_savedAt >= SaveEveryMs)
        saveClock();
}

/// Says so, and is true, when the clock is no longer trusted, or again.
bool Retention::compareClocks()
{
    const bool trusted = m_watch.isTrusted();
    m_watch.compareClocks();
    if (trusted != m_watch.isTrusted())
        tell();
    return trusted != m_watch.isTrusted();
}

void Retention::tell()
{
    if (!m_watch.isTrusted())
        qCWarning(lcStore).noquote() << clockDoubtLogText(m_watch.memory());
    else
        qCInfo(lcStore) << "The clock is trusted again: what is old enough is removed.";
}

void Retention::confirmClock()
{
    m_watch.confirm();
    m_running = false;
    m_ranAt = -1;
    saveClock();
    m_applier.returnKeptSince(latestCallBoundary(m_clocks.wall()), m_clocks.wall());
    tell();
}

void Retention::saveClock()
{
    m_applier.tidyUp([this] { saveClockMemory(m_connection, m_watch.memory()); });
    m_savedAt = m_clocks.steady();
}

bool Retention::isDue() const
{
    const bool isTime = m_ranAt < 0 || m_clocks.steady() - m_ranAt >= RunEveryMs;
    const bool hasEnd = m_times.messages > 0 || m_applier.keptSince() > 0;
    return hasEnd && isTime && m_watch.isTrusted();
}

void Retention::step()
{
    if (!m_running && !isDue())
        return;
    if (compareClocks()) // the clock may have moved since the last one
        saveClock();
    if (!m_watch.isTrusted()) {
        m_running = false;
        return;
    }
    if (!m_running)
        begin();
    if (!dropMessages() && !emptyLateMessages() && !dropCalls() && !shrinkFile())
        finish();
}

void Retention::begin()
{
    m_ranAt = m_clocks.steady(); // also where it fails: the next try is an hour from now
    const qint64 now = m_watch.memory().seenAt; // not a later look: the clock may be set at any moment
    m_cutoff = now - m_times.messages;
    if (m_times.messages > 0) {
        m_messages.restart(m_cutoff, now);
        m_refused.restart(m_cutoff, now);
    }
    // Before the first slice: whatever happens in between, nobody counts what is half gone.
    if (m_times.calls > 0)
        m_applier.keepCallsSince(bucketStart(now - m_times.calls, QuarterMs));
    m_late.restart(m_applier.keptSince());
    m_gone = {};
    m_auditId = 0;
    m_running = true;
}

/// False: none is left.
bool Retention::dropMessages()
{
    OldRows &rows = m_messages.isDone() ? m_refused : m_messages;
    if (rows.isDone())
        return false;
    const std::optional<qint64> end = rows.next();
    if (!end)
        return true;
    m_applier.tidyUp([&] {
        Gone gone = m_gone;
        if (&rows == &m_messages)
            gone.messages += Journal::dropOlderThan(m_connection, std::numeric_limits<qint64>::max(), *end);
        else
            gone.refused += m_applier.dropRefusedThrough(*end);
        note(gone);
    });
    return true;
}

/// Once the old segments are gone, and before the calls: these say which messages are theirs.
bool Retention::emptyLateMessages()
{
    if (m_late.isDone())
        return false;
    m_applier.tidyUp([&] {
        Gone gone = m_gone;
        gone.emptied += m_late.step();
        if (gone.emptied > m_gone.emptied)
            note(gone);
    });
    return true;
}

/// By the store's own boundary: a longer time than before brings no call back, and leaves none that is half gone.
bool Retention::dropCalls()
{
    if (m_applier.keptSince() == 0)
        return false;
    qint64 gone = 0;
    m_applier.tidyUp([&] {
        gone = m_applier.dropCalls(SliceCalls);
        if (gone > 0)
            note({m_gone.messages, m_gone.refused, m_gone.calls + gone, m_gone.emptied});
    });
    m_callsGone = m_callsGone || gone > 0;
    return gone > 0;
}

/// Free pages go back to the system, where they are many.
bool Retention::shrinkFile()
{
    if (m_gone.isNothing())
        return false;
    const FreePages pages = m_connection.database().freePages();
    if (pages.free < LeastFreePages || pages.free * SparePart < pages.all)
        return false;
    m_applier.tidyUp([&] { m_connection.database().releasePages(SlicePages); });
    return true;
}

/// In the transaction of the slice, so that nothing ever goes without its line.
void Retention::note(const Gone &gone)
{
    const QJsonObject detail{{u"messages"_s, gone.messages},
                             {u"refused"_s, gone.refused},
                             {u"calls"_s, gone.calls},
                             {u"late_messages"_s, gone.emptied},
                             {u"calls_before"_s, isoTime(m_applier.keptSince())},
                             {u"before"_s, isoTime(m_cutoff)}};
    QSqlQuery &query =
        m_connection.prepared(u"INSERT INTO audit (id, at, action, detail) VALUES (?, ?, 'retention', ?) "
                              "ON CONFLICT (id) DO UPDATE SET detail = excluded.detail RETURNING id"_s);
    query.bindValue(0, m_auditId == 0 ? QVariant(QMetaType(QMetaType::LongLong)) : QVariant(m_auditId));
    query.bindValue(1, m_clocks.wall());
    query.bindValue(2, QString::fromUtf8(QJsonDocument(detail).toJson(QJsonDocument::Compact)));
    m_connection.run(query);
    if (m_connection.next(query))
        m_auditId = query.value(0).toLongLong();
    query.finish();
    m_gone = gone;
}

void Retention::finish()
{
    m_running = false;
    if (m_gone.isNothing())
        return;
    QStringList gone;
    if (m_gone.messages > 0)
        gone += countText(m_gone.messages, u"raw message"_s, u"raw messages"_s);
    if (m_gone.refused > 0)
        gone += countText(m_gone.refused, u"refused message"_s, u"refused messages"_s);
    if (!gone.isEmpty())
        gone.last() += u" (from before %1)"_s.arg(isoTime(m_cutoff));
    if (m_gone.calls > 0)
        gone +=
            countText(m_gone.calls, u"call"_s, u"calls"_s) + u" (from before %1)"_s.arg(isoTime(m_applier.keptSince()));
    qCInfo(lcStore).noquote() << u"Removed because of their age: %1."_s.arg(gone.join(u", "_s));
}

} // namespace callboard
