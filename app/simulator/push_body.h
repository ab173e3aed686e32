// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/protocol/call_fields.h"
#include "simulator/campaign_profile.h"
#include "simulator/simulated_call.h"

namespace callboard {

/// The first of the platform's two messages: the fields that every call has.
QByteArray basicBody(const SimulatedCall &call, const CampaignProfile &campaign, PushDialect dialect);

/// The second one: all basic fields and those of an outbound call.
QByteArray outboundBody(const SimulatedCall &call, const CampaignProfile &campaign, PushDialect dialect);

/// What anybody must know about the call once all that was meant to be sent has arrived. `withOutbound` says whether
/// the outbound part is among it. Unset times are not said.
CallFields trueFields(const SimulatedCall &call, const CampaignProfile &campaign, bool withOutbound);

} // namespace callboard
