// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/tables/figure_table.h"

#include <QAbstractTableModel>

namespace callboard {

/// A table of figures for a view. Replaced by difference: rows and columns with the same key stay the same for the
/// view, so that selection and scroll position survive. Sorts itself; totals keep their place. GUI thread.
class FigureTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        HeatRole = Qt::UserRole, ///< double 0 … 1
        BarRole, ///< double 0 … 1, below 0 none
        ChipsRole, ///< QList<FigureChip>
        TintRole, ///< QColor, of cells
        MarkRole, ///< QColor of a mark in the horizontal header
        WordRole, ///< second line of a horizontal header
        TotalRole, ///< bool
        LeadsRole, ///< bool: the cell leads to calls
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setTable(FigureTable table);
    const FigureTable &table() const { return m_table; }
    const FigureCell *cellAt(const QModelIndex &index) const;
    QString keyOf(int row) const { return m_table.rows.value(row).key; }
    int columnOf(const QString &id) const;
    QString sortId() const { return m_sortId; } ///< the column's id; empty: as given
    Qt::SortOrder sortOrder() const { return m_sortOrder; }

    /// Sorts by a column; -1 leaves the order as it was given.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    /// The same by the column's id, also for one that a later table brings; empty: as given.
    void setSorting(const QString &columnId, Qt::SortOrder order);
    /// The keys of the rows in their present order, and the same for another table of the same rows.
    QStringList order() const;
    void followOrder(const QStringList &keys);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void sortRows(QList<FigureRow> &rows, int column) const;
    void orderRows(QList<FigureRow> &rows) const;
    void syncRows(const FigureTable &table);
    void syncColumns(const FigureTable &table);
    void rearrange(FigureTable table);

    FigureTable m_table;
    QString m_sortId; ///< empty: as given
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
    QStringList m_wantedOrder;
};

} // namespace callboard

Q_DECLARE_METATYPE(callboard::FigureChip)
