// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/charts/chart_view.h"

#include "text/format.h"
#include "ui/common/charts/chart_legend.h"

#include <QAbstractBarSeries>
#include <QBarSet>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLegendMarker>
#include <QMouseEvent>

#include <cmath>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize LeastSize{160, 96}; ///< without a legend
constexpr int RowHeight = 20;
constexpr int LeastColumnWidth = 3;
constexpr int StepHeight = 40; ///< between two lines of the grid
constexpr int Gap = 2 * Theme::Unit;
constexpr double LeastPlotShare = 0.75; ///< of the width, beside the value axis
constexpr double LargestNameShare = 0.5; ///< of the width, for the names of rows
constexpr double LineReach = 3 * Theme::Unit;

} // namespace

ChartView::ChartView(const Theme &theme, const Format &format, QWidget *parent)
    : QChartView(new QChart, parent)
    , m_theme(theme)
    , m_format(format)
    , m_labels(theme, format)
    , m_axes(*chart(), theme, format)
    , m_series(*chart())
    , m_tip(new HoverTip(theme, this))
{
    chart()->legend()->detachFromChart();
    chart()->setBackgroundVisible(false);
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    scene()->setItemIndexMethod(QGraphicsScene::NoIndex); // bars are searched for once a click, and moved often
    setFrameShape(QFrame::NoFrame);
    setBackgroundBrush(Qt::NoBrush);
    setStyleSheet(u"QGraphicsView { background: transparent; border: none; }"_s);
    setRenderHint(QPainter::Antialiasing);
    setRubberBand(QChartView::NoRubberBand);
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(LeastSize.width(), LeastSize.height() + m_legendHeight);
    connect(&theme, &Theme::changed, this, &ChartView::refresh);
}

void ChartView::setData(const ChartData &data)
{
    m_data = data;
    refresh();
}

void ChartView::setLegendVisible(bool visible)
{
    m_hasLegend = visible;
    setLegend();
    refresh();
}

void ChartView::setSeriesShown(int series, bool shown)
{
    while (m_shown.size() <= series)
        m_shown.append(true);
    m_shown[series] = shown;
    refresh();
}

void ChartView::refresh()
{
    m_stale = true;
    if (isVisible())
        apply();
}

bool ChartView::event(QEvent *event)
{
    if (event->type() == QEvent::Show && m_stale)
        apply();
    if (event->type() == QEvent::Leave || event->type() == QEvent::FocusOut || event->type() == QEvent::Hide)
        setCurrent(-1);
    return QChartView::event(event);
}

void ChartView::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    refresh();
}

void ChartView::apply()
{
    m_stale = false;
    condense();
    m_axes.place(m_drawn.shape);
    if (m_series.draw(m_drawn))
        connectSeries();
    setLegend();
    m_axes.setValues(m_drawn, isRows() ? 4 : qMax(2, (height() - m_legendHeight) / StepHeight));
    layOut();
    m_axes.setCategories(m_drawn);
    chart()->layout()->activate();
    if (m_tip->isVisible() && m_current < m_drawn.categories.size())
        m_tip->setWords(hoverWords(m_current)); // the values of now, as the chart
    viewport()->update();
}

void ChartView::condense()
{
    const qsizetype count = m_data.categories.size();
    const bool isColumns = m_data.shape == ChartShape::Columns;
    const qsizetype rows = m_data.shape == ChartShape::Rows ? qMax(1, height() / RowHeight) : count;
    const qsizetype share = isColumns ? count * LeastColumnWidth / qMax(1, width()) + 1 : 1;
    m_starts.clear();
    for (qsizetype first = 0; first < count && m_starts.size() < rows; first += share)
        m_starts.append(first);
    m_drawn = m_starts.size() < count ? summedUp(m_data, m_starts) : m_data;
    if (count > rows)
        m_drawn.categories.last() = {tr("%n more", nullptr, static_cast<int>(count - rows + 1)), {}, 0, {}};
    for (int i = 0; i < m_drawn.series.size(); ++i) {
        if (!isSeriesShown(i))
            m_drawn.series[i].values.fill(m_drawn.shape == ChartShape::Lines ? std::nan("") : 0);
    }
}

