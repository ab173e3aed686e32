// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme/theme.h"
#include "ui/wallboard/wall_slides.h"

#include <QPainter>

namespace callboard {

/// Draws the wallboard's parts in sizes that follow the height of the screen, not the type scale of the window.
class WallPainter
{
public:
    WallPainter(QPainter &painter, const Theme &theme, double screenHeight)
        : m_painter(painter)
        , m_theme(theme)
        , m_height(screenHeight)
    { }

    /// A share of the screen's height.
    double size(double share) const { return m_height * share; }
    QFont font(double share, bool bold = false) const;
    /// One line, made narrower until it fits, and cut with an ellipsis as the last resort.
    void text(const QRectF &place, const QString &line, ColorRole ink, double share, Qt::Alignment alignment,
              bool bold = false);
    void block(const QRectF &place, ColorRole ink);

    void figures(const QRectF &place, const QList<WallFigure> &figures);
    /// Outcomes as one strip, with its legend.
    void outcomes(const QRectF &place, const std::array<qint64, OutcomeClassCount> &byClass, const Format &format);
    void strip(const QRectF &place, const std::array<qint64, OutcomeClassCount> &byClass);
    /// As many campaigns as there is room for; the rest is said as a number.
    void campaigns(const QRectF &place, const QList<WallRow> &rows, const Format &format);
    void trend(const QRectF &place, const QList<double> &values, const QString &caption);

private:
    void figure(const QRectF &place, const WallFigure &figure);
    void campaign(const QRectF &place, const WallRow &row);
    void campaignHead(const QRectF &place, const QList<WallFigure> &figures);
    double legendShare(const QStringList &entries, double width) const;
    QRectF column(const QRectF &row, int index, int figures) const;

    QPainter &m_painter;
    const Theme &m_theme;
    const double m_height;
};

} // namespace callboard
