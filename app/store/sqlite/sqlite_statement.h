// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/native_statement.h"
#include "store/database/store_problem.h"

#include <QByteArray>

#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace callboard {

class QueryStop;

/// A statement through SQLite's own interface. Must go before its database is closed.
class SqliteStatement final : public NativeStatement
{
public:
    /// Throws StoreError where the statement can't be prepared. `stop`, which outlives this, says why it was
    /// interrupted.
    SqliteStatement(sqlite3 *database, const QString &sql, const QueryStop &stop);
    ~SqliteStatement() override;
    Q_DISABLE_COPY_MOVE(SqliteStatement)

    SqliteStatement &bind(qint64 value) override;
    SqliteStatement &bind(const QString &value) override;
    std::optional<qint64> run() override;
    bool next() override;
    qint64 number(int column) const override;
    QString text(int column) const override;
    QByteArrayView utf8(int column) const override;
    void finish() override;

private:
    void check(int code);
    [[noreturn]] void fail(int code);
    [[noreturn]] void fail(const QString &report, StoreErrorKind kind);

    const QueryStop &m_stop;
    sqlite3_stmt *m_statement = nullptr;
    std::vector<QByteArray> m_texts; ///< alive until the statement has run
    int m_bound = 0;
};

} // namespace callboard
