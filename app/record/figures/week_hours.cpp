// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/figures/week_hours.h"

#include "record/figures/figures.h"

#include <QDateTime>

#include <algorithm>

namespace callboard {

WeekHour weekHourOf(qint64 timeMs, const QTimeZone &zone)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(timeMs, zone);
    return {local.date().dayOfWeek() - 1, local.time().hour()};
}

WeekStretches weekStretches(const TimeRange &range, const QTimeZone &zone)
{
    // By quarter hours, because every zone's hours begin with one.
    WeekStretches stretches;
    for (qint64 quarter = bucketStart(range.from, QuarterMs); quarter < range.to; quarter += QuarterMs) {
        const TimeRange part{std::max(quarter, range.from), std::min(quarter + QuarterMs, range.to)};
        const WeekHour hour = weekHourOf(quarter, zone);
        QList<TimeRange> &own = stretches[static_cast<std::size_t>(hour.day)][static_cast<std::size_t>(hour.hour)];
        if (part.from >= part.to)
            continue;
        if (!own.isEmpty() && own.constLast().to == part.from)
            own.last().to = part.to;
        else
            own.append(part);
    }
    return stretches;
}

QList<TimeRange> joined(QList<TimeRange> stretches)
{
    std::sort(stretches.begin(), stretches.end(),
              [](const TimeRange &a, const TimeRange &b) { return a.from < b.from; });
    QList<TimeRange> result;
    for (const TimeRange &stretch : std::as_const(stretches)) {
        if (!result.isEmpty() && result.constLast().to >= stretch.from)
            result.last().to = std::max(result.constLast().to, stretch.to);
        else
            result.append(stretch);
    }
    return result;
}

} // namespace callboard
