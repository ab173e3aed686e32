// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QRectF>

class QPainter;

namespace callboard {

/// Draws a small line from 0 to the largest value, with a dot on the last one. NaN leaves a gap.
void paintSparkline(QPainter &painter, const QRectF &rect, const QList<double> &values, const QColor &color);

} // namespace callboard
