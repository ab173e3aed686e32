// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme/icons.h"

#include "ui/common/theme/theme.h"

#include <QPainter>
#include <QSvgRenderer>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int IconSize = 24;
constexpr int Scale = 2; ///< crisp on dense screens

QPixmap tinted(const QString &name, const QColor &color)
{
    QPixmap pixmap(IconSize * Scale, IconSize * Scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer(u":/icons/%1.svg"_s.arg(name)).render(&painter);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), color);
    painter.end();
    pixmap.setDevicePixelRatio(Scale);
    return pixmap;
}

} // namespace

QIcon themedIcon(const QString &name, const Theme &theme)
{
    QIcon icon;
    icon.addPixmap(tinted(name, theme.ink(ColorRole::MutedText)), QIcon::Normal, QIcon::Off);
    icon.addPixmap(tinted(name, theme.ink(ColorRole::Accent)), QIcon::Normal, QIcon::On);
    return icon;
}

} // namespace callboard
