// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/window_fit.h"

#include <QScreen>
#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace callboard {

namespace {

/// What the title bar and the edges take, as far as anybody knows before the window is shown.
QSize frameOf(const QWidget &window)
{
    return {0, window.style()->pixelMetric(QStyle::PM_TitleBarHeight, nullptr, &window)};
}

QRect freePart(const QWidget &window)
{
    return window.screen()->availableGeometry();
}

} // namespace

void fitFirst(QWidget &window, QSize wish)
{
    window.resize(wish.boundedTo(freePart(window).size() - frameOf(window)));
}

void fitRestored(QWidget &window)
{
    if (window.isMaximized() || window.isFullScreen())
        return;
    const QRect free = freePart(window);
    const QSize size = window.size().boundedTo(free.size() - frameOf(window));
    window.resize(size);
    const QPoint last(free.right() - size.width() + 1, free.bottom() - size.height() + 1);
    window.move(std::clamp(window.x(), free.left(), std::max(free.left(), last.x())),
                std::clamp(window.y(), free.top(), std::max(free.top(), last.y())));
}

} // namespace callboard
