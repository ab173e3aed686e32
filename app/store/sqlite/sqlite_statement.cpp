// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/sqlite_statement.h"

#include "store/database/query_stop.h"
#include "store/database/store_trouble.h"
#include "store/sqlite/sqlite_error.h"

#include <sqlite3.h>

namespace callboard {

SqliteStatement::SqliteStatement(sqlite3 *database, const QString &sql, const QueryStop &stop)
    : m_stop(stop)
{
    const QByteArray text = sql.toUtf8();
    const int code = sqlite3_prepare_v3(database, text.constData(), static_cast<int>(text.size()),
                                        SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr);
    if (code == SQLITE_INTERRUPT)
        m_stop.raise();
    if (code != SQLITE_OK)
        throw StoreError(statementProblem(sqliteErrorKind(database), QString::fromUtf8(sqlite3_errmsg(database)), sql));
}

SqliteStatement::~SqliteStatement()
{
    sqlite3_finalize(m_statement);
}

SqliteStatement &SqliteStatement::bind(qint64 value)
{
    check(sqlite3_bind_int64(m_statement, ++m_bound, value));
    return *this;
}

SqliteStatement &SqliteStatement::bind(const QString &value)
{
    const QByteArray &text = m_texts.emplace_back(value.toUtf8());
    check(sqlite3_bind_text64(m_statement, ++m_bound, text.constData(), static_cast<sqlite3_uint64>(text.size()),
                              SQLITE_STATIC, SQLITE_UTF8));
    return *this;
}

std::optional<qint64> SqliteStatement::run()
{
    std::optional<qint64> answer;
    int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW) {
        answer = sqlite3_column_int64(m_statement, 0);
        while (code == SQLITE_ROW)
            code = sqlite3_step(m_statement);
    }
    if (code != SQLITE_DONE)
        fail(code);
    finish();
    return answer;
}

bool SqliteStatement::next()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        fail(code);
    finish();
    return false;
}

qint64 SqliteStatement::number(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QString SqliteStatement::text(int column) const
{
    return storedText(utf8(column));
}

QByteArrayView SqliteStatement::utf8(int column) const
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return {bytes, sqlite3_column_bytes(m_statement, column)};
}

void SqliteStatement::finish()
{
    sqlite3_reset(m_statement);
    m_texts.clear();
    m_bound = 0;
}

void SqliteStatement::check(int code)
{
    if (code != SQLITE_OK)
        fail(QString::fromUtf8(sqlite3_errstr(code)), sqliteErrorKind(code));
}

void SqliteStatement::fail(int code)
{
    if (code == SQLITE_INTERRUPT) {
        finish();
        m_stop.raise();
    }
    sqlite3 *database = sqlite3_db_handle(m_statement);
    fail(QString::fromUtf8(sqlite3_errmsg(database)), sqliteErrorKind(database));
}

void SqliteStatement::fail(const QString &report, StoreErrorKind kind)
{
    finish();
    throw StoreError(statementProblem(kind, report, QString::fromUtf8(sqlite3_sql(m_statement))));
}

} // namespace callboard
