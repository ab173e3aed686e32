// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/tables/list_view.h"

#include "ui/common/tables/figure_widths.h"
#include "ui/common/tables/table_copier.h"
#include "ui/common/theme/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QScrollBar>
#include <QSortFilterProxyModel>

namespace callboard {

void setListStyle(QTableView &table)
{
    table.setSelectionBehavior(QTableView::SelectRows);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setTabKeyNavigation(false);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(6 * Theme::Unit);
    table.horizontalHeader()->setHighlightSections(false);
}

ListView::ListView(const QString &name, ListModelBase &model, QWidget *parent)
    : QTableView(parent)
    , m_list(model)
{
    setObjectName(name);
    setModel(&model);
    setListStyle(*this);
    setSelectionMode(SingleSelection);
    fitColumns();
    new TableCopier(*this);
    keepPosition();
    m_grow.setSingleShot(true);
    m_grow.setInterval(0);
    connect(&m_grow, &QTimer::timeout, this, [this] { growForFigures(*this, 0, this->model()->rowCount() - 1); });
    watchFigures();
    connect(this, &QTableView::activated, this, [this](const QModelIndex &at) { Q_EMIT rowActivated(rowOf(at)); });
}

void ListView::setSortable(const QString &columnId, Qt::SortOrder order)
{
    m_sorted = new QSortFilterProxyModel(this);
    m_sorted->setSourceModel(&m_list);
    m_sorted->setSortRole(ListModelBase::SortRole);
    m_sorted->setSortLocaleAware(true);
    m_sorted->setFilterKeyColumn(-1);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    setModel(m_sorted);
    fitColumns();
    setSortingEnabled(true);
    sortByColumn(m_list.columnOf(columnId), order);
    keepPosition();
    watchFigures();
}

void ListView::setFilter(const QString &text)
{
    m_sorted->setFilterFixedString(text);
}

void ListView::fitColumns()
{
    const int last = m_list.columnCount() - 1;
    for (int column = 0; column <= last; ++column) {
        const int width = m_list.widthOf(column);
        if (width > 0)
            setColumnWidth(column, width);
        else if (column < last)
            horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
    }
    horizontalHeader()->setStretchLastSection(last >= 0 && m_list.widthOf(last) == 0);
}

/// Whatever changes a text may make a figure wider; several changes are looked at once.
void ListView::watchFigures()
{
    connect(model(), &QAbstractItemModel::rowsInserted, &m_grow, qOverload<>(&QTimer::start));
    connect(model(), &QAbstractItemModel::dataChanged, &m_grow, qOverload<>(&QTimer::start));
    connect(model(), &QAbstractItemModel::modelReset, &m_grow, qOverload<>(&QTimer::start));
    m_grow.start();
}

int ListView::rowOf(const QModelIndex &index) const
{
    return m_sorted ? m_sorted->mapToSource(index).row() : index.row();
}

int ListView::currentRow() const
{
    return rowOf(currentIndex());
}

QList<int> ListView::shownRows() const
{
    QList<int> rows;
    for (int row = 0; row < model()->rowCount(); ++row)
        rows.append(rowOf(model()->index(row, 0)));
    return rows;
}

QList<int> ListView::selectedRows() const
{
    QList<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        rows.append(rowOf(index));
    return rows;
}

void ListView::setCurrentRow(int row)
{
    const QModelIndex index = m_list.index(row, 0);
    setCurrentIndex(m_sorted ? m_sorted->mapFromSource(index) : index);
}

void ListView::keepPosition()
{
    connect(model(), &QAbstractItemModel::rowsAboutToBeInserted, this, &ListView::rememberTop);
    connect(model(), &QAbstractItemModel::rowsAboutToBeRemoved, this, &ListView::rememberTop);
    connect(model(), &QAbstractItemModel::rowsInserted, this, &ListView::restoreTop);
    connect(model(), &QAbstractItemModel::rowsRemoved, this, &ListView::restoreTop);
}

void ListView::rememberTop()
{
    if (verticalScrollBar()->value() > 0)
        m_top = indexAt({0, 0});
}

void ListView::restoreTop()
{
    if (m_top.isValid()) {
        updateGeometries(); // the scroll bar gets its range
        const bool byRow = verticalScrollMode() == ScrollPerItem;
        verticalScrollBar()->setValue(byRow ? m_top.row() : verticalHeader()->sectionPosition(m_top.row()));
    }
    m_top = QPersistentModelIndex();
}

void ListView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT chosenChanged();
}

void ListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    Q_EMIT chosenChanged();
}

void ListView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        m_list.refresh();
}

} // namespace callboard
