// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/sample_pushes.h"

#include "receiver/server/receiver.h"
#include "simulator/call_generator.h"

#include <QDateTime>

namespace callboard {

namespace {

constexpr int Calls = 32;

QList<QByteArray> refusedBodies()
{
    return {"call_uuid=1&callee=19900000001", R"(["19900000001"])", R"({"callee":"19900000001","time_hangup":0})",
            R"({"call_uuid":"field","callee":"19900000001","time_hangup":"yesterday at noon"})",
            QByteArray("{\"call_uuid\":\"bytes\",\"callee\":\"1990000\xff\"}")};
}

} // namespace

SamplePushes::SamplePushes(const Receiver &receiver, QObject *parent)
    : QObject(parent)
    , m_receiver(receiver)
{ }

void SamplePushes::send()
{
    CallGenerator generator({.seed = 3, .tasks = 4});
    for (int i = 0; i < Calls; ++i) {
        const SimulatedCall call = generator.next(QDateTime::currentMSecsSinceEpoch() - (Calls - i) * 700);
        push(call.basicBody);
        if (!call.outboundBody.isEmpty())
            push(call.outboundBody);
    }
    const QList<QByteArray> refused = refusedBodies();
    for (const QByteArray &body : refused)
        push(body);
}

void SamplePushes::push(const QByteArray &body)
{
    m_push.send(m_receiver.url(), m_receiver.config().token, body);
}

} // namespace callboard
