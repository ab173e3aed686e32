// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cerrno>
#include <csignal>
#include <ctime>

namespace callboard {

/// While this lives, a pipe whose reader has gone makes write() fail with EPIPE on this thread instead of ending the
/// program, whatever the program does about that signal elsewhere.
class BrokenPipeGuard
{
public:
    BrokenPipeGuard()
    {
        sigset_t pending;
        sigpending(&pending);
        m_wasPending = sigismember(&pending, SIGPIPE) == 1;
        sigemptyset(&m_signals);
        sigaddset(&m_signals, SIGPIPE);
        pthread_sigmask(SIG_BLOCK, &m_signals, &m_before);
    }
    ~BrokenPipeGuard()
    {
        const int error = errno;
        const timespec atOnce{};
        while (!m_wasPending && sigtimedwait(&m_signals, nullptr, &atOnce) < 0 && errno == EINTR) { }
        pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
        errno = error;
    }
    Q_DISABLE_COPY_MOVE(BrokenPipeGuard)

private:
    sigset_t m_signals{}, m_before{};
    bool m_wasPending = false;
};

} // namespace callboard
