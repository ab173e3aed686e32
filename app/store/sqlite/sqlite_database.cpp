// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/sqlite_database.h"

#include "store/database/query_stop.h"
#include "store/database/store_trouble.h"
#include "store/sqlite/files/write_lock_holder.h"
#include "store/sqlite/search_functions.h"
#include "store/sqlite/sqlite_error.h"
#include "store/sqlite/sqlite_statement.h"

#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlQuery>
#include <QUrl>
#include <QVariant>

#include <sqlite3.h>

#include <atomic>
#include <cstring>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds DefaultLockTimeout{5'000};

QString nextName()
{
    static std::atomic<quint64> number = 0;
    return u"callboard-%1"_s.arg(++number);
}

sqlite3 *handleOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    if (!handle.isValid() || std::strcmp(handle.typeName(), "sqlite3*") != 0)
        return nullptr;
    return *static_cast<sqlite3 *const *>(handle.constData());
}

QString reportOf(const QSqlError &error)
{
    return (error.databaseText().isEmpty() ? error.text() : error.databaseText()).trimmed();
}

} // namespace

NamedSqlite::NamedSqlite()
    : m_name(nextName())
{
    database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
}

NamedSqlite::~NamedSqlite()
{
    database.close();
    database = {};
    QSqlDatabase::removeDatabase(m_name);
}

SqliteDatabase::SqliteDatabase(const QString &file, Access access, QueryStop &stop)
    : m_file(file)
    , m_access(access)
    , m_stop(stop)
    , m_lockTimeout(DefaultLockTimeout)
{
    if (access == Access::Still)
        m_still.emplace(file);
    open();
    setFoldOnClose(access == Access::Write);
    if (access != Access::Write)
        watch();
    if (access == Access::Write && QFileInfo(file).size() == 0) // in another file it would be a write
        execute(u"PRAGMA auto_vacuum = INCREMENTAL"_s);
    executeAll(sessionStatements());
    if (access == Access::Write)
        requireDurable();
}

/// A log without content may go with the last connection, and so may what this one wrote itself. What others left in
/// the log is the writer's.
SqliteDatabase::~SqliteDatabase()
{
    if (!m_isTemporary && !m_still && m_access != Access::Write)
        setFoldOnClose(m_access == Access::Note || isLogEmpty(m_file));
}

void SqliteDatabase::open()
{
    QSqlDatabase &database = m_sql.database;
    if (m_still) {
        const QByteArray path = QUrl::toPercentEncoding(m_file, "/");
        database.setDatabaseName(u"file:%1?immutable=1"_s.arg(QLatin1StringView(path)));
        database.setConnectOptions(u"QSQLITE_OPEN_URI;QSQLITE_OPEN_READONLY"_s);
    } else {
        database.setDatabaseName(m_file);
        database.setConnectOptions(u"QSQLITE_OPEN_URI"_s); // for stores that are attached
    }
    if (!database.open())
        throw StoreError(StoreErrorCode::CannotOpenStore, {m_file, ReportedText{database.lastError().databaseText()}});
    m_mark.emplace(m_file);
    m_handle = handleOf(database);
    if (!m_handle)
        throw StoreError(StoreErrorCode::CannotOpenStore, {m_file, ReportedText{database.driverName()}});
    sqlite3_busy_timeout(m_handle, static_cast<int>(m_lockTimeout.count()));
    addSearchFunctions(m_handle);
}

QStringList SqliteDatabase::sessionStatements() const
{
    if (m_access != Access::Write)
        return {m_access == Access::Note ? u"PRAGMA synchronous = FULL"_s : u"PRAGMA query_only = 1"_s,
                u"PRAGMA wal_autocheckpoint = 0"_s, u"PRAGMA cache_size = -4096"_s, u"PRAGMA temp_store = MEMORY"_s};
    // A larger journal file than the default: random uuid pages are written back less often.
    return {u"PRAGMA journal_mode = WAL"_s,        u"PRAGMA synchronous = FULL"_s,
            u"PRAGMA wal_autocheckpoint = 8000"_s, u"PRAGMA journal_size_limit = 67108864"_s,
            u"PRAGMA secure_delete = ON"_s,        u"PRAGMA cache_size = -12288"_s,
            u"PRAGMA temp_store = MEMORY"_s};
}

