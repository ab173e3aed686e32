// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/charts/chart_axes.h"

#include "text/format.h"
#include "ui/common/charts/chart_series_set.h"
#include "ui/common/theme/theme.h"

#include <QCategoryAxis>
#include <QChart>
#include <QValueAxis>

namespace callboard {

using namespace Qt::StringLiterals;

ChartAxes::ChartAxes(QChart &chart, const Theme &theme, const Format &format)
    : m_chart(chart)
    , m_theme(theme)
    , m_format(format)
    , m_categories(new QCategoryAxis(&chart))
    , m_values(new QValueAxis(&chart))
{
    m_chart.setLocalizeNumbers(true);
    m_categories->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    m_categories->setGridLineVisible(false);
    m_categories->setTruncateLabels(false); // Qt Charts measures too narrowly; what is too long is not given to it
    m_values->setTruncateLabels(false);
    m_values->setLineVisible(false);
}

void ChartAxes::place(ChartShape shape)
{
    const bool isRows = shape == ChartShape::Rows;
    const Qt::Alignment side = isRows ? Qt::AlignLeft : Qt::AlignBottom;
    if (m_categories->alignment() == side)
        return;
    for (QAbstractAxis *axis : m_chart.axes())
        m_chart.removeAxis(axis);
    m_chart.addAxis(m_categories, side);
    m_chart.addAxis(m_values, isRows ? Qt::AlignBottom : Qt::AlignLeft);
    m_categories->setReverse(isRows);
}

void ChartAxes::setValues(const ChartData &data, int steps)
{
    m_scale = ValueScale::fit(data.largest(), data.unit, steps);
    m_values->setVisible(data.shape != ChartShape::Rows && !data.isEmpty());
    m_values->setRange(0, drawnValue(m_scale.top, data.unit));
    m_values->setTickCount(m_scale.steps() + 1);
    const QString sign = m_format.isChinese() ? u"%"_s : u"\u00a0%"_s;
    const QString percent = (m_scale.step < 0.01 ? u"%.1f"_s : u"%.0f"_s) + sign;
    m_values->setLabelFormat(data.unit == ChartUnit::Share ? percent : u"%.0f"_s);
    m_values->setLabelsFont(m_theme.font(TypeStep::Small));
    m_values->setLabelsColor(m_theme.ink(ColorRole::MutedText));
    m_values->setGridLineColor(m_theme.ink(ColorRole::Grid));
    m_chart.setLocale(m_format.locale());
}

void ChartAxes::setCategories(const ChartData &data)
{
    const bool isRows = data.shape == ChartShape::Rows;
    const auto count = static_cast<double>(qMax<qsizetype>(1, data.categories.size()));
    const QFont font = m_theme.font(TypeStep::Small);
    m_categories->setVisible(!isRows && !data.isEmpty());
    m_categories->setRange(-0.5, count - 0.5);
    m_categories->setLabelsFont(font);
    m_categories->setLabelsColor(m_theme.ink(ColorRole::MutedText));
    m_categories->setLinePenColor(m_theme.ink(ColorRole::PanelEdge));
    const double perCategory = m_chart.plotArea().width() / count;
    const auto places = isRows ? QList<qsizetype>() : visibleLabels(data.categories, perCategory, QFontMetricsF(font));
    setLabels(data.categories, places);
}

void ChartAxes::setLabels(const QList<ChartCategory> &categories, const QList<qsizetype> &places)
{
    QStringList labels;
    for (qsizetype i : places)
        labels.append(chartLabel(categories[i].label, i));
    if (labels == m_categories->categoriesLabels())
        return;
    for (const QString &label : m_categories->categoriesLabels())
        m_categories->remove(label);
    m_categories->setStartValue(-1); // out of sight: it would get a tick
    for (qsizetype i = 0; i < labels.size(); ++i)
        m_categories->append(labels[i], static_cast<double>(places[i]));
}

} // namespace callboard
