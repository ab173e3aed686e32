// SPDX-License-Identifier: GPL-3.0-or-later
#include "program/process_start.h"

#include "files/terminal_stream.h"

#include <csignal>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace callboard {

namespace {

/// The wrong way round: reading or writing fails as on a closed one, so that nobody takes it for done.
void openStandardDescriptors()
{
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        const int mode = descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY;
        // The lowest free number is given out, which is this one.
        if (::fcntl(descriptor, F_GETFD) < 0 && ::open("/dev/null", mode) != descriptor)
            ::_exit(1);
    }
}

} // namespace

void prepareProcess()
{
    openStandardDescriptors();
    ::umask(S_IRWXG | S_IRWXO);
    std::signal(SIGXFSZ, SIG_IGN);
    guardQtMessages();
}

bool isStandardOutputOpen()
{
    const int flags = ::fcntl(STDOUT_FILENO, F_GETFL);
    return flags >= 0 && (flags & O_ACCMODE) != O_RDONLY;
}

} // namespace callboard
