// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receiver/config/subnet.h"
#include "receiver/http/request_head.h"

namespace callboard {

/// Who sent a request: whoever connected, unless that is a trusted proxy. Then it is the last address in its
/// X-Forwarded-For that is no trusted proxy itself, since what stands before that is whatever the sender wrote. Where
/// that is no address, it is the proxy. Pure; any thread.
QHostAddress senderOf(const QList<Subnet> &trustedProxies, const QHostAddress &connected, const RequestHead &head);

} // namespace callboard
