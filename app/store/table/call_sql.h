// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/protocol/call_parts.h"

#include <QString>

/// The tests of CallRecord as conditions over the columns of `call`, each safe inside AND and OR.
namespace callboard::CallSql {

/// Exactly these messages have come. Written as the index call_outbound_only has it.
QString hasExactly(CallParts parts);
QString hasOutbound();
QString isOutbound();
QString isInbound();
QString isAwaiting();
QString isSettled();

/// isAwaiting() over the columns of `rollup`.
QString isAwaitingRollup();

} // namespace callboard::CallSql
