// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/paper/paper_chart.h"

/// What the painters of the several shapes share.
namespace callboard::paper {

inline constexpr double SwatchSize = points(6);

bool isBars(const PaperChart &chart); ///< lying, because they were asked for or names need the room
bool isStacked(const PaperChart &chart);
bool hasLegend(const PaperChart &chart);
QString shortened(const Meter &meter, const QString &text, double width);
void label(QPainter &painter, const Meter &meter, const QPointF &topLeft, const QString &text, QRgb color);

qsizetype mostBars(const PaperChart &chart); ///< that stay readable; the largest are shown
double barsHeight(const PaperChart &chart);
void paintBars(QPainter &painter, const QRectF &area, const PaperChart &chart, const Meters &meters,
               const Format &format);
void paintColumnsOrLines(QPainter &painter, const QRectF &area, const PaperChart &chart, const Meters &meters,
                         const Format &format);

} // namespace callboard::paper
