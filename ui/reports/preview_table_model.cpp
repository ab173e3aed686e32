// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/preview_table_model.h"

#include "ui/common/theme/plain_text.h"

#include <QFont>

#include <algorithm>

namespace callboard {

namespace {

QList<qsizetype> positionsOf(const QList<ReportColumn> &all, const QStringList &wanted)
{
    QList<qsizetype> positions;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (wanted.isEmpty() || wanted.contains(columnName(all.at(i))))
            positions.append(i);
    }
    std::stable_sort(positions.begin(), positions.end(), [&](qsizetype a, qsizetype b) {
        return wanted.indexOf(columnName(all.at(a))) < wanted.indexOf(columnName(all.at(b)));
    });
    return positions;
}

} // namespace

void PreviewTableModel::setTable(const PreviewTable &table, const QStringList &columns)
{
    beginResetModel();
    m_table = table;
    m_columns = positionsOf(table.table.columns, columns);
    endResetModel();
}

int PreviewTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size() + m_table.totals.size());
}

int PreviewTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

const ReportColumn &PreviewTableModel::columnAt(int column) const
{
    return m_table.table.columns.at(m_columns.at(column));
}

Qt::Alignment PreviewTableModel::alignment(int column) const
{
    const ColumnKind kind = columnAt(column).kind;
    const bool isText = kind == ColumnKind::Text || kind == ColumnKind::Time;
    return (isText ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
}

QVariant PreviewTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const bool isTotal = index.row() >= m_table.rows.size();
    if (role == Qt::ToolTipRole)
        return tipText(data(index, Qt::DisplayRole).toString());
    if (role == Qt::DisplayRole) {
        const QStringList &row =
            isTotal ? m_table.totals.at(index.row() - m_table.rows.size()) : m_table.rows.at(index.row());
        return row.value(m_columns.at(index.column()));
    }
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(alignment(index.column()));
    if (role == Qt::FontRole && isTotal) {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    return {};
}

QVariant PreviewTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(alignment(section));
    return role == Qt::DisplayRole ? columnAt(section).title : QVariant();
}

} // namespace callboard
