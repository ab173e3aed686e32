// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database/connection.h"

#include "store/database/dialect.h"
#include "store/database/file_problem.h"
#include "store/database/private_file.h"
#include "store/database/store_file.h"
#include "store/database/store_folder.h"
#include "store/database/store_lock.h"
#include "store/database/store_trouble.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSqlError>
#include <QThread>
#include <QVariant>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

QString nextName()
{
    static std::atomic<quint64> number = 0;
    return u"callboard-%1"_s.arg(++number);
}

/// Programs with windows promise that their GUI thread never waits for the database.
void assertWorkerThread()
{
    const QCoreApplication *application = QCoreApplication::instance();
    const bool hasWindows = application && application->inherits("QGuiApplication");
    if (hasWindows && QThread::currentThread() == application->thread())
        qFatal("A database connection was opened on the GUI thread.");
}

QString reportOf(const QSqlError &error)
{
    return (error.databaseText().isEmpty() ? error.text() : error.databaseText()).trimmed();
}

/// Only files that are known to be a store's: of any other not even the mode is changed.
void closeFilesToOthers(const QString &path)
{
    for (const auto &end : {u""_s, u"-wal"_s, u"-shm"_s, u".disk_reserve"_s})
        closeToOthers(path + end);
}

} // namespace

Connection::Connection(const StoreUrl &url, Access access)
    : Connection(url, access, false)
{ }

std::unique_ptr<Connection> Connection::ofStillFile(const StoreUrl &url)
{
    return std::unique_ptr<Connection>(new Connection(url, Access::Read, true));
}

Connection::Connection(const StoreUrl &url, Access access, bool isStill)
    : m_name(nextName())
    , m_url(url)
    , m_access(access)
    , m_log(url.filePath)
{
    assertWorkerThread();
    if (access != Access::Write)
        requireStoreAt(url.filePath);
    if (access == Access::Note)
        requireNotable(url.filePath);
    if (access == Access::Read && (isStill || isReadAsItStands(url.filePath)))
        m_still.emplace(url.filePath);
    if (access == Access::Read && !m_still)
        requireReadableName(url.filePath);
    if (access == Access::Write) {
        makeFolderOf(url.filePath);
        requireStoreFile(url); // what is no sound store must not be opened for writing: that alone changes it
        closeFilesToOthers(url.filePath);
    }
    try {
        open();
    } catch (const StoreError &error) {
        m_database = {};
        QSqlDatabase::removeDatabase(m_name);
        if (isDamage(error.kind()))
            requireStoreFile(url); // says more than the database
        throw;
    }
}

void Connection::open()
{
    m_database = m_still ? Dialect::makeStillDatabase(m_url, m_name) : Dialect::makeDatabase(m_url, m_name);
    if (!m_database.open())
        throw StoreError(StoreErrorCode::CannotOpenStore,
                         {m_url.filePath, ReportedText{m_database.lastError().databaseText()}});
    m_mark.emplace(m_url.filePath);
    Dialect::setFoldOnClose(m_database, m_access == Access::Write);
    m_look = [this] { return m_stop->load() || m_watch->isOver(); };
    if (m_access != Access::Write)
        Dialect::watch(m_database, m_look);
    const bool isNew = m_access == Access::Write && QFileInfo(m_url.filePath).size() == 0;
    const QStringList statements =
        (isNew ? Dialect::creationStatements() : QStringList()) + Dialect::sessionStatements(m_access);
    for (const QString &statement : statements)
        execute(statement);
    if (const StoreErrorCode problem = Dialect::checkSession(m_database, m_access); problem != StoreErrorCode::None)
        throw StoreError(problem);
}

/// A log without content may go with the last connection, and so may what this one wrote itself. What others left in
/// the log is the writer's.
Connection::~Connection()
{
    m_natives.clear();
    m_statements.clear();
    if (!m_isPrivate && !m_still && m_access != Access::Write)
        Dialect::setFoldOnClose(m_database, m_access == Access::Note || isLogEmpty(m_url.filePath));
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_name);
}

void Connection::foldLog() noexcept
{
    const QStringList statements = Dialect::foldStatements();
    for (const QString &statement : statements)
        QSqlQuery(m_database).exec(statement);
}

