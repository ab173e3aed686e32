// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database/store_trouble.h"

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
std::optional<StoreArgument> lockHolder(const StoreUrl &url)
{
    const QByteArray inode = inodeOf(url.filePath + u"-shm"_s);
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

StoreProblem writingProblem(const StoreError &error, const StoreUrl &url)
{
    switch (error.kind()) {
    case StoreErrorKind::Busy:
        return {StoreErrorCode::WritingLocked, {error.problem()}};
    case StoreErrorKind::Full:
        return {StoreErrorCode::WritingFull, {error.problem()}};
    case StoreErrorKind::Limited:
        return {StoreErrorCode::WritingLimited, {error.problem()}};
    case StoreErrorKind::Io:
        return {StoreErrorCode::WritingIo, {error.problem()}};
    case StoreErrorKind::Damaged:
    case StoreErrorKind::NotADatabase:
        return {StoreErrorCode::WritingDamaged, {error.problem(), url.toString()}};
    case StoreErrorKind::ReadOnly:
        return {StoreErrorCode::WritingReadOnly, {error.problem()}};
    case StoreErrorKind::CannotOpen:
        return {StoreErrorCode::WritingCannotOpen, {error.problem()}};
    case StoreErrorKind::Other:
        break;
    }
    return {StoreErrorCode::WritingFailed, {error.problem()}};
}

StoreProblem littleRoomProblem(qint64 freeBytes)
{
    constexpr qint64 Megabyte = 1'000'000;
    return {StoreErrorCode::LittleRoom, {QString::number(freeBytes / Megabyte)}};
}

StoreProblem statementProblem(StoreErrorKind kind, const QString &report, const QString &sql)
{
    constexpr qsizetype MostSql = 80;
    const auto codeOf = [kind] {
        switch (kind) {
        case StoreErrorKind::Full:
            return StoreErrorCode::StatementFull;
        case StoreErrorKind::Io:
            return StoreErrorCode::StatementIo;
        case StoreErrorKind::Damaged:
            return StoreErrorCode::StatementDamaged;
        case StoreErrorKind::NotADatabase:
            return StoreErrorCode::StatementNotADatabase;
        case StoreErrorKind::ReadOnly:
            return StoreErrorCode::StatementReadOnly;
        case StoreErrorKind::CannotOpen:
            return StoreErrorCode::StatementCannotOpen;
        case StoreErrorKind::Busy:
            return StoreErrorCode::StatementBusy;
        case StoreErrorKind::Limited:
        case StoreErrorKind::Other:
            break;
        }
        return StoreErrorCode::Statement;
    };
    if (kind == StoreErrorKind::Limited)
        return {StoreErrorCode::FileSizeLimit, {}};
    return {codeOf(), {ReportedText{report}, sql.left(MostSql).simplified()}};
}

StoreProblem lockedProblem(const StoreUrl &url)
{
    if (const auto holder = lockHolder(url))
        return {StoreErrorCode::WriteLockedBy, {*holder}};
    return {StoreErrorCode::WriteLocked, {}};
}

StoreProblem damageProblem(const StoreError &error, const StoreUrl &url)
{
    if (error.code() == StoreErrorCode::DamagedStore)
        return error.problem();
    // What the database reported, without its statement.
    const QList<StoreArgument> arguments = error.problem().arguments;
    const StoreArgument how = arguments.isEmpty() ? StoreArgument(error.problem()) : arguments.constFirst();
    return {StoreErrorCode::DamagedStore, {url.filePath, how, url.toString()}};
}

bool isDamage(StoreErrorKind kind)
{
    return kind == StoreErrorKind::Damaged || kind == StoreErrorKind::NotADatabase;
}

} // namespace callboard
