// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/process_start.h"

#include "files/terminal_stream.h"

#include <csignal>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace callboard {

namespace {

void openStandardDescriptors()
{
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        // The lowest free number is given out, which is this one. Read and write: nobody knows what it is used for.
        if (::fcntl(descriptor, F_GETFD) < 0 && ::open("/dev/null", O_RDWR) != descriptor)
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

} // namespace callboard
