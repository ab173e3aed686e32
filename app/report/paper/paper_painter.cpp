// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/paper/paper_painter.h"

#include "report/paper/paper_head.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;
using namespace paper;

namespace {

constexpr double HairlineWidth = points(0.4);
constexpr double RuleWidth = points(0.8);
const QString Brand = u"Callboard"_s;

void drawLine(QPainter &painter, double left, double right, double y, QRgb color, double width)
{
    painter.fillRect(QRectF(left, y - width / 2, right - left, width), QColor::fromRgb(color));
}

void drawText(QPainter &painter, const Meter &meter, double left, double top, const QString &text, QRgb color)
{
    painter.setFont(meter.font());
    painter.setPen(QColor::fromRgb(color));
    painter.drawText(QPointF(left, top + meter.ascent()), text);
}

void drawTextToRight(QPainter &painter, const Meter &meter, double right, double top, const QString &text, QRgb color)
{
    drawText(painter, meter, right - meter.width(text), top, text, color);
}

/// The lines one below the other; returns where the next thing goes.
double drawLines(QPainter &painter, const Meter &meter, double left, double top, const QStringList &lines, QRgb color)
{
    for (const QString &line : lines) {
        drawText(painter, meter, left, top, line, color);
        top += meter.lineHeight();
    }
    return top;
}

} // namespace

PaperPainter::PaperPainter(PaperDocument &document, const PaperLayout &layout, const Meters &meters,
                           const ReportCancelled &cancelled)
    : m_document(document)
    , m_layout(layout)
    , m_meters(meters)
    , m_cancelled(cancelled)
    , m_format(paperFormat(document.zone))
{ }

const PaperTable &PaperPainter::tableOf(const PaperBlock &block) const
{
    return m_document.tables[static_cast<std::size_t>(block.table)];
}

void PaperPainter::paint(QPainter &painter, int number) const
{
    const PaperPage &page = m_layout.pages[static_cast<std::size_t>(number)];
    const PaperSheet &sheet = m_layout.sheetOf(page);
    if (number > 0)
        paintHead(painter, sheet);
    for (const PaperBlock &block : page.blocks) {
        const QRectF area(sheet.inside.left(), block.top, sheet.inside.width(), block.height);
        switch (block.kind) {
        case PaperBlock::Kind::Title:
            paintTitle(painter, sheet, block.top);
            break;
        case PaperBlock::Kind::Section:
            paintSection(painter, sheet, block);
            break;
        case PaperBlock::Kind::Chart:
            paintChart(painter, area, tableOf(block).charts.at(block.item), m_meters, m_format);
            break;
        case PaperBlock::Kind::Rows:
            paintRows(painter, sheet, block);
            break;
        case PaperBlock::Kind::Note:
            drawText(painter, m_meters[Type::Body], area.left(), area.top(),
                     QCoreApplication::translate("Paper", "There is nothing to list."), Muted);
        }
    }
    paintFoot(painter, sheet, number);
}

void PaperPainter::paintTitle(QPainter &painter, const PaperSheet &sheet, double top) const
{
    const QRectF &inside = sheet.inside;
    const Meter &title = m_meters[Type::Title], &body = m_meters[Type::Body];
    const double below =
        drawLines(painter, title, inside.left(), top, title.lines(m_document.head.title, inside.width()), Text);
    const double facts = top + titleHeight(m_document, inside.width(), m_meters);
    drawLine(painter, inside.left(), inside.left() + points(34), below + points(2), Accent, points(2));
    const double from = below + points(10);
    for (const PlacedFact &fact :
         placedFacts(m_document, QRectF(inside.left(), from, inside.width(), facts - from), m_meters)) {
        const auto &[name, value] = m_document.head.facts.at(fact.fact);
        const QRectF &place = fact.place;
        drawLines(painter, body, place.left(), place.top(), factNameLines(name, m_meters), Muted);
        drawLines(painter, body, place.left() + FactName, place.top(), body.lines(value, place.width() - FactName),
                  Text);
    }
}

void PaperPainter::paintHead(QPainter &painter, const PaperSheet &sheet) const
{
    const QRectF &inside = sheet.inside;
    const Meter &head = m_meters[Type::Head], &small = m_meters[Type::Small];
    const double room = inside.width() - head.width(Brand) - points(12);
    drawText(painter, head, inside.left(), inside.top(), head.lines(m_document.head.title, room).constFirst(), Text);
    drawTextToRight(painter, head, inside.right(), inside.top(), Brand, Muted);
    const double below = drawLines(painter, small, inside.left(), inside.top() + head.lineHeight(),
                                   headLines(m_document, inside.width(), m_meters), Muted);
    drawLine(painter, inside.left(), inside.right(), below + points(3), Hairline, RuleWidth);
}

void PaperPainter::paintFoot(QPainter &painter, const PaperSheet &sheet, int page) const
{
    const QRectF &inside = sheet.inside;
    const Meter &small = m_meters[Type::Small];
    const double top = inside.bottom() - small.lineHeight();
    const QString place =
        QCoreApplication::translate("Paper", "Page %1 of %2").arg(page + 1).arg(m_layout.pages.size());
    drawLine(painter, inside.left(), inside.right(), top - points(3), Hairline, RuleWidth);
    drawText(painter, small, inside.left(), top, m_document.made, Muted);
    drawTextToRight(painter, small, inside.right(), top, place, Muted);
}

