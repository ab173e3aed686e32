// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/paper/paper_chart_parts.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace callboard::paper {

namespace {

constexpr double BarHeight = points(9);
constexpr double ThinBarHeight = points(8.2); ///< where several stand below each other
constexpr double BarGap = points(5); ///< between categories
constexpr double NameGap = points(6);
constexpr double MostNameShare = 0.34; ///< of the width
constexpr double MostHeight = points(290);

double barHeight(const PaperChart &chart)
{
    return isStacked(chart) || chart.series.size() < 2 ? BarHeight : ThinBarHeight;
}

double rowHeight(const PaperChart &chart)
{
    const auto bars = static_cast<double>(isStacked(chart) ? 1 : std::max<qsizetype>(1, chart.series.size()));
    return bars * barHeight(chart) + BarGap;
}

double numberAt(const PaperSeries &series, qsizetype category)
{
    const double value = series.values.value(category);
    return std::isnan(value) ? 0 : value;
}

double lengthOf(const PaperChart &chart, qsizetype category)
{
    double length = 0;
    for (const PaperSeries &series : chart.series)
        length = isStacked(chart) ? length + numberAt(series, category) : std::max(length, numberAt(series, category));
    return length;
}

/// The largest categories, in their own order.
PaperChart condensed(const PaperChart &chart)
{
    const qsizetype most = mostBars(chart);
    if (chart.categories.size() <= most)
        return chart;
    QList<qsizetype> order(chart.categories.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](qsizetype a, qsizetype b) { return lengthOf(chart, a) > lengthOf(chart, b); });
    order.resize(most);
    std::sort(order.begin(), order.end());
    PaperChart shorter = chart;
    shorter.categories.clear();
    for (PaperSeries &series : shorter.series)
        series.values.clear();
    for (qsizetype i : std::as_const(order)) {
        shorter.categories.append(chart.categories.at(i));
        for (qsizetype s = 0; s < chart.series.size(); ++s)
            shorter.series[s].values.append(chart.series.at(s).values.at(i));
    }
    return shorter;
}

QString valueText(const Format &format, ColumnKind kind, double value)
{
    if (std::isnan(value))
        return QStringLiteral("–");
    return kind == ColumnKind::Share  ? format.percent(value, 1)
        : kind == ColumnKind::Decimal ? format.decimal(value)
                                      : axisText(format, kind, value, 1);
}

/// Draws the bars of one category beside its name.
class Bars
{
public:
    Bars(QPainter &painter, const PaperChart &chart, const QRectF &plot, double longest, const Meters &meters,
         const Format &format)
        : m_painter(painter)
        , m_chart(chart)
        , m_plot(plot)
        , m_longest(longest)
        , m_meter(meters[Type::Small])
        , m_format(format)
    { }

    void paint(qsizetype category, double top) const
    {
        double left = m_plot.left();
        for (const PaperSeries &series : m_chart.series) {
            const double length = m_longest > 0 ? m_plot.width() * numberAt(series, category) / m_longest : 0;
            m_painter.fillRect(QRectF(left, top, std::max(0.0, length), barHeight(m_chart)), series.color);
            if (isStacked(m_chart)) {
                left += length;
                continue;
            }
            write(left + length, top, series.values.value(category));
            top += barHeight(m_chart);
        }
        if (isStacked(m_chart))
            write(left, top, lengthOf(m_chart, category));
    }

private:
    void write(double left, double top, double value) const
    {
        const double middle = top + (barHeight(m_chart) - m_meter.lineHeight()) / 2;
        label(m_painter, m_meter, QPointF(left + points(3), middle), valueText(m_format, m_chart.kind, value), Text);
    }

    QPainter &m_painter;
    const PaperChart &m_chart;
    QRectF m_plot;
    double m_longest;
    const Meter &m_meter;
    const Format &m_format;
};

} // namespace

qsizetype mostBars(const PaperChart &chart)
{
    return std::max<qsizetype>(4, static_cast<qsizetype>(MostHeight / rowHeight(chart)));
}

double barsHeight(const PaperChart &chart)
{
    return static_cast<double>(std::min(chart.categories.size(), mostBars(chart))) * rowHeight(chart);
}

void paintBars(QPainter &painter, const QRectF &area, const PaperChart &all, const Meters &meters, const Format &format)
{
    const PaperChart chart = condensed(all);
    const Meter &small = meters[Type::Small];
    double names = 0, numbers = 0, longest = 0;
    for (qsizetype i = 0; i < chart.categories.size(); ++i) {
        names = std::max(names, small.width(chart.categories.at(i)));
        longest = std::max(longest, lengthOf(chart, i));
        numbers = std::max(numbers, small.width(valueText(format, chart.kind, lengthOf(chart, i))));
    }
    names = std::min(names, area.width() * MostNameShare);
    const QRectF plot = area.adjusted(names + NameGap, 0, -(numbers + NameGap), 0);
    const Bars bars(painter, chart, plot, longest, meters, format);
    const double row = rowHeight(chart);
    for (qsizetype i = 0; i < chart.categories.size(); ++i) {
        const double top = area.top() + static_cast<double>(i) * row;
        const double middle = top + (row - BarGap - small.lineHeight()) / 2;
        label(painter, small, QPointF(area.left(), middle), shortened(small, chart.categories.at(i), names), Text);
        bars.paint(i, top);
    }
    painter.fillRect(QRectF(plot.left() - points(0.3), area.top() - points(2), points(0.6),
                            static_cast<double>(chart.categories.size()) * row),
                     QColor::fromRgb(Rule));
}

} // namespace callboard::paper
