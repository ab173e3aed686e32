// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/definition/report_head.h"

#include "report/writer/report_text.h"
#include "store/read/contact_queries.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostNames = 50;

QString say(const char *text)
{
    return QCoreApplication::translate("ReportHead", text);
}

QString periodText(const TimeRange &range, const QTimeZone &zone)
{
    const QString words = rangeWords(range, zone);
    if (range.to == TimeRange().to)
        return words;
    return say(QT_TRANSLATE_NOOP("ReportHead", "%1 (that moment not included)")).arg(words);
}

QString campaignsText(const QStringList &taskIds, const FilterWordsContext &context)
{
    const bool areFew = !taskIds.isEmpty() && taskIds.size() <= MostNames;
    return areFew ? taskNames(taskIds, context) : taskWords(taskIds, context, MostNames);
}

QString filterText(const CallFilter &filter, const FilterWordsContext &context)
{
    QStringList words;
    for (const FilterWord &word : filterWords(filter, context))
        words.append(word.text);
    return words.isEmpty() ? say(QT_TRANSLATE_NOOP("ReportHead", "none: all calls"))
                           : words.join(say(QT_TRANSLATE_NOOP("ReportHead", "; ")));
}

QString offsetAt(qint64 epochMs, const QTimeZone &zone)
{
    return u"UTC"_s + offsetText(QDateTime::fromMSecsSinceEpoch(epochMs, zone).offsetFromUtc());
}

/// With the offset from UTC, or both where clocks were changed inside the period.
QString zoneText(const TimeRange &range, const QTimeZone &zone)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const QString first = offsetAt(range.from > 0 ? range.from : now, zone);
    const QString last = offsetAt(range.to == TimeRange().to ? now : range.to - 1, zone);
    return u"%1 (%2)"_s.arg(QString::fromUtf8(zone.id()), first == last ? first : first + u", "_s + last);
}

QString meaningsText(const ReportRequest &request)
{
    if (request.meaningsOf == MeaningsOf::Today)
        return say(QT_TRANSLATE_NOOP("ReportHead", "as decided today"));
    const qint64 end = request.filter.range.to;
    return end == TimeRange().to
        ? say(QT_TRANSLATE_NOOP("ReportHead", "as decided at the end of the period, which is today"))
        : say(QT_TRANSLATE_NOOP("ReportHead", "as decided at the end of the period, %1"))
              .arg(localTimeText(end, request.zone));
}

QString knownText(const ReportRequest &request)
{
    return request.knownAt > 0 ? localTimeText(request.knownAt, request.zone)
                               : say(QT_TRANSLATE_NOOP("ReportHead", "when this was made"));
}

ReportFacts factsOf(const QString &title, const ReportRequest &request, const FilterWordsContext &words, qint64 rows)
{
    const CallFilter &filter = request.filter;
    const QString made = localTimeText(QDateTime::currentMSecsSinceEpoch(), request.zone);
    const bool masked = request.privacy == Privacy::Masked;
    return {
        {say(QT_TRANSLATE_NOOP("ReportHead", "Report")), title},
        {say(QT_TRANSLATE_NOOP("ReportHead", "Period")), periodText(filter.range, request.zone)},
        {say(QT_TRANSLATE_NOOP("ReportHead", "Campaigns")), campaignsText(filter.taskIds, words)},
        {say(QT_TRANSLATE_NOOP("ReportHead", "Filter")), filterText(filter, words)},
        {say(QT_TRANSLATE_NOOP("ReportHead", "Time zone")), zoneText(filter.range, request.zone)},
        {say(QT_TRANSLATE_NOOP("ReportHead", "Made")),
         say(QT_TRANSLATE_NOOP("ReportHead", "%1, by Callboard %2"))
             .arg(made, QLatin1StringView(CALLBOARD_VERSION).toString())},
        {say(QT_TRANSLATE_NOOP("ReportHead", "Numbers")),
         masked ? say(QT_TRANSLATE_NOOP("ReportHead", "masked")) : say(QT_TRANSLATE_NOOP("ReportHead", "in full"))},
        {say(QT_TRANSLATE_NOOP("ReportHead", "Meaning of results")), meaningsText(request)},
        {say(QT_TRANSLATE_NOOP("ReportHead", "Known at")), knownText(request)},
        {say(QT_TRANSLATE_NOOP("ReportHead", "Rows")), QString::number(rows)},
    };
}

} // namespace

ReportHead reportHead(const ReportScope &scope, const QString &title, qint64 rows, const ReportFacts &more)
{
    ReportFacts facts = factsOf(title, scope.request(), scope.words(), rows);
    const QString kept = keptSinceText(callsKeptSince(scope.connection()), scope.filter().range, scope.request().zone);
    if (!kept.isEmpty())
        facts.append({say(QT_TRANSLATE_NOOP("ReportHead", "Calls kept")), kept});
    return {title, facts + more, rows};
}

ReportHead reportHead(const QString &title, const ReportRequest &request, qint64 rows)
{
    const FilterWordsContext words{request.zone, request.privacy, request.personalColumns, {}, {}};
    return {title, factsOf(title, request, words, rows), rows};
}

} // namespace callboard
