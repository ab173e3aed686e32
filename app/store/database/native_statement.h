// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSqlQuery>
#include <QString>

#include <optional>
#include <vector>

struct sqlite3_stmt;

namespace callboard {

enum class StoreErrorKind : quint8;
class LogWatch;

/// A prepared statement, bound and run through SQLite's own interface: a part of the dialect, for the few
/// statements that run for every message or read every call. QSqlQuery makes a text, a look-up and a variant of every
/// bound value. On other databases it goes through QSqlQuery. Belongs to the thread of its connection, and must not
/// outlive it.
class NativeStatement
{
public:
    /// `query` is prepared; from now on it is used by this object alone.
    /// `watch`, where there is one, says why a statement was interrupted.
    explicit NativeStatement(QSqlQuery &&query, const LogWatch *watch = nullptr);

    /// Binds the next position.
    NativeStatement &bind(qint64 value);
    NativeStatement &bind(const QString &value); ///< a null text is bound as ''
    /// Runs with what was bound, and is ready to be bound again. The first row's first column where there is a row.
    /// Throws StoreError.
    std::optional<qint64> run();

    /// The first, then the next row of what was bound; false at the end. Throws StoreError (QueryCancelled when it was
    /// interrupted). finish() before the end; afterwards it is ready to be bound again.
    bool next();
    qint64 number(int column) const; ///< of the current row
    QString text(int column) const;
    QByteArrayView utf8(int column) const; ///< the same without a copy; valid until the next next() or finish()
    void finish();

private:
    std::optional<qint64> runQuery();
    void check(int code);
    [[noreturn]] void fail(const QString &why, StoreErrorKind kind);
    [[noreturn]] void failNative();
    [[noreturn]] void failQuery();

    QSqlQuery m_query;
    const LogWatch *m_watch;
    sqlite3_stmt *m_statement = nullptr;
    std::vector<QByteArray> m_texts; ///< alive until the statement has run
    int m_bound = 0;
    bool m_running = false; ///< through QSqlQuery
    mutable QByteArray m_copy; ///< what utf8() gave last, through QSqlQuery
};

/// Text as the database keeps it. Plain decoding would take a first U+FEFF for the mark of a file.
QString storedText(QByteArrayView utf8);

} // namespace callboard
