// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/tables/list_model_base.h"
#include "ui/common/theme/plain_text.h"

#include <QHash>

#include <algorithm>
#include <functional>

namespace callboard {

/// One column of a list of rows: how a row is shown there.
template <class Row>
struct ListColumn
{
    QString id{}; ///< stable: for settings and tests
    std::function<QString()> title{}; ///< in the language of the moment
    std::function<QString(const Row &)> value{}; ///< what the cell shows; without it, nothing
    int width = 0; ///< px; 0: the room that the others leave
    Qt::Alignment alignment = Qt::AlignLeft;
    std::function<QVariant(const Row &)> sort{}; ///< what the column is sorted by; without it, its text
    std::function<QString(const Row &)> toolTip{}; ///< without it, the cell's text
    std::function<QVariant(const Row &, int role)> role{}; ///< further roles, such as Qt::ForegroundRole
    std::function<bool(const Row &)> checked{}; ///< the cell has a box
    std::function<QString()> titleTip{};
};

/// The same column for rows that contain what it shows. Further roles are not taken over.
template <class Outer, class Inner>
ListColumn<Outer> nestedColumn(const ListColumn<Inner> &column, const Inner &(*inner)(const Outer &))
{
    ListColumn<Outer> made{.id = column.id, .title = column.title, .value = {}, .width = column.width};
    made.alignment = column.alignment;
    made.value = [value = column.value, inner](const Outer &row) { return value(inner(row)); };
    return made;
}

/// The rows of a list, with its columns. They are replaced by difference: rows with the same key stay the same for the
/// view, so that selection and scroll position survive. Columns and key are given once; rows come from outside. GUI
/// thread.
template <class Row>
class ListModel : public ListModelBase
{
public:
    using Key = std::function<QString(const Row &)>;

    /// `key`: what makes it the same row later; differs from row to row.
    ListModel(QList<ListColumn<Row>> columns, Key key, QObject *parent = nullptr)
        : ListModelBase(parent)
        , m_columns(std::move(columns))
        , m_key(std::move(key))
    { }

    /// Roles that all cells of a row share, where their column has none of its own.
    void setRowRole(std::function<QVariant(const Row &, int role)> rowRole) { m_rowRole = std::move(rowRole); }
    void setRows(const QList<Row> &rows);
    /// Other columns and rows: nothing of what was shown stays.
    void setTable(const QList<ListColumn<Row>> &columns, const QList<Row> &rows);
    /// The first page of a list that is read page by page, first or again: what follows it is kept where it is known.
    void setFirstPage(const QList<Row> &page, qsizetype pageRows);
    /// The page after the last row; a page with fewer rows is the last one.
    void appendPage(const QList<Row> &page, qsizetype pageRows);

    const QList<Row> &rows() const { return m_rows; }
    const Row *at(int row) const { return row >= 0 && row < m_rows.size() ? &m_rows.at(row) : nullptr; }
    int rowOf(const QString &key) const { return positions(m_rows).value(key, -1); } ///< -1: none

    int columnOf(const QString &id) const override;
    int widthOf(int column) const override { return m_columns.at(column).width; }
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_columns.size());
    }
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    static QString textOf(const ListColumn<Row> &column, const Row &row)
    {
        return column.value ? column.value(row) : QString();
    }
    QHash<QString, int> positions(const QList<Row> &rows) const;
    QVariant ownRole(const ListColumn<Row> &column, const Row &row, int role) const;
    void removeMissing(const QHash<QString, int> &wanted);
    void insertNew(const QList<Row> &rows);
    void rearrange(const QList<Row> &rows, const QHash<QString, int> &wanted);

    QList<ListColumn<Row>> m_columns;
    Key m_key;
    std::function<QVariant(const Row &, int role)> m_rowRole;
    QList<Row> m_rows;
};

template <class Row>
void ListModel<Row>::setRows(const QList<Row> &rows)
{
    const QHash<QString, int> wanted = positions(rows);
    removeMissing(wanted);
    insertNew(rows);
    rearrange(rows, wanted);
    refreshRows();
}

template <class Row>
void ListModel<Row>::setTable(const QList<ListColumn<Row>> &columns, const QList<Row> &rows)
{
    beginResetModel();
    m_columns = columns;
    m_rows = rows;
    endResetModel();
}

