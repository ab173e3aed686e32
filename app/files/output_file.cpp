// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/output_file.h"

#include "files/abandoned_files.h"
#include "files/broken_pipe.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostWaiting = 64 * 1024;
constexpr int LookEveryMs = 50; ///< at `cancelled`, while a pipe is in no hurry

} // namespace

OutputFile::OutputFile(const QString &name, std::function<bool()> cancelled)
    : m_name(name)
    , m_cancelled(std::move(cancelled))
{ }

OutputFile::~OutputFile()
{
    cancelWriting();
}

bool OutputFile::fail(int error)
{
    m_hasFailed = true;
    setErrorString(QString::fromLocal8Bit(std::strerror(error)));
    return false;
}

/// It would obey what stands in the texts.
bool OutputFile::refuseTerminal()
{
    fail(ENOTSUP);
    setErrorString(QCoreApplication::translate("OutputFile", "it is a terminal; write into a file or a pipe"));
    return false;
}

bool OutputFile::open(OpenMode mode)
{
    m_target = outputTarget(m_name);
    m_hasFailed = false;
    if (m_target.kind == OutputTarget::Kind::Refused) {
        setErrorString(m_target.problem);
        return false;
    }
    const bool isOpen = m_target.kind == OutputTarget::Kind::File ? openFile() : openStream();
    // Unbuffered: what is not handed over yet waits here, where it can be told whether it was taken.
    return isOpen && QIODevice::open((mode & ~Truncate) | WriteOnly | Unbuffered);
}

/// The unfinished file is locked as long as it is in use: the lock ends with the program, however that ends.
bool OutputFile::openFile()
{
    if (const QString problem = databaseProblem(m_target.path); !problem.isEmpty()) {
        m_hasFailed = true;
        setErrorString(problem);
        return false;
    }
    const QByteArray name = QFile::encodeName(m_target.path);
    if (::access(name.constData(), F_OK) == 0 && ::access(name.constData(), W_OK) != 0)
        return fail(errno);
    const QString folder = QFileInfo(m_target.path).path();
    removeAbandonedFiles(folder);
    m_beside = QFile::encodeName(unfinishedPattern(folder));
    m_descriptor = ::mkostemp(m_beside.data(), O_CLOEXEC);
    if (m_descriptor < 0) {
        m_beside.clear();
        return fail(errno);
    }
    ::flock(m_descriptor, LOCK_EX | LOCK_NB); // a volume without locks: then it is not removed by others either
    return takePermissions();
}

/// An older file's owner has decided who may read it. Rights of a group are that group's, not those of another one.
bool OutputFile::takePermissions()
{
    struct stat older = {}, made = {};
    const bool isOurs =
        ::stat(QFile::encodeName(m_target.path).constData(), &older) == 0 && older.st_uid == ::geteuid();
    if (!isOurs || m_isPrivate)
        return true;
    mode_t mode = older.st_mode & (S_IRWXU | S_IRWXG | S_IRWXO);
    if (::fchown(m_descriptor, static_cast<uid_t>(-1), older.st_gid) != 0
        && (::fstat(m_descriptor, &made) != 0 || made.st_gid != older.st_gid))
        mode &= S_IRWXU;
    return ::fchmod(m_descriptor, mode) == 0 || fail(errno);
}

/// A pipe whose reader has not come yet is waited for, as every program does, but not for ever when it is cancelled.
bool OutputFile::openStream()
{
    if (m_target.descriptor >= 0) {
        if (::isatty(m_target.descriptor) == 1)
            return refuseTerminal();
        m_descriptor = ::fcntl(m_target.descriptor, F_DUPFD_CLOEXEC, 3);
        return m_descriptor >= 0 || fail(errno);
    }
    const QByteArray name = QFile::encodeName(m_target.path);
    for (;;) {
        m_descriptor = ::open(name.constData(), O_WRONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
        if (m_descriptor >= 0)
            return ::isatty(m_descriptor) == 0 || refuseTerminal();
        struct stat status = {};
        if (errno != ENXIO || ::stat(name.constData(), &status) != 0 || !S_ISFIFO(status.st_mode))
            return fail(errno);
        if (isCancelled())
            return fail(ECANCELED);
        ::poll(nullptr, 0, LookEveryMs);
    }
}

qint64 OutputFile::writeData(const char *data, qint64 size)
{
    if (m_hasFailed)
        return -1;
    m_waiting.append(data, size);
    return m_waiting.size() < MostWaiting || flush() ? size : -1;
}

bool OutputFile::flush()
{
    if (m_hasFailed || m_descriptor < 0)
        return false;
    const QByteArray part = std::exchange(m_waiting, {});
    return handOver(part.constData(), part.size());
}

bool OutputFile::handOver(const char *data, qsizetype size)
{
    const BrokenPipeGuard guard;
    const bool isStream = !isReplaced();
    while (size > 0) {
        if (isStream && !awaitRoom())
            return fail(errno);
        // A pipe with any room takes so much without waiting for its reader.
        const auto part = static_cast<size_t>(isStream ? std::min<qsizetype>(size, PIPE_BUF) : size);
        const ssize_t taken = ::write(m_descriptor, data, part);
        if (taken < 0 && errno != EAGAIN && errno != EINTR)
            return fail(errno);
        data += std::max<ssize_t>(taken, 0);
        size -= std::max<ssize_t>(taken, 0);
    }
    return true;
}

/// False, with errno, when it was cancelled meanwhile.
bool OutputFile::awaitRoom()
{
    pollfd waiting{m_descriptor, POLLOUT, 0};
    while (::poll(&waiting, 1, LookEveryMs) <= 0) {
        if (isCancelled()) {
            errno = ECANCELED;
            return false;
        }
    }
    return true;
}

bool OutputFile::commit()
{
    if (!flush()) {
        cancelWriting();
        return false;
    }
    if (!isReplaced()) {
        closeDescriptor();
        return true;
    }
    if (::fsync(m_descriptor) != 0 && errno != EINVAL && errno != ENOTSUP) {
        fail(errno);
        cancelWriting();
        return false;
    }
    const QString problem = replaceFile(QFile::decodeName(m_beside), m_target.path);
    if (problem.isEmpty())
        m_beside.clear();
    else
        setErrorString(problem);
    m_hasFailed = !problem.isEmpty();
    const QString kept = errorString();
    cancelWriting();
    setErrorString(kept);
    return problem.isEmpty();
}

void OutputFile::closeDescriptor()
{
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
    m_waiting.clear();
    if (isOpen()) {
        const QString kept = errorString();
        QIODevice::close();
        setErrorString(kept);
    }
}

void OutputFile::cancelWriting()
{
    if (!m_beside.isEmpty())
        ::unlink(std::exchange(m_beside, {}).constData());
    closeDescriptor();
}

} // namespace callboard
