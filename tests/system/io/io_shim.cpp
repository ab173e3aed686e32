// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded before a program by LD_PRELOAD, this stands between it and the files beneath one folder: it records every
// change with its bytes, and makes chosen operations fail, or kills the program in their midst (io_control.h). Files
// elsewhere, sockets and pipes are passed on untouched.
#include "io_operations.h"

#include <sys/mman.h>
#include <sys/sendfile.h>

using namespace callboard::io;

extern "C" {

#define CALLBOARD_OPEN(name)                                                                                           \
    int name(const char *path, int flags, ...)                                                                         \
    {                                                                                                                  \
        va_list rest;                                                                                                  \
        va_start(rest, flags);                                                                                         \
        const mode_t mode = modeIn(flags, rest);                                                                       \
        va_end(rest);                                                                                                  \
        return openWatched(realOpenAt, AT_FDCWD, path, flags, mode);                                                   \
    }
#define CALLBOARD_OPENAT(name)                                                                                         \
    int name(int folder, const char *path, int flags, ...)                                                             \
    {                                                                                                                  \
        va_list rest;                                                                                                  \
        va_start(rest, flags);                                                                                         \
        const mode_t mode = modeIn(flags, rest);                                                                       \
        va_end(rest);                                                                                                  \
        return openWatched(realOpenAt, folder, path, flags, mode);                                                     \
    }
CALLBOARD_OPEN(open)
CALLBOARD_OPEN(open64)
CALLBOARD_OPENAT(openat)
CALLBOARD_OPENAT(openat64)

int __open_2(const char *path, int flags)
{
    return openWatched(realOpenAt, AT_FDCWD, path, flags, 0);
}
int __open64_2(const char *path, int flags)
{
    return openWatched(realOpenAt, AT_FDCWD, path, flags, 0);
}
int __openat_2(int folder, const char *path, int flags)
{
    return openWatched(realOpenAt, folder, path, flags, 0);
}
int __openat64_2(int folder, const char *path, int flags)
{
    return openWatched(realOpenAt, folder, path, flags, 0);
}

int creat(const char *path, mode_t mode)
{
    return openWatched(realOpenAt, AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode);
}

int close(int descriptor)
{
    static auto *const real = next<int(int)>("close");
    if (isWatched(descriptor)) {
        const Guard guard;
        forget(descriptor);
    }
    return real(descriptor);
}

int dup(int descriptor)
{
    const int copy = next<int(int)>("dup")(descriptor);
    copyWatch(descriptor, copy);
    return copy;
}

int dup2(int descriptor, int wanted)
{
    const int copy = next<int(int, int)>("dup2")(descriptor, wanted);
    copyWatch(descriptor, copy);
    return copy;
}

int dup3(int descriptor, int wanted, int flags)
{
    const int copy = next<int(int, int, int)>("dup3")(descriptor, wanted, flags);
    copyWatch(descriptor, copy);
    return copy;
}

ssize_t write(int descriptor, const void *bytes, size_t size)
{
    return plainWrite(descriptor, bytes, size);
}
ssize_t pwrite(int fd, const void *bytes, size_t size, off_t offset)
{
    return writeAt(fd, bytes, size, offset);
}
ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t offset)
{
    return writeAt(fd, bytes, size, offset);
}

ssize_t writev(int descriptor, const iovec *pieces, int count)
{
    static auto *const real = next<ssize_t(int, const iovec *, int)>("writev");
    return isWatched(descriptor) ? writePieces(descriptor, pieces, count, -1) : real(descriptor, pieces, count);
}

ssize_t pwritev(int descriptor, const iovec *pieces, int count, off_t offset)
{
    static auto *const real = next<ssize_t(int, const iovec *, int, off_t)>("pwritev");
    return isWatched(descriptor) ? writePieces(descriptor, pieces, count, offset)
                                 : real(descriptor, pieces, count, offset);
}

int ftruncate(int descriptor, off_t size) noexcept
{
    return truncateWatched(descriptor, size);
}
int ftruncate64(int descriptor, off64_t size) noexcept
{
    return truncateWatched(descriptor, size);
}

static int truncateByName(const char *path, off_t size, const char *function)
{
    std::string name;
    if (!watchedName(AT_FDCWD, path, name))
        return next<int(const char *, off_t)>(function)(path, size);
    const int descriptor = open(path, O_WRONLY | O_CLOEXEC);
    if (descriptor < 0)
        return -1;
    const int result = truncateWatched(descriptor, size);
    const int error = errno;
    close(descriptor);
    errno = error;
    return result;
}
int truncate(const char *path, off_t size) noexcept
{
    return truncateByName(path, size, "truncate");
}
int truncate64(const char *path, off64_t size) noexcept
{
    return truncateByName(path, size, "truncate64");
}

// What is not recorded is not offered: programs then write plainly.
int fallocate(int fd, int mode, off_t offset, off_t size)
{
    return isWatched(fd) ? failed(EOPNOTSUPP) : next<int(int, int, off_t, off_t)>("fallocate")(fd, mode, offset, size);
}
int fallocate64(int fd, int mode, off64_t offset, off64_t size)
{
    return fallocate(fd, mode, offset, size);
}
int posix_fallocate(int fd, off_t offset, off_t size)
{
    return isWatched(fd) ? EOPNOTSUPP : next<int(int, off_t, off_t)>("posix_fallocate")(fd, offset, size);
}
int posix_fallocate64(int fd, off64_t offset, off64_t size)
{
    return posix_fallocate(fd, offset, size);
}

