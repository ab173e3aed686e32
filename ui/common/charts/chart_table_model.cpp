// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/charts/chart_table_model.h"

#include "text/format.h"

#include <cmath>

namespace callboard {

using namespace Qt::StringLiterals;

ChartTableModel::ChartTableModel(const Format &format, QObject *parent)
    : QAbstractTableModel(parent)
    , m_format(format)
{ }

void ChartTableModel::setData(const ChartData &data)
{
    const bool sameShape =
        data.categories.size() == m_data.categories.size() && data.series.size() == m_data.series.size();
    if (!sameShape)
        beginResetModel();
    m_data = data;
    if (!sameShape)
        endResetModel();
    else if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int ChartTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_data.categories.size());
}

int ChartTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_data.series.size()) + 1;
}

QString ChartTableModel::cellText(const QModelIndex &index) const
{
    const ChartCategory &category = m_data.categories[index.row()];
    if (index.column() == 0)
        return category.words.isEmpty() ? category.label : category.words;
    const double value = m_data.series[index.column() - 1].values.value(index.row());
    if (std::isnan(value))
        return u"–"_s;
    return m_data.unit == ChartUnit::Count ? m_format.count(qRound64(value)) : m_format.percent(value, 1);
}

QVariant ChartTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::DisplayRole)
        return cellText(index);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (index.column() == 0 ? Qt::AlignLeft : Qt::AlignRight));
    return {};
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return section == 0 ? m_data.categoryTitle : m_data.series.value(section - 1).name;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (section == 0 ? Qt::AlignLeft : Qt::AlignRight));
    return {};
}

} // namespace callboard
