// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/xlsx/xlsx_about.h"

#include "report/writer/report_text.h"

#include <QCoreApplication>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

void setProperties(XlsxBook &book, const ReportHead &head)
{
    QByteArray title = titleUtf8(head.title), comments = titleUtf8(factsText(head)),
               author("Callboard " CALLBOARD_VERSION);
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.comments = comments.data();
    properties.author = author.data();
    workbook_set_properties(book.book(), &properties);
    for (const auto &[name, value] : head.facts)
        workbook_set_custom_property_string(book.book(), titleUtf8(name).constData(), titleUtf8(value).constData());
}

} // namespace

void addAbout(XlsxBook &book, const ReportHead &head, qint64 cutCells)
{
    constexpr double NameWidth = 24, ValueWidth = 80;
    QList<std::pair<QString, QString>> facts = head.facts;
    facts.append({QCoreApplication::translate("XlsxWriter", "Times"),
                  QCoreApplication::translate("XlsxWriter", "to the second")});
    if (cutCells > 0)
        facts.append(
            {QCoreApplication::translate("XlsxWriter", "Cells cut because a workbook holds 32,767 characters each"),
             QString::number(cutCells)});
    lxw_worksheet *sheet = book.addSheet(QCoreApplication::translate("XlsxWriter", "About"));
    lxw_format *wrapped = workbook_add_format(book.book());
    format_set_text_wrap(wrapped);
    format_set_align(wrapped, LXW_ALIGN_VERTICAL_TOP);
    worksheet_set_column(sheet, 0, 0, NameWidth, wrapped);
    worksheet_set_column(sheet, 1, 1, ValueWidth, wrapped);
    qint64 ignored = 0;
    for (qsizetype i = 0; i < facts.size(); ++i) {
        const auto row = static_cast<lxw_row_t>(i);
        worksheet_write_string(sheet, row, 0, cellUtf8(facts.at(i).first, &ignored).constData(), wrapped);
        worksheet_write_string(sheet, row, 1, cellUtf8(facts.at(i).second, &ignored).constData(), wrapped);
    }
    setProperties(book, head);
}

} // namespace callboard
