// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/calling_hours_text.h"

#include "campaign/task_cells.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <map>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int DayMinutes = 24 * 60;
constexpr int MostRanges = 50;

constexpr const char *DayNames[] = {QT_TRANSLATE_NOOP("CallingHours", "Mon"), QT_TRANSLATE_NOOP("CallingHours", "Tue"),
                                    QT_TRANSLATE_NOOP("CallingHours", "Wed"), QT_TRANSLATE_NOOP("CallingHours", "Thu"),
                                    QT_TRANSLATE_NOOP("CallingHours", "Fri"), QT_TRANSLATE_NOOP("CallingHours", "Sat"),
                                    QT_TRANSLATE_NOOP("CallingHours", "Sun")};

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(CallingHours)
};

QString dayName(int day)
{
    return Texts::tr(DayNames[day - 1]);
}

/// "Mon–Fri", "Sat, Sun", "daily".
QString daysText(const QList<int> &days)
{
    if (days.size() == 7)
        return Texts::tr("daily");
    QStringList parts;
    for (qsizetype from = 0; from < days.size();) {
        qsizetype to = from;
        while (to + 1 < days.size() && days[to + 1] == days[to] + 1)
            ++to;
        if (to - from >= 2) {
            parts.append(u"%1–%2"_s.arg(dayName(days[from]), dayName(days[to])));
        } else {
            for (qsizetype i = from; i <= to; ++i)
                parts.append(dayName(days[i]));
        }
        from = to + 1;
    }
    return parts.join(u", "_s);
}

QString timeText(int minute)
{
    return u"%1:%2"_s.arg(minute / 60, 2, 10, QChar(u'0')).arg(minute % 60, 2, 10, QChar(u'0'));
}

/// 1 … 7 for any word or number of a day, in small letters.
int dayOf(const QString &word)
{
    static const QStringList english{u"mon"_s, u"tue"_s, u"wed"_s, u"thu"_s, u"fri"_s, u"sat"_s, u"sun"_s};
    const QChar last = word.back();
    const qsizetype chinese = QStringView(u"一二三四五六日").indexOf(last);
    if (chinese >= 0)
        return static_cast<int>(chinese) + 1;
    if (last == u'天')
        return 7;
    return last.isDigit() ? last.digitValue() : static_cast<int>(english.indexOf(word.left(3))) + 1;
}

void addDays(QList<int> &days, int from, int to)
{
    constexpr int DaysOfAWeek = 7;
    const int count = (to - from + DaysOfAWeek) % DaysOfAWeek + 1;
    for (int i = 0; i < count; ++i) {
        if (const int day = (from - 1 + i) % DaysOfAWeek + 1; !days.contains(day))
            days.append(day);
    }
}

/// Days named by one word for several of them; empty for any other text.
QList<int> collectiveDays(const QString &text)
{
    static const std::map<QString, QList<int>> collections{{u"daily"_s, {1, 2, 3, 4, 5, 6, 7}},
                                                           {u"every day"_s, {1, 2, 3, 4, 5, 6, 7}},
                                                           {u"每天"_s, {1, 2, 3, 4, 5, 6, 7}},
                                                           {u"每日"_s, {1, 2, 3, 4, 5, 6, 7}},
                                                           {u"workdays"_s, {1, 2, 3, 4, 5}},
                                                           {u"weekdays"_s, {1, 2, 3, 4, 5}},
                                                           {u"工作日"_s, {1, 2, 3, 4, 5}},
                                                           {u"weekend"_s, {6, 7}},
                                                           {u"weekends"_s, {6, 7}},
                                                           {u"周末"_s, {6, 7}},
                                                           {u"週末"_s, {6, 7}}};
    const auto found = collections.find(text);
    return found == collections.end() ? QList<int>() : found->second;
}

