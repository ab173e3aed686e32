// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/files/locked_file.h"

#include "store/sqlite/files/database_bytes.h"

#include <QFile>
#include <QFileInfo>
#include <QList>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <map>
#include <mutex>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace callboard {

namespace {

/// Far behind the largest database that SQLite can make, and behind the bytes that it locks at 1 GiB.
constexpr off_t LockByte = off_t(1) << 60;

struct flock rangeOf(short type)
{
    struct flock range = {};
    range.l_type = type;
    range.l_whence = SEEK_SET;
    range.l_start = LockByte;
    range.l_len = 1;
    return range;
}

FileIdentity identityOf(const struct stat &status)
{
    return {status.st_dev, status.st_ino};
}

/// The kernel's table: the fifth word of a line, in which white space and the backslash are written as octal numbers.
QList<QByteArray> mountPoints()
{
    QFile table(QStringLiteral("/proc/self/mountinfo"));
    QList<QByteArray> points;
    if (!table.open(QIODevice::ReadOnly))
        return points;
    constexpr int PointWord = 4;
    for (const QByteArray &line : table.readAll().split('\n')) {
        QByteArray point = line.split(' ').value(PointWord);
        point.replace("\\040", " ").replace("\\011", "\t").replace("\\012", "\n").replace("\\134", "\\");
        points.append(point);
    }
    return points;
}

/// Descriptors that must not be closed yet, and why: as one table for the program, because the locks that a close takes
/// away are the program's, too.
class OpenFiles
{
public:
    void add(const FileIdentity &file)
    {
        const std::lock_guard lock(m_mutex);
        m_files[file].connections += 1;
    }

    void remove(const FileIdentity &file)
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_files.find(file);
        if (found == m_files.end() || --found->second.connections > 0)
            return;
        for (const int descriptor : found->second.waiting)
            ::close(descriptor);
        m_files.erase(found);
    }

    void close(const FileIdentity &file, int descriptor)
    {
        const std::lock_guard lock(m_mutex);
        if (const auto found = m_files.find(file); found != m_files.end())
            found->second.waiting.push_back(descriptor);
        else
            ::close(descriptor);
    }

private:
    struct Uses
    {
        int connections = 0;
        std::vector<int> waiting;
    };
    std::mutex m_mutex;
    std::map<FileIdentity, Uses> m_files;
};

OpenFiles &openFiles()
{
    static OpenFiles files;
    return files;
}

} // namespace

FileIdentity FileIdentity::of(const QString &path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? identityOf(status) : FileIdentity();
}

bool isMountedAlone(const QString &path)
{
    struct statx status = {};
    if (::statx(AT_FDCWD, QFile::encodeName(path).constData(), 0, 0, &status) != 0)
        return false;
    if ((status.stx_attributes_mask & STATX_ATTR_MOUNT_ROOT) != 0)
        return (status.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0;
    return mountPoints().contains(QFile::encodeName(QFileInfo(path).canonicalFilePath())); // kernels before 5.8
}

LockedFile::LockedFile(const QString &path)
{
    open(path);
    if (m_descriptor >= 0)
        lock();
}

void LockedFile::open(const QString &path)
{
    constexpr mode_t OwnerOnly = S_IRUSR | S_IWUSR;
    constexpr int Flags = O_RDWR | O_CLOEXEC | O_NONBLOCK; // a pipe of that name must not hold up the program
    const QByteArray name = QFile::encodeName(path);
    m_descriptor = ::open(name.constData(), Flags);
    if (m_descriptor < 0 && errno == ENOENT) {
        m_descriptor = ::open(name.constData(), Flags | O_CREAT, OwnerOnly);
        m_isMade = m_descriptor >= 0;
    }
    struct stat status = {};
    if (m_descriptor < 0 || ::fstat(m_descriptor, &status) != 0) {
        m_trouble = SystemError::last();
    } else if (!S_ISREG(status.st_mode)) {
        m_trouble = StoreErrorCode::NoPlainFile;
        ::close(std::exchange(m_descriptor, -1));
    }
    m_identity = identityOf(status);
}

void LockedFile::lock()
{
    struct flock range = rangeOf(F_WRLCK);
    if (::fcntl(m_descriptor, F_OFD_SETLK, &range) == 0)
        m_outcome = Outcome::Held;
    else
        m_outcome = errno == EAGAIN || errno == EACCES ? Outcome::HeldByOther : Outcome::NoLocks;
}

LockedFile::~LockedFile()
{
    if (m_descriptor < 0)
        return;
    struct flock range = rangeOf(F_UNLCK);
    ::fcntl(m_descriptor, F_OFD_SETLK, &range); // the descriptor itself may have to stay open for longer
    openFiles().close(m_identity, m_descriptor);
}

bool LockedFile::isHeld(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat status = {};
    if (descriptor < 0 || ::fstat(descriptor, &status) != 0)
        return false;
    struct flock range = rangeOf(F_WRLCK);
    const bool isAnswered = ::fcntl(descriptor, F_OFD_GETLK, &range) == 0;
    openFiles().close(identityOf(status), descriptor);
    return isAnswered && range.l_type != F_UNLCK;
}

quint64 LockedFile::names() const
{
    struct stat status = {};
    return ::fstat(m_descriptor, &status) == 0 ? status.st_nlink : 0;
}

bool LockedFile::isStillAt(const QString &path) const
{
    return FileIdentity::of(path) == m_identity;
}

DatabaseBytes::DatabaseBytes(const QString &path)
    : m_descriptor(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK))
{
    struct stat status = {};
    if (m_descriptor < 0 || ::fstat(m_descriptor, &status) != 0)
        m_error = QString::fromLocal8Bit(std::strerror(errno));
    m_identity = identityOf(status);
}

DatabaseBytes::~DatabaseBytes()
{
    if (m_descriptor >= 0)
        openFiles().close(m_identity, m_descriptor);
}

QByteArray DatabaseBytes::read(qsizetype bytes)
{
    QByteArray text(bytes, '\0');
    qsizetype done = 0;
    while (m_error.isEmpty() && done < bytes) {
        const ssize_t more = ::read(m_descriptor, text.data() + done, static_cast<size_t>(bytes - done));
        if (more < 0)
            m_error = QString::fromLocal8Bit(std::strerror(errno));
        if (more <= 0)
            break;
        done += more;
    }
    text.truncate(done);
    return text;
}

QByteArray beginningOf(const QString &path, qint64 bytes)
{
    return DatabaseBytes(path).read(bytes);
}

OpenMark::OpenMark(const QString &path)
    : m_identity(FileIdentity::of(path))
{
    if (m_identity.isKnown())
        openFiles().add(m_identity);
}

OpenMark::~OpenMark()
{
    if (m_identity.isKnown())
        openFiles().remove(m_identity);
}

} // namespace callboard
