// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/charts/chart_series_set.h"

#include <QBarSet>
#include <QChart>
#include <QHorizontalStackedBarSeries>
#include <QLineSeries>
#include <QStackedBarSeries>

#include <cmath>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr double BarShare = 0.76; ///< of a category's width
constexpr double LineWidth = 2;
const QString GapAfterName = u"\u00a0\u00a0\u00a0"_s; ///< in the legend, which has no setting for it
constexpr qsizetype FewChanges = 4;

/// Every change of a bar set lays out all bars: a few values are replaced one by one, more of them all at once.
void setValues(QBarSet &set, const QList<double> &values)
{
    const bool isSameCount = set.count() == values.size();
    QList<int> changed;
    for (int i = 0; isSameCount && i < set.count(); ++i) {
        if (set.at(i) != values[i])
            changed.append(i);
    }
    if (isSameCount && changed.size() < FewChanges) {
        for (int i : std::as_const(changed))
            set.replace(i, values[i]);
        return;
    }
    set.remove(0, set.count());
    set.append(values);
}

void setPoints(QXYSeries &line, const QList<double> &values)
{
    QList<QPointF> points;
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (!std::isnan(values[i]))
            points.append(QPointF(static_cast<double>(i), values[i]));
    }
    line.setPointsVisible(points.size() == 1); // a line needs two
    line.replace(points);
}

} // namespace

double drawnValue(double value, ChartUnit unit)
{
    return unit == ChartUnit::Share ? value * 100 : value;
}

QString chartLabel(const QString &text, qsizetype number)
{
    return u"%1<!--%2-->"_s.arg(text.toHtmlEscaped(), QString::number(number));
}

void ChartSeriesSet::add(QAbstractSeries *series)
{
    m_chart.addSeries(series);
    for (QAbstractAxis *axis : m_chart.axes())
        series->attachAxis(axis);
}

void ChartSeriesSet::make(const ChartData &data)
{
    m_chart.removeAllSeries();
    m_bars = nullptr;
    m_lines.clear();
    m_shape = data.shape;
    if (m_shape == ChartShape::Lines) {
        while (m_lines.size() < data.series.size()) {
            m_lines.append(new QLineSeries);
            add(m_lines.constLast());
        }
    } else if (!data.series.isEmpty()) {
        m_bars = m_shape == ChartShape::Rows ? static_cast<QAbstractBarSeries *>(new QHorizontalStackedBarSeries)
                                             : new QStackedBarSeries;
        m_bars->setBarWidth(BarShare);
        while (m_bars->count() < data.series.size())
            m_bars->append(new QBarSet(QString()));
        add(m_bars);
    }
}

bool ChartSeriesSet::draw(const ChartData &data)
{
    const qsizetype count = m_bars ? m_bars->count() : m_lines.size();
    const bool isNew = m_shape != data.shape || count != data.series.size();
    if (isNew)
        make(data);
    for (qsizetype i = 0; i < data.series.size(); ++i) {
        const ChartSeries &series = data.series[i];
        QList<double> values = series.values;
        for (double &value : values)
            value = drawnValue(value, data.unit);
        if (m_bars) {
            QBarSet *set = m_bars->barSets().at(i);
            if (const QString name = chartLabel(series.name + GapAfterName, i); set->label() != name)
                set->setLabel(name);
            set->setPen(Qt::NoPen);
            set->setBrush(series.color);
            setValues(*set, values);
        } else {
            m_lines[i]->setName(chartLabel(series.name + GapAfterName, i));
            m_lines[i]->setPen(QPen(series.color, LineWidth));
            setPoints(*m_lines[i], values);
        }
    }
    return isNew;
}

} // namespace callboard