void ChartView::connectSeries()
{
    if (QAbstractBarSeries *bars = m_series.bars()) {
        const auto number = [bars](QBarSet *set) { return static_cast<int>(bars->barSets().indexOf(set)); };
        connect(bars, &QAbstractBarSeries::clicked, this,
                [this, number](int, QBarSet *set) { m_clickedSeries = number(set); });
        connect(bars, &QAbstractBarSeries::hovered, this,
                [this, number](bool isOver, int, QBarSet *set) { m_hoveredSeries = isOver ? number(set) : -1; });
    }
    const QList<QLegendMarker *> entries = chart()->legend()->markers();
    for (int i = 0; i < entries.size(); ++i)
        connect(entries[i], &QLegendMarker::clicked, this, [this, i] { setSeriesShown(i, !isSeriesShown(i)); });
}

void ChartView::setLegend()
{
    QLegend &legend = *chart()->legend();
    legend.setVisible(m_hasLegend);
    const double height = m_hasLegend ? showLegend(legend, m_data.series, m_shown, m_theme, width()) : 0;
    if (m_legendHeight == qCeil(height))
        return;
    m_legendHeight = qCeil(height);
    setMinimumSize(LeastSize.width(), LeastSize.height() + m_legendHeight); // a hint would lose against Qt Charts' own
    updateGeometry();
}

void ChartView::layOut()
{
    const QFontMetricsF metrics(m_theme.font(TypeStep::Small));
    const qsizetype count = qMax<qsizetype>(1, m_drawn.categories.size());
    double left = 0, right = Gap, top = m_legendHeight, bottom = 0;
    if (isRows()) {
        left = qMin(m_labels.nameWidth(m_drawn), width() * LargestNameShare) + Gap;
        right = m_labels.valueWidth(m_drawn) + Gap;
        bottom = qMax(0.0, height() - top - static_cast<double>(count * RowHeight * 3) / 2);
    } else if (!m_drawn.isEmpty()) {
        const double label = metrics.horizontalAdvance(m_drawn.categories.constLast().label);
        right = qMax(right, (label - LeastPlotShare * width() / static_cast<double>(count)) / 2);
        top += m_drawn.shape == ChartShape::Columns ? metrics.height() / 2 : 0; // for the totals
    }
    chart()->setMargins(QMarginsF(left, top, right, bottom).toMargins());
    chart()->layout()->activate();
}

HoverWords ChartView::hoverWords(int category) const
{
    const ChartCategory place = m_drawn.categories.value(category);
    HoverWords words{place.fullText(), {}, place.note};
    for (int s = 0; s < m_drawn.series.size(); ++s) {
        const ChartSeries &series = m_drawn.series[s];
        const double value = series.values.value(category);
        if (isSeriesShown(s) && (m_drawn.shape == ChartShape::Lines || value != 0))
            words.lines.append(
                {series.color, series.name, valueText(value, m_drawn.unit, m_format), s == m_hoveredSeries});
    }
    return words;
}

QStringList ChartView::barValues() const
{
    return m_labels.totals(m_drawn, categoryRect(0).width());
}

void ChartView::drawForeground(QPainter *painter, const QRectF &rect)
{
    QChartView::drawForeground(painter, rect);
    painter->save();
    painter->resetTransform();
    drawLabels(*painter);
    if (m_current >= 0 && m_current < m_drawn.categories.size()) {
        QColor veil = m_theme.ink(ColorRole::MutedText);
        veil.setAlphaF(0.14F);
        const QRectF place = categoryRect(m_current);
        painter->fillRect(isRows() ? QRectF(0, place.top(), width(), place.height()) : place, veil);
    }
    painter->restore();
}

