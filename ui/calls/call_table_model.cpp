// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/call_table_model.h"

#include "ui/common/tables/copied_table.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// True when `a` stands above `b` in the list.
bool isAbove(const CallKey &a, const CallKey &b)
{
    return std::pair(a.placedAt, a.id) > std::pair(b.placedAt, b.id);
}

CallKey placeOf(const CallRecord &call)
{
    return {call.placedAt(), call.id};
}

/// Line breaks inside a cell would be rows in programs that know no quotes.
QString tsvCell(QString text)
{
    return tabbedCell(text.replace(u'\t', u' ').replace(u'\n', u' ').replace(u'\r', u' '), false);
}

int clampRows(qint64 rows)
{
    return static_cast<int>(std::min<qint64>(rows, std::numeric_limits<int>::max()));
}

} // namespace

CallTableModel::CallTableModel(const Format &format, const Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_format(format)
    , m_theme(theme)
{ }

void CallTableModel::setTaskNames(std::function<QString(const QString &)> taskName)
{
    m_taskName = std::move(taskName);
    allChanged();
}

void CallTableModel::setMeanings(const ResultMeanings &meanings)
{
    if (meanings == m_meanings)
        return;
    m_meanings = meanings;
    allChanged();
}

void CallTableModel::setPrivacy(Privacy privacy, const QStringList &personalColumns)
{
    m_privacy = privacy;
    m_personalColumns = personalColumns;
    allChanged();
}

void CallTableModel::allChanged()
{
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0, 0), index(clampRows(m_rows) - 1, columnCount() - 1));
}

void CallTableModel::start(const CallListData &list)
{
    beginResetModel();
    m_index = list.index;
    m_ids = list.ids;
    m_head = list.head;
    m_rows = std::max<qint64>(list.index.count, m_head.size());
    m_cache.reset(m_rows);
    endResetModel();
}

void CallTableModel::refresh(const CallListData &list)
{
    if (!list.order.isNewestFirst())
        return start(list);
    m_cache.reset(m_rows);
    removeLeftOut(list.head);
    mergeHead(list.head);
    m_index = list.index;
    setTailCount(std::max<qint64>(list.index.count, list.head.size()));
    m_head = list.head;
    m_cache.reset(m_rows);
}

/// Takes away rows that the new head would have to hold and does not.
void CallTableModel::removeLeftOut(const QList<CallRecord> &head)
{
    QSet<qint64> kept;
    for (const CallRecord &call : head)
        kept.insert(call.id);
    for (qsizetype row = m_head.size() - 1; row >= 0; --row) {
        const CallKey key = placeOf(m_head.at(row));
        const bool beyond = head.size() >= HeadRows && isAbove(placeOf(head.constLast()), key);
        const auto now = std::find_if(head.begin(), head.end(), [&](const CallRecord &c) { return c.id == key.id; });
        const bool moved = now != head.end() && placeOf(*now) != key;
        if (beyond || (kept.contains(key.id) && !moved))
            continue;
        beginRemoveRows({}, static_cast<int>(row), static_cast<int>(row));
        m_head.removeAt(row);
        --m_rows;
        endRemoveRows();
    }
}

/// Puts in what is new and changes what differs; afterwards the rows begin with the new head.
void CallTableModel::mergeHead(const QList<CallRecord> &head)
{
    qsizetype row = 0;
    // Beyond the old head stand rows that were in the list already; setTailCount() settles how many.
    while (row < head.size() && row < m_head.size()) {
        if (m_head.at(row).id == head.at(row).id) {
            adoptRow(row, head.at(row));
            ++row;
        } else {
            row = insertUpTo(row, head);
        }
    }
}

/// Inserts the run of new calls that stands above the old call of a row; returns where that one stands now.
qsizetype CallTableModel::insertUpTo(qsizetype row, const QList<CallRecord> &head)
{
    const qint64 next = m_head.at(row).id;
    const auto end = std::find_if(head.begin() + row, head.end(), [next](const CallRecord &c) { return c.id == next; });
    const qsizetype count = end - (head.begin() + row);
    beginInsertRows({}, static_cast<int>(row), static_cast<int>(row + count) - 1);
    for (qsizetype i = row; i < row + count; ++i)
        m_head.insert(i, head.at(i));
    m_rows += count;
    endInsertRows();
    return row + count;
}

void CallTableModel::adoptRow(qsizetype row, const CallRecord &call)
{
    if (m_head.at(row) == call)
        return;
    m_head[row] = call;
    Q_EMIT dataChanged(index(static_cast<int>(row), 0), index(static_cast<int>(row), columnCount() - 1));
}

