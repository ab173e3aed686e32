// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a test and the library that stands between a program and its files (io_shim.cpp) share: a page of memory through
// which the test gives its orders and reads the counts, and the form of the log. No Qt: the library knows none.

#include <atomic>
#include <cstdint>

namespace callboard::io {

/// Variables of the watched program's environment.
inline constexpr char FolderVariable[] = "CALLBOARD_IO_FOLDER"; ///< only files beneath it are watched
inline constexpr char ControlVariable[] = "CALLBOARD_IO_CONTROL"; ///< file that holds a Control
inline constexpr char LogVariable[] = "CALLBOARD_IO_LOG"; ///< file to append to; unset: nothing is recorded

/// Kinds of operations, counted and made to fail apart.
enum Kind : std::uint32_t { Open, Write, Sync, Rename, Truncate, Unlink, KindCount, AnyKind = KindCount };

/// What happens to the operation that is hit.
enum class Action : std::uint32_t {
    None,
    Fail, ///< not done, errno says why
    Pretend, ///< not done, and reported as done
    KillBefore, ///< the program is killed instead of it
    KillHalf, ///< the program is killed when half of the bytes are written
    KillAfter ///< the program is killed as soon as it is done
};

inline constexpr std::int64_t NoQuota = INT64_MAX;

/// Shared by memory mapping; any process, any time.
struct Control
{
    std::atomic<std::uint64_t> done[KindCount + 1]; ///< operations of each kind, and of all kinds
    std::atomic<std::uint64_t> hits; ///< operations that were made to fail, or pretended
    std::atomic<std::uint32_t> kind; ///< which kind is hit
    std::atomic<std::uint64_t> at; ///< the number, from 1, of the operation that is hit
    std::atomic<bool> forEver; ///< all from that one on
    std::atomic<int> error; ///< errno of a failure
    std::atomic<Action> action; ///< set last
    std::atomic<std::int64_t> quota; ///< bytes by which the files may still grow together; then ENOSPC
};

/// Operations in the log.
enum class Op : std::uint8_t {
    Create, ///< first: name
    Write, ///< first: bytes, at offset
    Truncate, ///< offset: new size
    SyncFile,
    SyncFolder, ///< first: name
    Rename, ///< first: old, second: new name
    Exchange, ///< first and second: names that take each other's place
    Link, ///< first: name of the file with that number
    Unlink, ///< first: name
    MakeFolder, ///< first: name
    RemoveFolder, ///< first: name
    Mark, ///< first: whatever the test noted
    NotModelled ///< first: what was done; a log with such an entry proves nothing
};

/// Stands before the bytes of every entry. Names are relative to the watched folder.
struct EntryHead
{
    std::uint64_t file = 0; ///< inode number
    std::uint64_t offset = 0;
    std::uint32_t first = 0, second = 0; ///< lengths of the two byte strings that follow
    std::uint32_t magic = Magic;
    Op op = Op::Mark;
    std::uint8_t reserved[3] = {};
    static constexpr std::uint32_t Magic = 0x4c4c4143;
};

} // namespace callboard::io
