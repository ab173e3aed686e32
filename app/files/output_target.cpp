// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/output_target.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostLinks = 40; ///< as the kernel

QString reasonOf(int error)
{
    return QString::fromLocal8Bit(std::strerror(error));
}

/// The number in a name such as /dev/fd/1, by which a process reaches what it has open.
std::optional<int> descriptorOf(const QString &path)
{
    static const QRegularExpression numbered(u"^(?:/dev|/proc/self|/proc/%1)/fd/(\\d{1,6})$"_s.arg(::getpid()));
    if (path == "/dev/stdout"_L1)
        return STDOUT_FILENO;
    if (path == "/dev/stderr"_L1)
        return STDERR_FILENO;
    const auto match = numbered.match(path);
    return match.hasMatch() ? std::optional(match.captured(1).toInt()) : std::nullopt;
}

QString refusal(mode_t mode)
{
    if (S_ISDIR(mode))
        return QCoreApplication::translate("OutputFile", "this is a folder");
    if (S_ISBLK(mode))
        return QCoreApplication::translate("OutputFile", "this is a disk, not a file");
    return QCoreApplication::translate("OutputFile", "this is a socket, not a file");
}

OutputTarget existing(const QString &path, mode_t mode)
{
    if (S_ISREG(mode))
        return {OutputTarget::Kind::File, path, -1, {}};
    if (S_ISCHR(mode) || S_ISFIFO(mode))
        return {OutputTarget::Kind::Stream, path, -1, {}};
    return {OutputTarget::Kind::Refused, path, -1, refusal(mode)};
}

/// What a symbolic link names; empty where there is no link.
QString linkedFrom(const QString &path)
{
    std::error_code error;
    const auto link = std::filesystem::read_symlink(QFile::encodeName(path).toStdString(), error);
    if (error)
        return {};
    const QString next = QFile::decodeName(QByteArray::fromStdString(link.string()));
    return next.startsWith(u'/') ? next : QFileInfo(path).path() + u'/' + next;
}

OutputTarget openAlready(const QString &path, int descriptor)
{
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0)
        return {OutputTarget::Kind::Refused, path, -1, reasonOf(errno)};
    OutputTarget target = existing(path, status.st_mode);
    if (target.kind == OutputTarget::Kind::File)
        target.kind = OutputTarget::Kind::Stream; // whoever opened it goes on writing behind what comes here
    target.descriptor = descriptor;
    return target;
}

bool startsAsDatabase(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(15) == "SQLite format 3";
}

} // namespace

OutputTarget outputTarget(const QString &name)
{
    if (name.isEmpty())
        return {OutputTarget::Kind::Refused, {}, -1, reasonOf(ENOENT)};
    QString path = QDir::current().absoluteFilePath(name); // not cleaned: ".." behind a link to a folder is elsewhere
    for (int links = 0; links <= MostLinks; ++links) {
        if (const auto descriptor = descriptorOf(path))
            return openAlready(path, *descriptor);
        struct stat status = {};
        if (::stat(QFile::encodeName(path).constData(), &status) == 0 && !S_ISREG(status.st_mode))
            return existing(path, status.st_mode);
        const QString next = linkedFrom(path);
        if (next.isEmpty())
            return {OutputTarget::Kind::File, path, -1, {}}; // opening it says what is wrong, if anything
        path = next;
    }
    return {OutputTarget::Kind::Refused, path, -1, reasonOf(ELOOP)};
}

QString databasePartProblem(const QString &path)
{
    for (const QString &end : {u"-wal"_s, u"-shm"_s, u"-journal"_s, u".lock"_s, u".ballast"_s}) {
        if (path.endsWith(end) && QFileInfo(path.chopped(end.size())).isFile())
            return QCoreApplication::translate("OutputFile", "this belongs to the database beside it");
    }
    return {};
}

QString databaseProblem(const QString &path)
{
    if (const QString problem = databasePartProblem(path); !problem.isEmpty() || !QFileInfo(path).isFile())
        return problem;
    const bool inUse = QFileInfo::exists(path + u"-wal"_s) || QFileInfo::exists(path + u".lock"_s);
    return inUse || startsAsDatabase(path)
        ? QCoreApplication::translate("OutputFile", "this is a database, which would be lost")
        : QString();
}

bool isStandardOutput(const QString &name)
{
    struct stat named = {}, output = {};
    return ::stat(QFile::encodeName(name).constData(), &named) == 0 && ::fstat(STDOUT_FILENO, &output) == 0
        && named.st_dev == output.st_dev && named.st_ino == output.st_ino;
}

QString replaceFile(const QString &finished, const QString &name)
{
    if (::rename(QFile::encodeName(finished).constData(), QFile::encodeName(name).constData()) != 0)
        return reasonOf(errno);
    return syncFolderOf(name);
}

QString syncFolderOf(const QString &file)
{
    const QByteArray folder = QFile::encodeName(QFileInfo(file).absolutePath());
    const int descriptor = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return errno == EACCES ? QString() : reasonOf(errno); // one may write there but not look
    const int error = ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    // Some kinds of volume know no such thing.
    return error == 0 || error == EINVAL || error == ENOTSUP || error == EROFS ? QString() : reasonOf(error);
}

} // namespace callboard
