// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/number_runs.h"

#include <span>

namespace callboard {

using Digits = std::span<const Digit>;

/// How many digits stand side by side from the first one on.
qsizetype pieceSize(Digits digits);

/// How many of these digits of a text, from the first one on, are a date (2026-11-22, 2026/3/1), a time of day (9:00,
/// 09:00:15.250) or an amount of money below a million (12,345.67); 0 where they are something else. Pure, any thread.
qsizetype dateOrAmount(QStringView text, Digits digits);

} // namespace callboard
