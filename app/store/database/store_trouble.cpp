// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database/store_trouble.h"

#include "store/database/store_file.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

#include <sys/stat.h>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

const QString NewCalls = u"New calls are refused, so that the platform sends them again."_s;

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

QString programOf(const QByteArray &process)
{
    QFile name(u"/proc/%1/comm"_s.arg(QString::fromLatin1(process)));
    const QString program =
        name.open(QIODevice::ReadOnly) ? QString::fromLocal8Bit(name.readAll()).trimmed() : QString();
    return u"%1 (process %2)"_s.arg(program.isEmpty() ? u"another program"_s : program, QString::fromLatin1(process));
}

QString damageText(const QString &what, const StoreUrl &url)
{
    return u"The store is damaged: %1. %2 What is stored stays as it is. Stop this program, then bring everything "
           "sound into a new store: callboardctl salvage --store %3 --output sqlite:NEW-FILE"_s.arg(what, NewCalls,
                                                                                                    url.toString());
}

} // namespace

QString troubleText(const StoreError &error, const StoreUrl &url)
{
    QString what = error.text();
    while (what.endsWith(u'.'))
        what.chop(1);
    switch (error.kind()) {
    case StoreErrorKind::Busy:
        return u"%1. %2 Writing goes on by itself once that program ends its transaction; close it if it does not."_s
            .arg(what, NewCalls);
    case StoreErrorKind::Full:
        return u"The disk is full: %1. %2 Free some disk space."_s.arg(what, NewCalls);
    case StoreErrorKind::Limited:
        return u"%1. %2 Raise that limit; writing goes on by itself then."_s.arg(what, NewCalls);
    case StoreErrorKind::Io:
        return u"The store's disk reports an error: %1. %2 Look at the disk and its connection; writing goes on by "
               "itself once it works again."_s.arg(what, NewCalls);
    case StoreErrorKind::Damaged:
    case StoreErrorKind::NotADatabase:
        return damageText(what, url);
    case StoreErrorKind::ReadOnly:
        return u"The store can't be written: %1. %2 Look at the rights of its file and folder, and whether the volume "
               "is mounted for reading only."_s.arg(what, NewCalls);
    case StoreErrorKind::CannotOpen:
        return u"The store's files can't be opened: %1. %2 Look whether its folder is still there, and at its "
               "rights."_s.arg(what, NewCalls);
    case StoreErrorKind::Other:
        break;
    }
    return u"Nothing can be written to the store: %1. %2"_s.arg(what, NewCalls);
}

QString displacedText(const StoreUrl &url)
{
    return u"The store's file %1 was removed, renamed or replaced while this program writes it. %2 Put the file back "
           "under its name, or stop this program and start it on the store that is to be written."_s.arg(url.filePath,
                                                                                                         NewCalls);
}

QString littleRoomText(qint64 freeBytes)
{
    constexpr qint64 Megabyte = 1'000'000;
    return u"The disk is full (%1 MB left). %2 Free some disk space."_s.arg(freeBytes / Megabyte).arg(NewCalls);
}

QString heldText(const QString &storeFile, const QString &holder)
{
    return u"The store %1 is being written by %2. A store has one writer at a time, and nothing was changed. End "
           "that program first (systemctl stop where it is a service) and try again, or choose another store."_s.arg(
               storeFile, holder);
}

QString lockedText(const StoreUrl &url)
{
    const QString holder = lockHolder(url);
    return u"Another program holds the store's write lock until its transaction ends"_s
        + (holder.isEmpty() ? u""_s : u": "_s + holder);
}

QString limitText()
{
    return u"A file has reached the largest size that files may have here (ulimit -f, LimitFSIZE of a service, a "
           "quota)"_s;
}

QString lockHolder(const StoreUrl &url)
{
    // The writer's lock lies in the index of the log. Looked up in the kernel's table: opening and closing the file
    // here would drop this program's own locks on it.
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

QString damageText(const StoreError &error, const StoreUrl &url)
{
    if (error.text().contains(u"callboardctl salvage"_s))
        return error.text();
    const QString why = error.text().section(u" (in: "_s, 0, 0).simplified(); // without the statement
    return u"The store %1 is damaged: %2. %3"_s.arg(url.filePath, why, salvageAdvice(url));
}

bool isDamage(StoreErrorKind kind)
{
    return kind == StoreErrorKind::Damaged || kind == StoreErrorKind::NotADatabase;
}

} // namespace callboard