/// Checks what the statements above could not enforce.
void SqliteDatabase::requireDurable()
{
    if (pragma(u"journal_mode"_s) != "wal"_L1 || pragma(u"synchronous"_s) != "2"_L1)
        throw StoreError(StoreErrorCode::NotDurable);
    if (isReadOnly())
        throw StoreError(StoreErrorCode::OpenedReadOnly);
}

/// SQLite opens a file that it may not write for reading instead, without a word, and stays with that. Somebody else's
/// lock is no answer to this, so it is not waited for.
bool SqliteDatabase::isReadOnly()
{
    sqlite3_busy_timeout(m_handle, 0);
    const int result = sqlite3_exec(m_handle, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
    if (result == SQLITE_OK)
        sqlite3_exec(m_handle, "ROLLBACK", nullptr, nullptr, nullptr);
    setLockTimeout(m_lockTimeout);
    return (result & 0xff) == SQLITE_READONLY || sqlite3_db_readonly(m_handle, "main") != 0; // the log, the file
}

/// Whether the last connection of all takes the log into the database file when it closes, and removes it.
void SqliteDatabase::setFoldOnClose(bool mayFold)
{
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, mayFold ? 0 : 1, nullptr);
}

std::unique_ptr<NativeStatement> SqliteDatabase::statement(const QString &sql)
{
    return std::make_unique<SqliteStatement>(m_handle, sql, m_stop);
}

/// A writer's transaction would take the lock of every store at once, also of one that is only read beside it.
void SqliteDatabase::begin()
{
    const bool takesLock = !m_isTemporary && (m_access == Access::Write || m_access == Access::Note);
    execute(takesLock ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s);
}

void SqliteDatabase::commit()
{
    if (!m_sql.database.commit())
        fail(m_sql.database.lastError(), u"COMMIT"_s);
}

void SqliteDatabase::rollback() noexcept
{
    m_sql.database.rollback();
}

void SqliteDatabase::endRead()
{
    sqlite3_exec(m_handle, "ROLLBACK", nullptr, nullptr, nullptr);
}

void SqliteDatabase::requireUnchanged() const
{
    if (m_still && !m_still->isStill())
        throw StoreError(StoreErrorCode::WrittenWhileRead, {m_file});
}

void SqliteDatabase::interrupt()
{
    sqlite3_interrupt(m_handle);
}

void SqliteDatabase::watch()
{
    constexpr int Steps = 2'000; // of the database's machine, between two looks
    lookEvery(Steps, [this] { return m_stop.isDue(); });
}

void SqliteDatabase::watchClosely(std::function<bool()> stop)
{
    constexpr int Steps = 50; // a row of the journal can be a megabyte, and takes three
    lookEvery(Steps, std::move(stop));
}

void SqliteDatabase::lookEvery(int steps, std::function<bool()> stop)
{
    m_look = std::move(stop);
    const auto look = [](void *ask) -> int { return (*static_cast<std::function<bool()> *>(ask))() ? 1 : 0; };
    sqlite3_progress_handler(m_handle, steps, look, &m_look);
}

StoreProblem SqliteDatabase::problemOf(const QSqlError &error, const QString &sql) const
{
    if (isSqliteInterrupt(error))
        m_stop.raise();
    const StoreErrorKind kind = sqliteErrorKind(m_handle, error);
    return kind == StoreErrorKind::Busy ? writeLockProblem(m_file) : statementProblem(kind, reportOf(error), sql);
}

void SqliteDatabase::execute(const QString &sql)
{
    QSqlQuery query(m_sql.database);
    query.setForwardOnly(true);
    if (!query.exec(sql))
        fail(query.lastError(), sql);
}

void SqliteDatabase::executeAll(const QStringList &statements)
{
    for (const QString &statement : statements)
        execute(statement);
}

void SqliteDatabase::executeWith(const QString &sql, const QString &value)
{
    QSqlQuery query(m_sql.database);
    const bool isPrepared = query.prepare(sql);
    query.addBindValue(value);
    if (!isPrepared || !query.exec())
        fail(query.lastError(), sql);
}

