// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/paper/paper_chart_parts.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace callboard::paper {

namespace {

constexpr int WantedSteps = 4;
constexpr double LabelGap = points(6); ///< between two labels below the axis
constexpr double WidestColumn = points(30);
constexpr qsizetype MostMarked = 40; ///< points of a line with a dot each

struct Plot
{
    QRectF area; ///< between the axes
    Axis axis;
    double slot = 0; ///< width of a category
    double y(double value) const
    {
        return area.bottom() - area.height() * (value - axis.bottom) / (axis.top - axis.bottom);
    }
    double middle(qsizetype category) const { return area.left() + (static_cast<double>(category) + 0.5) * slot; }
};

std::pair<double, double> bounds(const PaperChart &chart)
{
    double least = 0, largest = 0;
    for (qsizetype i = 0; i < chart.categories.size(); ++i) {
        double sum = 0;
        for (const PaperSeries &series : chart.series) {
            const double value = series.values.value(i);
            if (std::isnan(value))
                continue;
            sum += value;
            least = std::min(least, value);
            largest = std::max(largest, isStacked(chart) ? sum : value);
        }
    }
    return {least, largest};
}

/// The labels of every n-th category, as close as they can stand.
qsizetype labelStep(const PaperChart &chart, double slot, const Meter &meter)
{
    double widest = 0;
    for (const QString &category : chart.categories)
        widest = std::max(widest, meter.width(category));
    const auto needed = static_cast<qsizetype>(std::ceil((widest + LabelGap) / slot));
    for (qsizetype round : {1, 2, 3, 4, 6, 8, 12, 24, 48, 96}) {
        if (round >= needed)
            return round;
    }
    return needed;
}

void paintAxes(QPainter &painter, const QRectF &area, const Plot &plot, const PaperChart &chart, const Meters &meters,
               const Format &format)
{
    const Meter &small = meters[Type::Small];
    for (int i = 0; i <= plot.axis.steps(); ++i) {
        const double value = plot.axis.bottom + i * plot.axis.step;
        const QString text = axisText(format, chart.kind, value, plot.axis.step);
        const bool isZero = std::abs(value) < plot.axis.step / 2;
        const double thick = points(isZero ? 0.7 : 0.4);
        painter.fillRect(QRectF(plot.area.left(), plot.y(value) - thick / 2, plot.area.width(), thick),
                         QColor::fromRgb(isZero ? Rule : Hairline));
        label(painter, small,
              QPointF(plot.area.left() - points(4) - small.width(text), plot.y(value) - small.lineHeight() / 2), text,
              Muted);
    }
    const qsizetype step = labelStep(chart, plot.slot, small);
    for (qsizetype i = 0; i < chart.categories.size(); i += step) {
        const QString text = shortened(small, chart.categories.at(i), area.width() / 3);
        const double half = small.width(text) / 2;
        const double left =
            std::clamp(plot.middle(i) - half, area.left(), std::max(area.left(), area.right() - 2 * half));
        label(painter, small, QPointF(left, plot.area.bottom() + points(2.5)), text, Muted);
    }
}

void paintValue(QPainter &painter, const Plot &plot, double middle, double value, ColumnKind kind, double width,
                const Meters &meters, const Format &format)
{
    const Meter &small = meters[Type::Small];
    const QString text = axisText(format, kind, value, 1);
    if (small.width(text) + points(2) > width || value == 0)
        return;
    label(painter, small, QPointF(middle - small.width(text) / 2, plot.y(value) - small.lineHeight()), text, Text);
}

void paintStack(QPainter &painter, const Plot &plot, const PaperChart &chart, qsizetype category, double width)
{
    double sum = 0;
    for (const PaperSeries &series : chart.series) {
        const double value = series.values.value(category);
        if (std::isnan(value) || value <= 0)
            continue;
        const double bottom = plot.y(sum), top = plot.y(sum += value);
        painter.fillRect(QRectF(plot.middle(category) - width / 2, top, width, bottom - top), series.color);
    }
}

void paintColumns(QPainter &painter, const Plot &plot, const PaperChart &chart, const Meters &meters,
                  const Format &format)
{
    const auto count = static_cast<double>(isStacked(chart) ? 1 : chart.series.size());
    const double width = std::min(plot.slot * 0.74 / count, WidestColumn);
    for (qsizetype i = 0; i < chart.categories.size(); ++i) {
        if (isStacked(chart)) {
            paintStack(painter, plot, chart, i, width);
            continue;
        }
        double left = plot.middle(i) - width * count / 2;
        for (const PaperSeries &series : chart.series) {
            const double value = series.values.value(i);
            if (!std::isnan(value)) {
                painter.fillRect(QRectF(QPointF(left, plot.y(value)), QPointF(left + width, plot.y(0))), series.color);
                const double room = count > 1 ? width : plot.slot;
                paintValue(painter, plot, left + width / 2, value, chart.kind, room, meters, format);
            }
            left += width;
        }
    }
}

void paintLine(QPainter &painter, const Plot &plot, const PaperSeries &series)
{
    QPainterPath path;
    bool isDrawing = false;
    for (qsizetype i = 0; i < series.values.size(); ++i) {
        const double value = series.values.at(i);
        const bool isGap = std::isnan(value);
        const QPointF at(plot.middle(i), isGap ? 0 : plot.y(value));
        if (!isGap && isDrawing)
            path.lineTo(at);
        else if (!isGap)
            path.moveTo(at);
        isDrawing = !isGap;
        const bool isAlone = !isGap && (i == 0 || std::isnan(series.values.at(i - 1)))
            && (i + 1 == series.values.size() || std::isnan(series.values.at(i + 1)));
        if (!isGap && (isAlone || series.values.size() <= MostMarked)) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(series.color);
            painter.drawEllipse(at, points(1.5), points(1.5));
        }
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(series.color, points(1.2), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
}

} // namespace

void paintColumnsOrLines(QPainter &painter, const QRectF &area, const PaperChart &chart, const Meters &meters,
                         const Format &format)
{
    const Meter &small = meters[Type::Small];
    Plot plot;
    const auto [least, largest] = bounds(chart);
    plot.axis = axisFor(chart.kind, least, largest, WantedSteps);
    double scale = 0;
    for (int i = 0; i <= plot.axis.steps(); ++i) {
        const double value = plot.axis.bottom + i * plot.axis.step;
        scale = std::max(scale, small.width(axisText(format, chart.kind, value, plot.axis.step)));
    }
    plot.area = area.adjusted(scale + points(4), small.lineHeight() * 0.8, 0, -(small.lineHeight() + points(3)));
    plot.slot = plot.area.width() / static_cast<double>(std::max<qsizetype>(1, chart.categories.size()));
    paintAxes(painter, area, plot, chart, meters, format);
    if (chart.shape != ReportChart::Shape::Lines) {
        paintColumns(painter, plot, chart, meters, format);
        return;
    }
    for (const PaperSeries &series : chart.series)
        paintLine(painter, plot, series);
}

} // namespace callboard::paper
