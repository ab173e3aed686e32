// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receiver/config/receiver_config.h"

#include <QStringList>

namespace callboard {

/// What is open about a receiver that other computers can reach: anybody may push into it, or whoever is on the way can
/// read the pushes. One translated sentence each, with what to do; empty where nothing is, or where only this computer
/// reaches it.
QStringList exposureWarnings(const ReceiverConfig &config);

} // namespace callboard