void PaperPainter::paintSection(QPainter &painter, const PaperSheet &sheet, const PaperBlock &block) const
{
    const Meter &section = m_meters[Type::Section];
    const QStringList lines = section.lines(tableOf(block).title, sheet.inside.width());
    drawLines(painter, section, sheet.inside.left(), block.top, lines, Text);
}

double PaperPainter::paintCaption(QPainter &painter, const QRectF &area, const PaperBlock &block) const
{
    const Meter &small = m_meters[Type::Small];
    const PaperTable &table = tableOf(block);
    const QString &title = table.title.isEmpty() ? m_document.head.title : table.title;
    const PaperBand &band = m_layout.bands[static_cast<std::size_t>(block.table)].at(block.item);
    if (block.isContinued)
        drawText(painter, small, area.left(), area.top(),
                 QCoreApplication::translate("Paper", "%1, continued").arg(title), Muted);
    if (band.columns.size() < table.columns.size()) {
        // The first column stands in every band; a band is named by those that are new in it.
        const int first = block.item == 0 ? 1 : band.columns.value(1) + 1;
        const QString columns = QCoreApplication::translate("Paper", "Columns %1 to %2 of %3")
                                    .arg(first)
                                    .arg(band.columns.constLast() + 1)
                                    .arg(table.columns.size());
        drawTextToRight(painter, small, area.left() + band.width(), area.top(), columns, Muted);
    }
    return area.top() + CaptionHeight;
}

double PaperPainter::paintTableHead(QPainter &painter, const QPointF &at, const PaperTable &table,
                                    const PaperBand &band) const
{
    const Meter &meter = m_meters[Type::Head];
    const double height = tableHeadHeight(table, band, m_meters);
    painter.fillRect(QRectF(at, QSizeF(band.width(), height)), QColor::fromRgb(HeadGround));
    drawLine(painter, at.x(), at.x() + band.width(), at.y() + height, Rule, RuleWidth);
    double left = at.x();
    for (qsizetype i = 0; i < band.columns.size(); ++i) {
        const PaperColumn &column = table.columns.at(band.columns.at(i));
        const double width = band.widths.at(i);
        const QStringList lines = meter.lines(column.title, width - 2 * CellPadding);
        double top = at.y() + height - 1.5 * RowPadding - static_cast<double>(lines.size()) * meter.lineHeight();
        for (const QString &line : lines) {
            if (column.isNumber())
                drawTextToRight(painter, meter, left + width - CellPadding, top, line, Text);
            else
                drawText(painter, meter, left + CellPadding, top, line, Text);
            top += meter.lineHeight();
        }
        left += width;
    }
    return at.y() + height;
}

void PaperPainter::paintCells(QPainter &painter, const QRectF &place, const PaperTable &table, const PaperBand &band,
                              const PaperRow &row, int firstLine, int endLine) const
{
    const Meter &meter = m_meters[row.isTotal ? Type::BodyBold : Type::Body];
    double left = place.left();
    for (qsizetype i = 0; i < band.columns.size(); ++i) {
        const int column = band.columns.at(i);
        const double width = band.widths.at(i);
        const QString &text = row.cells.at(column);
        double top = place.top() + RowPadding;
        if (table.columns.at(column).kind == ColumnKind::Text) {
            const QStringList lines = meter.lines(text, width - 2 * CellPadding);
            drawLines(painter, meter, left + CellPadding, top, lines.mid(firstLine, endLine - firstLine), Text);
        } else if (firstLine == 0 && table.columns.at(column).isNumber()) {
            drawTextToRight(painter, meter, left + width - CellPadding, top, text, Text);
        } else if (firstLine == 0) {
            drawText(painter, meter, left + CellPadding, top, text, Text);
        }
        left += width;
    }
}

void PaperPainter::paintRows(QPainter &painter, const PaperSheet &sheet, const PaperBlock &block) const
{
    const PaperTable &table = tableOf(block);
    const QList<PaperBand> &bands = m_layout.bands[static_cast<std::size_t>(block.table)];
    const PaperBand &band = bands.at(block.item);
    QRectF area(sheet.inside.left(), block.top, sheet.inside.width(), block.height);
    if (needsCaption(block, m_layout))
        area.setTop(paintCaption(painter, area, block));
    double top = paintTableHead(painter, area.topLeft(), table, band);
    m_document.spool.seek(block.offset);
    bool wasTotal = false;
    for (qint64 i = 0; i < block.rows; ++i) {
        if (i % 16 == 0 && m_cancelled && m_cancelled())
            throw ReportCancelledError();
        const PaperRow row = m_document.spool.read();
        int endLine = 1;
        for (const PaperBand &other : bands)
            endLine = std::max(endLine, linesOf(row, table, other, m_meters));
        const int firstLine = i == 0 ? block.firstLine : 0;
        endLine = i == block.rows - 1 && block.endLine >= 0 ? block.endLine : endLine;
        const double height = (endLine - firstLine) * m_meters[Type::Body].lineHeight() + 2 * RowPadding;
        const QRectF place(area.left(), top, band.width(), height);
        if (row.isTotal)
            painter.fillRect(place, QColor::fromRgb(HeadGround));
        paintCells(painter, place, table, band, row, firstLine, endLine);
        top += height;
        drawLine(painter, place.left(), place.right(), top, Hairline, HairlineWidth);
        if (row.isTotal && !wasTotal)
            drawLine(painter, place.left(), place.right(), place.top(), Rule, RuleWidth);
        wasTotal = row.isTotal;
    }
}

} // namespace callboard
