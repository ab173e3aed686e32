// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/filter/filter_words.h"

#include "record/filter/call_choices.h"

#include <QCoreApplication>
#include <QDateTime>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(FilterWords)
};

QString dateTime(qint64 epochMs, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(epochMs, zone).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

QString timeOfDay(qint64 epochMs, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(epochMs, zone).toString(u"HH:mm:ss"_s);
}

/// The text of a condition of a filter that sets it; empty where it has none of its own.
QString textOf(const FilterCondition &condition, const CallFilter &filter, const FilterWordsContext &context)
{
    const QString value = condition.value ? condition.value(filter, context) : QString();
    const char *label = condition.member.isNo(filter) ? condition.labelIfNo : condition.label;
    if (!label)
        return value;
    return condition.value ? Texts::tr(label).arg(value) : Texts::tr(label);
}

} // namespace

QList<FilterWord> filterWords(const CallFilter &filter, const FilterWordsContext &context)
{
    QList<FilterWord> words;
    for (const FilterCondition &condition : filterConditions()) {
        if (condition.word == "choices"_L1) {
            for (qsizetype i = 0; i < filter.choices.size(); ++i) {
                const CallChoice &choice = filter.choices.at(i);
                const QString word = choiceWord(choice);
                words.append({&condition,
                              word.isEmpty() ? Texts::tr("One of %1 kinds of calls").arg(choice.anyOf.size()) : word,
                              i});
            }
        } else if (condition.member.isSet(filter)) {
            if (const QString text = textOf(condition, filter, context); !text.isEmpty())
                words.append({&condition, text});
        }
    }
    return words;
}

QStringList filterTexts(const CallFilter &filter, const FilterWordsContext &context)
{
    QStringList texts;
    for (const FilterWord &word : filterWords(filter, context))
        texts.append(word.text);
    return texts;
}

QString rangeWords(const TimeRange &range, const QTimeZone &zone)
{
    const bool open = range.to == TimeRange().to;
    if (range.from <= 0 && open)
        return Texts::tr("All time");
    if (open)
        return Texts::tr("From %1 on").arg(dateTime(range.from, zone));
    if (range.from <= 0)
        return Texts::tr("Before %1").arg(dateTime(range.to, zone));
    const bool sameDay = dateTime(range.from, zone).first(10) == dateTime(range.to, zone).first(10);
    return Texts::tr("%1 to %2")
        .arg(dateTime(range.from, zone), sameDay ? timeOfDay(range.to, zone) : dateTime(range.to, zone));
}

QString shortRangeWords(const TimeRange &range, const QTimeZone &zone, qint64 now)
{
    const auto at = [&zone](qint64 ms) { return QDateTime::fromMSecsSinceEpoch(ms, zone); };
    const auto isMidnight = [](const QDateTime &time) { return time == time.date().startOfDay(time.timeZone()); };
    const auto day = [](const QDateTime &time) { return time.toString(u"MM-dd"_s); };
    const auto full = [](const QDateTime &time) { return time.toString(u"MM-dd HH:mm"_s); };
    if (range.from <= 0)
        return range.to > now ? Texts::tr("All time") : Texts::tr("Until %1").arg(full(at(range.to)));
    const QDateTime from = at(range.from);
    if (range.to > now
        && !(isMidnight(from) && range.to <= from.date().addDays(1).startOfDay(zone).toMSecsSinceEpoch()))
        return Texts::tr("From %1", "a time").arg(full(from));
    const QDateTime last = at(range.to - 1), to = at(range.to);
    if (isMidnight(from) && isMidnight(to))
        return from.date() == last.date() ? day(from) : day(from) + u" – "_s + day(last);
    return full(from) + (from.date() == to.date() ? u"–"_s + to.toString(u"HH:mm"_s) : u" – "_s + full(to));
}

QString taskWords(const QStringList &taskIds, const FilterWordsContext &context, qsizetype mostNames)
{
    if (taskIds.isEmpty())
        return Texts::tr("All campaigns");
    if (taskIds.size() > mostNames)
        return Texts::tr("%1 campaigns").arg(taskIds.size());
    return Texts::tr("Campaign: %1").arg(taskNames(taskIds, context));
}

QString taskNames(const QStringList &taskIds, const FilterWordsContext &context)
{
    QStringList names;
    for (const QString &id : taskIds)
        names.append(context.taskName ? context.taskName(id) : id);
    return names.join(Texts::tr(", "));
}

QString partsWords(CallParts parts)
{
    return Texts::tr(parts.select(
        QT_TRANSLATE_NOOP("FilterWords", "none"), QT_TRANSLATE_NOOP("FilterWords", "basic part only"),
        QT_TRANSLATE_NOOP("FilterWords", "outbound part only"), QT_TRANSLATE_NOOP("FilterWords", "both parts")));
}

bool programSpeaksChinese()
{
    //: The code of the language that the texts of this file are in, such as zh_CN.
    return QCoreApplication::translate("FilterWords", "en").startsWith("zh"_L1);
}

} // namespace callboard
