// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/calls_header.h"

#include "ui/calls/call_columns_table.h"

#include <QStyleOptionHeader>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

const QString Ascending = u" ascending"_s;

} // namespace

CallsHeader::CallsHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setSectionsMovable(true);
    connect(this, &QHeaderView::sectionClicked, this, &CallsHeader::sortBy);
}

/// Long ones first, and from then on the other way. The base class has moved the arrow to whichever column it was.
void CallsHeader::sortBy(int column)
{
    const std::optional<CallSortKey> key = callSortKey(column);
    setOrder(key ? CallOrder{*key, *key == m_order.key && !m_order.isAscending} : m_order);
}

void CallsHeader::setOrder(const CallOrder &order)
{
    const bool isOther = order != m_order;
    m_order = order;
    showOrder();
    if (isOther)
        Q_EMIT orderChanged(order);
}

void CallsHeader::showOrder()
{
    setSortIndicatorShown(true);
    setSortIndicator(callSortColumn(m_order.key), m_order.isAscending ? Qt::AscendingOrder : Qt::DescendingOrder);
}

QString CallsHeader::orderWord() const
{
    const auto &column = callTableColumns()[static_cast<std::size_t>(callSortColumn(m_order.key))];
    return QLatin1StringView(column.id) + (m_order.isAscending ? Ascending : QString());
}

void CallsHeader::restoreOrder(const QString &word)
{
    const QByteArray id = word.section(u' ', 0, 0).toLatin1();
    const std::optional<CallSortKey> key = callSortKey(callTableColumn(QLatin1StringView(id)));
    setOrder(key ? CallOrder{*key, word.endsWith(Ascending)} : CallOrder());
}

void CallsHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int column) const
{
    QHeaderView::initStyleOptionForIndex(option, column);
    if (!callSortKey(column))
        option->state &= ~(QStyle::State_MouseOver | QStyle::State_Sunken);
}

} // namespace callboard
