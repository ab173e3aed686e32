// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/charts/chart_data.h"

#include <QAbstractTableModel>

namespace callboard {

class Format;

/// A chart's data as a table: a row per category, a column per series. GUI thread.
class ChartTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit ChartTableModel(const Format &format, QObject *parent = nullptr);

    void setData(const ChartData &data);
    using QAbstractTableModel::setData;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString cellText(const QModelIndex &index) const;
    const Format &m_format;
    ChartData m_data;
};

} // namespace callboard
