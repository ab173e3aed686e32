// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/sqlite_lock.h"

#include "store/database/store_error.h"
#include "store/sqlite/files/database_files.h"
#include "store/sqlite/files/file_problem.h"
#include "store/sqlite/files/store_folder.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSysInfo>

#include <cerrno>

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostReplacements = 100;

/// Process, program and computer, a line each.
QByteArray noteOfThisProcess()
{
    return QByteArray::number(QCoreApplication::applicationPid()) + '\n' + QCoreApplication::applicationName().toUtf8()
        + '\n' + QSysInfo::machineHostName().toUtf8() + '\n';
}

/// Only a help for people: where it can't be written, the lock holds all the same.
void writeNote(const QString &file)
{
    const QByteArray name = QFile::encodeName(file);
    ::unlink(name.constData());
    const int descriptor = ::open(name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0)
        return;
    const QByteArray note = noteOfThisProcess();
    if (::write(descriptor, note.constData(), static_cast<size_t>(note.size())) != note.size())
        ::unlink(name.constData());
    ::close(descriptor);
}

bool hasEnded(const QByteArray &pid)
{
    return ::kill(static_cast<pid_t>(pid.toLongLong()), 0) != 0 && errno == ESRCH;
}

/// Who holds the store, as far as it is noted beside this name of it.
StoreArgument holderOf(const QString &file)
{
    QFile note(file);
    if (!QFileInfo(file).isFile() || !note.open(QIODevice::ReadOnly))
        return StoreErrorCode::UnknownProcess;
    constexpr qint64 Most = 4'096;
    const QList<QByteArray> lines = note.read(Most).split('\n');
    const QString host = QString::fromUtf8(lines.value(2));
    if (lines.size() < 3 || lines.first().toLongLong() <= 0)
        return StoreErrorCode::UnknownProcess;
    if (host == QSysInfo::machineHostName() && hasEnded(lines.first()))
        return StoreErrorCode::UnknownProcess; // which has it open under another name: the note is of an earlier one
    return StoreProblem{StoreErrorCode::NamedProcessOn,
                        {QString::fromUtf8(lines.value(1)), QString::fromUtf8(lines.first()), host}};
}

[[noreturn]] void refuse(const QString &path, const QString &note, const LockedFile &file)
{
    switch (file.outcome()) {
    case LockedFile::Outcome::HeldByOther:
        throw StoreError(StoreErrorCode::HeldByProgram, {path, holderOf(note)});
    case LockedFile::Outcome::NoLocks:
        throw StoreError(StoreErrorCode::VolumeWithoutLocks, {path});
    default:
        requireOpenFolder(path);
        throw StoreError(StoreErrorCode::CannotLock, {path, file.trouble()});
    }
}

void requireOneName(const QString &path, const LockedFile &file)
{
    if (const quint64 names = file.names(); names > 1)
        throw StoreError(StoreErrorCode::HardLinksWritten, {path, QString::number(names)});
}

/// A log is kept in the folder here, and played over the file; where the file comes from, another one may lie beside
/// it.
void requireOwnFolder(const QString &path)
{
    if (isMountedAlone(path))
        throw StoreError(StoreErrorCode::SingleFileMount, {path});
}

} // namespace

void requireReadableName(const QString &path)
{
    const QString file = QFileInfo(path).canonicalFilePath(); // the database follows symbolic links, too
    requireOwnFolder(file);
    const bool isHeld = LockedFile::isHeld(file);
    if (isHeld && QFileInfo::exists(lockNoteOf(file))) // it is the writer's
        return;
    struct stat status = {};
    if (::stat(QFile::encodeName(file).constData(), &status) == 0 && status.st_nlink > 1)
        throw StoreError(StoreErrorCode::HardLinksRead, {path, QString::number(status.st_nlink)});
    if (isHeld && QFileInfo(logOf(file)).size() == 0)
        throw StoreError(StoreErrorCode::MountedAlone, {path});
}

SqliteLock::SqliteLock(const QString &file, Names names)
    : m_path(file)
    , m_note(lockNoteOf(file))
{
    makeFolderOf(m_path);
    for (int i = 0; i < MostReplacements; ++i) {
        m_file = std::make_unique<LockedFile>(m_path);
        if (m_file->outcome() != LockedFile::Outcome::Held)
            refuse(m_path, m_note, *m_file);
        if (!m_file->isStillAt(m_path))
            continue; // replaced between opening and locking
        if (names == Names::One)
            requireOneName(m_path, *m_file);
        requireOwnFolder(m_path);
        writeNote(m_note);
        return;
    }
    throw StoreError(StoreErrorCode::ReplacedAgain, {m_path});
}

/// What is removed here is still this one's, as long as the lock is held.
SqliteLock::~SqliteLock()
{
    ::unlink(QFile::encodeName(m_note).constData());
    if (m_file->isMadeHere() && m_file->isStillAt(m_path) && QFileInfo(m_path).size() == 0)
        ::unlink(QFile::encodeName(m_path).constData()); // nothing came of it
}

} // namespace callboard
