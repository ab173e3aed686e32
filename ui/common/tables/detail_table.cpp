// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/tables/detail_table.h"

#include "ui/common/tables/copied_table.h"
#include "ui/common/tables/figure_widths.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QTextLayout>

namespace callboard {

namespace {

constexpr int CellMargins = 22; ///< px that view and style leave free beside a text

} // namespace

DetailTable::DetailTable(const QString &accessibleName, QWidget *parent)
    : QTableWidget(parent)
{
    setAccessibleName(accessibleName);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(true);
    setTabKeyNavigation(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSelectionBehavior(SelectRows);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(6 * Theme::Unit);
    verticalHeader()->setDefaultSectionSize(6 * Theme::Unit);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    m_fit.setSingleShot(true);
    m_fit.setInterval(0);
    connect(&m_fit, &QTimer::timeout, this, &DetailTable::fitRows);
    connect(horizontalHeader(), &QHeaderView::sectionResized, &m_fit, qOverload<>(&QTimer::start));
}

void DetailTable::setTitles(const QStringList &titles)
{
    setColumnCount(static_cast<int>(titles.size()));
    setHorizontalHeaderLabels(titles);
    for (int column = 0; column < columnCount(); ++column) {
        const bool takesRoom = column == (m_takesRoom < 0 ? columnCount() - 1 : m_takesRoom);
        const auto byContents = takesRoom ? QHeaderView::Stretch : QHeaderView::ResizeToContents;
        if (m_figures && column > 0)
            horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        horizontalHeader()->setSectionResizeMode(column, m_shares.isEmpty() ? byContents : QHeaderView::Fixed);
    }
    shareWidth();
}

void DetailTable::setShares(const QList<int> &percent)
{
    m_shares = percent;
}

void DetailTable::shareWidth()
{
    int figures = 0; // the words of the first column give way to them
    for (int column = std::min(columnCount(), static_cast<int>(m_shares.size())) - 1; column >= 0; --column) {
        const int share = viewport()->width() * m_shares.at(column) / 100;
        const int needed = m_figures ? widthOfFigures(*this, column, 0, rowCount() - 1) : 0;
        figures += column > 0 ? std::max(0, needed - share) : 0;
        setColumnWidth(column, std::max(column > 0 ? share : share - figures, needed));
    }
}

void DetailTable::setRows(const QList<QStringList> &rows)
{
    setRowCount(static_cast<int>(rows.size()));
    for (int row = 0; row < rowCount(); ++row) {
        for (int column = 0; column < columnCount(); ++column) {
            const QString text = rows.at(row).value(column);
            auto *cell = new QTableWidgetItem(text);
            setTip(cell, text);
            if (m_figures && column > 0)
                cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            setItem(row, column, cell);
        }
    }
    shareWidth();
    fitRows();
}

/// Single lines stay compact; only wrapped texts get the height that they ask for.
void DetailTable::fitRows()
{
    for (int row = 0; row < rowCount(); ++row)
        setRowHeight(row, heightFor(row));
    updateGeometry();
}

int DetailTable::linesOf(QString text, int width) const
{
    QTextLayout layout(text.replace(u'\n', QChar::LineSeparator), font());
    layout.beginLayout();
    int lines = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        ++lines;
    }
    layout.endLayout();
    return lines;
}

/// The view's own hint forgets the padding of the style, and then has no room for the last line.
int DetailTable::heightFor(int row) const
{
    int lines = 1;
    for (int column = 0; column < columnCount(); ++column)
        lines = std::max(lines, linesOf(item(row, column)->text(), columnWidth(column) - CellMargins));
    return lines == 1 ? 6 * Theme::Unit : lines * fontMetrics().lineSpacing() + Theme::Unit;
}

QSize DetailTable::sizeHint() const
{
    return {QTableWidget::sizeHint().width(), minimumSizeHint().height()};
}

QSize DetailTable::minimumSizeHint() const
{
    const int header = horizontalHeader()->isHidden() ? 0 : horizontalHeader()->sizeHint().height();
    return {0, header + verticalHeader()->length() + 2 * frameWidth()};
}

void DetailTable::resizeEvent(QResizeEvent *event)
{
    QTableWidget::resizeEvent(event);
    shareWidth();
    m_fit.start();
}

void DetailTable::contextMenuEvent(QContextMenuEvent *event)
{
    if (!m_exportable)
        return QTableWidget::contextMenuEvent(event);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Copy")), &QAction::triggered, this, &DetailTable::copySelection);
    connect(menu->addAction(tr("Export…")), &QAction::triggered, this, &DetailTable::exportRequested);
    menu->popup(event->globalPos());
}

void DetailTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copySelection();
    else
        QTableWidget::keyPressEvent(event);
}

void DetailTable::copySelection()
{
    CopiedTable copied;
    for (int column = 0; column < columnCount(); ++column) {
        if (selectionModel()->columnIntersectsSelection(column))
            copied.isNumber.append(m_figures && column > 0);
    }
    for (int row = 0; row < rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < columnCount(); ++column) {
            if (item(row, column)->isSelected())
                cells.append(item(row, column)->text());
        }
        if (!cells.isEmpty())
            copied.rows.append(cells);
    }
    copyToClipboard(copied);
}

} // namespace callboard
