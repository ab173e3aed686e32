// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database/store_lock.h"

#include "store/database/connection.h"
#include "store/database/store_folder.h"
#include "store/database/store_trouble.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QSysInfo>

#include <cerrno>

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

namespace callboard {

Q_DECLARE_LOGGING_CATEGORY(lcStore)
using namespace Qt::StringLiterals;

namespace {

constexpr int MostReplacements = 100;
const QString Somebody = u"another process"_s;

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
QString holderOf(const QString &file)
{
    QFile note(file);
    if (!QFileInfo(file).isFile() || !note.open(QIODevice::ReadOnly))
        return Somebody;
    constexpr qint64 Most = 4'096;
    const QList<QByteArray> lines = note.read(Most).split('\n');
    const QString host = QString::fromUtf8(lines.value(2));
    if (lines.size() < 3 || lines.first().toLongLong() <= 0)
        return Somebody;
    if (host == QSysInfo::machineHostName() && hasEnded(lines.first()))
        return Somebody; // which has it open under another name: the note is of an earlier one
    return u"%1 (process %2 on %3)"_s.arg(QString::fromUtf8(lines.value(1)), QString::fromUtf8(lines.first()), host);
}

[[noreturn]] void refuse(const QString &path, const QString &note, const LockedFile &file)
{
    switch (file.outcome()) {
    case LockedFile::Outcome::HeldByOther:
        throw StoreError(heldText(path, holderOf(note)), StoreErrorKind::Busy);
    case LockedFile::Outcome::NoLocks:
        throw StoreError(
            u"The volume of the store %1 knows no locks, so that a second program could write into it unseen. Nothing "
            "was changed. Put the store on a local disk."_s.arg(path));
    default:
        throw StoreError(
            u"The store %1 can't be locked: %2. Check that its folder exists, can be written and has space left."_s.arg(
                path, file.trouble()));
    }
}

void requireOneName(const QString &path, const LockedFile &file)
{
    if (const quint64 names = file.names(); names > 1) {
        throw StoreError(
            u"The store %1 has %2 names (hard links). Under each of them a log of its own would be kept, and confirmed "
            "calls be lost. Nothing was changed. Remove the other names; \"find / -samefile %1\" lists them."_s.arg(
                path, QString::number(names)));
    }
}

/// The log lies in the folder, not where a file comes from that is mounted alone.
void warnOfLoneMount(const QString &path)
{
    struct statx status = {};
    const bool isKnown = ::statx(AT_FDCWD, QFile::encodeName(path).constData(), 0, 0, &status) == 0;
    if (isKnown && (status.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0) {
        qCWarning(lcStore).noquote() << u"The store %1 is mounted as a single file. Its log is kept in the folder here "
                                        "and belongs to it: mount the folder instead."_s.arg(path);
    }
}

} // namespace

void requireReadableName(const QString &path)
{
    const QString file = QFileInfo(path).canonicalFilePath(); // the database follows symbolic links, too
    const bool isHeld = LockedFile::isHeld(file);
    if (isHeld && QFileInfo::exists(file + u".lock"_s)) // it is the writer's
        return;
    struct stat status = {};
    if (::stat(QFile::encodeName(file).constData(), &status) == 0 && status.st_nlink > 1) {
        throw StoreError(
            u"The store %1 has %2 names (hard links). The newest calls stand in a log beside one of them, and may be "
            "missing under the others. Remove the other names; \"find / -samefile %1\" lists them."_s.arg(
                path, QString::number(status.st_nlink)));
    }
    if (isHeld && QFileInfo(file + u"-wal"_s).size() == 0) {
        throw StoreError(u"The store %1 is being written under another name, as a file that is mounted alone. Its "
                         u"newest calls stand "
                         "in the log beside that name and would be missing here. Read it by that name."_s.arg(path));
    }
}

StoreLock::StoreLock(const StoreUrl &url, Names names)
    : m_path(url.filePath)
    , m_note(url.filePath + u".lock"_s)
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
        warnOfLoneMount(m_path);
        writeNote(m_note);
        return;
    }
    throw StoreError(u"The store %1 is replaced again and again. Nothing was changed."_s.arg(m_path));
}

/// What is removed here is still this one's, as long as the lock is held.
StoreLock::~StoreLock()
{
    ::unlink(QFile::encodeName(m_note).constData());
    if (m_file->isMadeHere() && m_file->isStillAt(m_path) && QFileInfo(m_path).size() == 0)
        ::unlink(QFile::encodeName(m_path).constData()); // nothing came of it
}

} // namespace callboard