template <class Row>
void ListModel<Row>::setFirstPage(const QList<Row> &page, qsizetype pageRows)
{
    const int reached = page.isEmpty() ? -1 : rowOf(m_key(page.constLast()));
    if (reached < 0)
        setHasMore(page.size() >= pageRows);
    setRows(reached < 0 ? page : page + m_rows.sliced(reached + 1));
}

template <class Row>
void ListModel<Row>::appendPage(const QList<Row> &page, qsizetype pageRows)
{
    setHasMore(page.size() >= pageRows);
    setRows(m_rows + page);
}

template <class Row>
QHash<QString, int> ListModel<Row>::positions(const QList<Row> &rows) const
{
    QHash<QString, int> result;
    for (qsizetype i = 0; i < rows.size(); ++i)
        result.insert(m_key(rows.at(i)), int(i));
    return result;
}

template <class Row>
void ListModel<Row>::removeMissing(const QHash<QString, int> &wanted)
{
    for (int last = rowCount() - 1; last >= 0; --last) {
        int first = last + 1;
        while (first > 0 && !wanted.contains(m_key(m_rows.at(first - 1))))
            --first;
        if (first > last)
            continue;
        beginRemoveRows({}, first, last);
        m_rows.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }
}

template <class Row>
void ListModel<Row>::insertNew(const QList<Row> &rows)
{
    const QHash<QString, int> present = positions(m_rows);
    for (qsizetype first = 0; first < rows.size(); ++first) {
        qsizetype end = first;
        while (end < rows.size() && !present.contains(m_key(rows.at(end))))
            ++end;
        if (end == first)
            continue;
        const int at = std::min(int(first), rowCount());
        beginInsertRows({}, at, at + int(end - first) - 1);
        m_rows = m_rows.first(at) + rows.sliced(first, end - first) + m_rows.sliced(at);
        endInsertRows();
        first = end;
    }
}

/// The same rows in another order: what the view remembers moves with them.
template <class Row>
void ListModel<Row>::rearrange(const QList<Row> &rows, const QHash<QString, int> &wanted)
{
    const bool isMoved = !std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                                     [this](const Row &a, const Row &b) { return m_key(a) == m_key(b); });
    if (!isMoved) {
        m_rows = rows;
        return;
    }
    if (rows.size() != m_rows.size()) // keys that are not unique, against the rule
        return setTable(m_columns, rows);
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex &old : before)
        after.append(index(wanted.value(m_key(m_rows.at(old.row())), -1), old.column()));
    m_rows = rows;
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

template <class Row>
int ListModel<Row>::columnOf(const QString &id) const
{
    const auto found =
        std::find_if(m_columns.begin(), m_columns.end(), [&](const auto &each) { return each.id == id; });
    return found == m_columns.end() ? -1 : int(found - m_columns.begin());
}

template <class Row>
Qt::ItemFlags ListModel<Row>::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = ListModelBase::flags(index);
    return index.isValid() && m_columns.at(index.column()).checked ? usual | Qt::ItemIsUserCheckable : usual;
}

template <class Row>
QVariant ListModel<Row>::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ListColumn<Row> &column = m_columns.at(index.column());
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(column, row);
    case Qt::ToolTipRole:
        return tipText(column.toolTip ? column.toolTip(row) : textOf(column, row));
    case Qt::TextAlignmentRole:
        return alignmentOf(column.alignment);
    case Qt::CheckStateRole:
        return column.checked ? QVariant(column.checked(row) ? Qt::Checked : Qt::Unchecked) : QVariant();
    case SortRole:
        return column.sort ? column.sort(row) : QVariant(textOf(column, row));
    default:
        return ownRole(column, row, role);
    }
}

template <class Row>
QVariant ListModel<Row>::ownRole(const ListColumn<Row> &column, const Row &row, int role) const
{
    if (const QVariant own = column.role ? column.role(row, role) : QVariant(); own.isValid())
        return own;
    return m_rowRole ? m_rowRole(row, role) : QVariant();
}

template <class Row>
QVariant ListModel<Row>::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return ListModelBase::headerData(section, orientation, role);
    const ListColumn<Row> &column = m_columns.at(section);
    switch (role) {
    case Qt::DisplayRole:
        return column.title();
    case Qt::ToolTipRole:
        return column.titleTip ? QVariant(tipText(column.titleTip())) : QVariant();
    case Qt::TextAlignmentRole:
        return alignmentOf(column.alignment);
    default:
        return {};
    }
}

} // namespace callboard
