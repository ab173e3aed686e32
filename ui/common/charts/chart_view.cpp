// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/charts/chart_view.h"

#include "text/format.h"
#include "ui/common/charts/chart_points.h"
#include "ui/common/theme/theme.h"

#include <QAreaSeries>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLineSeries>
#include <QMouseEvent>
#include <QValueAxis>

#include <cmath>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int RowHeight = 20;
constexpr int Gap = 2 * Theme::Unit;
constexpr double LargestLabelShare = 0.5; ///< of the width, for the words of rows

QValueAxis *bareAxis(QChart *chart, Qt::Alignment side)
{
    auto *axis = new QValueAxis(chart);
    axis->setLabelsVisible(false);
    axis->setLineVisible(false);
    chart->addAxis(axis, side);
    return axis;
}

} // namespace

ChartView::ChartView(const Theme &theme, const Format &format, QWidget *parent)
    : QChartView(new QChart, parent)
    , m_theme(theme)
    , m_format(format)
    , m_bottomAxis(bareAxis(chart(), Qt::AlignBottom))
    , m_leftAxis(bareAxis(chart(), Qt::AlignLeft))
    , m_tip(new HoverTip(theme, this))
{
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setPlotAreaBackgroundVisible(false);
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    setFrameShape(QFrame::NoFrame);
    setBackgroundBrush(Qt::NoBrush);
    setStyleSheet(u"background: transparent; border: none;"_s);
    setRenderHint(QPainter::Antialiasing);
    setRubberBand(QChartView::NoRubberBand);
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(160, 96);
    connect(&theme, &Theme::changed, this, &ChartView::apply);
}

void ChartView::setData(const ChartData &data)
{
    m_data = data;
    m_stale = true;
    if (isVisible())
        apply();
}

void ChartView::setSeriesShown(int series, bool shown)
{
    while (m_shown.size() <= series)
        m_shown.append(true);
    m_shown[series] = shown;
    apply();
}

void ChartView::showEvent(QShowEvent *event)
{
    QChartView::showEvent(event);
    if (m_stale)
        apply();
}

void ChartView::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    apply();
}

void ChartView::apply()
{
    m_stale = false;
    m_drawn = condensed();
    m_scale = ValueScale::fit(largestValue(m_drawn, m_shown), m_drawn.unit, isRows() ? 4 : qMax(2, height() / 40));
    if (m_series.size() != m_drawn.series.size())
        makeSeries();
    setAxes();
    layOutPlot();
    fillSeries();
    colourSeries();
    if (m_tip->isVisible() && m_current < m_drawn.categories.size())
        m_tip->setWords(hoverWords(m_current)); // the values of now, as the chart
    viewport()->update();
}

void ChartView::setAxes()
{
    const double categories = static_cast<double>(qMax<qsizetype>(1, m_drawn.categories.size()));
    QValueAxis *along = isRows() ? m_leftAxis : m_bottomAxis;
    QValueAxis *values = isRows() ? m_bottomAxis : m_leftAxis;
    along->setRange(0, categories);
    along->setReverse(isRows());
    along->setGridLineVisible(false);
    values->setRange(0, m_scale.top * (isRows() ? 1.0 : 1.0001));
    values->setReverse(false);
    values->setTickCount(m_scale.steps() + 1);
    values->setGridLineVisible(!isRows() && !m_drawn.isEmpty());
}

ChartData ChartView::condensed() const
{
    const qsizetype capacity = qMax(1, height() / RowHeight);
    if (!isRows() || m_data.categories.size() <= capacity)
        return m_data;
    ChartData data = m_data;
    const qsizetype kept = capacity - 1;
    data.categories.resize(kept);
    data.categories.append({tr("%n more", nullptr, static_cast<int>(m_data.categories.size() - kept)), {}, 0, {}});
    for (ChartSeries &series : data.series) {
        double rest = 0;
        for (qsizetype i = kept; i < series.values.size(); ++i)
            rest += series.values[i];
        series.values.resize(kept);
        series.values.append(rest);
    }
    return data;
}

