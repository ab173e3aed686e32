// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/charts/chart_data.h"
#include "ui/common/charts/chart_scale.h"
#include "ui/common/charts/hover_tip.h"

#include <QChartView>

class QAreaSeries;
class QLineSeries;
class QValueAxis;

namespace callboard {

class Format;
class Theme;

/// The one view class that all charts are drawn with; Qt Charts stays behind it. GUI thread.
///
/// Data is replaced as a whole; a view that is not visible only remembers it. Axis labels are drawn here, because those
/// of Qt Charts overlap or vanish: their number follows from measured text. Where not all rows fit, the last one sums
/// up the rest.
class ChartView : public QChartView
{
    Q_OBJECT
public:
    ChartView(const Theme &theme, const Format &format, QWidget *parent = nullptr);

    void setData(const ChartData &data);
    const ChartData &data() const { return m_data; }
    void setSeriesShown(int series, bool shown);
    bool isSeriesShown(int series) const { return m_shown.value(series, true); }
    /// What stands above each column of the chart; nothing where not all of them have room.
    QStringList barValues() const;

    /// The category under a point of the view, or -1; for rows -1 outside of the drawn ones.
    int categoryAt(const QPoint &position) const;
    /// The series of the bar under a point, or of the line next to it; -1: none.
    int seriesAt(const QPoint &position) const;
    /// Where a category's bars are, in view coordinates.
    QRectF categoryRect(int category) const;
    /// What hovering over a category says, with exact values.
    HoverWords hoverWords(int category) const;
    const HoverTip &hoverTip() const { return *m_tip; }
    /// Values written as the unit asks.
    QString valueText(double value) const;
    /// Paints the chart as it looks now, without the mark of the pointer, at that place of another picture.
    void paintOn(QPainter &painter, const QPointF &topLeft);
    QSize sizeHint() const override { return {320, 200}; }

Q_SIGNALS:
    /// Categories `first` to `last` were clicked (several for the row that sums up the rest); `series` -1: all of them.
    void clicked(int first, int last, int series);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Drawn
    {
        QLineSeries *upper = nullptr;
        QLineSeries *lower = nullptr;
        QAreaSeries *area = nullptr;
    };
    void apply();
    void setAxes();
    void layOutPlot();
    void makeSeries();
    void addSeries();
    void fillSeries();
    void colourSeries();
    ChartData condensed() const;
    void drawLabels(QPainter &painter) const;
    void drawCategoryLabels(QPainter &painter, const QRectF &plot) const;
    void drawRowLabels(QPainter &painter, const QRectF &plot) const;
    void drawValueLabels(QPainter &painter, const QRectF &plot) const;
    void drawBarValues(QPainter &painter) const;
    double shownTotal(qsizetype category) const;
    void drawCurrent(QPainter &painter, const QRectF &plot) const;
    void setCurrent(int category);
    void activate(int category, int series);
    int lineAt(int category, double y) const;
    double widestNote(const QFontMetricsF &metrics) const;
    bool isRows() const { return m_data.shape == ChartShape::Rows; }

    const Theme &m_theme;
    const Format &m_format;
    ChartData m_data; ///< as given
    ChartData m_drawn; ///< what fits: rows summed up
    ValueScale m_scale;
    QList<bool> m_shown;
    QList<Drawn> m_series;
    QValueAxis *m_bottomAxis;
    QValueAxis *m_leftAxis;
    HoverTip *m_tip;
    int m_current = -1;
    bool m_stale = false;
};

} // namespace callboard
