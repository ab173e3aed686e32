// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the replaced functions of io_shim.cpp do: each looks whether its file is watched, counts, fails or is recorded,
// and otherwise is the function that it replaces. Any thread.

#include "io_state.h"

#include <algorithm>
#include <cerrno>
#include <cstdarg>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

namespace callboard::io {

inline int failed(int error)
{
    errno = error;
    return -1;
}

inline void watchOpened(int descriptor, const std::string &name, bool isNew, off_t cut)
{
    struct stat status
    { };
    if (::fstat(descriptor, &status) != 0 || (!S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode)))
        return;
    watch(descriptor, name);
    if (isNew)
        record(Op::Create, status.st_ino, 0, name);
    if (cut >= 0) {
        recordFile(Op::Truncate, descriptor);
        giveBack(cut);
    }
}

template <typename Real>
int openWatched(Real real, int folder, const char *path, int flags, mode_t mode)
{
    std::string name;
    if (!watchedName(folder, path, name))
        return real(folder, path, flags, mode);
    const Guard guard;
    const Verdict verdict = judge(Open);
    if (verdict.isFailure())
        return failed(verdict.error);
    const bool isUnnamed = (flags & O_TMPFILE) == O_TMPFILE;
    struct stat before
    { };
    const bool wasThere = ::fstatat(folder, path, &before, 0) == 0;
    const int descriptor = real(folder, path, flags, mode);
    if (descriptor >= 0) {
        const bool isCut = !isUnnamed && wasThere && S_ISREG(before.st_mode) && (flags & O_TRUNC) != 0;
        watchOpened(descriptor, isUnnamed ? std::string() : name, isUnnamed || !wasThere, isCut ? before.st_size : -1);
        done(verdict);
    }
    return descriptor;
}

inline int realOpenAt(int folder, const char *path, int flags, mode_t mode)
{
    static auto *const real = next<int(int, const char *, int, ...)>("openat");
    return real(folder, path, flags | O_LARGEFILE, mode);
}

/// Writes through `real`, a function of bytes and their number. The offset is where the first byte goes.
template <typename Real>
ssize_t writeWatched(Real real, int descriptor, const char *bytes, size_t size, off_t offset)
{
    const Guard guard;
    const Verdict verdict = judge(Write);
    if (verdict.isFailure())
        return failed(verdict.error);
    if (verdict.isPretended())
        return static_cast<ssize_t>(size);
    const ssize_t passed = allowed(descriptor, offset, size);
    if (passed < 0)
        return failed(ENOSPC);
    const auto wanted = verdict.action == Action::KillHalf ? size / 2 : static_cast<size_t>(passed);
    const ssize_t written = real(bytes, wanted);
    if (written > 0)
        recordFile(Op::Write, descriptor, static_cast<std::uint64_t>(offset), {bytes, static_cast<size_t>(written)});
    done(verdict);
    return written;
}

/// Where the next plain write goes.
inline off_t positionOf(int descriptor)
{
    const int flags = ::fcntl(descriptor, F_GETFL);
    return (flags & O_APPEND) != 0 ? sizeOf(descriptor) : ::lseek(descriptor, 0, SEEK_CUR);
}

inline ssize_t plainWrite(int descriptor, const void *bytes, size_t size)
{
    static auto *const real = next<ssize_t(int, const void *, size_t)>("write");
    if (!isWatched(descriptor))
        return real(descriptor, bytes, size);
    const off_t before = positionOf(descriptor);
    const auto write = [&](const char *data, size_t length) { return real(descriptor, data, length); };
    const ssize_t written = writeWatched(write, descriptor, static_cast<const char *>(bytes), size, before);
    if (written > 0 && positionOf(descriptor) < before + written)
        ::lseek(descriptor, before + written, SEEK_SET); // a pretended one moves on, too
    return written;
}

inline ssize_t writeAt(int descriptor, const void *bytes, size_t size, off_t offset)
{
    static auto *const real = next<ssize_t(int, const void *, size_t, off_t)>("pwrite");
    if (!isWatched(descriptor))
        return real(descriptor, bytes, size, offset);
    const auto write = [&](const char *data, size_t length) { return real(descriptor, data, length, offset); };
    return writeWatched(write, descriptor, static_cast<const char *>(bytes), size, offset);
}

inline ssize_t writePieces(int descriptor, const iovec *pieces, int count, off_t offset)
{
    std::string whole;
    for (int i = 0; i < count; ++i)
        whole.append(static_cast<const char *>(pieces[i].iov_base), pieces[i].iov_len);
    return offset < 0 ? plainWrite(descriptor, whole.data(), whole.size())
                      : writeAt(descriptor, whole.data(), whole.size(), offset);
}

inline int truncateWatched(int descriptor, off_t size)
{
    static auto *const real = next<int(int, off_t)>("ftruncate");
    if (!isWatched(descriptor))
        return real(descriptor, size);
    const Guard guard;
    const Verdict verdict = judge(Truncate);
    if (verdict.isFailure() || verdict.isPretended())
        return verdict.isFailure() ? failed(verdict.error) : 0;
    const off_t before = sizeOf(descriptor);
    if (size > before && allowed(descriptor, 0, static_cast<size_t>(size)) < size)
        return failed(ENOSPC);
    const int result = real(descriptor, size);
    if (result == 0) {
        recordFile(Op::Truncate, descriptor, static_cast<std::uint64_t>(size));
        giveBack(std::max<off_t>(0, before - size));
    }
    done(verdict);
    return result;
}

