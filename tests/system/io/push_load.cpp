// SPDX-License-Identifier: GPL-3.0-or-later
#include "push_load.h"

#include "simulator/platform_connection.h"
#include "store_fixture.h"

#include <algorithm>
#include <random>

using namespace callboard;
using namespace Qt::StringLiterals;

QList<LoadPush> somePushes(const QByteArray &name, int calls, quint32 seed, int nonsense)
{
    QList<LoadPush> pushes = somePushesAround(test::Noon, name, calls, seed);
    for (int i = 0; i < nonsense; ++i) {
        const QByteArray uuid = name + "nonsense-" + QByteArray::number(i);
        pushes.append({uuid, "{\"call_uuid\":\"" + uuid + "\",", LoadPush::Kept});
    }
    std::shuffle(pushes.begin(), pushes.end(), std::mt19937(seed));
    return pushes;
}

QList<LoadPush> somePushesAround(qint64 around, const QByteArray &name, int calls, quint32 seed)
{
    QList<LoadPush> pushes;
    QList<test::TestCall> all = test::someCalls(calls, seed);
    for (test::TestCall &call : all) {
        const QByteArray uuid = name + call.uuid().toUtf8();
        call.set(u"call_uuid"_s, QString::fromUtf8(uuid));
        for (const auto &field : {u"time_dial"_s, u"time_ring"_s, u"time_answer"_s, u"time_hangup"_s}) {
            const qint64 time = call.fields.value(field).toInteger();
            call.set(field, time == 0 ? 0 : time - test::Noon + around);
        }
        pushes.append({uuid, call.basic(), 1});
        pushes.append({uuid, call.outbound(), 2});
    }
    std::shuffle(pushes.begin(), pushes.end(), std::mt19937(seed));
    return pushes;
}

PushLoad::PushLoad(const QUrl &url, const QList<LoadPush> &pushes, int connections)
    : m_pushes(pushes)
{
    for (int i = 0; i < connections; ++i)
        m_connections.push_back(std::make_unique<PlatformConnection>(url, QByteArray()));
}

PushLoad::~PushLoad() = default;

void PushLoad::start()
{
    for (const auto &connection : m_connections)
        sendNext(*connection);
}

void PushLoad::sendNext(PlatformConnection &connection)
{
    if (isAllSent())
        return;
    const LoadPush push = m_pushes[m_next++];
    m_busy += 1;
    connect(
        &connection, &PlatformConnection::answered, this,
        [this, push, &connection](const PushAnswer &answer) {
            m_busy -= 1;
            if (answer.isSuccess() || (push.part == LoadPush::Kept && answer.status == 400)) {
                m_confirmed[push.uuid] |= push.part;
                m_count += 1;
                if (m_note)
                    m_note(push);
            } else if (answer.status != 0) {
                m_refused += 1;
            }
            if (answer.status != 0)
                sendNext(connection);
        },
        Qt::SingleShotConnection);
    connection.post(push.body);
}
