// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/fixed_environment.h"

#include <atomic>

#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

namespace {

constexpr qint64 SecondMs = 1'000, NanosecondsPerMs = 1'000'000, MicrosecondsPerMs = 1'000;
constexpr unsigned long BlockBytes = 4'096, DiskBlocks = 31'457'280, FreeBlocks = 16'777'216; // 64 GiB of 120 are free

std::atomic<qint64> stoppedAt = 0; ///< epoch ms; 0: the clocks go. Constant-initialised, since libraries ask early

bool isStopped(clockid_t clock)
{
    return stoppedAt != 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE || clock == CLOCK_BOOTTIME);
}

template <class Disk>
int fill(Disk *disk)
{
    *disk = {};
    disk->f_bsize = disk->f_frsize = BlockBytes;
    disk->f_blocks = DiskBlocks;
    disk->f_bfree = disk->f_bavail = FreeBlocks;
    disk->f_namemax = 255;
    return 0;
}

} // namespace

// The names are the C library's: what is linked to this program finds these first.
extern "C" {

int clock_gettime(clockid_t clock, timespec *time) noexcept
{
    if (!isStopped(clock))
        return static_cast<int>(::syscall(SYS_clock_gettime, clock, time));
    const qint64 now = stoppedAt;
    *time = {now / SecondMs, now % SecondMs * NanosecondsPerMs};
    return 0;
}

int gettimeofday(timeval *time, void *) noexcept
{
    timespec now{};
    const int failed = clock_gettime(CLOCK_REALTIME, &now);
    *time = {now.tv_sec, now.tv_nsec / MicrosecondsPerMs};
    return failed;
}

time_t time(time_t *seconds) noexcept
{
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    if (seconds)
        *seconds = now.tv_sec;
    return now.tv_sec;
}

int statvfs(const char *, struct statvfs *disk) noexcept
{
    return fill(disk);
}

int statvfs64(const char *, struct statvfs64 *disk) noexcept
{
    return fill(disk);
}

} // extern "C"

namespace callboard {

void stopClocks(qint64 epochMs)
{
    stoppedAt = epochMs;
}

void moveClocks(qint64 ms)
{
    stoppedAt += ms;
}

} // namespace callboard
