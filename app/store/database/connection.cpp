// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database/connection.h"

#include <QCoreApplication>
#include <QSqlError>
#include <QThread>
#include <QVariant>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds FoldTimeout{200};

/// Programs with windows promise that their GUI thread never waits for the database.
void assertWorkerThread()
{
    const QCoreApplication *application = QCoreApplication::instance();
    const bool hasWindows = application && application->inherits("QGuiApplication");
    if (hasWindows && QThread::currentThread() == application->thread())
        qFatal("A database connection was opened on the GUI thread.");
}

} // namespace

Connection::Connection(const StoreUrl &url, Access access)
    : m_url(url)
    , m_isReader(access == Access::Read || access == Access::Still)
    , m_backend(StoreBackend::of(url))
    , m_stop([this] { return m_backend->logBytes(); })
{
    assertWorkerThread();
    m_database = m_backend->open(access, m_stop);
}

Connection::~Connection() = default;

void Connection::foldLog() noexcept
{
    try {
        m_database->emptyLog(FoldTimeout);
    } catch (const StoreError &) {
        return; // the log stays, and is as good
    }
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
    return **m_natives.insert(sql, m_database->statement(sql));
}

QSqlQuery Connection::prepare(const QString &sql) const
{
    QSqlQuery query(m_database->sql());
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        m_database->fail(query.lastError(), sql);
    return query;
}

void Connection::run(QSqlQuery &query) const
{
    m_stop.requireNone();
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
    m_stop.requireNone();
    m_database->fail(error, sql);
}

void Connection::execute(const QString &sql)
{
    QSqlQuery query(m_database->sql());
    query.setForwardOnly(true);
    if (!query.exec(sql))
        m_database->fail(query.lastError(), sql);
}

QVariant Connection::value(const QString &sql)
{
    beginRead();
    QSqlQuery query(m_database->sql());
    query.setForwardOnly(true);
    if (!query.exec(sql))
        m_database->fail(query.lastError(), sql);
    return query.next() ? query.value(0) : QVariant();
}

void Connection::begin()
{
    if (m_isReader)
        m_stop.log().begin();
    m_database->begin();
    m_inTransaction = true;
}

/// A statement outside of a transaction is a read of its own. Inside of one that was ended it would read another state.
void Connection::beginRead()
{
    if (!m_isReader)
        return;
    if (!m_inTransaction)
        m_stop.log().begin();
    else
        m_stop.requireShortRead();
}

void Connection::commit()
{
    m_database->commit();
    m_inTransaction = false;
    m_stop.log().end();
}

void Connection::rollback() noexcept
{
    for (const auto &query : std::as_const(m_statements))
        query->finish();
    m_database->rollback();
    m_inTransaction = false;
    m_stop.log().end();
}

void Connection::interrupt()
{
    m_stop.stop();
    m_database->interrupt();
}

void Connection::stopWith(Connection &leader)
{
    m_stop.follow(leader.m_stop);
    m_database->watch();
}

void Connection::makePrivate(const Connection &source)
{
    m_database->setWorkload(Workload::Temporary);
    m_database->attach(source.m_database->sql().databaseName());
}

QString Connection::checkIntegrity(IntegrityDepth depth, const QString &table)
{
    requireUnchanged();
    beginRead();
    m_stop.requireNone();
    return m_database->checkIntegrity(depth, table);
}

QStringList Connection::tables() const
{
    return m_database->sql().tables();
}

} // namespace callboard
