// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QHostAddress>
#include <QSocketNotifier>

#include <functional>

namespace callboard {

/// Connections to a TLS port whose first message is not complete yet. A TLS socket takes some 70 kB and a third of a
/// millisecond, so one is made only when the whole first record of a handshake is there (RFC 8446, section 5.1);
/// whoever is silent, leaves, stops in the middle, or begins with anything else costs a descriptor. Owns the
/// descriptors. Lives on a network thread.
class PendingHellos
{
public:
    /// Takes the descriptor of a connection that begins a handshake, and its ownership. Nothing was read from it.
    using Ready = std::function<void(int socket, const QHostAddress &address)>;
    /// A connection ended here.
    using Gone = std::function<void(const QHostAddress &address)>;

    PendingHellos(Ready ready, Gone gone);
    ~PendingHellos();
    Q_DISABLE_COPY_MOVE(PendingHellos)

    void add(int socket, const QHostAddress &address, qint64 nowNs);
    /// Ends what has waited for longer.
    void sweep(qint64 nowNs, qint64 allowedMs);
    void endAll();
    /// Ends the one that has waited for longest. False when there is none.
    bool endOldest();

private:
    struct Pending
    {
        QHostAddress address;
        qint64 sinceNs = 0;
        QSocketNotifier *notifier = nullptr; ///< owned; deleted later, as it may be the one that reports
    };

    Pending take(int socket);
    void takeReadable(int socket);
    void end(int socket);

    const Ready m_ready;
    const Gone m_gone;
    QHash<int, Pending> m_pending; ///< by descriptor
};

} // namespace callboard
