// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report_formats.h"

#include "report/csv/csv_report_writer.h"
#include "report/paper/paper_report_writer.h"
#include "report/xlsx/xlsx_report_writer.h"

#include <QCoreApplication>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

const QList<ReportFormat> &reportFormatList()
{
    static const QList<ReportFormat> list{
        {u"csv"_s, u"csv"_s, QT_TRANSLATE_NOOP("ReportFormat", "CSV for Excel"), makeExcelCsvWriter},
        {u"csv-raw"_s, u"csv"_s, QT_TRANSLATE_NOOP("ReportFormat", "CSV for programs"), makeRawCsvWriter},
        {u"xlsx"_s, u"xlsx"_s, QT_TRANSLATE_NOOP("ReportFormat", "Excel workbook"), makeXlsxWriter},
        {u"pdf"_s, u"pdf"_s, QT_TRANSLATE_NOOP("ReportFormat", "PDF"), makePdfWriter},
    };
    return list;
}

const ReportFormat *findReportFormat(const QString &name)
{
    const QList<ReportFormat> &all = reportFormatList();
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto &format) { return format.name == name; });
    return found == all.end() ? nullptr : &*found;
}

QString reportFormatTitle(const QString &name)
{
    const ReportFormat *format = findReportFormat(name);
    return format ? QCoreApplication::translate("ReportFormat", format->title) : QString();
}

std::unique_ptr<ReportWriter> makeReportWriter(const ReportRequest &request, QIODevice &device,
                                               const ReportCancelled &cancelled)
{
    const ReportFormat *format = findReportFormat(request.format);
    return format ? format->make(request, device, cancelled) : nullptr;
}

} // namespace callboard
