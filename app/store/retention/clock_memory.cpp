// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/retention/clock_memory.h"

#include "record/call/utc_time.h"
#include "record/figures/figures.h"
#include "store/database/meta_table.h"
#include "store/retention/retention.h"

#include <QCoreApplication>
#include <QVariant>

#include <cstdlib>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr double MsPerDay = 86'400'000;
constexpr double MsPerHour = 3'600'000;

QString asWritten(const char *text)
{
    return QString::fromUtf8(text);
}

QString translated(const char *text)
{
    return QCoreApplication::translate("ClockMemory", text);
}

/// The whole sentence for each direction: languages differ in more than the words.
QString doubtText(const ClockWatch::Memory &memory, QString (*inLanguage)(const char *))
{
    if (!memory.doubted)
        return {};
    const double days = static_cast<double>(std::llabs(memory.movedMs)) / MsPerDay;
    const double left = static_cast<double>(ClockWatch::ConfirmingMs - memory.steadyMs) / MsPerHour;
    const char *text = memory.movedMs < 0 // nothing but the clock itself does that
        ? QT_TRANSLATE_NOOP("ClockMemory",
                            "The computer's clock moved %1 days back. Until that is confirmed, nothing is removed "
                            "because of its age. Confirm it when the clock is right; otherwise %2 hours of running "
                            "without another move confirm it.")
        : QT_TRANSLATE_NOOP("ClockMemory",
                            "The computer's clock moved %1 days forward, or the computer was off or asleep for so "
                            "long. Until that is confirmed, nothing is removed because of its age. Confirm it when "
                            "the clock is right; otherwise %2 hours of running without another move confirm it.");
    return inLanguage(text).arg(QString::number(days, 'f', 1), QString::number(left, 'f', 1));
}

QString boundaryText(qint64 keptSince, qint64 now, QString (*inLanguage)(const char *))
{
    if (!isCallBoundaryAhead(keptSince, now))
        return {};
    const char *text =
        QT_TRANSLATE_NOOP("ClockMemory",
                          "Calls are kept since %1 only, because the computer's clock was once ahead. What "
                          "comes in for earlier calls is stored as it was received, and not counted. "
                          "Confirm the clock when it is right; calls are counted again then.");
    return inLanguage(text).arg(utcTime(keptSince).toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s));
}

} // namespace

ClockWatch::Memory loadClockMemory(Connection &connection)
{
    return {.seenAt = metaNumber(connection, u"clock_seen_at"_s),
            .doubted = metaNumber(connection, u"clock_doubted"_s) != 0,
            .movedMs = metaNumber(connection, u"clock_moved_ms"_s),
            .steadyMs = metaNumber(connection, u"clock_steady_ms"_s),
            .driftMs = metaNumber(connection, u"clock_drift_ms"_s)};
}

void saveClockMemory(Connection &connection, const ClockWatch::Memory &memory)
{
    setMetaNumber(connection, u"clock_seen_at"_s, memory.seenAt);
    setMetaNumber(connection, u"clock_doubted"_s, memory.doubted ? 1 : 0);
    setMetaNumber(connection, u"clock_moved_ms"_s, memory.movedMs);
    setMetaNumber(connection, u"clock_steady_ms"_s, memory.steadyMs);
    setMetaNumber(connection, u"clock_drift_ms"_s, memory.driftMs);
}

/// By the last one stored, not by the latest time: one wrong time in the future would stand for years.
qint64 newestArrival(Connection &connection)
{
    for (const QString &sql : {u"SELECT last_arrival FROM push ORDER BY first_push DESC LIMIT 1"_s,
                               u"SELECT last_arrival FROM call ORDER BY id DESC LIMIT 1"_s,
                               u"SELECT arrived_at FROM rejected ORDER BY id DESC LIMIT 1"_s}) {
        if (const QVariant at = connection.value(sql); at.isValid())
            return at.toLongLong();
    }
    return 0;
}

QString clockDoubtText(const ClockWatch::Memory &memory)
{
    return doubtText(memory, translated);
}

QString clockDoubtLogText(const ClockWatch::Memory &memory)
{
    return doubtText(memory, asWritten);
}

qint64 latestCallBoundary(qint64 now)
{
    return bucketStart(now - Retention::LeastCallsMs, QuarterMs);
}

bool isCallBoundaryAhead(qint64 keptSince, qint64 now)
{
    return keptSince > now + QuarterMs;
}

QString boundaryAheadText(qint64 keptSince, qint64 now)
{
    return boundaryText(keptSince, now, translated);
}

QString boundaryAheadLogText(qint64 keptSince, qint64 now)
{
    return boundaryText(keptSince, now, asWritten);
}

} // namespace callboard
