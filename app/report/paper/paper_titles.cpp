// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/paper/paper_titles.h"

#include "report/paper/paper_style.h"

#include <QCoreApplication>
#include <QHash>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

const QHash<QString, const char *> &fieldTitles()
{
    static const QHash<QString, const char *> titles{
        {u"business_id"_s, QT_TRANSLATE_NOOP("PaperTitle", "Company")},
        {u"app_id"_s, QT_TRANSLATE_NOOP("PaperTitle", "Application")},
        {u"robot_id"_s, QT_TRANSLATE_NOOP("PaperTitle", "Script")},
        {u"call_uuid"_s, QT_TRANSLATE_NOOP("PaperTitle", "Call id")},
        {u"caller"_s, QT_TRANSLATE_NOOP("PaperTitle", "Line")},
        {u"callee"_s, QT_TRANSLATE_NOOP("PaperTitle", "Called number")},
        {u"direction"_s, QT_TRANSLATE_NOOP("PaperTitle", "Direction")},
        {u"time_answer"_s, QT_TRANSLATE_NOOP("PaperTitle", "Answered at")},
        {u"time_hangup"_s, QT_TRANSLATE_NOOP("PaperTitle", "Hung up at")},
        {u"duration_ring"_s, QT_TRANSLATE_NOOP("PaperTitle", "Pushed ring")},
        {u"duration_call"_s, QT_TRANSLATE_NOOP("PaperTitle", "Pushed call")},
        {u"call_relation_id"_s, QT_TRANSLATE_NOOP("PaperTitle", "Relation id")},
        {u"task_id"_s, QT_TRANSLATE_NOOP("PaperTitle", "Campaign")},
        {u"task_data_id"_s, QT_TRANSLATE_NOOP("PaperTitle", "Data id")},
        {u"time_dial"_s, QT_TRANSLATE_NOOP("PaperTitle", "Dialled at")},
        {u"time_ring"_s, QT_TRANSLATE_NOOP("PaperTitle", "Rang at")},
        {u"task_result"_s, QT_TRANSLATE_NOOP("PaperTitle", "Code")},
        {u"task_result_desc"_s, QT_TRANSLATE_NOOP("PaperTitle", "Result")},
        {u"task_tries"_s, QT_TRANSLATE_NOOP("PaperTitle", "Retries")},
        {u"task_row_index"_s, QT_TRANSLATE_NOOP("PaperTitle", "Data row")},
        {u"ring_after_seconds"_s, QT_TRANSLATE_NOOP("PaperTitle", "Rang after")},
        {u"answer_after_seconds"_s, QT_TRANSLATE_NOOP("PaperTitle", "Answered after")},
        {u"talk_seconds"_s, QT_TRANSLATE_NOOP("PaperTitle", "Talk time")},
        {u"class"_s, QT_TRANSLATE_NOOP("PaperTitle", "Class")},
        {u"parts"_s, QT_TRANSLATE_NOOP("PaperTitle", "Messages")},
        {u"first_arrival"_s, QT_TRANSLATE_NOOP("PaperTitle", "First arrival")},
        {u"anomalies"_s, QT_TRANSLATE_NOOP("PaperTitle", "Anomalies")},
        {u"unknown_fields"_s, QT_TRANSLATE_NOOP("PaperTitle", "Unknown fields")},
        {u"time_zone"_s, QT_TRANSLATE_NOOP("PaperTitle", "Time zone")},
        {u"customer"_s, QT_TRANSLATE_NOOP("PaperTitle", "Customer row")},
    };
    return titles;
}

} // namespace

QString paperTitle(const ReportColumn &column)
{
    constexpr QLatin1StringView Customer = "customer."_L1;
    if (!column.name.isEmpty() && column.name != column.title)
        return paper::printable(column.title);
    if (column.title.startsWith(Customer))
        return paper::printable(column.title.mid(Customer.size()));
    const char *title = fieldTitles().value(column.title);
    return title ? QCoreApplication::translate("PaperTitle", title) : paper::printable(column.title);
}

} // namespace callboard
