// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/query_stop.h"
#include "store/database/store_backend.h"
#include "store/database/store_error.h"

#include <QHash>
#include <QSqlQuery>
#include <QString>

#include <memory>

namespace callboard {

/// One connection to a store, whatever its database system. Belongs to the thread that made it, and is closed there; a
/// CallStream borrows it for a thread of its own. Asserts that this is not the GUI thread of a program with windows
/// (README, promise 5).
class Connection
{
public:
    /// Opens the store. Throws StoreError. Whoever only reads leaves no files beside the store: where there is no log
    /// and this program can't make one for the owner, the file is read as it stands, until somebody writes.
    Connection(const StoreUrl &url, Access access);
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    /// A prepared, forward-only statement, cached by its text; ready to bind from position 0.
    QSqlQuery &prepared(const QString &sql);
    /// The same for statements that run for every message.
    NativeStatement &native(const QString &sql);
    /// Runs a bound statement; throws StoreError (QueryCancelled when it was interrupted).
    void run(QSqlQuery &query) const;
    /// The next row; throws where the rows ended because of an error rather than for lack of rows.
    bool next(QSqlQuery &query) const;
    /// Runs a statement without values; throws StoreError.
    void execute(const QString &sql);
    /// The single value of a query without values, or an invalid variant.
    QVariant value(const QString &sql);

    void begin();
    bool isInTransaction() const { return m_inTransaction; }
    /// Throws StoreError when the commit itself fails: with Qt 6.4 a full disk shows only here.
    void commit();
    void rollback() noexcept;

    /// Stops what runs on this connection, and refuses more until resume(). Any thread.
    void interrupt();
    void resume() { m_stop.resume(); }
    /// From now on this connection is stopped together with `leader`, which outlives it.
    void stopWith(Connection &leader);
    /// The read that is going on has to end, because the log would grow without bound. Any thread; for whoever waits
    /// with a read open: its next statement throws ReadTooLong.
    bool hasOutstayed() { return m_stop.hasOutstayed(); }
    /// Beyond so many bytes of the log; LogWatch::MostBytes unless set.
    void setLogLimit(qint64 bytes) { m_stop.log().setLimit(bytes); }
    bool isStopped() const { return m_stop.isStopped(); } ///< work beside the database asks this; any thread

    /// Makes a fresh, empty writing connection one of a store that is thrown away when it is closed: nothing of it is
    /// written for safety's sake. The store of `source` can then be read on it under the schema name `source`; it is
    /// never written. Outside of a transaction. Throws StoreError.
    void makePrivate(const Connection &source);
    /// Everything that was committed into the store's file, as far as no reader is in the way, so that the file is
    /// whole without its log. For a writer, before it closes.
    void foldLog() noexcept;
    /// As StoreDatabase::checkIntegrity(), as a read of its own outside of a transaction.
    QString checkIntegrity(IntegrityDepth depth, const QString &table = {});
    QStringList tables() const;

    /// Throws StoreError where the file is read as it stands, and was written meanwhile: what was read may not fit
    /// together.
    void requireUnchanged() const { m_database->requireUnchanged(); }

    const StoreUrl &url() const { return m_url; }
    const StoreBackend &backend() const { return *m_backend; }
    const Dialect &dialect() const { return m_backend->dialect(); }
    StoreDatabase &database() { return *m_database; } ///< for upkeep

private:
    [[noreturn]] void fail(QSqlQuery &query) const;
    QSqlQuery prepare(const QString &sql) const;
    void beginRead();

    const StoreUrl m_url;
    const bool m_isReader;
    const std::unique_ptr<StoreBackend> m_backend;
    QueryStop m_stop;
    std::unique_ptr<StoreDatabase> m_database;
    bool m_inTransaction = false;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_statements; ///< these go before the database is closed
    QHash<QString, std::shared_ptr<NativeStatement>> m_natives;
};

} // namespace callboard
