// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/interruption.h"

#include "ctl/arguments.h"
#include "program/stop_requests.h"

#include <array>
#include <atomic>
#include <csignal>

#include <unistd.h>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int EndedAtOnce = 130;
constexpr std::array Signals{SIGTERM, SIGINT, SIGHUP};

// A handler has no other way to find these.
std::atomic<bool> isInterrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free);
StopRequests requests;

extern "C" void interrupt(int number)
{
    if (requests.take(number) == StopRequests::Answer::EndAtOnce)
        ::_exit(EndedAtOnce);
    isInterrupted = true;
}

bool isIgnored(int number)
{
    struct sigaction action = {};
    return sigaction(number, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

} // namespace

Interruption::Interruption()
{
    isInterrupted = false;
    requests.forget();
    struct sigaction action = {};
    action.sa_handler = interrupt;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (const int number : Signals) {
        if (!isIgnored(number))
            sigaction(number, &action, nullptr);
    }
}

Interruption::~Interruption()
{
    for (const int number : Signals) {
        if (!isIgnored(number))
            std::signal(number, SIG_DFL);
    }
}

bool Interruption::isRequested()
{
    return isInterrupted;
}

void Interruption::check()
{
    if (isRequested())
        throw CommandError(u"Ended by a signal before it was complete. What was there before is unchanged."_s);
}

} // namespace callboard
