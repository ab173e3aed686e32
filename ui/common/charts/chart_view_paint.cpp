// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/charts/chart_view.h"

#include "text/format.h"
#include "ui/common/theme/theme.h"

#include <QPainter>

#include <cmath>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int Gap = 2 * Theme::Unit;

} // namespace

void ChartView::drawForeground(QPainter *painter, const QRectF &rect)
{
    QChartView::drawForeground(painter, rect);
    painter->save();
    painter->resetTransform();
    drawLabels(*painter);
    if (!m_drawn.isEmpty())
        drawCurrent(*painter, chart()->plotArea());
    painter->restore();
}

void ChartView::drawLabels(QPainter &painter) const
{
    painter.setFont(m_theme.font(TypeStep::Small));
    painter.setPen(m_theme.ink(ColorRole::MutedText));
    const QRectF plot = chart()->plotArea();
    if (m_drawn.isEmpty()) {
        painter.setFont(m_theme.font(TypeStep::Body));
        painter.drawText(QRectF(viewport()->rect()), Qt::AlignCenter | Qt::TextWordWrap, m_drawn.emptyReason);
    } else if (isRows()) {
        drawRowLabels(painter, plot);
    } else {
        drawCategoryLabels(painter, plot);
        drawValueLabels(painter, plot);
        drawBarValues(painter);
    }
}

void ChartView::paintOn(QPainter &painter, const QPointF &topLeft)
{
    if (m_stale)
        apply(); // its table is shown instead of it
    const QRectF whole(QPointF(), size());
    painter.save();
    painter.translate(topLeft);
    scene()->render(&painter, whole, whole, Qt::IgnoreAspectRatio);
    drawLabels(painter);
    painter.restore();
}

void ChartView::drawCategoryLabels(QPainter &painter, const QRectF &plot) const
{
    const QFontMetricsF metrics(painter.font());
    const double perCategory = plot.width() / static_cast<double>(qMax<qsizetype>(1, m_drawn.categories.size()));
    for (qsizetype i : visibleLabels(m_drawn.categories, perCategory, metrics)) {
        const QString &label = m_drawn.categories[i].label;
        const double half = metrics.horizontalAdvance(label) / 2;
        const double middle = plot.left() + (static_cast<double>(i) + 0.5) * perCategory;
        const double left = qBound(0.0, middle - half, qMax(0.0, width() - 2 * half));
        painter.drawText(QPointF(left, plot.bottom() + Theme::Unit + metrics.ascent()), label);
    }
    painter.setPen(m_theme.ink(ColorRole::PanelEdge));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    painter.setPen(m_theme.ink(ColorRole::MutedText));
}

void ChartView::drawValueLabels(QPainter &painter, const QRectF &plot) const
{
    const QFontMetricsF metrics(painter.font());
    for (int i = 0; i <= m_scale.steps(); ++i) {
        const double value = i * m_scale.step;
        const double y = plot.bottom() - plot.height() * value / m_scale.top;
        const QRectF box(0, y - metrics.height() / 2, plot.left() - Gap, metrics.height());
        painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, valueText(value));
    }
}

QStringList ChartView::barValues() const
{
    if (m_drawn.shape != ChartShape::Columns)
        return {};
    const QFontMetricsF metrics(m_theme.font(TypeStep::Small));
    QStringList texts;
    for (qsizetype i = 0; i < m_drawn.categories.size(); ++i) {
        const double total = shownTotal(i);
        const QString text = m_drawn.unit == ChartUnit::Count ? valueText(total) : m_format.percent(total, 1);
        texts.append(total > 0 ? text : QString());
        if (metrics.horizontalAdvance(texts.constLast()) + Theme::Unit > categoryRect(static_cast<int>(i)).width())
            return {};
    }
    return texts;
}

double ChartView::shownTotal(qsizetype category) const
{
    double total = 0;
    for (int s = 0; s < m_drawn.series.size(); ++s) {
        const double value = isSeriesShown(s) ? m_drawn.series[s].values.value(category) : 0;
        total += std::isnan(value) ? 0 : value;
    }
    return total;
}

void ChartView::drawBarValues(QPainter &painter) const
{
    const QFontMetricsF metrics(painter.font());
    painter.setPen(m_theme.ink(ColorRole::Text));
    const QStringList texts = barValues();
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const QRectF place = categoryRect(static_cast<int>(i));
        const double top = place.bottom() - place.height() * shownTotal(i) / m_scale.top;
        painter.drawText(QRectF(place.left(), top - metrics.height(), place.width(), metrics.height()),
                         Qt::AlignHCenter | Qt::AlignBottom | Qt::TextSingleLine, texts.at(i));
    }
}

void ChartView::drawRowLabels(QPainter &painter, const QRectF &plot) const
{
    const QFontMetricsF metrics(painter.font());
    for (int i = 0; i < m_drawn.categories.size(); ++i) {
        const QRectF row = categoryRect(i);
        const QString label = metrics.elidedText(m_drawn.categories[i].label, Qt::ElideRight, plot.left() - Gap);
        painter.setPen(m_theme.ink(ColorRole::Text));
        painter.drawText(QRectF(0, row.top(), plot.left() - Gap, row.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         label);
        const double end = plot.left() + plot.width() * m_drawn.total(i) / m_scale.top;
        const QString value = valueText(m_drawn.total(i));
        painter.drawText(QRectF(end + Theme::Unit, row.top(), plot.width(), row.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, value);
        painter.setPen(m_theme.ink(ColorRole::MutedText));
        const double noteAt = end + Theme::Unit + metrics.horizontalAdvance(value + u"  "_s);
        painter.drawText(QRectF(noteAt, row.top(), plot.width(), row.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         m_drawn.categories[i].note);
    }
}

void ChartView::drawCurrent(QPainter &painter, const QRectF &plot) const
{
    if (m_current < 0 || m_current >= m_drawn.categories.size())
        return;
    QColor veil = m_theme.ink(ColorRole::MutedText);
    veil.setAlphaF(0.14F);
    const QRectF place = categoryRect(m_current);
    painter.fillRect(isRows() ? QRectF(0, place.top(), width(), place.height()) : place.intersected(plot), veil);
}

} // namespace callboard
