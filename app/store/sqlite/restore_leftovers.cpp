// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/restore_leftovers.h"

#include "files/output_target.h"
#include "store/sqlite/files/database_files.h"
#include "store/sqlite/files/locked_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QVariant>

#include <sys/stat.h>
#include <unistd.h>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

const QString Restoring = u".restoring-"_s;
const QString Unfinished = u".part"_s;
const QString Before = u".before-restore-"_s;

/// Of this user, no link, with no other name, and in nobody's hands.
bool isAbandoned(const QString &file)
{
    struct stat status = {};
    return ::lstat(QFile::encodeName(file).constData(), &status) == 0 && S_ISREG(status.st_mode)
        && status.st_uid == ::geteuid() && status.st_nlink == 1 && !LockedFile::isHeld(file);
}

/// "20261129-100000" of ".restoring-20261129-100000" and ".restoring-20261129-100000-2".
QString dateOf(const QString &file)
{
    constexpr qsizetype DateSigns = 15;
    return file.mid(file.lastIndexOf(Restoring) + Restoring.size(), DateSigns);
}

bool hasNoted(Connection &store, const QString &text)
{
    QSqlQuery &query = store.prepared(u"SELECT 1 FROM audit WHERE action = 'restore' AND INSTR(detail, ?) > 0"_s);
    query.bindValue(0, text);
    store.run(query);
    const bool isNoted = store.next(query);
    query.finish();
    return isNoted;
}

/// A restored store says in its audit log what the one before it is kept as; until that has the name, it has the one of
/// the copy.
bool isOlderStore(Connection &store, const QString &file)
{
    return hasNoted(store, Before + dateOf(file));
}

/// The name has the millisecond in it, so that a store which was restored once has another one noted. A copy that was
/// not even finished has nothing noted, and is not told from a damaged store.
bool isUnfinishedCopy(const QString &file)
{
    try {
        if (!isAbandoned(file))
            return false;
        Connection copy(StoreUrl::ofFile(file), Access::Still);
        return hasNoted(copy, restoreMark(file));
    } catch (const StoreError &) {
        return false;
    }
}

QString removedText(const QString &file)
{
    return u"Removed %1, the unfinished copy of a restore that was ended."_s.arg(file);
}

void removeWithLog(const QString &file)
{
    for (const QString &part : {logOf(file), indexOf(file), rollbackJournalOf(file), file}) {
        if (isAbandoned(part))
            QFile::remove(part);
    }
}

/// Whole names, with those of logs.
QStringList restoringFiles(const QString &store)
{
    const QFileInfo file(store);
    const QString prefix = file.fileName() + Restoring;
    static const QRegularExpression Rest(u"^\\d{8}-\\d{6}(-\\d+)*(\\.part)?(-wal|-shm|-journal)?$"_s);
    QStringList files;
    const QStringList names = file.dir().entryList(QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDir::Name);
    for (const QString &name : names) {
        if (name.startsWith(prefix) && Rest.match(name.mid(prefix.size())).hasMatch())
            files.append(file.dir().filePath(name));
    }
    return files;
}

/// Of copies that were never whole, and of logs whose database has gone: the name alone says what they are.
QStringList clearUnfinished(const StoreUrl &url, const QString &except)
{
    QStringList done;
    const QStringList files = restoringFiles(url.localFile());
    for (const QString &file : files) {
        if (!file.endsWith(Unfinished) || !isAbandoned(file) || FileIdentity::of(file) == FileIdentity::of(except))
            continue;
        removeWithLog(file);
        done.append(removedText(file));
    }
    static const QRegularExpression Log(u"-(wal|shm|journal)$"_s);
    for (const QString &file : files) {
        const QString database = QString(file).remove(Log);
        if (database != file && !QFileInfo::exists(database) && isAbandoned(file))
            QFile::remove(file);
    }
    return done;
}

/// The name that it was to have, or one like it that is free; empty where it can't be renamed.
QString nameOlder(const QString &file)
{
    const QString name = file.first(file.lastIndexOf(Restoring)) + Before + dateOf(file);
    QString free = name;
    for (int i = 2; QFileInfo::exists(free) || QFileInfo::exists(logOf(free)); ++i)
        free = u"%1-%2"_s.arg(name).arg(i);
    return replaceFile(file, free).isEmpty() ? free : QString();
}

} // namespace

QString restoreMark(const QString &file)
{
    return u"Made as %1."_s.arg(QFileInfo(file).fileName());
}

QString unfinishedName(const QString &file)
{
    return file + Unfinished;
}

RestoreLeftovers findRestoreLeftovers(Connection &store)
{
    static const QRegularExpression Database(u"(?<!-wal|-shm|-journal)$"_s);
    RestoreLeftovers leftovers;
    const QStringList files = restoringFiles(store.url().localFile()).filter(Database);
    for (const QString &leftover : files) {
        if (leftover.endsWith(Unfinished))
            leftovers.copies.append(leftover);
        else if (isOlderStore(store, leftover))
            leftovers.olderStores.append(leftover);
        else
            (isUnfinishedCopy(leftover) ? leftovers.copies : leftovers.unknown).append(leftover);
    }
    return leftovers;
}

QStringList clearRestoreLeftovers(const StoreUrl &url, const QString &except)
{
    QStringList done = clearUnfinished(url, except);
    RestoreLeftovers leftovers;
    try {
        if (QFileInfo(url.localFile()).size() > 0) {
            Connection store(url, Access::Read);
            leftovers = findRestoreLeftovers(store);
        }
    } catch (const StoreError &) {
        return done;
    }
    for (const QString &file : std::as_const(leftovers.copies)) {
        if (!isAbandoned(file) || FileIdentity::of(file) == FileIdentity::of(except))
            continue;
        removeWithLog(file);
        done.append(removedText(file));
    }
    for (const QString &file : std::as_const(leftovers.olderStores)) {
        const bool isFree = isAbandoned(file) && FileIdentity::of(file) != FileIdentity::of(except);
        const QString name = isFree ? nameOlder(file) : QString();
        if (!name.isEmpty())
            done.append(u"Named %1, the store from before a restore that was ended, %2."_s.arg(file, name));
    }
    return done;
}

QStringList restoreLeftoverTexts(const RestoreLeftovers &leftovers)
{
    QStringList texts;
    for (const QString &file : leftovers.copies)
        texts.append(
            u"A restore was ended before it was done, and left its unfinished copy %1. The next restore removes "
            "it, or you may."_s.arg(file));
    for (const QString &file : leftovers.olderStores)
        texts.append(
            u"A restore was ended before its last step: %1 is the store from before it, whole. The next restore "
            "gives it its name (%2); keep it as long as you need it."_s.arg(
                file, QFileInfo(file.first(file.lastIndexOf(Restoring)) + Before + dateOf(file)).fileName()));
    for (const QString &file : leftovers.unknown)
        texts.append(
            u"A restore was ended and left %1: either its unfinished copy, or the store from before it. It is "
            "not touched. Look at it (callboardctl totals --store sqlite:%1) before you remove it."_s.arg(file));
    return texts;
}

} // namespace callboard
