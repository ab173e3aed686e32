// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/week_hours.h"

#include "record/figures.h"

#include <QDateTime>

namespace callboard {

WeekHour weekHourOf(qint64 timeMs, const QTimeZone &zone)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(timeMs, zone);
    return {local.date().dayOfWeek() - 1, local.time().hour()};
}

QList<TimeRange> stretchesOf(const TimeRange &range, const WeekHour &hour, const QTimeZone &zone)
{
    // Quarter hours, because every zone's hours begin with one; days of another name are passed over at once.
    QList<TimeRange> stretches;
    for (qint64 quarter = bucketStart(range.from, QuarterMs); quarter < range.to; quarter += QuarterMs) {
        const QDateTime local = QDateTime::fromMSecsSinceEpoch(quarter, zone);
        if (local.date().dayOfWeek() - 1 != hour.day) {
            const qint64 tomorrow = local.date().addDays(1).startOfDay(zone).toMSecsSinceEpoch();
            quarter = std::max(quarter, tomorrow - QuarterMs);
            continue;
        }
        if (local.time().hour() != hour.hour)
            continue;
        const TimeRange part{std::max(quarter, range.from), std::min(quarter + QuarterMs, range.to)};
        if (part.from >= part.to)
            continue;
        if (!stretches.isEmpty() && stretches.constLast().to == part.from)
            stretches.last().to = part.to;
        else
            stretches.append(part);
    }
    return stretches;
}

} // namespace callboard
