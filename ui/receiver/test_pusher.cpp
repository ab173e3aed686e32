// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/receiver/test_pusher.h"

#include "receiver/server/receiver.h"

#include <QFile>

namespace callboard {

using namespace Qt::StringLiterals;

TestPusher::TestPusher(const Receiver &receiver, QObject *parent)
    : QObject(parent)
    , m_receiver(receiver)
{
    connect(&m_push, &TestPush::answered, this, &TestPusher::take);
}

void TestPusher::send()
{
    QFile example(u":/example_push.json"_s);
    m_push.send(m_receiver.url(), m_receiver.config().token,
                example.open(QIODevice::ReadOnly) ? example.readAll() : QByteArray());
}

void TestPusher::take(int status, const QString &error)
{
    if (status == 200)
        Q_EMIT answered(true,
                        tr("The receiver answered \"success\". The example call of 31 May 2018 is stored; sent again, "
                           "it counts as repeated."));
    else if (status == 0)
        Q_EMIT answered(false, tr("No answer from the receiver: %1").arg(error));
    else
        Q_EMIT answered(false, tr("The receiver answered with status %1. No call was stored.").arg(status));
}

} // namespace callboard
