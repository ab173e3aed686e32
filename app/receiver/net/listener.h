// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receiver/config/receiver_config.h"
#include "receiver/net/tls_setup.h"

#include <QString>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace callboard {

/// A listening descriptor that closes itself unless it is taken. Movable; any thread.
class Listener
{
public:
    explicit Listener(int descriptor)
        : m_descriptor(descriptor)
    { }
    Listener(Listener &&other) noexcept
        : m_descriptor(other.take())
    { }
    ~Listener();
    Q_DISABLE_COPY(Listener)
    Listener &operator=(Listener &&) = delete;

    int descriptor() const { return m_descriptor; }
    /// From now on whoever called this has to close it.
    int take() { return std::exchange(m_descriptor, -1); }

private:
    int m_descriptor;
};

/// Listening sockets that are held open, to be served again.
struct ListeningSockets
{
    std::vector<Listener> listeners; ///< one per thread
    quint16 port = 0;
};

/// What opening the receiver came to. Shared, since it travels between threads.
struct OpenResult
{
    QString error; ///< translated, speaks to a person; empty when it worked
    ListeningSockets sockets;
    std::optional<QSslConfiguration> tls;
    QStringList warnings; ///< translated
    int maxConnections = 0;
};

/// Reads the certificate, raises the descriptor limit and opens the port, or goes on with `sockets` where there is one.
/// Reads files: not for the gui thread.
std::shared_ptr<OpenResult> openReceiver(const ReceiverConfig &config,
                                         const std::shared_ptr<const ListeningSockets> &sockets = {});

/// The part of it that reads certificate and key.
std::shared_ptr<OpenResult> readTlsFiles(const ReceiverConfig &config);

/// The same sockets under descriptors of their own. Empty when there are no descriptors left.
std::vector<Listener> duplicated(const std::vector<Listener> &listeners);

/// Opens `count` sockets listening on the same port; the kernel spreads connections over them. On failure sets `error`.
std::vector<Listener> openListeners(const QHostAddress &address, quint16 port, int count, QString *error);

/// The connections to allow: the wish, but less than a quarter of the descriptors that this process may have: each may
/// need two, and the store always gets its own. Raises the process's soft limit first.
int affordableConnections(int wish);

/// Names the program that listens on a TCP port, such as "callboardctl (process 1234)"; empty when that can't be seen.
QString portOwner(quint16 port);

} // namespace callboard
