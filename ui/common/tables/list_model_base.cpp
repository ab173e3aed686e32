// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/tables/list_model_base.h"

namespace callboard {

void ListModelBase::refresh()
{
    if (columnCount() > 0)
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    refreshRows();
}

void ListModelBase::refreshRows()
{
    if (rowCount() > 0 && columnCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

bool ListModelBase::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !flags(index).testFlag(Qt::ItemIsUserCheckable))
        return false;
    Q_EMIT checkRequested(index.row(), value.toInt() == Qt::Checked);
    return true;
}

bool ListModelBase::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_hasMore && !m_isMoreRequested;
}

void ListModelBase::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_isMoreRequested = true;
    Q_EMIT moreRequested();
}

void ListModelBase::setHasMore(bool hasMore)
{
    m_hasMore = hasMore;
    m_isMoreRequested = false;
}

QVariant ListModelBase::alignmentOf(Qt::Alignment side)
{
    return QVariant::fromValue(side | Qt::AlignVCenter);
}

} // namespace callboard
