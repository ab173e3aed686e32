// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report_head.h"

#include <QCoreApplication>
#include <QDateTime>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ReportHead", text);
}

QString timeText(qint64 epochMs, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(epochMs, zone).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

QString periodText(const TimeRange &range, const QTimeZone &zone)
{
    const QString from =
        range.from > 0 ? timeText(range.from, zone) : tr(QT_TRANSLATE_NOOP("ReportHead", "the first call"));
    const QString to =
        range.to == TimeRange().to ? tr(QT_TRANSLATE_NOOP("ReportHead", "now")) : timeText(range.to, zone);
    return tr(QT_TRANSLATE_NOOP("ReportHead", "%1 to %2")).arg(from, to);
}

} // namespace

ReportHead reportHead(const QString &title, const ReportRequest &request, qint64 rows)
{
    const bool masked = request.privacy == Privacy::Masked;
    ReportHead head{.title = title, .facts = {}, .rows = rows};
    head.facts = {
        {tr(QT_TRANSLATE_NOOP("ReportHead", "Report")), title},
        {tr(QT_TRANSLATE_NOOP("ReportHead", "Period")), periodText(request.filter.range, request.zone)},
        {tr(QT_TRANSLATE_NOOP("ReportHead", "Time zone")), QString::fromUtf8(request.zone.id())},
        {tr(QT_TRANSLATE_NOOP("ReportHead", "Made")), timeText(QDateTime::currentMSecsSinceEpoch(), request.zone)},
        {tr(QT_TRANSLATE_NOOP("ReportHead", "Numbers")),
         masked ? tr(QT_TRANSLATE_NOOP("ReportHead", "masked")) : tr(QT_TRANSLATE_NOOP("ReportHead", "in full"))},
        {tr(QT_TRANSLATE_NOOP("ReportHead", "Rows")), QString::number(rows)},
    };
    return head;
}

} // namespace callboard
