// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSocketNotifier;

namespace callboard {

/// What SIGHUP means to a program.
enum class OnHangup {
    End, ///< the same as SIGTERM
    Reload, ///< read the settings again
};

/// Turns SIGTERM, SIGINT and SIGHUP into Qt signals: the first asks for an orderly end, a later one ends the process
/// at once (StopRequests says which). Where SIGHUP is ignored from the start (nohup), it stays so, unless it means
/// reload. Signal handlers belong to the process, so at most one object at a time. Thread with an event loop.
class TerminationSignals : public QObject
{
    Q_OBJECT

public:
    explicit TerminationSignals(OnHangup onHangup = OnHangup::End, QObject *parent = nullptr);
    ~TerminationSignals() override;

Q_SIGNALS:
    void requested();
    void reloadRequested();

private:
    void drain();

    QSocketNotifier *m_notifier = nullptr;
    bool m_hangupIgnored = false;
};

/// True when somebody sits at a terminal that this process reads from or writes to. Such a terminal sends SIGHUP when
/// it is closed.
bool isOnTerminal();

} // namespace callboard