void ChartView::makeSeries()
{
    chart()->removeAllSeries();
    m_series.clear();
    for (qsizetype i = 0; i < m_drawn.series.size(); ++i)
        addSeries();
}

void ChartView::addSeries()
{
    Drawn drawn;
    drawn.upper = new QLineSeries(chart());
    QAbstractSeries *added = drawn.upper;
    if (m_drawn.shape != ChartShape::Lines) {
        drawn.lower = new QLineSeries(chart());
        drawn.area = new QAreaSeries(drawn.upper, drawn.lower);
        added = drawn.area;
    }
    chart()->addSeries(added);
    added->attachAxis(m_bottomAxis);
    added->attachAxis(m_leftAxis);
    m_series.append(drawn);
}

void ChartView::fillSeries()
{
    const QList<SeriesOutline> outlines = outlinesOf(m_drawn, m_shown);
    for (qsizetype i = 0; i < m_series.size(); ++i) {
        m_series[i].upper->replace(outlines[i].upper);
        if (m_series[i].lower != nullptr)
            m_series[i].lower->replace(outlines[i].lower);
    }
}

void ChartView::colourSeries()
{
    for (qsizetype i = 0; i < m_series.size(); ++i) {
        const QColor color = m_drawn.series[i].color;
        if (QAreaSeries *area = m_series[i].area) {
            area->setPen(Qt::NoPen);
            area->setBrush(color);
        } else {
            m_series[i].upper->setPen(QPen(color, 2));
        }
    }
    for (QValueAxis *axis : {m_bottomAxis, m_leftAxis})
        axis->setGridLineColor(m_theme.ink(ColorRole::Grid));
}

double ChartView::widestNote(const QFontMetricsF &metrics) const
{
    double widest = 0;
    for (qsizetype i = 0; i < m_drawn.categories.size(); ++i) {
        const QString text = valueText(m_drawn.total(i)) + u"  "_s + m_drawn.categories[i].note;
        widest = qMax(widest, metrics.horizontalAdvance(text));
    }
    return widest;
}

void ChartView::layOutPlot()
{
    const QFontMetricsF metrics(m_theme.font(TypeStep::Small));
    double left = 0, right = Gap, top = metrics.height() / 2, bottom = metrics.height() + Theme::Unit;
    if (isRows()) {
        for (const ChartCategory &category : std::as_const(m_drawn.categories))
            left = qMax(left, metrics.horizontalAdvance(category.label));
        left = qMin(left, width() * LargestLabelShare) + Gap;
        right = widestNote(metrics) + Gap;
        top = bottom = 0;
    } else {
        left = metrics.horizontalAdvance(valueText(m_scale.top)) + Gap;
        if (m_drawn.shape == ChartShape::Columns)
            top = metrics.height(); // the values on the bars
    }
    const QRectF plot(left, top, qMax(10.0, width() - left - right), qMax(10.0, height() - top - bottom));
    const double rowsHeight = static_cast<double>(m_drawn.categories.size() * RowHeight * 3) / 2;
    chart()->setPlotArea(
        isRows() && plot.height() > rowsHeight ? QRectF(plot.topLeft(), QSizeF(plot.width(), rowsHeight)) : plot);
}

QString ChartView::valueText(double value) const
{
    if (std::isnan(value))
        return u"–"_s;
    return m_data.unit == ChartUnit::Count ? m_format.count(qRound64(value))
                                           : m_format.percent(value, m_scale.step < 0.01 ? 1 : 0);
}

HoverWords ChartView::hoverWords(int category) const
{
    const ChartCategory place = m_drawn.categories.value(category);
    HoverWords words{place.words.isEmpty() ? place.label : place.words, {}, place.note};
    for (qsizetype s = 0; s < m_drawn.series.size(); ++s) {
        const ChartSeries &series = m_drawn.series[s];
        const double value = series.values.value(category);
        if (!m_shown.value(s, true) || (m_data.shape != ChartShape::Lines && value == 0))
            continue;
        const QString exact =
            std::isnan(value) || m_data.unit == ChartUnit::Count ? valueText(value) : m_format.percent(value, 1);
        words.lines.append({series.color, series.name, exact});
    }
    return words;
}

} // namespace callboard
