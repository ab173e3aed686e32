// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace callboard {

class Theme;

/// A monochrome icon of resources/icons in the theme's colours: muted, and the accent where it is checked.
QIcon themedIcon(const QString &name, const Theme &theme);

} // namespace callboard
