// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/net/sender_table.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QRandomGenerator>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int GroupBytes = 8; // of an IPv6 address
constexpr int FewConnections = 16; // so many may come out of the reserve
constexpr qsizetype MostFailingAddresses = 1024;
constexpr qint64 FirstDelayMs = 100;
constexpr int MostDoublings = 20;
constexpr int MostTried = 1024; // different tokens that are remembered where nobody is shut out for them
constexpr int LinesPerMinute = 10;
constexpr qint64 MinuteMs = 60'000;

QString groupText(const QHostAddress &group)
{
    const bool isNetwork = group.protocol() == QAbstractSocket::IPv6Protocol && !group.isLoopback();
    return isNetwork ? group.toString() + "/64"_L1 : group.toString();
}

qint64 delayOf(int failures, const GuessLimits &limits)
{
    if (failures <= limits.freeFailures)
        return 0;
    const int doublings = std::min(failures - limits.freeFailures - 1, MostDoublings);
    return std::min(FirstDelayMs << doublings, limits.longestDelayMs);
}

QByteArray randomKey()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words);
}

} // namespace

QHostAddress senderGroup(const QHostAddress &address)
{
    const QHostAddress plain = plainAddress(address);
    if (plain.protocol() != QAbstractSocket::IPv6Protocol || plain.isLoopback())
        return plain;
    Q_IPV6ADDR bytes = plain.toIPv6Address();
    std::fill(std::begin(bytes.c) + GroupBytes, std::end(bytes.c), quint8(0));
    return QHostAddress(bytes);
}

SenderTable::SenderTable()
    : m_markKey(randomKey())
{ }

Admission SenderTable::admit(const QHostAddress &address, bool isTrusted, qint64 open, int maxConnections,
                             const ReceiverConfig &config, qint64 nowMs)
{
    // This computer's own health and figures stay in sight: of a loopback address only the pushes are refused.
    if (!isTrusted && !plainAddress(address).isLoopback() && standing(address, nowMs) == Standing::ShutOut)
        return Admission::Banned;
    const QHostAddress group = senderGroup(address);
    const std::lock_guard lock(m_mutex);
    const int own = m_connections.value(group);
    if (!isTrusted && own >= config.maxConnectionsPerAddress)
        return Admission::TooMany;
    const int reserve = config.reserveShare > 0 ? maxConnections / config.reserveShare : 0;
    if (own >= FewConnections && open >= maxConnections - reserve)
        return Admission::TooMany;
    if (open >= maxConnections)
        return Admission::Full;
    m_connections.insert(group, own + 1);
    return Admission::Taken;
}

void SenderTable::leave(const QHostAddress &address)
{
    const std::lock_guard lock(m_mutex);
    const auto own = m_connections.find(senderGroup(address));
    if (own != m_connections.end() && --own.value() <= 0)
        m_connections.erase(own);
}

/// The one that failed longest ago goes, and one that is banned only when all are.
void SenderTable::makeRoom(qint64 nowMs)
{
    if (m_failures.size() < MostFailingAddresses)
        return;
    const auto isLess = [nowMs](const Failures &a, const Failures &b) {
        return std::pair(a.bannedUntil > nowMs, a.last) < std::pair(b.bannedUntil > nowMs, b.last);
    };
    m_failures.erase(std::min_element(m_failures.cbegin(), m_failures.cend(), isLess));
}

quint64 SenderTable::markOf(const QByteArray &token) const
{
    const QByteArray hash = QCryptographicHash::hash(m_markKey + token, QCryptographicHash::Sha256);
    return qFromUnaligned<quint64>(hash.constData());
}

bool SenderTable::noteTried(Failures &failures, const QByteArrayList &tokens, const GuessLimits &limits) const
{
    bool isNew = false;
    for (const QByteArray &token : tokens) {
        const quint64 mark = markOf(token);
        if (failures.tried.contains(mark))
            continue;
        isNew = true;
        if (failures.tried.size() < std::min(limits.banAfter, MostTried))
            failures.tried.append(mark);
    }
    failures.isShut = failures.tried.size() >= limits.banAfter;
    return isNew;
}

bool SenderTable::noteFailureInBan(const QHostAddress &address, const QByteArrayList &tokens, const GuessLimits &limits)
{
    const std::lock_guard lock(m_mutex);
    const auto failures = m_failures.find(senderGroup(address));
    return failures != m_failures.end() && noteTried(*failures, tokens, limits);
}

FailureVerdict SenderTable::noteFailure(const QHostAddress &address, const QByteArrayList &tokens,
                                        const GuessLimits &limits, qint64 nowMs)
{
    const QHostAddress group = senderGroup(address);
    const std::lock_guard lock(m_mutex);
    if (!m_failures.contains(group))
        makeRoom(nowMs);
    Failures &failures = m_failures[group];
    if (failures.recent == 0 || nowMs - failures.windowStart >= limits.windowMs) {
        failures.recent = 0;
        failures.windowStart = nowMs;
        failures.tried.clear();
    }
    noteTried(failures, tokens, limits);
    ++failures.total;
    ++failures.recent;
    failures.last = nowMs;
    failures.lastAt = QDateTime::currentMSecsSinceEpoch();
    FailureVerdict verdict{delayOf(failures.recent, limits), failures.recent == 1, false};
    if (failures.recent >= limits.banAfter || failures.isShut) { // one request may have several tokens
        verdict.isBan = true;
        failures.recent = 0;
        failures.bannedUntil = nowMs + limits.banMs;
        m_anyBanUntil = std::max(m_anyBanUntil.load(), failures.bannedUntil);
    }
    return verdict;
}

Standing SenderTable::standing(const QHostAddress &address, qint64 nowMs) const
{
    if (nowMs >= m_anyBanUntil.load(std::memory_order_acquire))
        return Standing::Free;
    const std::lock_guard lock(m_mutex);
    const auto failures = m_failures.constFind(senderGroup(address));
    if (failures == m_failures.constEnd() || nowMs >= failures->bannedUntil)
        return Standing::Free;
    return failures->isShut ? Standing::ShutOut : Standing::Banned;
}

void SenderTable::pardonAll()
{
    const std::lock_guard lock(m_mutex);
    for (Failures &failures : m_failures)
        failures.recent = 0, failures.bannedUntil = 0;
    m_anyBanUntil = 0;
}

QList<AddressFailures> SenderTable::worst(int most, qint64 nowMs) const
{
    QList<AddressFailures> list;
    {
        const std::lock_guard lock(m_mutex);
        list.reserve(m_failures.size());
        for (auto it = m_failures.cbegin(); it != m_failures.cend(); ++it)
            list.append({groupText(it.key()), it->total, it->lastAt, nowMs < it->bannedUntil});
    }
    std::sort(list.begin(), list.end(), [](const AddressFailures &a, const AddressFailures &b) {
        return std::pair(a.failures, a.lastAt) > std::pair(b.failures, b.lastAt);
    });
    list.resize(std::min<qsizetype>(list.size(), most));
    return list;
}

std::optional<int> SenderTable::takeLine(qint64 nowMs)
{
    const std::lock_guard lock(m_mutex);
    if (nowMs / MinuteMs != std::exchange(m_lineMinute, nowMs / MinuteMs))
        m_lines = 0;
    if (m_lines >= LinesPerMinute) {
        ++m_leftOut;
        return std::nullopt;
    }
    ++m_lines;
    return std::exchange(m_leftOut, 0);
}

} // namespace callboard
