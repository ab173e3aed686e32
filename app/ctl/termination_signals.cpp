// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/termination_signals.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>

#include <sys/socket.h>
#include <unistd.h>

namespace callboard {

namespace {

constexpr int EndedAtOnce = 130;

// A handler has no other way to find these; it touches nothing else.
std::array<int, 2> sockets{-1, -1};
volatile std::sig_atomic_t signalCount = 0;

extern "C" void noteSignal(int)
{
    if (signalCount > 0)
        ::_exit(EndedAtOnce);
    signalCount = 1;
    const int error = errno;
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(sockets[0], &byte, 1);
    errno = error;
}

void setHandler(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (const int number : {SIGTERM, SIGINT})
        sigaction(number, &action, nullptr);
}

} // namespace

TerminationSignals::TerminationSignals(QObject *parent)
    : QObject(parent)
{
    signalCount = 0;
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets.data()) != 0)
        return; // without descriptors the default action remains: the process ends
    m_notifier = new QSocketNotifier(sockets[1], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &TerminationSignals::drain);
    setHandler(noteSignal);
}

TerminationSignals::~TerminationSignals()
{
    if (!m_notifier)
        return;
    setHandler(SIG_DFL);
    delete m_notifier;
    for (int &socket : sockets) {
        ::close(socket);
        socket = -1;
    }
}

void TerminationSignals::drain()
{
    char byte = 0;
    [[maybe_unused]] const auto taken = ::read(sockets[1], &byte, 1);
    Q_EMIT requested();
}

} // namespace callboard
