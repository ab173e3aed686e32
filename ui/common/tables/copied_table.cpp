// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/tables/copied_table.h"

#include "report/csv/csv_text.h"

#include <QAbstractItemModel>
#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QRegularExpression>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// A spreadsheet takes these as times, which they are.
bool isTime(const QString &text)
{
    static const QRegularExpression pattern(
        u"^(\\d{4}-\\d\\d-\\d\\d)?( ?\\d{1,2}:\\d\\d(:\\d\\d)?)?([–-]\\d{1,2}:\\d\\d)?$"_s);
    return pattern.match(text).hasMatch();
}

/// A figure of the program: digits, separators, signs. Anything else in a column of numbers is text all the same.
bool isFigure(const QString &text)
{
    static const QRegularExpression pattern(u"^-?\\d[\\d.,:\\s\u00A0\u202F]*%?$|^[–-]?$"_s);
    return pattern.match(text).hasMatch();
}

QString tabbedLine(const QStringList &cells, const QList<bool> &isNumber)
{
    QStringList line;
    for (qsizetype i = 0; i < cells.size(); ++i)
        line.append(tabbedCell(cells.at(i), isNumber.value(i)));
    return line.join(u'\t');
}

QString htmlLine(const QStringList &cells, const QList<bool> &isNumber, const QString &tag)
{
    QString line = u"<tr>"_s;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        // Excel keeps a text as it is with this format; an apostrophe or a tab would be seen in other programs.
        const bool isPlain = isNumber.value(i) && isFigure(cells.at(i));
        const QString look = isPlain ? u"text-align:right"_s : u"mso-number-format:'\\@'"_s;
        line += u"<%1 style=\"%2\">"_s.arg(tag, look)
            + (isPlain ? cells.at(i) : spreadsheetText(cells.at(i))).toHtmlEscaped() + u"</%1>"_s.arg(tag);
    }
    return line + u"</tr>\n"_s;
}

} // namespace

QString tabbedCell(const QString &text, bool isNumber)
{
    const bool isPlain = (isNumber && isFigure(text)) || isTime(text);
    QString cell = isPlain ? text : spreadsheetText(text);
    if (!cell.contains(u'\t') && !cell.contains(u'\n') && !cell.contains(u'\r') && !cell.startsWith(u'"'))
        return cell;
    return u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
}

QString tabbedText(const CopiedTable &table)
{
    QStringList lines;
    if (!table.heads.isEmpty())
        lines.append(tabbedLine(table.heads, {}));
    for (const QStringList &row : table.rows)
        lines.append(tabbedLine(row, table.isNumber));
    return lines.join(u'\n');
}

QString htmlText(const CopiedTable &table)
{
    QString html = u"<html><head><meta charset=\"utf-8\"></head><body>\n"_s;
    if (!table.title.isEmpty())
        html += u"<p><b>"_s + table.title.toHtmlEscaped() + u"</b></p>\n"_s;
    if (!table.note.isEmpty())
        html += u"<p>"_s + table.note.toHtmlEscaped() + u"</p>\n"_s;
    html += u"<table>\n"_s;
    if (!table.heads.isEmpty())
        html += htmlLine(table.heads, {}, u"th"_s);
    for (const QStringList &row : table.rows)
        html += htmlLine(row, table.isNumber, u"td"_s);
    return html + u"</table>\n</body></html>\n"_s;
}

std::unique_ptr<QMimeData> mimeData(const CopiedTable &table)
{
    auto data = std::make_unique<QMimeData>();
    data->setText(tabbedText(table));
    data->setHtml(htmlText(table));
    return data;
}

void copyToClipboard(const CopiedTable &table)
{
    QGuiApplication::clipboard()->setMimeData(mimeData(table).release()); // the clipboard owns it
}

CopiedTable copiedTable(const QAbstractItemModel &model, QList<int> columns)
{
    const bool isAll = columns.isEmpty();
    for (int column = 0; isAll && column < model.columnCount(); ++column)
        columns.append(column);
    CopiedTable table;
    for (int column : std::as_const(columns)) {
        const int side = model.rowCount() > 0 ? model.index(0, column).data(Qt::TextAlignmentRole).toInt() : 0;
        table.isNumber.append((side & Qt::AlignRight) != 0);
        table.heads.append(model.headerData(column, Qt::Horizontal).toString());
    }
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column : std::as_const(columns))
            cells.append(model.index(row, column).data().toString());
        table.rows.append(cells);
    }
    return table;
}

} // namespace callboard