ssize_t copy_file_range(int from, off64_t *fromAt, int to, off64_t *toAt, size_t size, unsigned flags)
{
    static auto *const real = next<ssize_t(int, off64_t *, int, off64_t *, size_t, unsigned)>("copy_file_range");
    return isWatched(to) ? failed(ENOSYS) : real(from, fromAt, to, toAt, size, flags);
}

ssize_t sendfile(int to, int from, off_t *offset, size_t size) noexcept
{
    return isWatched(to) ? failed(EINVAL)
                         : next<ssize_t(int, int, off_t *, size_t)>("sendfile")(to, from, offset, size);
}
ssize_t sendfile64(int to, int from, off64_t *offset, size_t size) noexcept
{
    return sendfile(to, from, offset, size);
}

static void *mapping(void *at, size_t size, int access, int flags, int descriptor, off_t offset)
{
    static auto *const real = next<void *(void *, size_t, int, int, int, off_t)>("mmap");
    if (isWatched(descriptor) && (flags & MAP_SHARED) != 0 && (access & PROT_WRITE) != 0) {
        const Guard guard;
        recordFile(Op::NotModelled, descriptor, 0, "a file is written through a mapping");
    }
    return real(at, size, access, flags, descriptor, offset);
}
void *mmap(void *at, size_t size, int access, int flags, int descriptor, off_t offset) noexcept
{
    return mapping(at, size, access, flags, descriptor, offset);
}
void *mmap64(void *at, size_t size, int access, int flags, int descriptor, off64_t offset) noexcept
{
    return mapping(at, size, access, flags, descriptor, offset);
}

int fsync(int descriptor)
{
    return syncWatched(descriptor, "fsync");
}
int fdatasync(int descriptor)
{
    return syncWatched(descriptor, "fdatasync");
}

int rename(const char *from, const char *to) noexcept
{
    return renameWatched([&] { return next<int(const char *, const char *)>("rename")(from, to); }, AT_FDCWD, from,
                         AT_FDCWD, to);
}

int renameat(int fromFolder, const char *from, int toFolder, const char *to) noexcept
{
    static auto *const real = next<int(int, const char *, int, const char *)>("renameat");
    return renameWatched([&] { return real(fromFolder, from, toFolder, to); }, fromFolder, from, toFolder, to);
}

int renameat2(int fromFolder, const char *from, int toFolder, const char *to, unsigned flags) noexcept
{
    static auto *const real = next<int(int, const char *, int, const char *, unsigned)>("renameat2");
    return renameWatched([&] { return real(fromFolder, from, toFolder, to, flags); }, fromFolder, from, toFolder, to,
                         (flags & RENAME_EXCHANGE) != 0 ? Op::Exchange : Op::Rename);
}

int link(const char *from, const char *to) noexcept
{
    return linkWatched([&] { return next<int(const char *, const char *)>("link")(from, to); }, AT_FDCWD, to);
}

int linkat(int fromFolder, const char *from, int toFolder, const char *to, int flags) noexcept
{
    static auto *const real = next<int(int, const char *, int, const char *, int)>("linkat");
    return linkWatched([&] { return real(fromFolder, from, toFolder, to, flags); }, toFolder, to);
}

int unlink(const char *path) noexcept
{
    return unlinkWatched([&] { return next<int(const char *)>("unlink")(path); }, AT_FDCWD, path, Op::Unlink);
}

int unlinkat(int folder, const char *path, int flags) noexcept
{
    static auto *const real = next<int(int, const char *, int)>("unlinkat");
    return unlinkWatched([&] { return real(folder, path, flags); }, folder, path,
                         (flags & AT_REMOVEDIR) != 0 ? Op::RemoveFolder : Op::Unlink);
}

int remove(const char *path) noexcept
{
    return unlinkWatched([&] { return next<int(const char *)>("remove")(path); }, AT_FDCWD, path, Op::Unlink);
}

int rmdir(const char *path) noexcept
{
    return unlinkWatched([&] { return next<int(const char *)>("rmdir")(path); }, AT_FDCWD, path, Op::RemoveFolder);
}

int mkdir(const char *path, mode_t mode) noexcept
{
    return makeFolderWatched([&] { return next<int(const char *, mode_t)>("mkdir")(path, mode); }, AT_FDCWD, path);
}

int mkdirat(int folder, const char *path, mode_t mode) noexcept
{
    return makeFolderWatched([&] { return next<int(int, const char *, mode_t)>("mkdirat")(folder, path, mode); },
                             folder, path);
}

static int makeTemporary(char *pattern, int flags)
{
    const int descriptor = next<int(char *, int)>("mkostemp")(pattern, flags);
    std::string name;
    if (descriptor >= 0 && watchedName(AT_FDCWD, pattern, name)) {
        const Guard guard;
        watchOpened(descriptor, name, true, -1);
    }
    return descriptor;
}
int mkstemp(char *pattern)
{
    return makeTemporary(pattern, 0);
}
int mkstemp64(char *pattern)
{
    return makeTemporary(pattern, 0);
}
int mkostemp(char *pattern, int flags)
{
    return makeTemporary(pattern, flags);
}
int mkostemp64(char *pattern, int flags)
{
    return makeTemporary(pattern, flags);
}

FILE *fopen(const char *path, const char *mode)
{
    return openStream(path, mode, "fopen");
}
FILE *fopen64(const char *path, const char *mode)
{
    return openStream(path, mode, "fopen64");
}
FILE *fdopen(int descriptor, const char *mode) noexcept
{
    return isWatched(descriptor) ? streamOver(descriptor, mode)
                                 : next<FILE *(int, const char *)>("fdopen")(descriptor, mode);
}

} // extern "C"
