// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/tables/figure_table_view.h"

#include "ui/common/tables/figure_delegate.h"
#include "ui/common/theme/theme.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QSettings>
#include <QSignalBlocker>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int RowHeight = 6 * Theme::Unit;
constexpr char16_t FirstOfChinese = 0x2E80;
constexpr int LeastWidth = 10 * Theme::Unit;
constexpr int WidestByContents = 60 * Theme::Unit;

} // namespace

FigureTableView::FigureTableView(const Theme &theme, QWidget *parent)
    : QTableView(parent)
    , m_theme(theme)
    , m_model(new FigureTableModel(this))
    , m_header(new FigureHeader(theme))
{
    setModel(m_model);
    setItemDelegate(new FigureDelegate(theme, this));
    setHorizontalHeader(m_header);
    setVerticalHeader(new FigureRowTitles(theme));
    m_header->setSortIndicator(-1, Qt::DescendingOrder);
    setSortingEnabled(true);
    m_header->setMinimumSectionSize(LeastWidth);
    setShowGrid(false);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(ContiguousSelection);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setWordWrap(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setCornerButtonEnabled(false);
    verticalHeader()->setDefaultSectionSize(RowHeight);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->hide();
    connect(this, &QTableView::clicked, this, &FigureTableView::openCell);
    connect(verticalHeader(), &QHeaderView::sectionClicked, this, &FigureTableView::openRow);
    connect(m_header, &QHeaderView::sectionClicked, this, &FigureTableView::sortedByUser);
}

void FigureTableView::setTable(const FigureTable &table)
{
    const bool sameColumns = table.columns.size() == m_model->columnCount();
    m_model->setTable(table);
    {
        const QSignalBlocker quiet(m_header); // a new column may have moved the sorted one
        m_header->setSortIndicator(m_model->columnOf(m_model->sortId()), m_model->sortOrder());
    }
    if (!sameColumns || m_width == 0)
        applyWidths();
    growForFigures();
    viewport()->update();
}

void FigureTableView::setTallHeader(bool tall)
{
    m_header->setTall(tall);
}

void FigureTableView::setRowTitles(bool shown, int width)
{
    verticalHeader()->setVisible(shown);
    if (width > 0)
        verticalHeader()->setFixedWidth(width);
}

void FigureTableView::setColumnWidths(int width, bool stretched)
{
    if (width == m_width && stretched == m_isStretched)
        return; // what someone dragged stays
    m_width = width;
    m_isStretched = stretched;
    applyWidths();
}

void FigureTableView::setColumnWidth(const QString &id, int width)
{
    m_widths.insert(id, width);
    applyWidths();
}

int FigureTableView::widthForWords(int least, int most) const
{
    const QFontMetrics metrics(m_theme.font(TypeStep::Small));
    int width = least;
    for (const FigureColumn &column : m_model->table().columns) {
        const QString &words = column.word.isEmpty() ? column.title : column.word;
        for (const QString &word : words.split(u' ')) {
            // Chinese breaks anywhere: half of it, in two lines, is enough.
            const bool breaks = !word.isEmpty() && word.front().unicode() >= FirstOfChinese;
            const int advance = metrics.horizontalAdvance(word);
            width = std::max(width, (breaks ? (advance + metrics.height()) / 2 : advance) + 3 * Theme::Unit);
        }
    }
    return std::min(width, most);
}

int FigureTableView::widthByContents(int column) const
{
    constexpr int Sides = 5 * Theme::Unit; // what the delegate leaves free, and a little
    const int head =
        QFontMetrics(m_theme.font(TypeStep::Small)).horizontalAdvance(m_model->table().columns.at(column).title);
    const QFontMetrics metrics(m_theme.font(TypeStep::Body));
    int cells = 0;
    for (const FigureRow &row : m_model->table().rows)
        cells = std::max(cells, metrics.horizontalAdvance(row.cells.at(column).text));
    return std::clamp(std::max(head, cells) + Sides, LeastWidth, WidestByContents);
}

/// 0 in a column of words.
int FigureTableView::widthOfFigures(int column) const
{
    constexpr int Sides = 3 * Theme::Unit; // what the delegate leaves free in a narrow column, and a little
    if (!m_model->table().columns.at(column).isNumber)
        return 0;
    int width = 0;
    for (const FigureRow &row : m_model->table().rows) {
        const QFontMetrics metrics(m_theme.font(TypeStep::Body, row.isTotal));
        width = std::max(width, metrics.horizontalAdvance(row.cells.at(column).text) + Sides);
    }
    return width;
}

/// No figure is cut, in a column that was given a width neither.
void FigureTableView::growForFigures()
{
    int widest = LeastWidth;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const int width = widthOfFigures(column);
        widest = std::max(widest, width);
        if (!m_isStretched && width > columnWidth(column))
            QTableView::setColumnWidth(column, width);
    }
    m_header->setMinimumSectionSize(m_isStretched ? widest : LeastWidth);
}

