// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database/dialect.h"

#include "store/database/connection.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>
#include <QVariant>

#include <sqlite3.h>

#include <cerrno>
#include <cstring>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

sqlite3 *handleOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    if (!handle.isValid() || std::strcmp(handle.typeName(), "sqlite3*") != 0)
        return nullptr;
    return *static_cast<sqlite3 *const *>(handle.constData());
}

QString pragma(const QSqlDatabase &database, const QString &name)
{
    QSqlQuery query(database);
    query.exec(u"PRAGMA "_s + name);
    return query.next() ? query.value(0).toString() : QString();
}

/// SQLite opens a file that it may not write for reading instead, without a word, and stays with that. Somebody else's
/// lock is no answer to this, so it is not waited for.
bool isReadOnly(const QSqlDatabase &database)
{
    sqlite3 *handle = handleOf(database);
    if (!handle)
        return false;
    const QString patience = pragma(database, u"busy_timeout"_s);
    sqlite3_busy_timeout(handle, 0);
    const int result = sqlite3_exec(handle, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
    if (result == SQLITE_OK)
        sqlite3_exec(handle, "ROLLBACK", nullptr, nullptr, nullptr);
    sqlite3_busy_timeout(handle, patience.toInt());
    return (result & 0xff) == SQLITE_READONLY || sqlite3_db_readonly(handle, "main") != 0; // the log, the file
}

} // namespace

QSqlDatabase Dialect::makeDatabase(const StoreUrl &url, const QString &name)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
    database.setDatabaseName(url.filePath);
    database.setConnectOptions(u"QSQLITE_OPEN_URI"_s); // for stores that are attached
    return database;
}

QSqlDatabase Dialect::makeStillDatabase(const StoreUrl &url, const QString &name)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
    const QByteArray path = QUrl::toPercentEncoding(url.filePath, "/");
    database.setDatabaseName(u"file:%1?immutable=1"_s.arg(QLatin1StringView(path)));
    database.setConnectOptions(u"QSQLITE_OPEN_URI;QSQLITE_OPEN_READONLY"_s);
    return database;
}

QStringList Dialect::sessionStatements(Access access)
{
    if (access != Access::Write)
        return {access == Access::Read ? u"PRAGMA query_only = 1"_s : u"PRAGMA synchronous = FULL"_s,
                u"PRAGMA wal_autocheckpoint = 0"_s, u"PRAGMA cache_size = -4096"_s, u"PRAGMA temp_store = MEMORY"_s};
    // A larger journal file than the default: random uuid pages are written back less often.
    return {u"PRAGMA journal_mode = WAL"_s,        u"PRAGMA synchronous = FULL"_s,
            u"PRAGMA wal_autocheckpoint = 8000"_s, u"PRAGMA journal_size_limit = 67108864"_s,
            u"PRAGMA secure_delete = ON"_s,        u"PRAGMA cache_size = -12288"_s,
            u"PRAGMA temp_store = MEMORY"_s};
}

QStringList Dialect::creationStatements()
{
    return {u"PRAGMA auto_vacuum = INCREMENTAL"_s};
}

QString Dialect::beginStatement(Access access)
{
    return access == Access::Read ? u"BEGIN"_s : u"BEGIN IMMEDIATE"_s;
}

StoreErrorCode Dialect::checkSession(const QSqlDatabase &database, Access access)
{
    if (access != Access::Write)
        return StoreErrorCode::None;
    const bool durable =
        pragma(database, u"journal_mode"_s) == "wal"_L1 && pragma(database, u"synchronous"_s) == "2"_L1;
    if (!durable)
        return StoreErrorCode::NotDurable;
    return isReadOnly(database) ? StoreErrorCode::OpenedReadOnly : StoreErrorCode::None;
}

void Dialect::setFoldOnClose(const QSqlDatabase &database, bool mayFold)
{
    if (sqlite3 *handle = handleOf(database))
        sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, mayFold ? 0 : 1, nullptr);
}

QStringList Dialect::foldStatements()
{
    return {u"PRAGMA busy_timeout = 200"_s, u"PRAGMA wal_checkpoint(TRUNCATE)"_s};
}

namespace {

void lookEvery(int steps, const QSqlDatabase &database, std::function<bool()> &stop)
{
    const auto look = [](void *ask) -> int { return (*static_cast<std::function<bool()> *>(ask))() ? 1 : 0; };
    if (sqlite3 *handle = handleOf(database))
        sqlite3_progress_handler(handle, steps, look, &stop);
}

} // namespace

void Dialect::watch(const QSqlDatabase &database, std::function<bool()> &stop)
{
    constexpr int Steps = 2'000; // of the database's machine, between two looks
    lookEvery(Steps, database, stop);
}

void Dialect::watchClosely(const QSqlDatabase &database, std::function<bool()> &stop)
{
    constexpr int Steps = 50; // a row of the journal can be a megabyte, and takes three
    lookEvery(Steps, database, stop);
}

void Dialect::endRead(const QSqlDatabase &database)
{
    if (sqlite3 *handle = handleOf(database))
        sqlite3_exec(handle, "ROLLBACK", nullptr, nullptr, nullptr);
}

void Dialect::interrupt(const QSqlDatabase &database)
{
    if (sqlite3 *handle = handleOf(database))
        sqlite3_interrupt(handle);
}

bool Dialect::isInterrupt(const QSqlError &error)
{
    return error.nativeErrorCode() == QString::number(SQLITE_INTERRUPT);
}

