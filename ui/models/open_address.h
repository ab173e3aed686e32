// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace callboard {

struct ReceiverConfig;

/// Why a receiver that runs so is open to others than those who should push, for a person, with what to do; empty where
/// it is not. An address of this computer alone is not, nor is one with a token over TLS.
QString openAddressText(const ReceiverConfig &config);

} // namespace callboard
