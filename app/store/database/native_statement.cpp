// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database/native_statement.h"

#include "store/database/connection.h"
#include "store/database/dialect.h"
#include "store/database/store_trouble.h"

#include <QSqlError>
#include <QSqlResult>
#include <QVariant>

#include <sqlite3.h>

#include <cstring>
#include <utility>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

sqlite3_stmt *handleOf(const QSqlQuery &query)
{
    const QVariant handle = query.result()->handle();
    if (!handle.isValid() || std::strcmp(handle.typeName(), "sqlite3_stmt*") != 0)
        return nullptr;
    return *static_cast<sqlite3_stmt *const *>(handle.constData());
}

} // namespace

NativeStatement::NativeStatement(QSqlQuery &&query, const LogWatch *watch)
    : m_query(std::move(query))
    , m_watch(watch)
    , m_statement(handleOf(m_query))
{ }

NativeStatement &NativeStatement::bind(qint64 value)
{
    if (m_statement)
        check(sqlite3_bind_int64(m_statement, ++m_bound, value));
    else
        m_query.bindValue(m_bound++, value);
    return *this;
}

NativeStatement &NativeStatement::bind(const QString &value)
{
    if (!m_statement) {
        m_query.bindValue(m_bound++, value.isNull() ? u""_s : value);
        return *this;
    }
    const QByteArray &text = m_texts.emplace_back(value.toUtf8());
    check(sqlite3_bind_text64(m_statement, ++m_bound, text.constData(), static_cast<sqlite3_uint64>(text.size()),
                              SQLITE_STATIC, SQLITE_UTF8));
    return *this;
}

std::optional<qint64> NativeStatement::run()
{
    if (!m_statement)
        return runQuery();
    std::optional<qint64> answer;
    int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW) {
        answer = sqlite3_column_int64(m_statement, 0);
        while (code == SQLITE_ROW)
            code = sqlite3_step(m_statement);
    }
    if (code != SQLITE_DONE)
        failNative();
    sqlite3_reset(m_statement);
    m_texts.clear();
    m_bound = 0;
    return answer;
}

std::optional<qint64> NativeStatement::runQuery()
{
    m_bound = 0;
    if (!m_query.exec())
        failQuery();
    std::optional<qint64> answer;
    if (m_query.next())
        answer = m_query.value(0).toLongLong();
    m_query.finish();
    return answer;
}

bool NativeStatement::next()
{
    if (!m_statement) {
        if (!std::exchange(m_running, true) && !m_query.exec())
            failQuery();
        const bool row = m_query.next();
        if (!row)
            finish();
        return row;
    }
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_INTERRUPT) {
        finish();
        if (m_watch && m_watch->wasOver())
            throw ReadTooLong();
        throw QueryCancelled();
    }
    if (code != SQLITE_DONE)
        failNative();
    finish();
    return false;
}

qint64 NativeStatement::number(int column) const
{
    return m_statement ? sqlite3_column_int64(m_statement, column) : m_query.value(column).toLongLong();
}

QString NativeStatement::text(int column) const
{
    return m_statement ? storedText(utf8(column)) : m_query.value(column).toString();
}

QByteArrayView NativeStatement::utf8(int column) const
{
    if (!m_statement) {
        m_copy = m_query.value(column).toString().toUtf8();
        return m_copy;
    }
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return {bytes, sqlite3_column_bytes(m_statement, column)};
}

void NativeStatement::finish()
{
    if (m_statement)
        sqlite3_reset(m_statement);
    else
        m_query.finish();
    m_texts.clear();
    m_bound = 0;
    m_running = false;
}

void NativeStatement::check(int code)
{
    if (code != SQLITE_OK)
        fail(QString::fromUtf8(sqlite3_errstr(code)), Dialect::kindOf(code));
}

void NativeStatement::failNative()
{
    sqlite3 *handle = sqlite3_db_handle(m_statement);
    fail(QString::fromUtf8(sqlite3_errmsg(handle)),
         Dialect::kindOf(sqlite3_extended_errcode(handle), sqlite3_system_errno(handle)));
}

void NativeStatement::failQuery()
{
    const QSqlError error = m_query.lastError();
    fail(error.text(), Dialect::kindOf(error.nativeErrorCode().toInt()));
}

void NativeStatement::fail(const QString &why, StoreErrorKind kind)
{
    if (m_statement)
        sqlite3_reset(m_statement);
    m_texts.clear();
    m_bound = 0;
    throw StoreError(statementProblem(kind, why, m_query.lastQuery()));
}

QString storedText(QByteArrayView utf8)
{
    const QString text = QString::fromUtf8(utf8);
    return utf8.startsWith("\xEF\xBB\xBF") ? QString(QChar(QChar::ByteOrderMark) + text) : text;
}

} // namespace callboard
