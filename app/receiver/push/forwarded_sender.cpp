// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/push/forwarded_sender.h"

#include <QByteArrayList>

namespace callboard {

namespace {

/// `1.2.3.4`, `1.2.3.4:5678`, `::1` or `[::1]:5678`.
QHostAddress addressOf(QByteArrayView text)
{
    text = text.trimmed();
    if (text.startsWith('[') && text.contains(']'))
        text = text.sliced(1, text.indexOf(']') - 1);
    else if (text.count(':') == 1)
        text = text.first(text.indexOf(':'));
    const auto whole = Subnet::parse(QString::fromLatin1(text));
    return whole && !text.contains('/') ? plainAddress(QHostAddress(QString::fromLatin1(text))) : QHostAddress();
}

} // namespace

QHostAddress senderOf(const QList<Subnet> &trustedProxies, const QHostAddress &connected, const RequestHead &head)
{
    if (head.forwardedFor.isEmpty() || !isInAny(trustedProxies, connected))
        return connected;
    const QByteArrayList addresses = head.forwardedFor.split(',');
    QHostAddress nearest = connected;
    for (qsizetype i = addresses.size() - 1; i >= 0; --i) {
        const QHostAddress address = addressOf(addresses[i]);
        if (address.isNull())
            return nearest;
        nearest = address;
        if (!isInAny(trustedProxies, address))
            return address;
    }
    return nearest;
}

} // namespace callboard
