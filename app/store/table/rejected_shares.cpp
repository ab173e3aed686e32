// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/table/rejected_shares.h"

#include <QByteArray>

#include <algorithm>
#include <array>
#include <cstring>
#include <queue>

#include <arpa/inet.h>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype OwnShares = 64;
constexpr int SamplesOfAKind = 10;

/// What one sender, or all that came late together, have to give.
struct Share
{
    std::vector<std::size_t> messages; ///< indices, oldest first
    std::size_t next = 0;
    qint64 count = 0, bytes = 0; ///< that stay
};

class Removal
{
public:
    Removal(const std::vector<KeptRefusal> &all, qint64 mostMessages, qint64 mostBytes)
        : m_all(all)
        , m_mostMessages(mostMessages)
        , m_mostBytes(mostBytes)
    {
        for (const KeptRefusal &message : all)
            m_bytes += message.bytes;
        m_count = static_cast<qint64>(all.size());
    }

    QList<qint64> run()
    {
        removeReplayed();
        if (isOver())
            share();
        while (isOver() && removeFromLargest()) { }
        for (std::size_t i = 0; i < m_samples.size() && isOver(); ++i)
            remove(m_samples[i]);
        return m_removed;
    }

private:
    bool isOver() const { return m_count > m_mostMessages || m_bytes > m_mostBytes; }

    void remove(std::size_t index)
    {
        m_removed.append(m_all[index].id);
        m_count -= 1;
        m_bytes -= m_all[index].bytes;
    }

    void removeReplayed()
    {
        for (std::size_t i = 0; i < m_all.size() && isOver(); ++i) {
            if (m_all[i].isReplayed)
                remove(i);
        }
    }

    /// Hands out what waits to the senders, in the order in which they came.
    void share()
    {
        QHash<qint64, int> samples;
        for (std::size_t i = 0; i < m_all.size(); ++i) {
            const KeptRefusal &message = m_all[i];
            if (message.isReplayed)
                continue;
            if (samples[message.kind]++ < SamplesOfAKind) {
                m_samples.push_back(i);
                continue;
            }
            const auto found = m_places.constFind(message.sender);
            const std::size_t place = found == m_places.cend() ? m_shares.size() : *found;
            if (place == m_shares.size()) {
                m_places.insert(message.sender, place);
                m_shares.emplace_back();
            }
            m_shares[place].messages.push_back(i);
            add(m_shares[place], message);
            if (place >= std::size_t(OwnShares))
                add(m_late, message);
        }
        for (std::size_t place = 0; place < m_shares.size(); ++place)
            (place < std::size_t(OwnShares) ? m_early : m_lateOnes).push({weight(m_shares[place]), place});
    }

    static void add(Share &share, const KeptRefusal &message)
    {
        share.count += 1;
        share.bytes += message.bytes;
    }

    /// The part of what may be kept that a share takes.
    double weight(const Share &share) const
    {
        const auto part = [](qint64 taken, qint64 most) { return double(taken) / double(std::max<qint64>(1, most)); };
        return std::max(part(share.count, m_mostMessages), part(share.bytes, m_mostBytes));
    }

    bool removeFromLargest()
    {
        const bool isLate = !m_lateOnes.empty() && (m_early.empty() || weight(m_late) > m_early.top().first);
        auto &queue = isLate ? m_lateOnes : m_early;
        if (queue.empty())
            return false;
        const std::size_t place = queue.top().second;
        queue.pop();
        Share &share = m_shares[place];
        const std::size_t index = share.messages[share.next++];
        remove(index);
        for (Share *from : {&share, isLate ? &m_late : nullptr}) {
            if (from) {
                from->count -= 1;
                from->bytes -= m_all[index].bytes;
            }
        }
        if (share.next < share.messages.size())
            queue.push({weight(share), place});
        return true;
    }

    using Queue = std::priority_queue<std::pair<double, std::size_t>>;

    const std::vector<KeptRefusal> &m_all;
    const qint64 m_mostMessages, m_mostBytes; ///< that may stay
    qint64 m_count = 0, m_bytes = 0; ///< that stay
    QList<qint64> m_removed;
    std::vector<std::size_t> m_samples;
    QHash<QString, std::size_t> m_places;
    std::vector<Share> m_shares; ///< by the sender's first message
    Share m_late;
    Queue m_early, m_lateOnes;
};

QString text(int family, const void *address)
{
    std::array<char, INET6_ADDRSTRLEN> buffer{};
    const char *written = ::inet_ntop(family, address, buffer.data(), buffer.size());
    return written ? QString::fromLatin1(written) : QString();
}

} // namespace

QString senderGroup(const QString &address)
{
    const QByteArray plain = address.section(u'%', 0, 0).toLatin1();
    in_addr v4{};
    if (::inet_pton(AF_INET, plain.constData(), &v4) == 1)
        return text(AF_INET, &v4);
    in6_addr v6{};
    if (::inet_pton(AF_INET6, plain.constData(), &v6) != 1)
        return {};
    constexpr std::size_t MappedAt = 12;
    if (IN6_IS_ADDR_V4MAPPED(&v6))
        return text(AF_INET, &v6.s6_addr[MappedAt]);
    constexpr std::size_t NetworkBytes = 8;
    std::memset(&v6.s6_addr[NetworkBytes], 0, sizeof(v6.s6_addr) - NetworkBytes);
    return text(AF_INET6, &v6) + u"/64"_s;
}

QList<qint64> refusalsToRemove(const std::vector<KeptRefusal> &all, qint64 mostMessages, qint64 mostBytes)
{
    return Removal(all, mostMessages, mostBytes).run();
}

} // namespace callboard