void FigureTableView::applyWidths()
{
    m_header->setSectionResizeMode(m_isStretched ? QHeaderView::Stretch : QHeaderView::Interactive);
    if (m_isStretched)
        return;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const int own = m_widths.value(m_model->table().columns.at(column).id, m_width);
        QTableView::setColumnWidth(column, own > 0 ? own : widthByContents(column));
    }
    growForFigures();
}

void FigureTableView::openCell(const QModelIndex &index)
{
    // A selection of several cells is meant for copying.
    const FigureCell *cell = m_model->cellAt(index);
    if (cell && cell->calls && selectionModel()->selectedIndexes().size() <= 1)
        Q_EMIT callsRequested(CallFilter(*cell->calls)); // a copy: the table may be replaced meanwhile
}

void FigureTableView::openRow(int row)
{
    if (row >= 0 && row < m_model->rowCount())
        Q_EMIT rowRequested(m_model->keyOf(row));
}

void FigureTableView::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers() & Qt::ControlModifier)
        openRow(currentIndex().row());
    else if (isEnter)
        openCell(currentIndex());
    else if (event->matches(QKeySequence::Copy))
        copy();
    else
        QTableView::keyPressEvent(event);
}

void FigureTableView::mouseMoveEvent(QMouseEvent *event)
{
    const FigureCell *cell = m_model->cellAt(indexAt(event->position().toPoint()));
    viewport()->setCursor(cell && cell->calls ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QTableView::mouseMoveEvent(event);
}

void FigureTableView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_model->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(m_theme.ink(ColorRole::MutedText));
    constexpr int Margin = 4 * Theme::Unit;
    painter.drawText(viewport()->rect().adjusted(Margin, Margin, -Margin, -Margin), Qt::AlignCenter | Qt::TextWordWrap,
                     m_model->table().emptyReason);
}

void FigureTableView::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index = event->reason() == QContextMenuEvent::Keyboard
        ? currentIndex()
        : indexAt(viewport()->mapFromGlobal(event->globalPos()));
    const FigureCell *cell = m_model->cellAt(index);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *calls = menu->addAction(tr("Show these calls"));
    calls->setEnabled(cell && cell->calls);
    connect(calls, &QAction::triggered, this, [this, index = QPersistentModelIndex(index)] {
        const FigureCell *chosen = m_model->cellAt(index);
        if (chosen && chosen->calls)
            Q_EMIT callsRequested(CallFilter(*chosen->calls));
    });
    connect(menu->addAction(tr("Copy")), &QAction::triggered, this, &FigureTableView::copy);
    connect(menu->addAction(tr("Copy table")), &QAction::triggered, this, &FigureTableView::copyAll);
    connect(menu->addAction(tr("Export…")), &QAction::triggered, this, &FigureTableView::exportRequested);
    menu->popup(event->globalPos());
}

CopiedTable FigureTableView::copied(bool onlySelected) const
{
    CopiedTable copied;
    const FigureTable &table = m_model->table();
    const bool titled = !verticalHeader()->isHidden() && !onlySelected;
    copied.title = accessibleName();
    if (titled)
        copied.isNumber.append(false);
    for (int column = 0; column < table.columns.size(); ++column) {
        if (!onlySelected || selectionModel()->columnIntersectsSelection(column))
            copied.isNumber.append(table.columns.at(column).isNumber);
    }
    if (!onlySelected) {
        copied.heads = titled ? QStringList{QString()} : QStringList{};
        for (const FigureColumn &column : table.columns)
            copied.heads.append(column.word.isEmpty() ? column.title : column.title + u' ' + column.word);
    }
    for (int row = 0; row < table.rows.size(); ++row) {
        QStringList cells = titled ? QStringList{table.rows.at(row).title} : QStringList{};
        for (int column = 0; column < table.columns.size(); ++column) {
            if (!onlySelected || selectionModel()->isSelected(m_model->index(row, column)))
                cells.append(table.rows.at(row).cells.at(column).text);
        }
        if (!cells.isEmpty())
            copied.rows.append(cells);
    }
    return copied;
}

QString FigureTableView::text(bool onlySelected) const
{
    return tabbedText(copied(onlySelected));
}

void FigureTableView::copy()
{
    copyToClipboard(copied(true));
}

void FigureTableView::copyAll() const
{
    copyToClipboard(copied(false));
}

void FigureTableView::saveSorting(QSettings &settings, const QString &key) const
{
    settings.setValue(key + u"/column"_s, m_model->sortId());
    settings.setValue(key + u"/descending"_s, m_model->sortOrder() == Qt::DescendingOrder);
}

void FigureTableView::restoreSorting(QSettings &settings, const QString &key)
{
    m_model->setSorting(settings.value(key + u"/column"_s).toString(),
                        settings.value(key + u"/descending"_s, true).toBool() ? Qt::DescendingOrder
                                                                              : Qt::AscendingOrder);
}

} // namespace callboard
