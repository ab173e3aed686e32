// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/exports/export_orders.h"

#include "ui/common/charts/chart_panel.h"
#include "ui/common/charts/chart_view.h"
#include "ui/common/tables/figure_table_view.h"

#include <QHeaderView>

namespace callboard {

namespace {

ReportOrder orderOf(ShownTable &&shown, const QString &report, const CallFilter &filter, Privacy privacy)
{
    shown.isRevealed = privacy == Privacy::Revealed;
    return {report, filter, std::make_shared<const ShownTable>(std::move(shown))};
}

} // namespace

ReportOrder orderOf(const ChartPanel &panel, const QString &report, const CallFilter &filter)
{
    return orderOf(shownChart(panel.accessibleName(), panel.view().data()), report, filter, Privacy::Masked);
}

ReportOrder orderOf(const FigurePanel &panel, const QString &report, const CallFilter &filter, Privacy privacy)
{
    const FigureTableView &view = panel.view();
    return orderOf(shownFigures(panel.title(), view.figures().table(), !view.verticalHeader()->isHidden()), report,
                   filter, privacy);
}

ReportOrder orderOf(const QAbstractItemView &view, const QString &report, const CallFilter &filter, Privacy privacy)
{
    return orderOf(shownModel(view.accessibleName(), *view.model()), report, filter, privacy);
}

} // namespace callboard
