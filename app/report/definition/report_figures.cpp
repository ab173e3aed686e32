// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/definition/report_figures.h"

#include <QCoreApplication>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ReportFigures)
};

Show showOf(const MetricInfo &info)
{
    switch (info.unit) {
    case MetricUnit::Count:
        return Show::Count;
    case MetricUnit::Share:
        return Show::Share;
    case MetricUnit::Milliseconds:
        return info.denominator ? Show::Mean : Show::Sum;
    case MetricUnit::PerMinute:
    case MetricUnit::Quotient:
        break;
    }
    return Show::Quotient;
}

} // namespace

ReportFigureColumn columnOf(Metric metric)
{
    return {QString(metric.word()), metricName(metric), showOf(metric.info())};
}

QList<ReportFigureColumn> columnsOf(const QList<Metric> &figures)
{
    QList<ReportFigureColumn> columns;
    for (const Metric figure : figures)
        columns.append(columnOf(figure));
    return columns;
}

ReportCell cellOf(Metric figure, const GroupFigures &group)
{
    return isMetricKnown(figure, group) ? ReportCell(metricRatio(figure, group)) : ReportCell::unknown();
}

QList<ReportCell> cellsOf(const QList<Metric> &figures, const GroupFigures &group)
{
    QList<ReportCell> cells;
    for (const Metric figure : figures)
        cells.append(cellOf(figure, group));
    return cells;
}

QList<ReportFigureColumn> taskColumns()
{
    return {{u"campaign"_s, Texts::tr("Campaign")}, {u"task_id"_s, Texts::tr("Task id")}};
}

QList<ReportCell> taskCells(const ReportScope &scope, const QString &taskId)
{
    return {scope.taskName(taskId), taskId};
}

ReportChart chartOf(const TableHead &head, const QString &title, ReportChart::Shape shape, const QStringList &columns,
                    qint64 mostRows)
{
    ReportChart chart{.title = title, .shape = shape, .category = 0, .series = {}, .firstRow = 0, .rows = mostRows};
    for (const QString &column : columns)
        chart.series.append(head.indexOf(column));
    return chart;
}

QString totalsLabel()
{
    return Texts::tr("Total");
}

} // namespace callboard
