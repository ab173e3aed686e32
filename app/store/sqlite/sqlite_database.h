// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/store_backend.h"
#include "store/sqlite/files/locked_file.h"
#include "store/sqlite/files/still_file.h"

#include <optional>

struct sqlite3;

namespace callboard {

/// A SQLite connection of Qt SQL under a name of its own, for as long as this lives.
class NamedSqlite
{
public:
    NamedSqlite();
    ~NamedSqlite();
    Q_DISABLE_COPY_MOVE(NamedSqlite)
    QSqlDatabase database;

private:
    const QString m_name;
};

/// A SQLite file, open.
class SqliteDatabase final : public StoreDatabase
{
public:
    /// Opens the file; the backend has looked whether it may be. Throws StoreError.
    SqliteDatabase(const QString &file, Access access, QueryStop &stop);
    ~SqliteDatabase() override;

    QSqlDatabase sql() const override { return m_sql.database; }
    std::unique_ptr<NativeStatement> statement(const QString &sql) override;
    void begin() override;
    void commit() override;
    void rollback() noexcept override;
    void endRead() override;
    void requireUnchanged() const override;
    void interrupt() override;
    void watch() override;
    void watchClosely(std::function<bool()> stop) override;
    StoreProblem problemOf(const QSqlError &error, const QString &sql) const override;
    void setWorkload(Workload workload) override;
    void attach(const QString &name) override;
    void setLockTimeout(std::chrono::milliseconds timeout) override;
    bool emptyLog(std::chrono::milliseconds timeout) override;
    void releasePageCache() override;
    FreePages freePages() override;
    void releasePages(int count) override;
    void compact() override;
    QString checkIntegrity(IntegrityDepth depth, const QString &table) override;
    void copyTo(const QString &file) override;

private:
    void open();
    QStringList sessionStatements() const;
    void requireDurable();
    bool isReadOnly();
    void setFoldOnClose(bool mayFold);
    void lookEvery(int steps, std::function<bool()> stop);
    void execute(const QString &sql);
    void executeAll(const QStringList &statements);
    void executeWith(const QString &sql, const QString &value);
    QString pragma(const QString &name);

    const QString m_file;
    const Access m_access;
    QueryStop &m_stop;
    std::optional<OpenMark> m_mark; ///< goes after the database is closed
    std::optional<StillFile> m_still; ///< where the file is read as it stands
    std::function<bool()> m_look; ///< asked while a statement runs
    NamedSqlite m_sql;
    sqlite3 *m_handle = nullptr;
    std::chrono::milliseconds m_lockTimeout;
    bool m_isTemporary = false;
};

} // namespace callboard
