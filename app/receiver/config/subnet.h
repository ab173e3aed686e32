// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QList>
#include <QString>

#include <optional>

namespace callboard {

/// An address range such as `10.0.0.0/8`, or a single address. IPv4 addresses that arrive through an IPv6 socket
/// (`::ffff:10.1.2.3`) are treated as the IPv4 addresses they are. A value; any thread.
class Subnet
{
public:
    /// Reads `10.0.0.0/8`, `192.168.1.7`, `fd00::/8` or `::1`. Nothing when the text is none of these.
    static std::optional<Subnet> parse(const QString &text);

    bool contains(const QHostAddress &address) const;
    /// Whether every address of the other one is in this one.
    bool contains(const Subnet &other) const;
    /// As parse() reads it.
    QString toString() const;

    friend bool operator==(const Subnet &, const Subnet &) = default;

private:
    Subnet(const QHostAddress &base, int prefix)
        : m_base(base)
        , m_prefix(prefix)
    { }

    friend bool coversAll(const QList<Subnet> &subnets, const Subnet &whole);

    QHostAddress m_base;
    int m_prefix = 0;
};

/// Whether one of the ranges holds it.
bool isInAny(const QList<Subnet> &subnets, const QHostAddress &address);
/// Whether the ranges together hold every address of another one.
bool coversAll(const QList<Subnet> &subnets, const Subnet &whole);
/// Whether the ranges together let in every public address of IPv4 or of IPv6, so that as an allow-list they keep
/// nobody out.
bool letEverybodyIn(const QList<Subnet> &subnets);

/// The address itself, or the IPv4 address inside a v4-mapped IPv6 one; without a scope.
QHostAddress plainAddress(const QHostAddress &address);

} // namespace callboard
