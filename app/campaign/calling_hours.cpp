// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/calling_hours.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int DayMinutes = 24 * 60;
constexpr int WeekDays = 7;

/// Minutes of the day of "HH:MM"; -1 for any other text.
int minuteOf(const QString &text)
{
    bool isHour = false;
    bool isMinute = false;
    const int hour = QStringView(text).left(2).toInt(&isHour);
    const int minute = QStringView(text).mid(3).toInt(&isMinute);
    const bool hasShape = text.size() == 5 && text[2] == u':' && isHour && isMinute;
    const int minutes = hour * 60 + minute;
    return hasShape && minute >= 0 && minute < 60 && minutes >= 0 && minutes <= DayMinutes ? minutes : -1;
}

QString textOf(int minute)
{
    return u"%1:%2"_s.arg(minute / 60, 2, 10, QChar(u'0')).arg(minute % 60, 2, 10, QChar(u'0'));
}

std::optional<QList<int>> readDays(const QJsonArray &array)
{
    QList<int> days;
    for (const QJsonValue &value : array) {
        const int day = value.toInt();
        if (day < 1 || day > WeekDays)
            return std::nullopt;
        if (!days.contains(day))
            days.append(day);
    }
    std::sort(days.begin(), days.end());
    return days.isEmpty() ? std::nullopt : std::optional(days);
}

std::optional<CallingRange> readRange(const QJsonObject &object)
{
    const auto days = readDays(object.value("days"_L1).toArray());
    const int from = minuteOf(object.value("from"_L1).toString());
    const int to = minuteOf(object.value("to"_L1).toString());
    if (!days || from < 0 || from == DayMinutes || to < 0)
        return std::nullopt;
    return CallingRange{*days, from, to == 0 ? DayMinutes : to};
}

qint64 momentOf(QDate date, int minute, const QTimeZone &zone)
{
    if (minute == 0 || minute == DayMinutes)
        return date.addDays(minute == 0 ? 0 : 1).startOfDay(zone).toMSecsSinceEpoch();
    return QDateTime(date, QTime(minute / 60, minute % 60), zone).toMSecsSinceEpoch();
}

struct Stretch
{
    qint64 from = 0, to = 0; ///< epoch ms, half open
};

Stretch stretchOn(const CallingRange &range, QDate date, const QTimeZone &zone)
{
    const QDate last = range.toMinute > range.fromMinute ? date : date.addDays(1);
    return {momentOf(date, range.fromMinute, zone), momentOf(last, range.toMinute, zone)};
}

/// The earliest beginning of a stretch that holds the moment, or nothing.
std::optional<qint64> beginningOf(const QList<CallingRange> &ranges, qint64 timeMs, const QTimeZone &zone)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(timeMs, zone).date();
    std::optional<qint64> earliest;
    for (const CallingRange &range : ranges) {
        for (const QDate date : {today.addDays(-1), today}) {
            if (!range.days.contains(date.dayOfWeek()))
                continue;
            const Stretch stretch = stretchOn(range, date, zone);
            if (timeMs >= stretch.from && timeMs < stretch.to)
                earliest = std::min(earliest.value_or(stretch.from), stretch.from);
        }
    }
    return earliest;
}

} // namespace

std::optional<CallingHours> CallingHours::parse(const QString &json, QString *error)
{
    if (json.trimmed().isEmpty())
        return CallingHours();
    const auto refuse = [error](const QString &why) {
        if (error)
            *error = why;
        return std::nullopt;
    };
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json.toUtf8(), &problem);
    if (!document.isArray())
        return refuse(u"Calling hours are a JSON array of ranges (%1)."_s.arg(problem.errorString()));
    QList<CallingRange> ranges;
    const QJsonArray array = document.array();
    for (const QJsonValue &value : array) {
        const auto range = readRange(value.toObject());
        if (!range)
            return refuse(u"Range %1 needs days from 1 to 7 and times such as 09:00."_s.arg(ranges.size() + 1));
        ranges.append(*range);
    }
    return CallingHours(ranges);
}

QString CallingHours::toJson() const
{
    if (m_ranges.isEmpty())
        return {};
    QJsonArray array;
    for (const CallingRange &range : m_ranges) {
        QJsonArray days;
        for (const int day : range.days)
            days.append(day);
        array.append(
            QJsonObject{{u"days"_s, days}, {u"from"_s, textOf(range.fromMinute)}, {u"to"_s, textOf(range.toMinute)}});
    }
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

bool CallingHours::contains(qint64 timeMs, const QTimeZone &zone) const
{
    return isEmpty() || beginningOf(m_ranges, timeMs, zone).has_value();
}

std::optional<qint64> CallingHours::openSince(qint64 timeMs, const QTimeZone &zone) const
{
    if (isEmpty())
        return 0;
    std::optional<qint64> since = beginningOf(m_ranges, timeMs, zone);
    if (!since)
        return std::nullopt;
    const qint64 weekAgo = timeMs - WeekDays * DayMinutes * 60'000LL;
    while (*since > weekAgo) {
        const auto before = beginningOf(m_ranges, *since - 1, zone);
        if (!before)
            break;
        since = before;
    }
    return since;
}

} // namespace callboard
