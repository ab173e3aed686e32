// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/config/subnet.h"

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

/// The address with one bit set; 0 is the first.
QHostAddress withBit(const QHostAddress &address, int bit)
{
    constexpr int BitsOfV4 = 32, BitsOfByte = 8;
    if (address.protocol() == QAbstractSocket::IPv4Protocol)
        return QHostAddress(address.toIPv4Address() | (1U << (BitsOfV4 - 1 - bit)));
    Q_IPV6ADDR bytes = address.toIPv6Address();
    quint8 &byte = bytes[bit / BitsOfByte];
    byte = static_cast<quint8>(byte | (1U << (BitsOfByte - 1 - bit % BitsOfByte)));
    return QHostAddress(bytes);
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

bool Subnet::contains(const Subnet &other) const
{
    return m_prefix <= other.m_prefix && contains(other.m_base);
}

QString Subnet::toString() const
{
    return u"%1/%2"_s.arg(m_base.toString()).arg(m_prefix);
}

/// A range that none of them holds alone may be held by halves.
bool isInAny(const QList<Subnet> &subnets, const QHostAddress &address)
{
    return std::any_of(subnets.begin(), subnets.end(),
                       [&address](const Subnet &subnet) { return subnet.contains(address); });
}

bool coversAll(const QList<Subnet> &subnets, const Subnet &whole)
{
    QList<Subnet> inside;
    for (const Subnet &subnet : subnets) {
        if (subnet.contains(whole))
            return true;
        if (whole.contains(subnet))
            inside.append(subnet);
    }
    if (inside.isEmpty())
        return false;
    const Subnet lower(whole.m_base, whole.m_prefix + 1);
    return coversAll(inside, lower) && coversAll(inside, Subnet(withBit(whole.m_base, whole.m_prefix), lower.m_prefix));
}

bool letEverybodyIn(const QList<Subnet> &subnets)
{
    // What no sender on the internet has: whether it is on the list makes no difference.
    static const QList<Subnet> nobodys = [] {
        QList<Subnet> list;
        for (const char *range : {"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16",
                                  "172.16.0.0/12", "192.168.0.0/16", "224.0.0.0/3"})
            list.append(*Subnet::parse(QLatin1StringView(range)));
        return list;
    }();
    static const Subnet allOfV4 = *Subnet::parse(u"0.0.0.0/0"_s);
    static const Subnet publicOfV6 = *Subnet::parse(u"2000::/3"_s);
    return !subnets.isEmpty() && (coversAll(subnets + nobodys, allOfV4) || coversAll(subnets, publicOfV6));
}

} // namespace callboard
