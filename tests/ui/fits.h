// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace callboard::test {

/// What is cut off in a window as it stands, one line each: words of labels, buttons, tabs, boxes, placeholders and
/// headers that have no room, and cells that are elided without a tooltip that says them whole. Only what is visible.
QStringList cutOff(const QWidget *window);

} // namespace callboard::test
