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

SamplePushes::SamplePushes(const Receiver &receiver, quint64 seed, QObject *parent)
    : QObject(parent)
    , m_receiver(receiver)
    , m_seed(seed)
{
    connect(&m_push, &TestPush::answered, this, [this] {
        m_bodies.removeFirst();
        pushNext();
    });
}

void SamplePushes::send()
{
    CallGenerator generator({.seed = m_seed, .tasks = 4});
    for (int i = 0; i < Calls; ++i) {
        const SimulatedCall call = generator.next(QDateTime::currentMSecsSinceEpoch() - (Calls - i) * 700);
        m_bodies.append(call.basicBody);
        if (!call.outboundBody.isEmpty())
            m_bodies.append(call.outboundBody);
    }
    m_bodies += refusedBodies();
    m_count = m_bodies.size();
    pushNext();
}

void SamplePushes::pushNext()
{
    if (!m_bodies.isEmpty())
        m_push.send(m_receiver.url(), m_receiver.config().token, m_bodies.constFirst());
}

} // namespace callboard
