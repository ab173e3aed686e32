// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QUrl>

#include <vector>

/// What everyone in a crowd does with a connection.
struct CrowdHabit
{
    QByteArray bytes; ///< what is sent
    int bytesPerTurn = 0; ///< 0: as many as go
    bool reads = true; ///< takes the answers
    bool leavesAtOnce = false; ///< closes and comes again, every turn
};

/// Many senders at once that mean no good, each on a connection of its own, from addresses 127.0.1.1 and following.
/// Never blocks. Who is turned away comes again.
class SenderCrowd
{
public:
    SenderCrowd(const QUrl &url, int size, int addresses, CrowdHabit habit);
    ~SenderCrowd();
    Q_DISABLE_COPY_MOVE(SenderCrowd)

    /// Everyone goes on a little.
    void turn();
    /// How often somebody had to come again.
    int turnedAway() const { return m_turnedAway; }

    /// How many connections this process can hold, at most `wish`.
    static int affordable(int wish);

private:
    struct Sender
    {
        int socket = -1;
        qsizetype sent = 0;
    };

    void open(std::size_t index);
    bool goOn(Sender &sender) const;
    bool receive(const Sender &sender) const;

    const quint16 m_port;
    const int m_addresses;
    const CrowdHabit m_habit;
    std::vector<Sender> m_senders;
    int m_turnedAway = 0;
};
