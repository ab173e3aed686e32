// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/test_push.h"

#include <QNetworkReply>

namespace callboard {

using namespace Qt::StringLiterals;

TestPush::TestPush(QObject *parent)
    : QObject(parent)
{ }

void TestPush::send(const QUrl &url, const QByteArray &token, const QByteArray &body)
{
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token);
    QNetworkReply *reply = m_network.post(request, body);
    connect(reply, &QNetworkReply::finished, this, [this, reply] { take(reply); });
}

void TestPush::take(QNetworkReply *reply)
{
    reply->deleteLater();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    Q_EMIT answered(status, reply->errorString());
}

} // namespace callboard
