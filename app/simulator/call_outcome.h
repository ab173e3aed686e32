// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/campaign_profile.h"
#include "simulator/random.h"
#include "simulator/simulated_call.h"

namespace callboard {

/// Decides how an attempt on a row ends: sets the result and, backwards from the hang-up time, when it was dialled,
/// rang and was answered. Bad numbers belong to the row and stay bad. A few results contradict the answer time, as they
/// do on real platforms.
void decideOutcome(SimulatedCall &call, const CampaignProfile &campaign, Random &random);

/// How the campaign's line does at that time: the share of its attempts that fail in the line.
double lineFaultShare(const CampaignProfile &campaign, qint64 timeMs);

/// True when the platform dials the row again after such a call.
bool isWorthRetry(const SimulatedCall &call);

} // namespace callboard
