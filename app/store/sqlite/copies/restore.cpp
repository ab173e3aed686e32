// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/output_target.h"
#include "files/plain_file.h"
#include "store/database/schema.h"
#include "store/sqlite/copies/store_copies.h"
#include "store/sqlite/copies/store_place.h"
#include "store/sqlite/files/database_files.h"
#include "store/sqlite/files/file_problem.h"
#include "store/sqlite/files/still_file.h"
#include "store/sqlite/restore_leftovers.h"
#include "store/sqlite/sqlite_lock.h"
#include "store/sqlite/store_file.h"
#include "store/table/audit_table.h"
#include "store/upkeep/maintenance.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QVariant>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// A name that is free, with the date in it.
QString freeName(const QString &store, const QString &purpose, const QString &date)
{
    const QString name = u"%1.%2-%3"_s.arg(store, purpose, date);
    QString free = name;
    for (int i = 2; QFileInfo::exists(free) || QFileInfo::exists(logOf(free)); ++i)
        free = u"%1-%2"_s.arg(name, QString::number(i));
    return free;
}

void requireCopy(const StoreUrl &url, const QString &input)
{
    if (const StoreProblem problem = plainFileProblem(input); !problem.isNone())
        throw StoreError(StoreErrorCode::RestoreOfNoFile, {problem});
    if (FileIdentity::of(input) == FileIdentity::of(url.localFile()))
        throw StoreError(StoreErrorCode::RestoreOfItself, {input});
    if (!isLogEmpty(input) || QFileInfo(rollbackJournalOf(input)).size() > 0)
        throw StoreError(StoreErrorCode::RestoreWithLog, {input});
    if (!beginningOf(input, sizeof DatabaseMark).startsWith(DatabaseMark))
        throw StoreError(StoreErrorCode::RestoreOfNoStore, {input});
    // Of the copy itself: what is wrong with it has to be said by its own name, not by that of the copy of it.
    requireStoreFile(input);
}

/// The schema step, of a file that is sound and a store.
int checkedStep(const QString &file, const QString &input)
{
    Connection connection(StoreUrl::ofFile(file), Access::Still);
    try {
        const QString damage = connection.checkIntegrity(IntegrityDepth::Contents);
        if (!damage.isEmpty())
            throw StoreError(StoreErrorCode::CheckFailed, {ReportedText{damage}});
    } catch (const StoreError &error) {
        throw StoreError(StoreErrorCode::RestoreDamaged, {input, error.problem()});
    }
    if (schemaStepOf(connection) == 0)
        throw StoreError(StoreErrorCode::RestoreOtherProgram, {input});
    requireKnownSchema(connection);
    // Callboard has neither: they would change what is stored without a trace.
    if (connection.value(u"SELECT COUNT(*) FROM sqlite_master WHERE type IN ('trigger', 'view')"_s).toLongLong() > 0)
        throw StoreError(StoreErrorCode::RestoreChanged, {input});
    return schemaStepOf(connection);
}

/// What the copy says about itself, counted anew. Stores of an earlier step are counted when they are opened.
RestoreReport checked(const QString &file, const QString &input)
{
    RestoreReport report;
    report.schemaStep = checkedStep(file, input);
    if (report.schemaStep == newestSchemaStep())
        report.differences = verifyStore(StoreUrl::ofFile(file)).differences;
    report.calls = Connection(StoreUrl::ofFile(file), Access::Still).value(u"SELECT COUNT(*) FROM call"_s).toLongLong();
    return report;
}

void writeAudit(const QString &file, const QString &detail)
{
    Connection connection(StoreUrl::ofFile(file), Access::Write);
    AuditTable::append(connection, QDateTime::currentMSecsSinceEpoch(), u"restore"_s, detail);
    connection.foldLog();
}

void removeWithLog(const QString &file)
{
    for (const QString &part : {file, logOf(file), indexOf(file)})
        QFile::remove(part);
}

/// The copy of the copy, beside the store. Until it is whole its name says that it is not, so that it can be cleared
/// after a kill at any moment. True: it may take its place.
bool prepare(const QString &file, const QString &input, const QString &aside, const RestoreOptions &options,
             RestoreReport *report)
{
    const QString made = unfinishedName(file);
    copyFileTo(input, made, options.cancelled);
    *report = checked(made, input);
    if (!report->differences.isEmpty() && !options.withDifferences)
        return false;
    const QString kept =
        aside.isEmpty() ? u"There was no store before."_s : u"The store before is kept as %1."_s.arg(aside);
    writeAudit(made, u"Restored from %1. %2 %3"_s.arg(input, kept, restoreMark(file)));
    if (!isLogEmpty(made) || !replaceFile(made, file).isEmpty())
        throw StoreError(StoreErrorCode::RestoreUnfinished, {file});
    report->isRestored = true;
    return true;
}

} // namespace

RestoreReport restoreStore(const StoreUrl &url, const QString &named, const RestoreOptions &options)
{
    const QString input = QFileInfo(named).absoluteFilePath();
    requireCopy(url, input);
    const SqliteLock lock(url.localFile());
    const QStringList cleared = clearRestoreLeftovers(url, input);
    const QDateTime now = QDateTime::currentDateTime();
    const QString date = now.toString(u"yyyyMMdd-HHmmss"_s);
    const QString file = freeName(url.localFile(), u"restoring"_s, now.toString(u"yyyyMMdd-HHmmss-zzz"_s));
    const bool hasOlder = QFileInfo(url.localFile()).size() > 0;
    const QString aside = hasOlder ? freeName(url.localFile(), u"before-restore"_s, date) : QString();
    RestoreReport report;
    try {
        const bool isReady = prepare(file, input, aside, options, &report);
        report.cleared = cleared;
        if (!isReady) {
            removeWithLog(unfinishedName(file));
            return report;
        }
    } catch (...) {
        removeWithLog(unfinishedName(file));
        removeWithLog(file);
        throw;
    }
    const LockedFile next(file); // so that nobody writes the new one before the old one is put away
    StorePlace place(url.localFile(), file, aside);
    place.foldOlder();
    place.removeLog();
    place.putInPlace();
    place.nameOlder();
    report.keptAs = aside;
    return report;
}

} // namespace callboard
