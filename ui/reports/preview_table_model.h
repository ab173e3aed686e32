// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

#include <QAbstractTableModel>

namespace callboard {

/// The first rows of a report's table, then its totals in bold. GUI thread.
class PreviewTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    /// Shows only the columns of these names, in their order; none: all.
    void setTable(const PreviewTable &table, const QStringList &columns = {});

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    const ReportColumn &columnAt(int column) const;
    Qt::Alignment alignment(int column) const;

    PreviewTable m_table;
    QList<qsizetype> m_columns; ///< positions in the table
};

} // namespace callboard
