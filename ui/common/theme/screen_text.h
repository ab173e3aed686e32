// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace callboard {

/// A text for a view that wraps its lines: cut, and marked as cut, beyond 16,384 signs. The time that Qt takes for a
/// line without a space grows with the square of its length: 256 KiB would stop the window for a quarter of a minute.
QString screenText(const QString &text);

} // namespace callboard
