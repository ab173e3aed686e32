// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/charts/sparkline.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace callboard {

namespace {

constexpr double DotRadius = 2;

double largestOf(const QList<double> &values)
{
    double largest = 0;
    for (double value : values)
        largest = std::isnan(value) ? largest : std::max(largest, value);
    return largest;
}

} // namespace

void paintSparkline(QPainter &painter, const QRectF &rect, const QList<double> &values, const QColor &color)
{
    const double largest = largestOf(values);
    if (values.size() < 2 || largest <= 0)
        return;
    const QRectF area = rect.adjusted(1, DotRadius, -DotRadius, -1);
    QPainterPath path;
    QPointF last;
    bool isOpen = false;
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (std::isnan(values[i])) {
            isOpen = false;
            continue;
        }
        last = {area.left() + area.width() * static_cast<double>(i) / static_cast<double>(values.size() - 1),
                area.bottom() - area.height() * values[i] / largest};
        isOpen ? path.lineTo(last) : path.moveTo(last);
        isOpen = true;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.strokePath(path, QPen(color, 1.25, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(last, DotRadius, DotRadius);
    painter.restore();
}

} // namespace callboard
