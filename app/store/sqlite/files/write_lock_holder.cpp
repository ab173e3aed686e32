// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/files/write_lock_holder.h"

#include "store/sqlite/files/database_files.h"

#include <QCoreApplication>
#include <QFile>

#include <optional>

#include <sys/stat.h>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// The number of the file in the kernel's table of locks, which also names the device; that differs on some volumes.
QByteArray inodeOf(const QString &file)
{
    struct stat status = {};
    if (::stat(QFile::encodeName(file).constData(), &status) != 0)
        return {};
    return QByteArray::number(static_cast<qulonglong>(status.st_ino));
}

/// Whether a line such as "1: POSIX ADVISORY WRITE 1234 08:01:5678 120 120" is a lock of that file for writing.
bool isWriteLock(const QList<QByteArray> &words, const QByteArray &inode)
{
    return words.size() > 7 && words.at(3) == "WRITE" && words.at(5).split(':').value(2) == inode;
}

StoreArgument programOf(const QByteArray &process)
{
    const QString number = QString::fromLatin1(process);
    QFile name(u"/proc/%1/comm"_s.arg(number));
    const QString program =
        name.open(QIODevice::ReadOnly) ? QString::fromLocal8Bit(name.readAll()).trimmed() : QString();
    if (program.isEmpty())
        return StoreProblem{StoreErrorCode::UnknownProgram, {number}};
    return StoreProblem{StoreErrorCode::NamedProcess, {program, number}};
}

/// The other program that holds the store's write lock, such as "sqlite3 (process 123)". Nothing where the system does
/// not say. Looked up in the kernel's table: opening and closing the index of the log, in which the lock lies, would
/// drop this program's own locks on it.
std::optional<StoreArgument> lockHolder(const QString &path)
{
    const QByteArray inode = inodeOf(indexOf(path));
    QFile table(u"/proc/locks"_s);
    if (inode.isEmpty() || !table.open(QIODevice::ReadOnly))
        return {};
    const QByteArray own = QByteArray::number(QCoreApplication::applicationPid());
    for (const QByteArray &line : table.readAll().split('\n')) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (isWriteLock(words, inode) && words.at(4) != own)
            return programOf(words.at(4));
    }
    return {};
}

} // namespace

StoreProblem writeLockProblem(const QString &path)
{
    if (const auto holder = lockHolder(path))
        return {StoreErrorCode::WriteLockedBy, {*holder}};
    return {StoreErrorCode::WriteLocked, {}};
}

} // namespace callboard
