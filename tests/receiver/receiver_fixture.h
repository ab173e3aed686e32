// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fake_sink.h"
#include "raw_client.h"
#include "receiver/server/receiver.h"

#include <memory>

namespace callboard {

/// The basic push of one call.
QByteArray basicPush(const QByteArray &uuid = "u1");
/// The same as second message.
QByteArray outboundPush(const QByteArray &uuid = "u1");

/// A configuration with any free port, over TLS with the test certificate when asked.
ReceiverConfig testConfig(bool tls = false);

/// A receiver on a fake store.
struct RunningReceiver
{
    explicit RunningReceiver(const ReceiverConfig &config = testConfig());
    /// One request on a connection of its own.
    RawReply ask(const QByteArray &request, bool hasBody = true) const;
    QUrl url() const { return receiver->url(); }

    FakeSink sink;
    QString error;
    std::unique_ptr<Receiver> receiver;
};

} // namespace callboard
