// SPDX-License-Identifier: GPL-3.0-or-later
#include "io_state.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

namespace callboard::io {

namespace {

constexpr int MostDescriptors = 65'536;
constexpr std::uint8_t Recorded = 1, NotRecorded = 2;

pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
std::array<std::atomic<std::uint8_t>, MostDescriptors> watched;

/// Set up once, at the first call.
struct Setting
{
    std::string folder;
    Control *control = nullptr;
    int log = -1;
    Setting();
};

int openReal(const char *path, int flags)
{
    return next<int(const char *, int, ...)>("open")(path, flags | O_CLOEXEC, 0600);
}

Setting::Setting()
{
    if (const char *name = std::getenv(FolderVariable))
        folder = name;
    if (const char *name = std::getenv(LogVariable); name && !folder.empty())
        log = openReal(name, O_WRONLY | O_APPEND | O_CREAT);
    const char *name = std::getenv(ControlVariable);
    const int file = name && !folder.empty() ? openReal(name, O_RDWR) : -1;
    if (file < 0)
        return;
    void *memory = ::mmap(nullptr, sizeof(Control), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (memory != MAP_FAILED)
        control = static_cast<Control *>(memory);
}

const Setting &setting()
{
    static const Setting known;
    return known;
}

bool endsWith(std::string_view text, std::string_view end)
{
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// A database's shared memory is made anew after a power cut, and the disk_reserve is nothing but room: they can fail
/// and be full like all others, but nobody wants them back.
bool isOfNoInterest(std::string_view name)
{
    return endsWith(name, "-shm") || endsWith(name, ".ballast");
}

/// Without "//" and "/./"; the programs pass names without "..".
std::string tidied(std::string path)
{
    for (size_t at; (at = path.find("/./")) != std::string::npos;)
        path.erase(at, 2);
    for (size_t at; (at = path.find("//")) != std::string::npos;)
        path.erase(at, 1);
    while (path.size() > 1 && path.back() == '/')
        path.pop_back();
    return path;
}

bool relativeName(const std::string &path, std::string &name)
{
    const std::string &folder = setting().folder;
    if (folder.empty() || path.compare(0, folder.size(), folder) != 0)
        return false;
    if (path.size() > folder.size() && path[folder.size()] != '/')
        return false;
    name = path.size() > folder.size() ? path.substr(folder.size() + 1) : std::string();
    return true;
}

std::string pathOf(int descriptor)
{
    char place[64];
    std::snprintf(place, sizeof place, "/proc/self/fd/%d", descriptor);
    std::array<char, 4096> target{};
    const ssize_t length = ::readlink(place, target.data(), target.size());
    return length > 0 ? std::string(target.data(), static_cast<size_t>(length)) : std::string();
}

} // namespace

Guard::Guard()
{
    pthread_mutex_lock(&mutex);
}

Guard::~Guard()
{
    const int error = errno;
    pthread_mutex_unlock(&mutex);
    errno = error;
}

bool watchedName(int folder, const char *path, std::string &name)
{
    if (!path || setting().folder.empty())
        return false;
    std::string whole = path;
    if (whole.empty() || whole[0] != '/') {
        std::array<char, 4096> current{};
        const std::string base = folder != AT_FDCWD
            ? pathOf(folder)
            : std::string(::getcwd(current.data(), current.size()) ? current.data() : "");
        whole = base + '/' + whole;
    }
    return relativeName(tidied(whole), name);
}

bool watchedName(int descriptor, std::string &name)
{
    return relativeName(pathOf(descriptor), name);
}

bool isWatched(int descriptor)
{
    return descriptor >= 0 && descriptor < MostDescriptors && watched[static_cast<size_t>(descriptor)].load() != 0;
}

void watch(int descriptor, std::string_view name)
{
    if (descriptor >= 0 && descriptor < MostDescriptors)
        watched[static_cast<size_t>(descriptor)] = isOfNoInterest(name) ? NotRecorded : Recorded;
}

void forget(int descriptor)
{
    if (descriptor >= 0 && descriptor < MostDescriptors)
        watched[static_cast<size_t>(descriptor)] = 0;
}

void copyWatch(int from, int to)
{
    if (isWatched(from) && to >= 0 && to < MostDescriptors)
        watched[static_cast<size_t>(to)] = watched[static_cast<size_t>(from)].load();
}

Verdict judge(Kind kind)
{
    Control *control = setting().control;
    if (!control)
        return {};
    const std::uint64_t ofKind = ++control->done[kind];
    const std::uint64_t ofAll = ++control->done[AnyKind];
    const Action action = control->action;
    if (action == Action::None || (control->kind != AnyKind && control->kind != kind))
        return {};
    const std::uint64_t number = control->kind == AnyKind ? ofAll : ofKind;
    if (number != control->at && !(control->forEver && number > control->at))
        return {};
    ++control->hits;
    if (action == Action::KillBefore)
        killMe();
    return {action, control->error};
}

void done(const Verdict &verdict)
{
    if (verdict.action == Action::KillAfter || verdict.action == Action::KillHalf)
        killMe();
}

bool hasQuota()
{
    const Control *control = setting().control;
    return control && control->quota != NoQuota;
}

ssize_t allowed(int descriptor, off_t offset, size_t size)
{
    const off_t growth = std::max<off_t>(0, offset + static_cast<off_t>(size) - sizeOf(descriptor));
    if (!hasQuota() || growth == 0)
        return static_cast<ssize_t>(size);
    Control &control = *setting().control;
    const off_t room = std::max<std::int64_t>(0, control.quota);
    const off_t taken = std::min(growth, room);
    const ssize_t passed = static_cast<ssize_t>(size) - (growth - taken);
    control.quota -= taken;
    return passed > 0 ? passed : -1;
}

void giveBack(off_t bytes)
{
    if (hasQuota())
        setting().control->quota += bytes;
}

void record(Op op, std::uint64_t file, std::uint64_t offset, std::string_view first, std::string_view second)
{
    const int log = setting().log;
    if (log < 0 || (op != Op::Write && isOfNoInterest(first)))
        return;
    EntryHead head;
    head.file = file;
    head.offset = offset;
    head.first = static_cast<std::uint32_t>(first.size());
    head.second = static_cast<std::uint32_t>(second.size());
    head.op = op;
    const auto part = [](const void *data, size_t size) { return iovec{const_cast<void *>(data), size}; };
    const std::array<iovec, 3> parts{part(&head, sizeof head), part(first.data(), first.size()),
                                     part(second.data(), second.size())};
    const int error = errno;
    static auto *const write = next<ssize_t(int, const iovec *, int)>("writev");
    const auto size = static_cast<ssize_t>(sizeof head + first.size() + second.size());
    if (write(log, parts.data(), static_cast<int>(parts.size())) != size)
        killMe(); // a log with holes would prove nothing
    errno = error;
}

void recordFile(Op op, int descriptor, std::uint64_t offset, std::string_view bytes)
{
    if (setting().log >= 0 && watched[static_cast<size_t>(descriptor)] == Recorded)
        record(op, fileNumber(descriptor), offset, bytes);
}

std::uint64_t fileNumber(int descriptor)
{
    struct stat status
    { };
    return ::fstat(descriptor, &status) == 0 ? status.st_ino : 0;
}

off_t sizeOf(int descriptor)
{
    struct stat status
    { };
    return ::fstat(descriptor, &status) == 0 ? status.st_size : 0;
}

void killMe()
{
    ::kill(::getpid(), SIGKILL);
    for (;;)
        ::pause();
}

void *nextFunction(const char *name)
{
    void *found = ::dlsym(RTLD_NEXT, name);
    if (!found)
        std::abort();
    return found;
}

} // namespace callboard::io