QList<int> readDays(QString text)
{
    text = text.trimmed().toLower(); // a pattern that ignores case takes ſ for s
    if (text.isEmpty())
        return {1, 2, 3, 4, 5, 6, 7};
    QList<int> days = collectiveDays(text);
    if (!days.isEmpty())
        return days;
    static const QString day =
        u"(?:(?:周|週|星期|礼拜|禮拜)?[一二三四五六日天]|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?|[1-7])"_s;
    static const QRegularExpression pattern(u"(%1)(?:\\s*[-–—~～至到]\\s*(%1))?"_s.arg(day));
    static const QRegularExpression between(u"^[\\s,，、/&和及]*$"_s);
    qsizetype at = 0;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (!between.match(text.mid(at, match.capturedStart() - at)).hasMatch())
            return {};
        const int from = dayOf(match.captured(1));
        addDays(days, from, match.captured(2).isEmpty() ? from : dayOf(match.captured(2)));
        at = match.capturedEnd();
    }
    std::sort(days.begin(), days.end());
    return between.match(text.mid(at)).hasMatch() ? days : QList<int>();
}

/// Minutes of the day; -1 for no time of day.
int minuteOf(const QString &hour, const QString &minute)
{
    const int minutes = hour.toInt() * 60 + minute.toInt();
    return minute.toInt() < 60 && minutes <= DayMinutes ? minutes : -1;
}

bool refuse(QString *error, const QString &why)
{
    if (error)
        *error = why;
    return false;
}

QString shapeProblem(const QString &part)
{
    return Texts::tr("\"%1\" can't be read. Write days and times, such as Mon-Fri 09:00-20:00.")
        .arg(visibleText(part.trimmed()));
}

bool readPart(const QString &part, QList<CallingRange> &ranges, QString *error)
{
    static const QRegularExpression times(u"(\\d{1,2})[:：](\\d{2})\\s*[-–—~～至到]\\s*(\\d{1,2})[:：](\\d{2})"_s);
    static const QRegularExpression between(u"^[\\s,，、&和及]*$"_s);
    QList<int> days;
    qsizetype at = 0;
    auto matches = times.globalMatch(part);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QString before = part.mid(at, match.capturedStart() - at);
        if (at == 0)
            days = readDays(before);
        else if (!between.match(before).hasMatch())
            return refuse(error, shapeProblem(part));
        const int from = minuteOf(match.captured(1), match.captured(2));
        const int to = minuteOf(match.captured(3), match.captured(4));
        if (from < 0 || from == DayMinutes || to < 0)
            return refuse(error, Texts::tr("\"%1\" is no time of day.").arg(match.captured()));
        if (days.isEmpty())
            return refuse(error, shapeProblem(part));
        ranges.append({days, from, to == 0 ? DayMinutes : to});
        at = match.capturedEnd();
    }
    return at > 0 && part.mid(at).trimmed().isEmpty() ? true : refuse(error, shapeProblem(part));
}

} // namespace

QString callingHoursText(const CallingHours &hours)
{
    QStringList parts;
    QList<int> lastDays;
    for (const CallingRange &range : hours.ranges()) {
        const QString time = u"%1–%2"_s.arg(timeText(range.fromMinute), timeText(range.toMinute));
        if (range.days == lastDays)
            parts.last() += u", "_s + time;
        else
            parts.append(u"%1 %2"_s.arg(daysText(range.days), time));
        lastDays = range.days;
    }
    return parts.join(u"; "_s);
}

std::optional<CallingHours> readCallingHours(const QString &text, QString *error)
{
    if (text.trimmed().startsWith(u'[')) {
        const auto hours = CallingHours::parse(text);
        if (hours && hours->ranges().size() <= MostRanges)
            return hours;
        refuse(error, shapeProblem(text.left(200)));
        return std::nullopt;
    }
    static const QRegularExpression dividers(u"[;；\\n]"_s);
    QList<CallingRange> ranges;
    const QStringList parts = text.split(dividers);
    for (const QString &part : parts) {
        if (!part.trimmed().isEmpty() && !readPart(part, ranges, error))
            return std::nullopt;
    }
    if (ranges.size() > MostRanges) {
        refuse(error, Texts::tr("These are too many times to be calling hours."));
        return std::nullopt;
    }
    return CallingHours(ranges);
}

} // namespace callboard
