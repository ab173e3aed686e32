// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/config/push_address.h"

#include <QHostAddress>
#include <QNetworkInterface>
#include <QRandomGenerator>
#include <QUrlQuery>

#include <algorithm>
#include <utility>

namespace callboard {

using namespace Qt::StringLiterals;

QStringList machineAddresses()
{
    QList<QHostAddress> found;
    const QList<QNetworkInterface> interfaces = QNetworkInterface::allInterfaces();
    for (const QNetworkInterface &interface : interfaces) {
        if (!interface.flags().testFlags(QNetworkInterface::IsUp | QNetworkInterface::IsRunning))
            continue;
        for (const QNetworkAddressEntry &entry : interface.addressEntries()) {
            if (!entry.ip().isLoopback() && !entry.ip().isLinkLocal())
                found.append(entry.ip());
        }
    }
    std::stable_partition(found.begin(), found.end(), [](const QHostAddress &address) {
        return address.protocol() == QAbstractSocket::IPv4Protocol;
    });
    QStringList addresses;
    for (const QHostAddress &address : std::as_const(found))
        addresses.append(address.toString());
    return addresses;
}

QList<QUrl> addressesFor(const QUrl &url, const QStringList &machine)
{
    const QHostAddress host(url.host());
    const bool isAny = host == QHostAddress(QHostAddress::AnyIPv4) || host == QHostAddress(QHostAddress::AnyIPv6);
    if (!isAny || machine.isEmpty())
        return {url};
    QList<QUrl> found;
    for (const QString &address : machine) {
        const bool isSix = QHostAddress(address).protocol() == QAbstractSocket::IPv6Protocol;
        if (isSix && host.protocol() == QAbstractSocket::IPv4Protocol)
            continue;
        QUrl reached = url;
        reached.setHost(address);
        found.append(reached);
    }
    return found.isEmpty() ? QList<QUrl>{url} : found;
}

QString withToken(const QUrl &url, const QByteArray &token)
{
    QUrl whole = url;
    QUrlQuery query;
    query.addQueryItem(u"token"_s, QString::fromLatin1(QUrl::toPercentEncoding(QString::fromUtf8(token))));
    whole.setQuery(query);
    return whole.toString(QUrl::FullyEncoded);
}

QString randomToken()
{
    static const QString letters = u"ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789"_s;
    QString token;
    while (token.size() < 24)
        token += letters[QRandomGenerator::system()->bounded(static_cast<int>(letters.size()))];
    return token;
}

} // namespace callboard
