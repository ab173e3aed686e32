// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/tables/figure_table_model.h"

#include "ui/common/theme/plain_text.h"

#include <QHash>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

template <class List, class Key>
QHash<QString, int> positions(const List &list, Key key)
{
    QHash<QString, int> result;
    for (qsizetype i = 0; i < list.size(); ++i)
        result.insert(list.at(i).*key, static_cast<int>(i));
    return result;
}

/// Above, among or below the others.
int placeOf(const FigureRow &row)
{
    return !row.isTotal ? 0 : row.isOnTop ? -1 : 1;
}

bool comesBefore(const FigureCell &a, const FigureCell &b)
{
    return a.sort != b.sort ? a.sort < b.sort : a.text.localeAwareCompare(b.text) < 0;
}

} // namespace

void FigureTableModel::setTable(FigureTable table)
{
    m_table.emptyReason = table.emptyReason;
    orderRows(table.rows);
    const auto sorted = positions(table.columns, &FigureColumn::id).value(m_sortId, -1);
    if (sorted >= 0)
        sortRows(table.rows, sorted);
    syncColumns(table);
    syncRows(table);
    rearrange(std::move(table));
    if (rowCount() > 0 && columnCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    if (columnCount() > 0)
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (rowCount() > 0)
        Q_EMIT headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
}

void FigureTableModel::syncColumns(const FigureTable &table)
{
    const auto wanted = positions(table.columns, &FigureColumn::id);
    for (int i = columnCount() - 1; i >= 0; --i) {
        if (wanted.contains(m_table.columns.at(i).id))
            continue;
        beginRemoveColumns({}, i, i);
        m_table.columns.removeAt(i);
        for (FigureRow &row : m_table.rows)
            row.cells.removeAt(i);
        endRemoveColumns();
    }
    const auto present = positions(m_table.columns, &FigureColumn::id);
    const int missing = static_cast<int>(table.columns.size()) - columnCount();
    if (missing == 0)
        return;
    beginInsertColumns({}, columnCount(), columnCount() + missing - 1);
    for (const FigureColumn &column : table.columns) {
        if (present.contains(column.id))
            continue;
        m_table.columns.append(column);
        for (FigureRow &row : m_table.rows)
            row.cells.append(FigureCell{});
    }
    endInsertColumns();
}

void FigureTableModel::syncRows(const FigureTable &table)
{
    const auto wanted = positions(table.rows, &FigureRow::key);
    for (int i = rowCount() - 1; i >= 0; --i) {
        if (wanted.contains(m_table.rows.at(i).key))
            continue;
        beginRemoveRows({}, i, i);
        m_table.rows.removeAt(i);
        endRemoveRows();
    }
    const auto present = positions(m_table.rows, &FigureRow::key);
    const int missing = static_cast<int>(table.rows.size()) - rowCount();
    if (missing == 0)
        return;
    beginInsertRows({}, rowCount(), rowCount() + missing - 1);
    for (const FigureRow &row : table.rows) {
        if (!present.contains(row.key))
            m_table.rows.append(row);
    }
    endInsertRows();
}

/// The same rows and columns in another order: what the view remembers moves with them.
void FigureTableModel::rearrange(FigureTable table)
{
    const auto rows = positions(table.rows, &FigureRow::key);
    const auto columns = positions(table.columns, &FigureColumn::id);
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex &old : before)
        after.append(index(rows.value(m_table.rows.at(old.row()).key, -1),
                           columns.value(m_table.columns.at(old.column()).id, -1)));
    m_table = std::move(table);
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

void FigureTableModel::sortRows(QList<FigureRow> &rows, int column) const
{
    std::stable_sort(rows.begin(), rows.end(), [this, column](const FigureRow &a, const FigureRow &b) {
        if (placeOf(a) != placeOf(b))
            return placeOf(a) < placeOf(b);
        const FigureCell &left = a.cells.at(column), &right = b.cells.at(column);
        return m_sortOrder == Qt::AscendingOrder ? comesBefore(left, right) : comesBefore(right, left);
    });
}

void FigureTableModel::orderRows(QList<FigureRow> &rows) const
{
    if (m_wantedOrder.isEmpty())
        return;
    std::stable_sort(rows.begin(), rows.end(), [this](const FigureRow &a, const FigureRow &b) {
        const qsizetype left = m_wantedOrder.indexOf(a.key), right = m_wantedOrder.indexOf(b.key);
        return static_cast<size_t>(left) < static_cast<size_t>(right); // unknown ones (-1) last
    });
}

void FigureTableModel::sort(int column, Qt::SortOrder order)
{
    m_sortId = column < 0 || column >= columnCount() ? QString() : m_table.columns.at(column).id;
    m_sortOrder = order;
    if (m_sortId.isEmpty())
        return;
    m_wantedOrder.clear();
    FigureTable table = m_table;
    sortRows(table.rows, column);
    rearrange(std::move(table));
}

void FigureTableModel::setSorting(const QString &columnId, Qt::SortOrder order)
{
    m_sortId = columnId;
    m_sortOrder = order;
    if (const int column = columnOf(columnId); column >= 0)
        sort(column, order);
}

QStringList FigureTableModel::order() const
{
    QStringList keys;
    for (const FigureRow &row : m_table.rows)
        keys.append(row.key);
    return keys;
}

void FigureTableModel::followOrder(const QStringList &keys)
{
    m_sortId.clear();
    m_wantedOrder = keys;
    if (keys == order())
        return;
    FigureTable table = m_table;
    orderRows(table.rows);
    rearrange(std::move(table));
}

int FigureTableModel::columnOf(const QString &id) const
{
    return positions(m_table.columns, &FigureColumn::id).value(id, -1);
}

const FigureCell *FigureTableModel::cellAt(const QModelIndex &index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return nullptr;
    return &m_table.rows.at(index.row()).cells.at(index.column());
}

int FigureTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
}

int FigureTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.columns.size());
}

QVariant FigureTableModel::data(const QModelIndex &index, int role) const
{
    const FigureCell *cell = cellAt(index);
    if (!cell)
        return {};
    const FigureColumn &column = m_table.columns.at(index.column());
    const FigureRow &row = m_table.rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return cell->text;
    case Qt::ToolTipRole:
        return tipText(cell->tip);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (column.isNumber ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::AccessibleTextRole:
        return (row.title.isEmpty() ? QString() : row.title + u", "_s) + column.title + u' ' + column.word + u": "_s
            + cell->text;
    case HeatRole:
        return cell->heat;
    case BarRole:
        return cell->bar;
    case ChipsRole:
        return cell->chips.isEmpty() ? QVariant() : QVariant::fromValue(cell->chips);
    case TintRole:
        return column.tint;
    case TotalRole:
        return row.isTotal;
    case LeadsRole:
        return cell->calls.has_value();
    default:
        return {};
    }
}

QVariant FigureTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical) {
        const FigureRow row = m_table.rows.value(section);
        return role == Qt::DisplayRole ? QVariant(row.title)
            : role == Qt::ToolTipRole  ? QVariant(tipText(row.tip))
            : role == TotalRole        ? QVariant(row.isTotal)
                                       : QVariant();
    }
    const FigureColumn column = m_table.columns.value(section);
    switch (role) {
    case Qt::DisplayRole:
        return column.title;
    case Qt::ToolTipRole:
        return tipText(column.tip);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (column.isNumber ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::InitialSortOrderRole:
        return column.isNumber ? Qt::DescendingOrder : Qt::AscendingOrder;
    case MarkRole:
        return column.isMarked ? column.tint : QColor();
    case WordRole:
        return column.word;
    default:
        return {};
    }
}

} // namespace callboard
