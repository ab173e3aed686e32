// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/command.h"
#include "receiver/config/receiver_config.h"

namespace callboard {

/// The options of `serve` that say how and from whom to receive.
std::vector<OptionSpec> receiverOptions();

/// What they say; reads the files of tokens and of the allow-list. Throws UsageError and CommandError.
ReceiverConfig receiverConfig(const Arguments &arguments);

} // namespace callboard
