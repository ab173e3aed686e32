// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/tables/list_model_base.h"

#include <QPersistentModelIndex>
#include <QTableView>
#include <QTimer>

class QSortFilterProxyModel;

namespace callboard {

/// The look of all lists: compact rows of one height, no grid, no row titles, whole rows selected.
void setListStyle(QTableView &table);

/// A list as all pages show it: the widths of its columns come from the model, Ctrl+C and the context menu copy, and
/// what somebody reads stays where it is while rows come and go. Follows the language and the theme. GUI thread.
class ListView : public QTableView
{
    Q_OBJECT
public:
    /// `name`: the object's name. The model must outlive the view.
    ListView(const QString &name, ListModelBase &model, QWidget *parent = nullptr);

    /// Lets people sort by any column, by this one to begin with.
    void setSortable(const QString &columnId, Qt::SortOrder order = Qt::AscendingOrder);
    /// Only rows with this text in any column; empty: all. Only where it is sortable.
    void setFilter(const QString &text);

    ListModelBase &list() const { return m_list; }
    /// Rows are those of the model, however the view sorts them.
    int currentRow() const; ///< -1: none
    QList<int> selectedRows() const;
    QList<int> shownRows() const; ///< those that the filter leaves, in the order of the view
    void setCurrentRow(int row);
    /// Sets the widths of the columns as the model wants them.
    void fitColumns();

Q_SIGNALS:
    void rowActivated(int row); ///< a double click or Enter
    void chosenChanged(); ///< another row is current or selected

protected:
    void changeEvent(QEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void keepPosition();
    void watchFigures();
    void rememberTop();
    void restoreTop();
    int rowOf(const QModelIndex &index) const;

    ListModelBase &m_list;
    QSortFilterProxyModel *m_sorted = nullptr;
    QTimer m_grow;
    QPersistentModelIndex m_top; ///< what stood at the top before rows came or went, where somebody scrolled
};

} // namespace callboard
