// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/tile.h"

#include "ui/common/charts/sparkline.h"
#include "ui/common/theme/plain_text.h"

#include <QPainter>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int Padding = 3 * Theme::Unit;
constexpr int TrendHeight = 5 * Theme::Unit;

} // namespace

Tile::Tile(const Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Tile::setFigure(const TileFigure &figure)
{
    m_figure = figure;
    setTip(this, figure.toolTip);
    setAccessibleName(figure.name + u": "_s + figure.figure);
    const QString said = QStringList{figure.details.value(0), figure.changes.value(0)}.join(u". "_s);
    setAccessibleDescription(said + u". "_s + metricDefinition(figure.metric));
    update();
}

QSize Tile::sizeHint() const
{
    const int text = QFontMetrics(m_theme.font(TypeStep::Small)).height() * 3
        + QFontMetrics(m_theme.font(TypeStep::Figure)).height();
    return {36 * Theme::Unit, text + TrendHeight + 3 * Theme::Unit};
}

QSize Tile::minimumSizeHint() const
{
    return {26 * Theme::Unit, sizeHint().height()};
}

void Tile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isHot = underMouse() || hasFocus();
    painter.setPen(m_theme.ink(isHot ? ColorRole::Accent : ColorRole::PanelEdge));
    painter.setBrush(m_theme.ink(isDown() ? ColorRole::Hover : ColorRole::Panel));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::Radius, Theme::Radius);
    const QRect inner = rect().adjusted(Padding, 2 * Theme::Unit, -Padding, -Theme::Unit);
    paintTexts(painter, inner);
    const QRectF trend(inner.left(), inner.bottom() - TrendHeight + 1, inner.width(), TrendHeight);
    paintSparkline(painter, trend, m_figure.trend, m_theme.ink(ColorRole::Accent));
}

void Tile::paintTexts(QPainter &painter, const QRect &inner) const
{
    painter.setFont(m_theme.font(TypeStep::Small));
    painter.setPen(m_theme.ink(ColorRole::MutedText));
    const QFontMetrics small = painter.fontMetrics();
    painter.drawText(inner.left(), inner.top() + small.ascent(),
                     small.elidedText(m_figure.name, Qt::ElideRight, inner.width()));
    int top = inner.top() + small.height();
    painter.setFont(m_theme.font(TypeStep::Figure));
    painter.setPen(m_theme.ink(m_figure.ink));
    painter.drawText(inner.left(), top + painter.fontMetrics().ascent(), m_figure.figure);
    top += painter.fontMetrics().height();
    painter.setFont(m_theme.font(TypeStep::Small));
    painter.setPen(m_theme.ink(ColorRole::MutedText));
    painter.drawText(inner.left(), top + small.ascent(), fitting(m_figure.details, small, inner.width()));
    top += small.height();
    painter.drawText(inner.left(), top + small.ascent(), fitting(m_figure.changes, small, inner.width()));
}

QString Tile::fitting(const QStringList &texts, const QFontMetrics &metrics, int width)
{
    for (const QString &text : texts) {
        if (metrics.horizontalAdvance(text) <= width)
            return text;
    }
    return metrics.elidedText(texts.value(texts.size() - 1), Qt::ElideRight, width);
}

} // namespace callboard
