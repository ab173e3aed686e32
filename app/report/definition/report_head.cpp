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

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ReportHead)
};

QString periodText(const TimeRange &range, const QTimeZone &zone)
{
    const QString words = rangeWords(range, zone);
    if (range.to == TimeRange().to)
        return words;
    return Texts::tr("%1 (that moment not included)").arg(words);
}

QString campaignsText(const QStringList &taskIds, const FilterWordsContext &context)
{
    const bool areFew = !taskIds.isEmpty() && taskIds.size() <= MostNames;
    return areFew ? taskNames(taskIds, context) : taskWords(taskIds, context, MostNames);
}

QString filterText(const CallFilter &filter, const FilterWordsContext &context)
{
    const QStringList words = filterTexts(filter, context);
    return words.isEmpty() ? Texts::tr("none: all calls") : words.join(Texts::tr("; "));
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
        return Texts::tr("as decided today");
    const qint64 end = request.filter.range.to;
    return end == TimeRange().to
        ? Texts::tr("as decided at the end of the period, which is today")
        : Texts::tr("as decided at the end of the period, %1").arg(localTimeText(end, request.zone));
}

QString knownText(const ReportRequest &request)
{
    return request.asOf > 0 ? localTimeText(request.asOf, request.zone) : Texts::tr("when this was made");
}

ReportFacts factsOf(const QString &title, const ReportRequest &request, const FilterWordsContext &words, qint64 rows)
{
    const CallFilter &filter = request.filter;
    const QString made = localTimeText(QDateTime::currentMSecsSinceEpoch(), request.zone);
    const bool masked = request.privacy == Privacy::Masked;
    return {
        {Texts::tr("Report"), title},
        {Texts::tr("Period"), periodText(filter.range, request.zone)},
        {Texts::tr("Campaigns"), campaignsText(filter.taskIds, words)},
        {Texts::tr("Filter"), filterText(filter, words)},
        {Texts::tr("Time zone"), zoneText(filter.range, request.zone)},
        {Texts::tr("Made"),
         Texts::tr("%1, by Callboard %2").arg(made, QLatin1StringView(CALLBOARD_VERSION).toString())},
        {Texts::tr("Numbers"), masked ? Texts::tr("masked") : Texts::tr("in full")},
        {Texts::tr("Meaning of results"), meaningsText(request)},
        {Texts::tr("Known at"), knownText(request)},
        {Texts::tr("Rows"), QString::number(rows)},
    };
}

} // namespace

ReportHead reportHead(const ReportScope &scope, const QString &title, qint64 rows, const ReportFacts &more)
{
    ReportFacts facts = factsOf(title, scope.request(), scope.words(), rows);
    const QString kept = keptSinceText(callsKeptSince(scope.connection()), scope.filter().range, scope.request().zone);
    if (!kept.isEmpty())
        facts.append({Texts::tr("Calls kept"), kept});
    return {title, facts + more, rows};
}

ReportHead reportHead(const QString &title, const ReportRequest &request, qint64 rows)
{
    const FilterWordsContext words{request.zone, request.privacy, request.personalColumns, {}, {}};
    return {title, factsOf(title, request, words, rows), rows};
}

} // namespace callboard