QString SqliteDatabase::pragma(const QString &name)
{
    QSqlQuery query(m_sql.database);
    query.exec(u"PRAGMA "_s + name);
    return query.next() ? query.value(0).toString() : QString();
}

void SqliteDatabase::setWorkload(Workload workload)
{
    switch (workload) {
    case Workload::Messages:
        return executeAll({u"PRAGMA synchronous = FULL"_s, u"PRAGMA wal_checkpoint(TRUNCATE)"_s, u"PRAGMA optimize"_s});
    case Workload::Bulk:
        return executeAll(
            {u"PRAGMA synchronous = OFF"_s, u"PRAGMA cache_size = -262144"_s, u"PRAGMA wal_autocheckpoint = 40000"_s});
    case Workload::Temporary:
        executeAll({u"PRAGMA main.journal_mode = OFF"_s, u"PRAGMA main.synchronous = OFF"_s,
                    u"PRAGMA main.cache_size = -16384"_s});
        setFoldOnClose(false); // closing must not checkpoint a store that is read beside it
        m_isTemporary = true;
    }
}

void SqliteDatabase::attach(const QString &name)
{
    executeWith(u"ATTACH DATABASE ? AS source"_s, name);
}

void SqliteDatabase::setLockTimeout(std::chrono::milliseconds timeout)
{
    m_lockTimeout = timeout;
    sqlite3_busy_timeout(m_handle, static_cast<int>(timeout.count()));
}

bool SqliteDatabase::emptyLog(std::chrono::milliseconds timeout)
{
    sqlite3_busy_timeout(m_handle, static_cast<int>(timeout.count()));
    QSqlQuery query(m_sql.database);
    const bool isDone = query.exec(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    setLockTimeout(m_lockTimeout);
    if (!isDone)
        fail(query.lastError(), query.lastQuery());
    return query.next() && query.value(0).toInt() == 0; // 1: a reader is there
}

void SqliteDatabase::releasePageCache()
{
    sqlite3_db_release_memory(m_handle);
}

/// Whether free pages can be given back was decided when the file was made, or by compact().
FreePages SqliteDatabase::freePages()
{
    if (pragma(u"auto_vacuum"_s) != "2"_L1)
        return {};
    return {pragma(u"freelist_count"_s).toLongLong(), pragma(u"page_count"_s).toLongLong()};
}

/// Not by a query: it frees one page with each step, and has no columns, so that QSqlQuery takes one step only. The
/// file shrinks with the next checkpoint.
void SqliteDatabase::releasePages(int count)
{
    const QByteArray statement = "PRAGMA incremental_vacuum(" + QByteArray::number(count) + ')';
    if (sqlite3_exec(m_handle, statement.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        throw StoreError(StoreErrorCode::DatabaseText, {ReportedText{QString::fromUtf8(sqlite3_errmsg(m_handle))}});
}

void SqliteDatabase::compact()
{
    executeAll({u"PRAGMA auto_vacuum = INCREMENTAL"_s, u"VACUUM"_s, u"PRAGMA wal_checkpoint(TRUNCATE)"_s});
}

QString SqliteDatabase::checkIntegrity(IntegrityDepth depth, const QString &table)
{
    const QString check = depth == IntegrityDepth::Pages ? u"quick_check"_s : u"integrity_check"_s;
    const QString part = table.isEmpty() ? u"1"_s : u"\"%1\""_s.arg(table);
    const auto answer = statement(u"PRAGMA %1(%2)"_s.arg(check, part));
    if (!answer->next())
        return check;
    const QString text = answer->text(0).simplified();
    return text == "ok"_L1 ? QString() : text;
}

/// A reading connection writes elsewhere only, and does not wait for the disk.
void SqliteDatabase::copyTo(const QString &file)
{
    if (m_access != Access::Write)
        executeAll({u"PRAGMA query_only = 0"_s, u"PRAGMA synchronous = OFF"_s});
    executeWith(u"VACUUM INTO ?"_s, file);
}

} // namespace callboard
