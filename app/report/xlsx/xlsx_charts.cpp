// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/xlsx/xlsx_charts.h"

namespace callboard {

namespace {

constexpr double PixelsWide = 720, PixelsHigh = 400; ///< a chart; libxlsxwriter's own are 480 x 288
constexpr int RowPixels = 20;

struct RowRange
{
    lxw_row_t first = 0, last = 0;
};

lxw_chart_type chartType(ReportChart::Shape shape)
{
    switch (shape) {
    case ReportChart::Shape::StackedColumns:
        return LXW_CHART_COLUMN_STACKED;
    case ReportChart::Shape::Bars:
        return LXW_CHART_BAR;
    case ReportChart::Shape::Lines:
        return LXW_CHART_LINE;
    case ReportChart::Shape::Columns:
        break;
    }
    return LXW_CHART_COLUMN;
}

const char *axisFormat(ColumnKind kind)
{
    switch (kind) {
    case ColumnKind::Share:
        return "0%";
    case ColumnKind::Duration:
        return "[h]:mm:ss";
    default:
        return "General";
    }
}

RowRange rowsOf(const ReportChart &chart, qint64 dataRows)
{
    const qint64 first = std::min(chart.firstRow, dataRows - 1);
    const qint64 wanted = chart.rows < 0 ? dataRows : chart.firstRow + chart.rows;
    const qint64 last = std::clamp(wanted - 1, first, dataRows - 1);
    return {static_cast<lxw_row_t>(first + 1), static_cast<lxw_row_t>(last + 1)};
}

void addSeries(lxw_chart *chart, const SheetPlace &place, const RowRange &rows, int category, int column)
{
    lxw_chart_series *series = chart_add_series(chart, nullptr, nullptr);
    const char *sheet = place.name.constData();
    const auto categories = static_cast<lxw_col_t>(category), values = static_cast<lxw_col_t>(column);
    chart_series_set_categories(series, sheet, rows.first, categories, rows.last, categories);
    chart_series_set_values(series, sheet, rows.first, values, rows.last, values);
    chart_series_set_name_range(series, sheet, 0, values);
}

lxw_chart *makeChart(XlsxBook &book, const SheetPlace &place, const ReportTable &table, const ReportChart &wanted)
{
    lxw_chart *chart = workbook_add_chart(book.book(), uint8_t(chartType(wanted.shape)));
    const RowRange rows = rowsOf(wanted, place.dataRows);
    for (const int column : wanted.series)
        addSeries(chart, place, rows, wanted.category, column);
    chart_title_set_name(chart, titleUtf8(wanted.title).constData());
    const bool isBars = wanted.shape == ReportChart::Shape::Bars;
    lxw_chart_axis *numbers = isBars ? chart->x_axis : chart->y_axis;
    if (isBars) // the first row on top, as in the table
        chart_axis_set_reverse(chart->y_axis);
    chart_axis_set_num_format(numbers, axisFormat(table.columns.at(wanted.series.constFirst()).kind));
    if (wanted.series.size() == 1)
        chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    else
        chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    return chart;
}

bool canShow(const ReportChart &chart, const ReportTable &table)
{
    const auto isColumn = [&](int column) { return column >= 0 && column < table.columns.size(); };
    return isColumn(chart.category) && !chart.series.isEmpty()
        && std::all_of(chart.series.begin(), chart.series.end(), isColumn);
}

} // namespace

void addCharts(XlsxBook &book, const SheetPlace &place, const ReportTable &table)
{
    if (place.dataRows == 0)
        return;
    lxw_chart_options options{};
    options.x_scale = PixelsWide / 480.0;
    options.y_scale = PixelsHigh / 288.0;
    options.object_position = LXW_OBJECT_DONT_MOVE_DONT_SIZE;
    lxw_row_t row = 1;
    for (const ReportChart &wanted : table.charts) {
        if (!canShow(wanted, table))
            continue;
        const QByteArray description = titleUtf8(wanted.title);
        options.description = const_cast<char *>(description.constData());
        const auto column = static_cast<lxw_col_t>(table.columns.size() + 1);
        worksheet_insert_chart_opt(place.sheet, row, column, makeChart(book, place, table, wanted), &options);
        row += static_cast<lxw_row_t>(PixelsHigh / RowPixels + 2);
    }
}

} // namespace callboard
