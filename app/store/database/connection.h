// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/locked_file.h"
#include "store/database/log_watch.h"
#include "store/database/native_statement.h"
#include "store/database/still_file.h"
#include "store/database/store_error.h"
#include "store/database/store_url.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace callboard {

/// Read: never writes, never checkpoints. Note: reads, and may write a line beside the program that writes, as the
/// audit log needs it.
enum class Access : quint8 { Write, Read, Note };

/// One database connection. Belongs to the thread that made it, and is closed there; a CallStream borrows it for a
/// thread of its own. Asserts that this is not the GUI
/// thread of a program with windows (README, promise 5).
class Connection
{
public:
    /// Opens the store. Throws StoreError. Whoever only reads leaves no files beside the store: where there is no log
    /// and this program can't make one for the owner, the file is read as it stands, until somebody writes.
    Connection(const StoreUrl &url, Access access);
    /// Reads a file as it stands, without its log, and makes nothing beside it. Throws StoreError.
    static std::unique_ptr<Connection> ofStillFile(const StoreUrl &url);
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

    /// Stops what runs on this connection, and refuses more until resume(). The only function that other threads may
    /// call.
    void interrupt();
    void resume();
    /// From now on this connection is stopped together with `leader`, which outlives it.
    void stopWith(Connection &leader);
    /// The read that is going on has to end, because the log would grow without bound. Any thread; for whoever waits
    /// with a read open: its next statement throws ReadTooLong.
    bool hasOutstayed() { return m_watch->isOver(); }
    /// Beyond so many bytes of the log; LogWatch::MostBytes unless set.
    void setLogLimit(qint64 bytes) { m_log.setLimit(bytes); }
    /// Ends the read transaction from the thread that borrowed the connection.
    void endBorrowedRead();
    bool isStopped() const { return *m_stop; } ///< work beside the database asks this; any thread

    /// Makes a fresh, empty writing connection one of a store that is thrown away when it is closed: nothing of it is
    /// written for safety's sake. The store of `source` can then be read on it under the schema name `source`; it is
    /// never written. Outside of a transaction. Throws StoreError.
    void makePrivate(const Connection &source);
    /// Everything that was committed into the database file, as far as no reader is in the way, so that the file is
    /// whole without its log. For a writer, before it closes.
    void foldLog() noexcept;

    /// Throws StoreError where the file is read as it stands, and was written meanwhile: what was read may not fit
    /// together.
    void requireUnchanged() const;

    QString filePath() const { return m_url.filePath; } ///< of the database
    QSqlDatabase database() const { return m_database; }

private:
    Connection(const StoreUrl &url, Access access, bool isStill);
    void open();
    [[noreturn]] void fail(QSqlQuery &query) const;
    [[noreturn]] void fail(const QSqlError &error, const QString &sql) const;
    std::optional<OpenMark> m_mark; ///< goes after the database is closed
    QString m_name;
    const StoreUrl m_url;
    const Access m_access;
    std::optional<StillFile> m_still; ///< where the file is read as it stands
    bool m_inTransaction = false;
    bool m_isPrivate = false;
    QSqlDatabase m_database;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_statements;
    QHash<QString, std::shared_ptr<NativeStatement>> m_natives;
    QSqlQuery prepare(const QString &sql) const;
    void beginRead();
    std::atomic<bool> m_interrupted = false;
    std::atomic<bool> *m_stop = &m_interrupted; ///< of the leader, where there is one
    LogWatch m_log;
    LogWatch *m_watch = &m_log; ///< the same
    std::function<bool()> m_look; ///< what the database asks while a statement runs
};

} // namespace callboard
