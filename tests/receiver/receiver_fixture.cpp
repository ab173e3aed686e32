// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver_fixture.h"

namespace callboard {

using namespace Qt::StringLiterals;

QByteArray basicPush(const QByteArray &uuid)
{
    return R"({"call_uuid":")" + uuid + R"(","direction":2,"time_hangup":1527737784829})";
}

QByteArray outboundPush(const QByteArray &uuid)
{
    return R"({"call_uuid":")" + uuid + R"(","direction":2,"time_hangup":1527737784829,"task_row_index":1})";
}

ReceiverConfig testConfig(bool tls)
{
    ReceiverConfig config;
    config.port = 0;
    if (tls) {
        config.tlsCertFile = QStringLiteral(CALLBOARD_TEST_DATA "/tls/cert.pem");
        config.tlsKeyFile = QStringLiteral(CALLBOARD_TEST_DATA "/tls/key.pem");
    }
    return config;
}

RunningReceiver::RunningReceiver(const ReceiverConfig &config)
{
    IngestState state;
    state.writable = true;
    sink.setState(state);
    receiver = std::make_unique<Receiver>(config, sink);
    receiver->startAndWait(&error);
}

RawReply RunningReceiver::ask(const QByteArray &request, bool hasBody) const
{
    RawClient client(url());
    client.send(request);
    return client.reply(hasBody);
}

} // namespace callboard