inline int syncWatched(int descriptor, const char *function)
{
    auto *const real = next<int(int)>(function);
    if (!isWatched(descriptor))
        return real(descriptor);
    const Guard guard;
    const Verdict verdict = judge(Sync);
    if (verdict.isFailure() || verdict.isPretended())
        return verdict.isFailure() ? failed(verdict.error) : 0;
    const int result = real(descriptor);
    std::string name;
    struct stat status
    { };
    if (result == 0 && ::fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode) && watchedName(descriptor, name))
        record(Op::SyncFolder, 0, 0, name);
    else if (result == 0)
        recordFile(Op::SyncFile, descriptor);
    done(verdict);
    return result;
}

/// What a name that is about to go gives back to the quota.
inline off_t sizeBehind(int folder, const char *path)
{
    struct stat status
    { };
    return ::fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(status.st_mode) && status.st_nlink == 1
        ? status.st_size
        : 0;
}

template <typename Real>
int renameWatched(Real real, int fromFolder, const char *from, int toFolder, const char *to, Op op = Op::Rename)
{
    std::string oldName;
    std::string newName;
    const bool isOld = watchedName(fromFolder, from, oldName);
    const bool isNew = watchedName(toFolder, to, newName);
    if (!isOld && !isNew)
        return real();
    const Guard guard;
    const Verdict verdict = judge(Rename);
    if (verdict.isFailure() || verdict.isPretended())
        return verdict.isFailure() ? failed(verdict.error) : 0;
    const off_t replaced = op == Op::Exchange ? 0 : sizeBehind(toFolder, to);
    const int result = real();
    if (result == 0) {
        record(isOld && isNew ? op : Op::NotModelled, 0, 0, isOld ? oldName : from, isNew ? newName : to);
        giveBack(replaced);
    }
    done(verdict);
    return result;
}

template <typename Real>
int linkWatched(Real real, int toFolder, const char *to)
{
    std::string name;
    if (!watchedName(toFolder, to, name))
        return real();
    const Guard guard;
    const Verdict verdict = judge(Rename);
    if (verdict.isFailure() || verdict.isPretended())
        return verdict.isFailure() ? failed(verdict.error) : 0;
    const int result = real();
    struct stat status
    { };
    if (result == 0 && ::fstatat(toFolder, to, &status, 0) == 0)
        record(Op::Link, status.st_ino, 0, name);
    done(verdict);
    return result;
}

template <typename Real>
int unlinkWatched(Real real, int folder, const char *path, Op op)
{
    std::string name;
    if (!watchedName(folder, path, name))
        return real();
    const Guard guard;
    const Verdict verdict = judge(Unlink);
    if (verdict.isFailure() || verdict.isPretended())
        return verdict.isFailure() ? failed(verdict.error) : 0;
    const off_t freed = sizeBehind(folder, path);
    const int result = real();
    if (result == 0) {
        record(op, 0, 0, name);
        giveBack(freed);
    }
    done(verdict);
    return result;
}

template <typename Real>
int makeFolderWatched(Real real, int folder, const char *path)
{
    std::string name;
    if (!watchedName(folder, path, name))
        return real();
    const Guard guard;
    const Verdict verdict = judge(Open);
    if (verdict.isFailure())
        return failed(verdict.error);
    const int result = real();
    if (result == 0)
        record(Op::MakeFolder, 0, 0, name);
    done(verdict);
    return result;
}

inline mode_t modeIn(int flags, va_list rest)
{
    return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : 0;
}

/// A stream over a watched file: the C library's own writes are not seen by this library.
inline FILE *streamOver(int descriptor, const char *mode)
{
    const auto read = [](void *cookie, char *bytes, size_t size) {
        return ::read(static_cast<int>(reinterpret_cast<std::intptr_t>(cookie)), bytes, size);
    };
    const auto write = [](void *cookie, const char *bytes, size_t size) {
        const ssize_t written = plainWrite(static_cast<int>(reinterpret_cast<std::intptr_t>(cookie)), bytes, size);
        return written < 0 ? ssize_t(0) : written;
    };
    const auto seek = [](void *cookie, off64_t *offset, int whence) {
        *offset = ::lseek(static_cast<int>(reinterpret_cast<std::intptr_t>(cookie)), *offset, whence);
        return *offset < 0 ? -1 : 0;
    };
    const auto close = [](void *cookie) { return ::close(static_cast<int>(reinterpret_cast<std::intptr_t>(cookie))); };
    return ::fopencookie(reinterpret_cast<void *>(static_cast<std::intptr_t>(descriptor)), mode,
                         {read, write, seek, close});
}

inline FILE *openStream(const char *path, const char *mode, const char *function)
{
    std::string name;
    if (!watchedName(AT_FDCWD, path, name) || !std::strpbrk(mode, "wa+"))
        return next<FILE *(const char *, const char *)>(function)(path, mode);
    const int access = std::strchr(mode, '+') ? O_RDWR : O_WRONLY;
    const int begin = mode[0] == 'w' ? O_CREAT | O_TRUNC : mode[0] == 'a' ? O_CREAT | O_APPEND : 0;
    const int descriptor = openWatched(realOpenAt, AT_FDCWD, path, access | begin | O_CLOEXEC, 0666);
    return descriptor < 0 ? nullptr : streamOver(descriptor, mode);
}

} // namespace callboard::io