void Connection::requireUnchanged() const
{
    if (m_still && !m_still->isStill())
        throw StoreError(StoreErrorCode::WrittenWhileRead, {m_url.filePath});
}

QSqlQuery &Connection::prepared(const QString &sql)
{
    requireUnchanged();
    beginRead();
    if (const auto known = m_statements.constFind(sql); known != m_statements.cend())
        return **known;
    return **m_statements.insert(sql, std::make_shared<QSqlQuery>(prepare(sql)));
}

NativeStatement &Connection::native(const QString &sql)
{
    requireUnchanged();
    beginRead();
    if (const auto known = m_natives.constFind(sql); known != m_natives.cend())
        return **known;
    return **m_natives.insert(sql, std::make_shared<NativeStatement>(prepare(sql), m_watch));
}

QSqlQuery Connection::prepare(const QString &sql) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        fail(query.lastError(), sql);
    return query;
}

void Connection::run(QSqlQuery &query) const
{
    if (*m_stop)
        throw QueryCancelled();
    if (m_watch->wasOver())
        throw ReadTooLong();
    if (!query.exec())
        fail(query);
}

bool Connection::next(QSqlQuery &query) const
{
    if (query.next())
        return true;
    if (query.lastError().isValid())
        fail(query);
    requireUnchanged();
    return false;
}

void Connection::fail(QSqlQuery &query) const
{
    const QSqlError error = query.lastError();
    const QString sql = query.lastQuery();
    query.finish();
    if (!*m_stop && m_watch->wasOver())
        throw ReadTooLong();
    if (*m_stop || Dialect::isInterrupt(error))
        throw QueryCancelled();
    fail(error, sql);
}

void Connection::fail(const QSqlError &error, const QString &sql) const
{
    if (!*m_stop && m_watch->wasOver() && Dialect::isInterrupt(error))
        throw ReadTooLong();
    const StoreErrorKind kind = Dialect::kindOf(m_database, error);
    throw StoreError(kind == StoreErrorKind::Busy ? lockedProblem(m_url)
                                                  : statementProblem(kind, reportOf(error), sql));
}

void Connection::execute(const QString &sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(sql))
        fail(query.lastError(), sql);
}

QVariant Connection::value(const QString &sql)
{
    beginRead();
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(sql))
        fail(query.lastError(), sql);
    return query.next() ? query.value(0) : QVariant();
}

void Connection::begin()
{
    if (m_access == Access::Read)
        m_log.begin();
    // A writer's transaction takes the lock of every store at once, also of one that is only read beside it.
    execute(Dialect::beginStatement(m_isPrivate ? Access::Read : m_access));
    m_inTransaction = true;
}

/// A statement outside of a transaction is a read of its own. Inside of one that was ended it would read another state.
void Connection::beginRead()
{
    if (m_access != Access::Read)
        return;
    if (!m_inTransaction)
        m_log.begin();
    else if (m_watch->wasOver())
        throw ReadTooLong();
}

void Connection::endBorrowedRead()
{
    Dialect::endRead(m_database);
}

void Connection::commit()
{
    if (!m_database.commit())
        fail(m_database.lastError(), u"COMMIT"_s);
    m_inTransaction = false;
    m_log.end();
}

void Connection::rollback() noexcept
{
    for (const auto &query : std::as_const(m_statements))
        query->finish();
    m_database.rollback();
    m_inTransaction = false;
    m_log.end();
}

void Connection::resume()
{
    m_interrupted = false;
}

void Connection::stopWith(Connection &leader)
{
    m_stop = &leader.m_interrupted;
    m_watch = &leader.m_log;
    Dialect::watch(m_database, m_look);
}

void Connection::makePrivate(const Connection &source)
{
    const QStringList statements = Dialect::privateStatements();
    for (const QString &statement : statements)
        execute(statement);
    Dialect::setFoldOnClose(m_database, false); // closing must not checkpoint the store that is read beside it
    m_isPrivate = true;
    QSqlQuery &attach = prepared(Dialect::attachStatement());
    attach.bindValue(0, source.m_database.databaseName());
    run(attach);
    attach.finish();
}

void Connection::interrupt()
{
    m_interrupted = true;
    Dialect::interrupt(m_database);
}

} // namespace callboard
