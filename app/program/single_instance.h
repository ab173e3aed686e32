// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThread>

class QLocalServer;

namespace callboard {

/// `store` is the same text for all names of a store. Asks the program that has it open to come forward. Waits at most
/// so long; false when nobody answered. Any thread without a window to keep waiting.
bool activateRunningInstance(const QString &store, int timeoutMs);

/// Hears when the program is started a second time on the same store. Lives on the GUI thread; its socket has a thread
/// of its own.
class SingleInstanceServer : public QObject
{
    Q_OBJECT
public:
    explicit SingleInstanceServer(QObject *parent = nullptr);
    ~SingleInstanceServer() override;

    /// To be called by the one that holds the store's lock: what a killed program left behind is swept away. Without a
    /// folder for the socket nothing is heard; a second start then says who holds the store.
    void open(const QString &store);

Q_SIGNALS:
    void activationRequested();

private:
    void answer();
    QThread m_thread;
    QLocalServer *m_server; ///< on the thread
};

} // namespace callboard
