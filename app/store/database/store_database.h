// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/native_statement.h"
#include "store/database/store_error.h"

#include <QSqlDatabase>
#include <QSqlError>

#include <chrono>
#include <functional>
#include <memory>

namespace callboard {

/// What a connection is about to do for a while.
enum class Workload : quint8 {
    Messages, ///< commits that are durable one by one
    Bulk, ///< fills an empty store fast: it is on the disk only with the next Messages
    Temporary, ///< fills a store that is thrown away when it is closed: no safety, little memory
};

enum class IntegrityDepth : quint8 {
    Pages, ///< that they fit together; several times as fast
    Contents, ///< and that every index leads to its rows
};

/// Pages of a store's files that hold nothing, where the store can give them back.
struct FreePages
{
    qint64 free = 0, all = 0;
};

/// The open database of one connection, in one database system. Its errors are StoreErrors with a code. Belongs to its
/// connection and to the thread of it, but where another one is named.
class StoreDatabase
{
public:
    StoreDatabase() = default;
    virtual ~StoreDatabase() = default;
    Q_DISABLE_COPY_MOVE(StoreDatabase)

    virtual QSqlDatabase sql() const = 0; ///< for statements of QSqlQuery
    virtual std::unique_ptr<NativeStatement> statement(const QString &sql) = 0;
    /// A writer's transaction takes the store's lock at once, so that it can't fail half-way for another's audit entry.
    virtual void begin() = 0;
    virtual void commit() = 0; ///< returns when it is durable, or throws
    virtual void rollback() noexcept = 0;
    /// Ends a read transaction whose statements have all ended; on the one thread that uses the connection.
    virtual void endRead() = 0;
    /// Throws where what is read was changed by another program, so that it may not fit together.
    virtual void requireUnchanged() const = 0;

    /// Stops the running statement. Any thread.
    virtual void interrupt() = 0;
    /// Statements are stopped for the reasons of the connection's QueryStop, also one that starts just after
    /// interrupt() found nothing running.
    virtual void watch() = 0;
    /// Asks again and again while a statement runs, after every few rows, whether it shall stop. In place of watch().
    virtual void watchClosely(std::function<bool()> stop) = 0;
    /// What the error of a QSqlQuery is, by the database's own code. Throws QueryCancelled or ReadTooLong where the
    /// statement was interrupted.
    virtual StoreProblem problemOf(const QSqlError &error, const QString &sql) const = 0;
    [[noreturn]] void fail(const QSqlError &error, const QString &sql) const
    {
        throw StoreError(problemOf(error, sql));
    }

    virtual void setWorkload(Workload workload) = 0;
    /// Lets another database be read under the schema name `source`; `name` as its QSqlDatabase has it.
    virtual void attach(const QString &name) = 0;
    /// How long a statement waits for another program's lock before it fails with StoreErrorKind::Busy.
    virtual void setLockTimeout(std::chrono::milliseconds timeout) = 0;
    /// Everything that was committed goes from the log into the store's file, and the log is emptied. False where a
    /// reader is in the way for longer than `timeout`.
    virtual bool emptyLog(std::chrono::milliseconds timeout) = 0;
    /// Gives pages that are kept in memory back to the program.
    virtual void releasePageCache() = 0;
    virtual FreePages freePages() = 0;
    virtual void releasePages(int count) = 0; ///< some of the free ones, inside a transaction
    /// Writes the store anew without its free pages; outside of a transaction.
    virtual void compact() = 0;
    /// What is wrong with the store, or with one table; empty where it is sound.
    virtual QString checkIntegrity(IntegrityDepth depth, const QString &table) = 0;
    /// A consistent copy, into a file that is there and empty. A writer's is on the disk, a reader's is not yet.
    virtual void copyTo(const QString &file) = 0;
};

} // namespace callboard
