// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/charts/chart_view.h"

#include "ui/common/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <cmath>

namespace callboard {

QRectF ChartView::categoryRect(int category) const
{
    const QRectF plot = chart()->plotArea();
    const double n = static_cast<double>(qMax<qsizetype>(1, m_drawn.categories.size()));
    if (isRows())
        return {plot.left(), plot.top() + plot.height() * category / n, plot.width(), plot.height() / n};
    return {plot.left() + plot.width() * category / n, plot.top(), plot.width() / n, plot.height()};
}

int ChartView::categoryAt(const QPoint &position) const
{
    const QRectF plot = chart()->plotArea();
    const double along =
        isRows() ? (position.y() - plot.top()) / plot.height() : (position.x() - plot.left()) / plot.width();
    if (along < 0 || along >= 1 || m_drawn.isEmpty())
        return -1;
    return static_cast<int>(along * static_cast<double>(m_drawn.categories.size()));
}

int ChartView::seriesAt(const QPoint &position) const
{
    const int category = categoryAt(position);
    const QRectF plot = chart()->plotArea();
    if (category < 0)
        return -1;
    if (m_drawn.shape == ChartShape::Lines)
        return lineAt(category, position.y());
    const double height = m_scale.top
        * (isRows() ? (position.x() - plot.left()) / plot.width() : (plot.bottom() - position.y()) / plot.height());
    double top = 0;
    for (int s = 0; s < m_drawn.series.size() && height >= 0; ++s) {
        top += isSeriesShown(s) ? m_drawn.series[s].values.value(category) : 0;
        if (height < top)
            return s;
    }
    return -1;
}

int ChartView::lineAt(int category, double y) const
{
    constexpr double Reach = 3 * Theme::Unit;
    const QRectF plot = chart()->plotArea();
    int nearest = -1;
    double least = Reach;
    for (int s = 0; s < m_drawn.series.size(); ++s) {
        const double value = m_drawn.series[s].values.value(category);
        const double distance = std::abs(plot.bottom() - plot.height() * value / m_scale.top - y);
        if (isSeriesShown(s) && !std::isnan(value) && distance <= least) {
            nearest = s;
            least = distance;
        }
    }
    return nearest;
}

void ChartView::mouseMoveEvent(QMouseEvent *event)
{
    const int category = categoryAt(event->position().toPoint());
    setCurrent(category);
    setCursor(category < 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
    if (category >= 0)
        m_tip->showAt(event->globalPosition().toPoint(), hoverWords(category));
}

void ChartView::mousePressEvent(QMouseEvent *event)
{
    event->accept(); // or the release would go to the panel behind
}

void ChartView::mouseReleaseEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    if (event->button() == Qt::LeftButton)
        activate(categoryAt(position), seriesAt(position));
}

void ChartView::leaveEvent(QEvent *event)
{
    setCurrent(-1);
    QChartView::leaveEvent(event);
}

void ChartView::focusOutEvent(QFocusEvent *event)
{
    setCurrent(-1);
    QChartView::focusOutEvent(event);
}

void ChartView::hideEvent(QHideEvent *event)
{
    setCurrent(-1);
    QChartView::hideEvent(event);
}

void ChartView::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_drawn.categories.size()) - 1;
    const bool isNext = event->key() == (isRows() ? Qt::Key_Down : Qt::Key_Right);
    const bool isPrevious = event->key() == (isRows() ? Qt::Key_Up : Qt::Key_Left);
    if (last >= 0 && (isNext || isPrevious)) {
        setCurrent(qBound(0, m_current + (isNext ? 1 : -1), last));
        m_tip->showAt(mapToGlobal(categoryRect(m_current).center().toPoint()), hoverWords(m_current));
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        activate(m_current, -1);
    } else {
        event->ignore();
    }
}

void ChartView::setCurrent(int category)
{
    if (category == m_current)
        return;
    m_current = category;
    if (category < 0)
        m_tip->hide();
    viewport()->update();
}

void ChartView::activate(int category, int series)
{
    if (category < 0 || category >= m_drawn.categories.size())
        return;
    const bool isRest =
        m_drawn.categories.size() < m_data.categories.size() && category == m_drawn.categories.size() - 1;
    const int last = isRest ? static_cast<int>(m_data.categories.size()) - 1 : category;
    Q_EMIT clicked(category, last, series);
}

} // namespace callboard
