// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/exports/export_requests.h"

#include "ui/common/charts/chart_panel.h"
#include "ui/common/charts/chart_view.h"
#include "ui/common/tables/figure_table_view.h"

#include <QHeaderView>

namespace callboard {

namespace {

ExportRequest exportRequestOf(TableExport &&shown, const QString &report, const CallFilter &filter, Privacy privacy)
{
    shown.isRevealed = privacy == Privacy::Revealed;
    return {report, filter, std::make_shared<const TableExport>(std::move(shown))};
}

} // namespace

ExportRequest exportRequestOf(const ChartPanel &panel, const QString &report, const CallFilter &filter)
{
    return exportRequestOf(shownChart(panel.accessibleName(), panel.view().data()), report, filter, Privacy::Masked);
}

ExportRequest exportRequestOf(const FigurePanel &panel, const QString &report, const CallFilter &filter,
                              Privacy privacy)
{
    const FigureTableView &view = panel.view();
    return exportRequestOf(shownFigures(panel.title(), view.figures().table(), !view.verticalHeader()->isHidden()),
                           report, filter, privacy);
}

ExportRequest exportRequestOf(const QAbstractItemView &view, const QString &report, const CallFilter &filter,
                              Privacy privacy)
{
    return exportRequestOf(shownModel(view.accessibleName(), *view.model()), report, filter, privacy);
}

} // namespace callboard
