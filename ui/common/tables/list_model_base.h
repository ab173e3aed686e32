// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

namespace callboard {

/// What a list is for its view, whatever its rows are; see ListModel. GUI thread.
class ListModelBase : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role { SortRole = Qt::UserRole, FirstOwnRole };

    using QAbstractTableModel::QAbstractTableModel;

    virtual int columnOf(const QString &id) const = 0; ///< -1: none
    virtual int widthOf(int column) const = 0; ///< px; 0: the room that the others leave
    /// All texts may be others now: after a change of the language, of the theme or of names.
    void refresh();

    /// Only boxes can be changed, and only by checkRequested().
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    /// A box was clicked; it changes when the rows come back.
    void checkRequested(int row, bool checked);
    /// The last row came into view, and there are more.
    void moreRequested();

protected:
    void refreshRows();
    void setHasMore(bool hasMore);
    static QVariant alignmentOf(Qt::Alignment side);

private:
    bool m_hasMore = false, m_isMoreRequested = false;
};

} // namespace callboard
