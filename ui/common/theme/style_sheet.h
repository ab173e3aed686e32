// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace callboard {

class Theme;

/// The application's style sheet in the theme's colours and spacing: what a palette alone can't say. Widgets ask for a
/// look through the dynamic property `look`: "panel", "title", "caption", "figure", "flat", "primary", "banner".
QString styleSheet(const Theme &theme);

} // namespace callboard
