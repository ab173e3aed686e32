// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/charts/chart_legend.h"

#include "ui/common/theme/theme.h"

#include <QGraphicsLayout>
#include <QLegend>
#include <QLegendMarker>
#include <QPen>

namespace callboard {

namespace {

constexpr double MostHeight = 1000;
constexpr double EdgeWidth = 1.5;

QRectF entriesRect(const QLegend &legend)
{
    QRectF rect;
    for (const QGraphicsItem *group : legend.childItems()) {
        for (const QGraphicsItem *entry : group->childItems())
            rect |= group->mapRectToParent(entry->mapRectToParent(entry->boundingRect()));
    }
    return rect;
}

} // namespace

double showLegend(QLegend &legend, const QList<ChartSeries> &series, const QList<bool> &shown, const Theme &theme,
                  double width)
{
    legend.setFont(theme.font(TypeStep::Small));
    legend.layout()->setContentsMargins(0, 0, 0, 0);
    const QList<QLegendMarker *> entries = legend.markers();
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const bool isShown = shown.value(i, true);
        QColor color = isShown ? series.value(i).color : theme.ink(ColorRole::MutedText);
        entries[i]->setPen(QPen(color, EdgeWidth));
        color.setAlpha(isShown ? 255 : 0);
        entries[i]->setBrush(color);
        entries[i]->setLabelBrush(theme.ink(isShown ? ColorRole::Text : ColorRole::MutedText));
    }
    double room = 2 * width, excess = 0;
    do {
        room -= excess;
        legend.setGeometry({0, 0, room, MostHeight});
        legend.layout()->activate();
        excess = entriesRect(legend).right() - width;
    } while (excess > 0 && room > excess);
    const double height = entriesRect(legend).bottom();
    legend.setGeometry({0, 0, room, height}); // it takes the mouse wherever it is
    legend.layout()->activate();
    return height;
}

} // namespace callboard
