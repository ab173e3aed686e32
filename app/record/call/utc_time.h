// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QTimeZone>

/// Moments by a fixed distance from UTC, on Qt 6.4 and on newer ones, which deprecate Qt::TimeSpec. Pure functions.
namespace callboard {

/// The moment (epoch ms), told in UTC.
inline QDateTime utcTime(qint64 epochMs)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return QDateTime::fromMSecsSinceEpoch(epochMs, QTimeZone::UTC);
#else
    return QDateTime::fromMSecsSinceEpoch(epochMs, Qt::UTC);
#endif
}

/// The moment (epoch ms), told by a clock that is so many seconds ahead of UTC.
inline QDateTime offsetTime(qint64 epochMs, int secondsAhead)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return QDateTime::fromMSecsSinceEpoch(epochMs, QTimeZone::fromSecondsAheadOfUtc(secondsAhead));
#else
    return QDateTime::fromMSecsSinceEpoch(epochMs, Qt::OffsetFromUTC, secondsAhead);
#endif
}

/// Midnight that begins the day in UTC, epoch ms.
inline qint64 utcMidnight(QDate date)
{
    return (date.toJulianDay() - QDate(1970, 1, 1).toJulianDay()) * 86'400'000;
}

} // namespace callboard
