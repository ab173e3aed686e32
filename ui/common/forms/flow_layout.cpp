// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/forms/flow_layout.h"

namespace callboard {

FlowLayout::FlowLayout(QWidget *parent, int gap)
    : QLayout(parent)
    , m_gap(gap)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    place(rect, true);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size;
}

int FlowLayout::place(const QRect &rect, bool move) const
{
    int y = rect.y();
    for (qsizetype first = 0; first < m_items.size();) {
        int height = 0;
        const qsizetype end = lineEnd(first, rect.width(), &height);
        if (move)
            placeLine(first, end, {rect.x(), y, rect.width(), height});
        y += height + (end < m_items.size() ? m_gap : 0);
        first = end;
    }
    return y - rect.y();
}

/// Where the line that begins with an item ends: at the first one that does not fit any more.
qsizetype FlowLayout::lineEnd(qsizetype first, int width, int *height) const
{
    int used = 0;
    qsizetype i = first;
    for (; i < m_items.size(); ++i) {
        if (m_items.at(i)->isEmpty())
            continue;
        const QSize size = m_items.at(i)->sizeHint();
        if (used > 0 && used + size.width() > width)
            break;
        used += size.width() + m_gap;
        *height = qMax(*height, size.height());
    }
    return i;
}

void FlowLayout::placeLine(qsizetype first, qsizetype end, const QRect &line) const
{
    int x = line.x();
    for (qsizetype i = first; i < end; ++i) {
        if (m_items.at(i)->isEmpty())
            continue;
        const QSize size = m_items.at(i)->sizeHint();
        m_items.at(i)->setGeometry(QRect(QPoint(x, line.y() + (line.height() - size.height()) / 2), size));
        x += size.width() + m_gap;
    }
}

} // namespace callboard