void CallTableModel::setTailCount(qint64 rows)
{
    if (rows > m_rows) {
        beginInsertRows({}, clampRows(m_rows), clampRows(rows) - 1);
        m_rows = rows;
        endInsertRows();
    } else if (rows < m_rows) {
        beginRemoveRows({}, clampRows(rows), clampRows(m_rows) - 1);
        m_rows = rows;
        endRemoveRows();
    }
}

void CallTableModel::putPage(qint64 page, const QList<CallRecord> &calls)
{
    m_cache.put(page, calls);
    const qint64 first = page * m_cache.pageRows();
    const qint64 last = std::min<qint64>(first + m_cache.pageRows(), m_rows) - 1;
    if (first <= last)
        Q_EMIT dataChanged(index(clampRows(first), 0), index(clampRows(last), columnCount() - 1));
}

void CallTableModel::update(int row, const CallRecord &call)
{
    const CallRecord *old = callAt(row);
    if (!old || old->id != call.id || *old == call)
        return;
    if (row < m_head.size())
        m_head[row] = call;
    else
        m_cache.replace(row, call);
    Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
}

void CallTableModel::update(int firstRow, int lastRow, const QList<CallRecord> &calls)
{
    for (int row = std::max(0, firstRow); row <= lastRow; ++row) {
        const CallRecord *held = callAt(row);
        if (!held)
            continue;
        const auto newer =
            std::find_if(calls.begin(), calls.end(), [id = held->id](const CallRecord &c) { return c.id == id; });
        if (newer != calls.end())
            update(row, *newer);
    }
}

QList<qint64> CallTableModel::idsOf(int firstRow, int lastRow) const
{
    QList<qint64> ids;
    for (int row = std::max(0, firstRow); row <= lastRow; ++row) {
        if (const CallRecord *call = callAt(row))
            ids.append(call->id);
    }
    return ids;
}

const CallRecord *CallTableModel::callAt(int row) const
{
    if (row < 0 || row >= m_rows)
        return nullptr;
    return row < m_head.size() ? &m_head.at(row) : m_cache.peek(row);
}

int CallTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : clampRows(m_rows);
}

int CallTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(callTableColumns().size());
}

QString CallTableModel::text(const CallRecord &call, int column) const
{
    const CallCellContext context{m_format, m_taskName, m_meanings};
    return callTableColumns()[static_cast<std::size_t>(column)].value(call, context);
}

QVariant CallTableModel::decoration(const CallRecord &call, int column) const
{
    static const int result = callTableColumn("result"_L1);
    if (column != result)
        return {};
    if (!call.isOutbound())
        return m_theme.ink(ColorRole::Inbound);
    if (call.isAwaiting())
        return m_theme.ink(ColorRole::Awaiting);
    return m_theme.outcome(m_meanings.classOf(call.fields.taskResult, call.isAnswered()));
}

QVariant CallTableModel::cell(const CallRecord &call, int column, int role) const
{
    switch (role) {
    case Qt::ToolTipRole:
        return tipText(cell(call, column, Qt::DisplayRole).toString());
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(m_privacy == Privacy::Masked ? masked(call, m_personalColumns) : call, column);
    case Qt::DecorationRole:
        return decoration(call, column);
    default:
        return {};
    }
}

QVariant CallTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(callTableColumns()[static_cast<std::size_t>(index.column())].alignment);
    if (const CallRecord *call = callAt(index.row()))
        return cell(*call, index.column(), role);
    if (role != Qt::DisplayRole)
        return {};
    const bool wanting = m_cache.hasMissing();
    m_cache.find(index.row());
    if (!wanting && m_cache.hasMissing())
        Q_EMIT const_cast<CallTableModel *>(this)->pagesRequested();
    return index.column() == 0 ? u"…"_s : QString();
}

QVariant CallTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return QAbstractTableModel::headerData(section, orientation, role);
    const CallTableColumn &column = callTableColumns()[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
        return QCoreApplication::translate("CallTable", column.title);
    case Qt::ToolTipRole:
        return tipText(
            QCoreApplication::translate("CallTable", column.explanation)
            + (callSortKey(section) ? u'\n' + tr("Click to sort by this, again to turn the order around") : QString()));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(column.alignment);
    default:
        return {};
    }
}

QString CallTableModel::toTsv(const QList<int> &rows, const QList<int> &columns, int *missing) const
{
    const auto line = [&](const auto &cellOf) {
        QStringList cells;
        for (const int column : columns)
            cells.append(tsvCell(cellOf(column)));
        return cells.join(u'\t');
    };
    QStringList lines{line([this](int c) { return headerData(c, Qt::Horizontal, Qt::DisplayRole).toString(); })};
    for (const int row : rows) {
        if (const CallRecord *call = callAt(row))
            lines.append(line([&](int c) { return cell(*call, c, Qt::DisplayRole).toString(); }));
        else
            ++*missing;
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace callboard
