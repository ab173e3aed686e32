// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/charts/chart_data.h"

#include <QWidget>

class QToolButton;

namespace callboard {

/// The names and colours of a chart's series; a click switches one off or on.
class ChartLegend : public QWidget
{
    Q_OBJECT
public:
    explicit ChartLegend(QWidget *parent = nullptr);
    void setSeries(const QList<ChartSeries> &series);

Q_SIGNALS:
    void toggled(int series, bool shown);

private:
    void addEntry();
    QList<QToolButton *> m_entries;
    QList<QColor> m_colors;
};

} // namespace callboard
