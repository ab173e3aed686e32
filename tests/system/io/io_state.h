// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io_control.h"

#include <string>
#include <string_view>

#include <sys/types.h>

namespace callboard::io {

/// What one operation is to do after judge().
struct Verdict
{
    Action action = Action::None;
    int error = 0;
    bool isFailure() const { return action == Action::Fail; }
    bool isPretended() const { return action == Action::Pretend; }
};

/// Everything that the replaced functions share within one process: which descriptors are watched, the log, the orders
/// of the test. All functions but isWatched() need the guard. Any thread.
class Guard ///< one operation at a time, so that the log has the order in which they took effect
{
public:
    Guard();
    ~Guard();
    Guard(const Guard &) = delete;
    Guard &operator=(const Guard &) = delete;
};

/// The name relative to the watched folder; false where it is not beneath it.
bool watchedName(int folder, const char *path, std::string &name);
/// For one that is open, from the system.
bool watchedName(int descriptor, std::string &name);

bool isWatched(int descriptor); ///< without the guard, also in signal handlers
void watch(int descriptor, std::string_view name);
void forget(int descriptor);
void copyWatch(int from, int to);

/// Counts, and says what is to happen. Kills where that is asked for.
Verdict judge(Kind kind);
/// To be called when an operation that was let through has been done.
void done(const Verdict &verdict);
/// How many of these bytes at that offset the quota lets through; -1: none of them.
ssize_t allowed(int descriptor, off_t offset, size_t size);
void giveBack(off_t bytes);
bool hasQuota();

void record(Op op, std::uint64_t file, std::uint64_t offset, std::string_view first = {}, std::string_view second = {});
void recordFile(Op op, int descriptor, std::uint64_t offset = 0, std::string_view bytes = {});
std::uint64_t fileNumber(int descriptor);
off_t sizeOf(int descriptor);
[[noreturn]] void killMe();

/// The function of that name that would have been called without this library.
void *nextFunction(const char *name);
template <typename Function>
Function *next(const char *name)
{
    return reinterpret_cast<Function *>(nextFunction(name));
}

} // namespace callboard::io