void ChartView::drawLabels(QPainter &painter) const
{
    if (m_drawn.isEmpty()) {
        painter.setFont(m_theme.font(TypeStep::Body));
        painter.setPen(m_theme.ink(ColorRole::MutedText));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, m_drawn.emptyReason);
    } else if (isRows()) {
        m_labels.paintRows(painter, m_drawn, bars());
    } else {
        m_labels.paintTotals(painter, m_drawn, bars());
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

QRectF ChartView::rectOf(int category, double top) const
{
    if (chart()->series().isEmpty())
        return {};
    const double from = category - 0.5, to = category + 0.5, end = drawnValue(top, m_drawn.unit);
    QAbstractSeries *series = chart()->series().constFirst();
    const QPointF zero = chart()->mapToPosition(isRows() ? QPointF(0, from) : QPointF(from, 0), series);
    const QPointF most = chart()->mapToPosition(isRows() ? QPointF(end, to) : QPointF(to, end), series);
    return QRectF(zero, most).normalized();
}

QRectF ChartView::categoryRect(int category) const
{
    return rectOf(category, m_axes.top());
}

QList<QRectF> ChartView::bars() const
{
    QList<QRectF> rects;
    for (int i = 0; i < m_drawn.categories.size(); ++i)
        rects.append(rectOf(i, m_drawn.total(i)));
    return rects;
}

int ChartView::categoryAt(const QPoint &position) const
{
    if (m_drawn.isEmpty() || position.y() < chart()->margins().top())
        return -1;
    const QPointF value = chart()->mapToValue(position, chart()->series().constFirst());
    const int category = qFloor((isRows() ? value.y() : value.x()) + 0.5);
    return category < m_drawn.categories.size() ? qMax(-1, category) : -1;
}

int ChartView::lineAt(int category, double y) const
{
    int nearest = -1;
    double least = LineReach;
    for (int s = 0; m_drawn.shape == ChartShape::Lines && s < m_drawn.series.size(); ++s) {
        const double value = m_drawn.series[s].values.value(category);
        const double distance = std::abs(rectOf(category, value).top() - y); // NaN is near to nothing
        if (distance <= least) {
            nearest = s;
            least = distance;
        }
    }
    return nearest;
}

void ChartView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    const int category = categoryAt(position);
    const bool isOnLegend = m_hasLegend && chart()->legend()->geometry().contains(position);
    QChartView::mouseMoveEvent(event); // the bar under the pointer is hovered by it
    if (m_drawn.shape == ChartShape::Lines)
        m_hoveredSeries = lineAt(category, position.y());
    setCurrent(category);
    setCursor(category < 0 && !isOnLegend ? Qt::ArrowCursor : Qt::PointingHandCursor);
    if (category >= 0)
        m_tip->showAt(event->globalPosition().toPoint(), hoverWords(category));
}

void ChartView::mousePressEvent(QMouseEvent *event)
{
    QChartView::mousePressEvent(event);
    event->accept(); // or the release would go to the panel behind
}

void ChartView::mouseReleaseEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    const int category = categoryAt(position);
    m_clickedSeries = lineAt(category, position.y());
    QChartView::mouseReleaseEvent(event); // a bar under the pointer is clicked by it
    event->accept();
    if (event->button() == Qt::LeftButton)
        activate(category, m_clickedSeries);
}

void ChartView::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_drawn.categories.size()) - 1;
    const bool isNext = event->key() == (isRows() ? Qt::Key_Down : Qt::Key_Right);
    const bool isPrevious = event->key() == (isRows() ? Qt::Key_Up : Qt::Key_Left);
    if (last >= 0 && (isNext || isPrevious)) {
        m_hoveredSeries = -1;
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
    if (category < 0) {
        m_hoveredSeries = -1;
        m_tip->hide();
    }
    viewport()->update();
}

void ChartView::activate(int category, int series)
{
    if (category < 0 || category >= m_starts.size())
        return;
    const qsizetype next = m_starts.value(category + 1, m_data.categories.size());
    Q_EMIT clicked(static_cast<int>(m_starts[category]), static_cast<int>(next - 1), series);
}

} // namespace callboard
