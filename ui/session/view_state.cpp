// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/view_state.h"

#include "record/figures/figures.h"

#include <QDateTime>

namespace callboard {

namespace {

/// A period up to now stays open for a day: a platform whose clock is ahead must not push into nowhere.
constexpr qint64 OpenEndMs = DayMs;

qint64 midnight(qint64 nowMs, const QTimeZone &zone, int dayOffset)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(nowMs, zone).date();
    return today.addDays(dayOffset).startOfDay(zone).toMSecsSinceEpoch();
}

TimeRange lastBuckets(qint64 nowMs, qint64 bucketMs, qint64 lengthMs)
{
    const qint64 end = bucketStart(nowMs, bucketMs) + bucketMs;
    return {end - lengthMs, end + OpenEndMs};
}

/// Hours of a zone begin on whole hours of the epoch only where its offset is whole hours.
bool hasWholeHours(qint64 nowMs, const QTimeZone &zone)
{
    return zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(nowMs, zone)) % 3600 == 0;
}

qint64 bucketForLength(qint64 lengthMs, bool wholeHours)
{
    if (lengthMs <= 3 * HourMs)
        return MinuteMs;
    if (lengthMs <= 26 * HourMs || !wholeHours)
        return QuarterMs;
    return lengthMs <= 62 * DayMs ? HourMs : DayMs;
}

} // namespace

TimeRange Period::resolve(qint64 nowMs, const QTimeZone &zone) const
{
    switch (kind) {
    case PeriodKind::Today:
        return {midnight(nowMs, zone, 0), midnight(nowMs, zone, 1)};
    case PeriodKind::Last15Minutes:
        return lastBuckets(nowMs, MinuteMs, 15 * MinuteMs);
    case PeriodKind::LastHour:
        return lastBuckets(nowMs, MinuteMs, HourMs);
    case PeriodKind::Last24Hours:
        return lastBuckets(nowMs, QuarterMs, DayMs);
    case PeriodKind::Yesterday:
        return {midnight(nowMs, zone, -1), midnight(nowMs, zone, 0)};
    case PeriodKind::Last7Days:
        return {midnight(nowMs, zone, -6), midnight(nowMs, zone, 1)};
    case PeriodKind::Custom:
        return custom;
    }
    return custom;
}

qint64 Period::bucketMs(qint64 nowMs, const QTimeZone &zone) const
{
    switch (kind) {
    case PeriodKind::Last15Minutes:
    case PeriodKind::LastHour:
        return MinuteMs;
    case PeriodKind::Today:
    case PeriodKind::Yesterday:
    case PeriodKind::Last24Hours:
        return QuarterMs;
    case PeriodKind::Last7Days:
        return bucketForLength(7 * DayMs, hasWholeHours(nowMs, zone));
    case PeriodKind::Custom:
        return bucketForLength(custom.to - custom.from, hasWholeHours(nowMs, zone));
    }
    return QuarterMs;
}

bool Period::isRolling() const
{
    return kind != PeriodKind::Yesterday && kind != PeriodKind::Custom;
}

void ViewState::setPeriod(const Period &period)
{
    if (period == m_period && !m_scope.range)
        return;
    m_period = period;
    Q_EMIT changed(Choice::Period);
}

void ViewState::setTaskIds(const QStringList &taskIds)
{
    if (taskIds == m_taskIds && !m_scope.taskIds)
        return;
    m_taskIds = taskIds;
    Q_EMIT changed(Choice::Campaigns);
}

void ViewState::setScope(const ViewScope &scope)
{
    if (scope == m_scope)
        return;
    m_scope = scope;
    Q_EMIT scopeChanged();
}

void ViewState::setPersonalColumns(const QStringList &columns)
{
    if (columns == m_personalColumns)
        return;
    m_personalColumns = columns;
    Q_EMIT privacyChanged();
}

void ViewState::setPrivacy(Privacy privacy)
{
    if (privacy == m_privacy)
        return;
    m_privacy = privacy;
    Q_EMIT privacyChanged();
}

} // namespace callboard
