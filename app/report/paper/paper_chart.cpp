// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/paper/paper_chart.h"

#include "report/paper/paper_chart_parts.h"

#include <QCoreApplication>
#include <QPainter>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace callboard {

using namespace Qt::StringLiterals;

bool PaperChart::isEmpty() const
{
    return std::all_of(series.begin(), series.end(), [](const PaperSeries &one) {
        return std::all_of(one.values.begin(), one.values.end(), [](double v) { return std::isnan(v) || v == 0; });
    });
}

namespace paper {

namespace {

constexpr double TitleHeight = points(15);
constexpr double PlotHeight = points(100);
constexpr double LabelLines = 3;
constexpr double BelowLegend = points(5);
constexpr double NoteHeight = points(11);
constexpr double LegendGap = points(12);

double niceStep(double raw)
{
    const double power = std::pow(10, std::floor(std::log10(raw)));
    for (double factor : {1.0, 2.0, 2.5, 5.0}) {
        if (raw <= factor * power * 1.0001)
            return factor * power;
    }
    return 10 * power;
}

double niceDuration(double raw)
{
    for (double seconds : {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 18000, 36000}) {
        if (raw <= seconds * 1000)
            return seconds * 1000;
    }
    return niceStep(raw / 36e5) * 36e5;
}

double niceStepOf(ColumnKind kind, double raw)
{
    if (kind == ColumnKind::Duration)
        return niceDuration(raw);
    return kind == ColumnKind::Count ? std::max(1.0, std::ceil(niceStep(raw) - 1e-9)) : niceStep(raw);
}

double titleHeight(const PaperChart &chart)
{
    return chart.title.isEmpty() ? 0 : TitleHeight;
}

/// Where each entry of the legend goes; returns the height of all.
double placeLegend(const PaperChart &chart, double width, const Meters &meters,
                   const std::function<void(const PaperSeries &, double x, double y)> &take)
{
    if (!hasLegend(chart))
        return 0;
    const Meter &small = meters[Type::Small];
    double x = 0, y = 0;
    for (const PaperSeries &series : chart.series) {
        const double own = SwatchSize + points(3) + std::min(small.width(series.name), width / 2);
        if (x > 0 && x + own > width) {
            x = 0;
            y += small.lineHeight() + points(1);
        }
        if (take)
            take(series, x, y);
        x += own + LegendGap;
    }
    return y + small.lineHeight();
}

void paintLegend(QPainter &painter, const QRectF &area, const PaperChart &chart, const Meters &meters)
{
    const Meter &small = meters[Type::Small];
    placeLegend(chart, area.width(), meters, [&](const PaperSeries &series, double x, double y) {
        const double middle = area.top() + y + small.lineHeight() / 2;
        const bool isLine = chart.shape == ReportChart::Shape::Lines;
        const double height = isLine ? points(1.8) : SwatchSize;
        painter.fillRect(QRectF(area.left() + x, middle - height / 2, SwatchSize, height), series.color);
        label(painter, small, QPointF(area.left() + x + SwatchSize + points(3), area.top() + y),
              shortened(small, series.name, area.width() / 2), Text);
    });
}

QString leftOutNote(const PaperChart &chart)
{
    const qint64 taken = chart.categories.size(), all = taken + chart.leftOut;
    if (chart.leftOut == 0 && isBars(chart) && taken > mostBars(chart))
        return QCoreApplication::translate("Paper", "The %1 largest of %2 rows; the table has all.")
            .arg(mostBars(chart))
            .arg(taken);
    if (chart.leftOut == 0)
        return {};
    return QCoreApplication::translate("Paper", "From the first %1 of %2 rows; the table has all.").arg(taken).arg(all);
}

} // namespace

int Axis::steps() const
{
    return static_cast<int>(std::lround((top - bottom) / step));
}

Axis axisFor(ColumnKind kind, double least, double largest, int wantedSteps)
{
    if (kind == ColumnKind::Share && largest > 0.5 && largest <= 1 && least >= 0)
        return {0, 1, 0.25};
    const double smallest = kind == ColumnKind::Count ? 1 : kind == ColumnKind::Duration ? 1000 : 0.01;
    const double span = std::max(largest, 0.0) - std::min(least, 0.0);
    Axis axis;
    axis.step = niceStepOf(kind, std::max(span, smallest) / std::max(1, wantedSteps));
    axis.top = std::max(std::ceil(largest / axis.step - 1e-9), 0.0) * axis.step;
    axis.bottom = std::min(std::floor(least / axis.step + 1e-9), 0.0) * axis.step;
    if (axis.top <= axis.bottom)
        axis.top = axis.bottom + axis.step;
    return axis;
}

bool isBars(const PaperChart &chart)
{
    if (chart.shape == ReportChart::Shape::Bars)
        return true;
    if (chart.shape == ReportChart::Shape::Lines || chart.categories.isEmpty())
        return false;
    // Names that do not fit below upright columns are read beside lying ones. Times and small numbers may have gaps.
    static const QRegularExpression step(u"^(\\d{1,4}|\\d{1,2}:\\d\\d.*|\\d{4}-\\d\\d.*)$"_s);
    const auto isName = [](const QString &category) { return !step.match(category).hasMatch(); };
    const auto names = std::count_if(chart.categories.begin(), chart.categories.end(), isName);
    const auto widest = std::max_element(chart.categories.begin(), chart.categories.end(),
                                         [](const QString &a, const QString &b) { return a.size() < b.size(); });
    constexpr qsizetype MostLetters = 100; ///< of all names beside each other
    return names * 2 > chart.categories.size() && widest->size() * chart.categories.size() > MostLetters;
}

bool isStacked(const PaperChart &chart)
{
    return chart.shape == ReportChart::Shape::StackedColumns;
}

bool hasLegend(const PaperChart &chart)
{
    return chart.series.size() > 1 || (!chart.series.isEmpty() && chart.series.constFirst().name != chart.title);
}

QString shortened(const Meter &meter, const QString &text, double width)
{
    if (meter.width(text) <= width)
        return text;
    QString shorter = text;
    while (!shorter.isEmpty() && meter.width(shorter + u'…') > width)
        shorter.chop(1);
    return shorter + u'…';
}

void label(QPainter &painter, const Meter &meter, const QPointF &topLeft, const QString &text, QRgb color)
{
    painter.setFont(meter.font());
    painter.setPen(QColor::fromRgb(color));
    painter.drawText(QPointF(topLeft.x(), topLeft.y() + meter.ascent()), text);
}

double chartHeight(const PaperChart &chart, double width, const Meters &meters)
{
    double height = titleHeight(chart) + placeLegend(chart, width, meters, {}) + BelowLegend;
    height += leftOutNote(chart).isEmpty() ? 0 : NoteHeight;
    if (isBars(chart))
        return height + barsHeight(chart);
    return height + PlotHeight + LabelLines * meters[Type::Small].lineHeight() / 2;
}

void paintChart(QPainter &painter, const QRectF &area, const PaperChart &chart, const Meters &meters,
                const Format &format)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const Meter &bold = meters[Type::BodyBold], &small = meters[Type::Small];
    label(painter, bold, area.topLeft(), shortened(bold, chart.title, area.width()), Text);
    QRectF rest = area.adjusted(0, titleHeight(chart), 0, 0);
    paintLegend(painter, rest, chart, meters);
    rest.setTop(rest.top() + placeLegend(chart, area.width(), meters, {}) + BelowLegend);
    const QString note = leftOutNote(chart);
    if (!note.isEmpty()) {
        rest.setBottom(rest.bottom() - NoteHeight);
        label(painter, small, rest.bottomLeft(), note, Muted);
    }
    if (isBars(chart))
        paintBars(painter, rest, chart, meters, format);
    else
        paintColumnsOrLines(painter, rest, chart, meters, format);
    painter.restore();
}

} // namespace paper

} // namespace callboard
