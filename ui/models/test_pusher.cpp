// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/test_pusher.h"

#include "receiver/receiver.h"

#include <QFile>
#include <QNetworkReply>

namespace callboard {

using namespace Qt::StringLiterals;

TestPusher::TestPusher(const Receiver &receiver, QObject *parent)
    : QObject(parent)
    , m_receiver(receiver)
{ }

void TestPusher::send()
{
    QNetworkRequest request(m_receiver.url());
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const QByteArray token = m_receiver.config().token;
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token);
    QFile example(u":/example_push.json"_s);
    QNetworkReply *reply =
        m_network.post(request, example.open(QIODevice::ReadOnly) ? example.readAll() : QByteArray());
    connect(reply, &QNetworkReply::finished, this, [this, reply] { take(reply); });
}

void TestPusher::take(QNetworkReply *reply)
{
    reply->deleteLater();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 200)
        Q_EMIT answered(true,
                        tr("The receiver answered \"success\". The example call of 31 May 2018 is stored; sent again, "
                           "it counts as repeated."));
    else if (status == 0)
        Q_EMIT answered(false, tr("No answer from the receiver: %1").arg(reply->errorString()));
    else
        Q_EMIT answered(false, tr("The receiver answered with status %1. No call was stored.").arg(status));
}

} // namespace callboard
