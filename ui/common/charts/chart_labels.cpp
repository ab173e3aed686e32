// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/charts/chart_labels.h"

#include "ui/common/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr double Gap = 2 * Theme::Unit;
const QString BetweenValueAndNote = u"  "_s;

} // namespace

QStringList ChartLabels::totals(const ChartData &data, double width) const
{
    if (data.shape != ChartShape::Columns)
        return {};
    const QFontMetricsF metrics(m_theme.font(TypeStep::Small));
    QStringList texts;
    for (qsizetype i = 0; i < data.categories.size(); ++i) {
        const double total = data.total(i);
        texts.append(total > 0 ? valueText(total, data.unit, m_format) : QString());
        if (metrics.horizontalAdvance(texts.constLast()) + Theme::Unit > width)
            return {};
    }
    return texts;
}

void ChartLabels::paintTotals(QPainter &painter, const ChartData &data, const QList<QRectF> &bars) const
{
    painter.setFont(m_theme.font(TypeStep::Small));
    painter.setPen(m_theme.ink(ColorRole::Text));
    const double height = QFontMetricsF(painter.font()).height();
    const QStringList texts = totals(data, bars.isEmpty() ? 0 : bars.constFirst().width());
    for (qsizetype i = 0; i < texts.size(); ++i)
        painter.drawText(bars[i].adjusted(0, -height, 0, 0), Qt::AlignHCenter | Qt::AlignTop | Qt::TextSingleLine,
                         texts[i]);
}

double ChartLabels::nameWidth(const ChartData &data) const
{
    const QFontMetricsF metrics(m_theme.font(TypeStep::Small));
    double widest = 0;
    for (const ChartCategory &category : data.categories)
        widest = qMax(widest, metrics.horizontalAdvance(category.label));
    return widest;
}

double ChartLabels::valueWidth(const ChartData &data) const
{
    const QFontMetricsF metrics(m_theme.font(TypeStep::Small));
    double widest = 0;
    for (qsizetype i = 0; i < data.categories.size(); ++i) {
        const QString text =
            valueText(data.total(i), data.unit, m_format) + BetweenValueAndNote + data.categories[i].note;
        widest = qMax(widest, metrics.horizontalAdvance(text));
    }
    return widest;
}

void ChartLabels::paintRows(QPainter &painter, const ChartData &data, const QList<QRectF> &bars) const
{
    constexpr int Side = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine;
    painter.setFont(m_theme.font(TypeStep::Small));
    const QFontMetricsF metrics(painter.font());
    for (qsizetype i = 0; i < data.categories.size(); ++i) {
        const ChartCategory &category = data.categories[i];
        const QRectF name(0, bars[i].top(), bars[i].left() - Gap, bars[i].height());
        QRectF end(bars[i].right() + Theme::Unit, bars[i].top(), painter.viewport().width(), bars[i].height());
        const QString value = valueText(data.total(i), data.unit, m_format);
        painter.setPen(m_theme.ink(ColorRole::Text));
        painter.drawText(name, Side, metrics.elidedText(category.label, Qt::ElideRight, name.width()));
        painter.drawText(end, Side, value);
        painter.setPen(m_theme.ink(ColorRole::MutedText));
        end.translate(metrics.horizontalAdvance(value + BetweenValueAndNote), 0);
        painter.drawText(end, Side, category.note);
    }
}

} // namespace callboard
