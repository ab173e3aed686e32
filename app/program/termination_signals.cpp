// SPDX-License-Identifier: GPL-3.0-or-later
#include "program/termination_signals.h"

#include "program/stop_requests.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>

#include <sys/socket.h>
#include <unistd.h>

namespace callboard {

namespace {

constexpr int EndedAtOnce = 130;
constexpr char EndByte = 1;
constexpr char ReloadByte = 2;

// A handler has no other way to find these; it touches nothing else.
std::array<int, 2> sockets{-1, -1};
StopRequests requests;

void pass(char byte)
{
    const int error = errno;
    [[maybe_unused]] const auto written = ::write(sockets[0], &byte, 1);
    errno = error;
}

extern "C" void noteSignal(int number)
{
    switch (requests.take(number)) {
    case StopRequests::Answer::Begin:
        return pass(EndByte);
    case StopRequests::Answer::Ignore:
        return;
    case StopRequests::Answer::EndAtOnce:
        ::_exit(EndedAtOnce);
    }
}

extern "C" void noteReload(int)
{
    pass(ReloadByte);
}

void setHandler(int number, void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, nullptr);
}

bool isIgnored(int number)
{
    struct sigaction action = {};
    return sigaction(number, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

} // namespace

TerminationSignals::TerminationSignals(OnHangup onHangup, QObject *parent)
    : QObject(parent)
    , m_hangupIgnored(onHangup == OnHangup::End && isIgnored(SIGHUP))
{
    requests.forget();
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets.data()) != 0)
        return; // without descriptors the default action remains: the process ends
    m_notifier = new QSocketNotifier(sockets[1], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &TerminationSignals::drain);
    setHandler(SIGTERM, noteSignal);
    setHandler(SIGINT, noteSignal);
    if (!m_hangupIgnored)
        setHandler(SIGHUP, onHangup == OnHangup::Reload ? noteReload : noteSignal);
}

TerminationSignals::~TerminationSignals()
{
    if (!m_notifier)
        return;
    setHandler(SIGTERM, SIG_DFL);
    setHandler(SIGINT, SIG_DFL);
    if (!m_hangupIgnored)
        setHandler(SIGHUP, SIG_DFL);
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
    if (byte == ReloadByte)
        Q_EMIT reloadRequested();
    else
        Q_EMIT requested();
}

bool isOnTerminal()
{
    return ::isatty(STDIN_FILENO) == 1 || ::isatty(STDOUT_FILENO) == 1 || ::isatty(STDERR_FILENO) == 1;
}

} // namespace callboard
