// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

class QWidget;

namespace callboard {

/// Gives a window its first size, but no more than the free part of its screen has, whatever the scale. GUI thread;
/// before the window is shown.
void fitFirst(QWidget &window, QSize wish);

/// Brings a window whose place was remembered wholly onto the screen it is on: that may be another, smaller one than
/// the last time. GUI thread.
void fitRestored(QWidget &window);

} // namespace callboard
