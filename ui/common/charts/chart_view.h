// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/charts/chart_axes.h"
#include "ui/common/charts/chart_labels.h"
#include "ui/common/charts/chart_series_set.h"
#include "ui/common/charts/hover_tip.h"
#include "ui/common/theme/theme.h"

#include <QChartView>

namespace callboard {

/// The one view class that all charts are drawn with; Qt Charts stays behind it. GUI thread.
///
/// Qt Charts draws bars, lines, axes, grid and legend, lays them out, and finds the bar that was clicked. Which
/// categories get a label on the axis is decided here by measuring, and ChartLabels writes what Qt Charts can't. A
/// pointer hovers over the whole place of a category, not only over its bars, which may be a pixel high.
///
/// Data is replaced as a whole; a view that is not visible only remembers it. Where categories do not fit, several
/// share a place: the last row is the sum of the rest, and columns narrower than some pixels are summed up.
class ChartView : public QChartView
{
    Q_OBJECT
public:
    ChartView(const Theme &theme, const Format &format, QWidget *parent = nullptr);

    void setData(const ChartData &data);
    const ChartData &data() const { return m_data; }
    void setLegendVisible(bool visible);
    bool hasLegend() const { return m_hasLegend; }
    void setSeriesShown(int series, bool shown);
    bool isSeriesShown(int series) const { return m_shown.value(series, true); }
    /// What stands above each column of the chart; nothing where not all of them have room.
    QStringList barValues() const;

    /// The category under a point of the view, or -1; for rows -1 outside of the drawn ones.
    int categoryAt(const QPoint &position) const;
    /// Where a category's bars are, in view coordinates.
    QRectF categoryRect(int category) const;
    /// What hovering over a category says, with exact values; the series under the pointer is marked.
    HoverWords hoverWords(int category) const;
    const HoverTip &hoverTip() const { return *m_tip; }
    /// Paints the chart as it looks now, without the mark of the pointer, at that place of another picture.
    void paintOn(QPainter &painter, const QPointF &topLeft);
    QSize sizeHint() const override { return {320, 200 + m_legendHeight}; }

Q_SIGNALS:
    /// Categories `first` to `last` were clicked (several where they share a place); `series` -1: all of them.
    void clicked(int first, int last, int series);

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();
    void apply();
    void condense();
    void connectSeries();
    void setLegend();
    void layOut();
    QRectF rectOf(int category, double top) const;
    QList<QRectF> bars() const;
    void drawLabels(QPainter &painter) const;
    int lineAt(int category, double y) const;
    void setCurrent(int category);
    void activate(int category, int series);
    bool isRows() const { return m_drawn.shape == ChartShape::Rows; }

    const Theme &m_theme;
    const Format &m_format;
    ChartLabels m_labels;
    ChartData m_data; ///< as given
    ChartData m_drawn; ///< what fits of the series that are switched on
    QList<qsizetype> m_starts; ///< the first category of each drawn one
    QList<bool> m_shown;
    ChartAxes m_axes;
    ChartSeriesSet m_series;
    HoverTip *m_tip;
    int m_current = -1;
    int m_hoveredSeries = -1;
    int m_clickedSeries = -1;
    bool m_hasLegend = true;
    int m_legendHeight = 6 * Theme::Unit; ///< of one line until it is laid out
    bool m_stale = false;
};

} // namespace callboard
