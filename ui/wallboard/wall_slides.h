// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme/theme.h"
#include "ui/session/figures/live_snapshot.h"

#include <functional>

namespace callboard {

/// One large figure of the wallboard.
struct WallFigure
{
    QString name, figure, detail;
    ColorRole ink = ColorRole::Text; ///< by the same thresholds as on the page Live
};

/// One campaign in the overview's table.
struct WallRow
{
    QString name;
    QList<WallFigure> figures; ///< without details
    std::array<qint64, OutcomeClassCount> byClass{};
};

/// What the wallboard shows at a time: all campaigns, or one.
struct WallSlide
{
    QString taskId; ///< of one campaign
    bool isOverview = true;
    QString title;
    QList<WallFigure> figures; ///< the large ones
    QList<WallRow> rows; ///< overview: the campaigns in the order of the slides, all of them
    std::array<qint64, OutcomeClassCount> byClass{};
    QList<double> trend; ///< calls by bucket, oldest first
};

using TaskName = std::function<QString(const QString &)>;

/// The overview, then every campaign that called in the window: those of `inTrouble` first and in its order, then those
/// with most attempts. A pure function.
QList<WallSlide> wallSlides(const LiveSnapshot &snapshot, const QMap<QString, ContactCount> &contacts,
                            const TaskName &taskName, const Format &format, const QStringList &inTrouble = {});

} // namespace callboard
