// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/figures/figure_table.h"

namespace callboard {

/// The rows of the table of figures: those counted from calls, and those of contacts and their lists. Pure; any thread.
std::span<const MetricInfo> callFigures();
std::span<const MetricInfo> contactFigures();

} // namespace callboard
