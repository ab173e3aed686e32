// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/paper/paper_print.h"

#include "report/paper/paper_head.h"
#include "report/paper/paper_painter.h"

#include <QCoreApplication>
#include <QPageLayout>
#include <QPagedPaintDevice>
#include <QPainter>

#include <algorithm>

namespace callboard {

using namespace paper;

namespace {

constexpr double SideMargin = millimetres(14);
constexpr double TopMargin = millimetres(13);
constexpr double BottomMargin = millimetres(11);

PaperSheet sheetOf(const QPageLayout &page, QPageLayout::Orientation orientation, const PaperDocument &document,
                   const Meters &meters)
{
    QPageLayout turned = page;
    turned.setOrientation(orientation);
    const double dots = DotsPerInch / 72;
    const QMarginsF least = turned.margins(QPageLayout::Point) * dots;
    const QMarginsF margins(std::max(SideMargin, least.left()), std::max(TopMargin, least.top()),
                            std::max(SideMargin, least.right()), std::max(BottomMargin, least.bottom()));
    return sheetFor(turned.fullRect(QPageLayout::Point).size() * dots, margins, document, meters);
}

/// The painter's origin becomes the sheet's corner, its unit a dot.
void setUp(QPainter &painter, const QPagedPaintDevice &device)
{
    const QPageLayout layout = device.pageLayout();
    const int resolution = device.logicalDpiX();
    painter.resetTransform();
    if (layout.mode() == QPageLayout::StandardMode)
        painter.translate(-layout.paintRectPixels(resolution).topLeft());
    painter.scale(resolution / DotsPerInch, resolution / DotsPerInch);
}

void turn(QPagedPaintDevice &device, const PaperPage &page, bool mayTurn)
{
    if (mayTurn)
        device.setPageOrientation(page.isLandscape ? QPageLayout::Landscape : QPageLayout::Portrait);
}

} // namespace

int paintReport(PaperDocument &document, QPagedPaintDevice &device, const PrintOptions &options,
                const ReportCancelled &cancelled)
{
    const Meters meters;
    const QPageLayout page = device.pageLayout();
    PaperFormatOfSheets sheets;
    sheets.mayTurn = options.mayTurn;
    sheets.portrait = sheetOf(page, options.mayTurn ? QPageLayout::Portrait : page.orientation(), document, meters);
    sheets.landscape = sheetOf(page, QPageLayout::Landscape, document, meters);
    const PaperLayout layout = layOut(document, sheets, meters, cancelled);
    const int pages = static_cast<int>(layout.pages.size());
    const int first = std::clamp(options.firstPage, 0, pages - 1);
    const int last = options.lastPage < 0 ? pages - 1 : std::clamp(options.lastPage, first, pages - 1);

    turn(device, layout.pages[static_cast<std::size_t>(first)], options.mayTurn);
    QPainter painter;
    if (!painter.begin(&device))
        throw ReportError("Paper", QT_TRANSLATE_NOOP("Paper", "the printer or file does not take pages"));
    const PaperPainter sheetPainter(document, layout, meters, cancelled);
    for (int number = first; number <= last; ++number) {
        if (number > first) {
            turn(device, layout.pages[static_cast<std::size_t>(number)], options.mayTurn);
            device.newPage();
        }
        setUp(painter, device);
        sheetPainter.paint(painter, number);
        if (options.afterPage)
            options.afterPage();
    }
    painter.end();
    return pages;
}

} // namespace callboard
