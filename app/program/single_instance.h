// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThread>

class QLocalServer;
class QLocalSocket;

namespace callboard {

/// `store` is the same text for all names of a store. Brings the window of the program that has it open to the front,
/// also one that is not shown. Waits at most so long; false when nobody answered. Any thread without a window to keep
/// waiting.
bool activateRunningInstance(const QString &store, int timeoutMs);

/// How a request to quit went.
enum class QuitAnswer : quint8 { NotRunning, Ended, StillRunning };
/// Ends the program that has the store open, and waits at most so long until it has ended.
QuitAnswer quitRunningInstance(const QString &store, int timeoutMs, int endMs);

/// Takes the requests of further starts on the same store. Lives on the GUI thread; its sockets have a thread of their
/// own.
class SingleInstanceServer : public QObject
{
    Q_OBJECT
public:
    explicit SingleInstanceServer(QObject *parent = nullptr);
    /// Whoever waits for the end of this program learns it now: to be destroyed last.
    ~SingleInstanceServer() override;

    /// To be called by the one that holds the store's lock: what a killed program left behind is removed. Without a
    /// folder for the socket no request arrives; a second start then prints who holds the store.
    void open(const QString &store);
    /// Takes no more requests: the program ends.
    void close();

Q_SIGNALS:
    void activationRequested();
    void quitRequested();

private:
    void accept();
    void answer(QLocalSocket *socket);
    QThread m_thread;
    QLocalServer *m_server; ///< on the thread
};

} // namespace callboard
