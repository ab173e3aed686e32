// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/subnet.h"

#include <QStringList>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int MappedPrefix = 96; // ::ffff:0:0/96 holds the IPv4 addresses

bool isMapped(const QHostAddress &address)
{
    return address.protocol() == QAbstractSocket::IPv6Protocol && plainAddress(address) != address;
}

/// QHostAddress takes `10` for 0.0.0.10, and some read `010` as eight: neither is what somebody meant.
bool isWholeAddress(const QString &text)
{
    const QString v4 = text.section(u':', -1); // a whole IPv6 address may end in an IPv4 one
    if (text.contains(u':') && !v4.contains(u'.'))
        return true;
    const QStringList numbers = v4.split(u'.');
    return numbers.size() == 4 && std::all_of(numbers.begin(), numbers.end(), [](const QString &number) {
               return !number.isEmpty() && (number == "0"_L1 || !number.startsWith(u'0'));
           });
}

std::optional<int> parsePrefix(const QString &text, int longest)
{
    bool ok = false;
    const int prefix = text.toInt(&ok);
    const bool digitsOnly = !text.isEmpty() && text.front().isDigit();
    if (!ok || !digitsOnly || prefix > longest)
        return std::nullopt;
    return prefix;
}

} // namespace

QHostAddress plainAddress(const QHostAddress &address)
{
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4);
    const Q_IPV6ADDR v6 = address.toIPv6Address();
    const bool mapped = isV4 && v6[10] == 0xff && v6[11] == 0xff; // not ::, which Qt also takes for 0.0.0.0
    if (mapped)
        return QHostAddress(v4);
    QHostAddress result = address;
    result.setScopeId(QString());
    return result;
}

std::optional<Subnet> Subnet::parse(const QString &text)
{
    const QStringList sides = text.trimmed().split(u'/');
    const QHostAddress given(sides.first());
    if (sides.size() > 2 || given.isNull() || !isWholeAddress(sides.first()))
        return std::nullopt;
    const bool v6 = given.protocol() == QAbstractSocket::IPv6Protocol;
    const int longest = v6 ? 128 : 32;
    std::optional<int> prefix = sides.size() == 2 ? parsePrefix(sides.last(), longest) : longest;
    if (prefix && isMapped(given))
        prefix = *prefix < MappedPrefix ? std::nullopt : std::optional(*prefix - MappedPrefix);
    if (!prefix)
        return std::nullopt;
    return Subnet(plainAddress(given), *prefix);
}

bool Subnet::contains(const QHostAddress &address) const
{
    const QHostAddress plain = plainAddress(address);
    return plain.protocol() == m_base.protocol() && plain.isInSubnet(m_base, m_prefix);
}

QString Subnet::toString() const
{
    return u"%1/%2"_s.arg(m_base.toString()).arg(m_prefix);
}

} // namespace callboard
