// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/alert/alert_rule.h"

#include <optional>

namespace callboard {

/// The calls that an alert's figure counts; the numerator of a rate, the denominator of an average. Of silence: those
/// of the hour before it. Of the receiver and the store: nothing.
std::optional<CallFilter> callsOfAlert(const Alert &alert, const FigureRules &rules);

} // namespace callboard
