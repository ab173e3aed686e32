// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/tables/figure_widths.h"

#include "ui/common/theme/theme.h"

#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace callboard {

namespace {

constexpr int Sides = 6 * Theme::Unit;

} // namespace

int widthOfFigures(const QTableView &view, int column, int firstRow, int lastRow)
{
    int width = 0;
    for (int row = std::max(0, firstRow); row <= lastRow; ++row) {
        const QModelIndex index = view.model()->index(row, column);
        if (!(index.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight))
            continue;
        const QFont font = index.data(Qt::FontRole).value<QFont>().resolve(view.font()); // perhaps bold
        width = std::max(width, QFontMetrics(font).horizontalAdvance(index.data().toString()) + Sides);
    }
    return width;
}

void growForFigures(QTableView &view, int firstRow, int lastRow)
{
    for (int column = 0; column < view.model()->columnCount(); ++column) {
        const QHeaderView &header = *view.horizontalHeader();
        if (view.isColumnHidden(column) || header.sectionResizeMode(column) == QHeaderView::Stretch)
            continue;
        const int width = widthOfFigures(view, column, firstRow, lastRow);
        if (width > view.columnWidth(column))
            view.setColumnWidth(column, width);
    }
}

} // namespace callboard