namespace {

/// The log's index is the first file that a full disk can't let grow.
StoreErrorKind kindOfIo(int nativeCode, int systemError)
{
    if (systemError == EFBIG)
        return StoreErrorKind::Limited;
    return nativeCode == SQLITE_IOERR_SHMSIZE ? StoreErrorKind::Full : StoreErrorKind::Io;
}

} // namespace

StoreErrorKind Dialect::kindOf(const QSqlDatabase &database, const QSqlError &error)
{
    sqlite3 *handle = handleOf(database);
    const int systemError = handle ? sqlite3_system_errno(handle) : 0;
    bool hasCode = false;
    const int code = error.nativeErrorCode().toInt(&hasCode);
    if (hasCode && code != SQLITE_OK)
        return kindOf(code, systemError);
    return handle ? kindOf(sqlite3_extended_errcode(handle), systemError) : StoreErrorKind::Other;
}

StoreErrorKind Dialect::kindOf(int nativeCode, int systemError)
{
    constexpr int Primary = 0xFF; // the rest of an extended code tells which call failed
    switch (nativeCode & Primary) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return StoreErrorKind::Busy;
    case SQLITE_FULL:
        return StoreErrorKind::Full;
    case SQLITE_IOERR:
        return kindOfIo(nativeCode, systemError);
    case SQLITE_CORRUPT:
        return StoreErrorKind::Damaged;
    case SQLITE_NOTADB:
        return StoreErrorKind::NotADatabase;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return StoreErrorKind::ReadOnly;
    case SQLITE_CANTOPEN:
        return StoreErrorKind::CannotOpen;
    default:
        return StoreErrorKind::Other;
    }
}

QString Dialect::patienceStatement(std::chrono::milliseconds patience)
{
    return u"PRAGMA busy_timeout = %1"_s.arg(patience.count());
}

QString Dialect::schemaText(const QString &step)
{
    QString text = step;
    return text.replace("@ROWID@"_L1, "INTEGER PRIMARY KEY"_L1)
        .replace("@BLOB@"_L1, "BLOB"_L1)
        .replace("@CLUSTERED@"_L1, "WITHOUT ROWID"_L1);
}

QStringList Dialect::allowCopyStatements()
{
    return {u"PRAGMA query_only = 0"_s, u"PRAGMA synchronous = OFF"_s};
}

QString Dialect::copyStatement()
{
    return u"VACUUM INTO ?"_s;
}

QString Dialect::bitUnion(const QString &expression)
{
    return u"SUM(DISTINCT %1)"_s.arg(expression);
}

QString Dialect::listItem(const QString &list, const QString &position)
{
    return u"json_extract(NULLIF(%1, ''), '$[' || %2 || ']')"_s.arg(list, position);
}

QString Dialect::listItems(const QString &list)
{
    return u"json_each(%1)"_s.arg(list);
}

QStringList Dialect::bulkStatements()
{
    return {u"PRAGMA synchronous = OFF"_s, u"PRAGMA cache_size = -262144"_s, u"PRAGMA wal_autocheckpoint = 40000"_s};
}

QStringList Dialect::afterBulkStatements()
{
    return {u"PRAGMA synchronous = FULL"_s, u"PRAGMA wal_checkpoint(TRUNCATE)"_s, u"PRAGMA optimize"_s};
}

QStringList Dialect::emptyLogStatements()
{
    return {u"PRAGMA wal_checkpoint(TRUNCATE)"_s};
}

QString Dialect::releaseMemoryStatement()
{
    return u"PRAGMA shrink_memory"_s;
}

QStringList Dialect::privateStatements()
{
    return {u"PRAGMA main.journal_mode = OFF"_s, u"PRAGMA main.synchronous = OFF"_s,
            u"PRAGMA main.cache_size = -16384"_s};
}

QString Dialect::attachStatement()
{
    return u"ATTACH DATABASE ? AS source"_s;
}

QString Dialect::pagesStatement()
{
    return u"PRAGMA page_count"_s;
}

QString Dialect::freePagesStatement()
{
    return u"PRAGMA freelist_count"_s;
}

bool Dialect::canShrink(const QSqlDatabase &database)
{
    return pragma(database, u"auto_vacuum"_s) == "2"_L1;
}

/// Not by a query: it frees one page with each step, and has no columns, so that QSqlQuery takes one step only.
void Dialect::shrink(const QSqlDatabase &database, int pages)
{
    sqlite3 *handle = handleOf(database);
    const QByteArray statement = "PRAGMA incremental_vacuum(" + QByteArray::number(pages) + ')';
    if (!handle || sqlite3_exec(handle, statement.constData(), nullptr, nullptr, nullptr) == SQLITE_OK)
        return;
    throw StoreError(StoreErrorCode::DatabaseText, {ReportedText{QString::fromUtf8(sqlite3_errmsg(handle))}});
}

QStringList Dialect::compactStatements()
{
    return {u"PRAGMA auto_vacuum = INCREMENTAL"_s, u"VACUUM"_s, u"PRAGMA wal_checkpoint(TRUNCATE)"_s};
}

QString Dialect::integrityStatement()
{
    return u"PRAGMA integrity_check(1)"_s;
}

QString Dialect::integrityStatement(const QString &table)
{
    return u"PRAGMA integrity_check(\"%1\")"_s.arg(table);
}

QString Dialect::pagesSoundStatement()
{
    return u"PRAGMA quick_check(1)"_s;
}

QStringList Dialect::tables(const QSqlDatabase &database)
{
    return database.tables(QSql::Tables);
}

} // namespace callboard
