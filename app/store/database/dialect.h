// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QString>
#include <QStringList>

#include <atomic>
#include <chrono>
#include <functional>

namespace callboard {

enum class Access : quint8;
enum class StoreErrorCode : quint8;
enum class StoreErrorKind : quint8;
struct StoreUrl;

/// Everything in which databases differ. Stateless; any thread.
class Dialect
{
public:
    /// A closed database of that name, ready to open().
    static QSqlDatabase makeDatabase(const StoreUrl &url, const QString &name);
    /// The same for a file that is read as it stands: without its log, without locks, and nothing is made beside it.
    static QSqlDatabase makeStillDatabase(const StoreUrl &url, const QString &name);
    /// What is executed once on a fresh connection.
    static QStringList sessionStatements(Access access);
    /// Before them, for a file that is still empty: so that the store can shrink. In another file it would be a write.
    static QStringList creationStatements();
    /// Checks what the statements above could not enforce; None where it holds.
    static StoreErrorCode checkSession(const QSqlDatabase &database, Access access);
    /// Begins a transaction: a writer's takes its lock at once, so that it can't fail half-way for another's audit
    /// entry.
    static QString beginStatement(Access access);
    /// Whether the last connection of all takes the log into the database file when it closes, and removes it.
    static void setFoldOnClose(const QSqlDatabase &database, bool mayFold);
    /// Takes the log into the database file, without a long wait for readers.
    static QStringList foldStatements();
    /// Stops statements while `stop` says so, also one that starts just after interrupt() found nothing running. It
    /// must live as long as the database is open.
    static void watch(const QSqlDatabase &database, std::function<bool()> &stop);
    /// Asks again and again while a statement runs, after every few rows, whether it shall stop. In place of the watch
    /// above; `stop` must live as long as the database is open.
    static void watchClosely(const QSqlDatabase &database, std::function<bool()> &stop);
    /// Ends a read transaction whose statements have all ended; from the one thread that uses the connection.
    static void endRead(const QSqlDatabase &database);
    /// Stops the running statement. Any thread, while the database is open.
    static void interrupt(const QSqlDatabase &database);
    /// True when the last error means "interrupted".
    static bool isInterrupt(const QSqlError &error);
    /// What kind of error this is, by the database's own code; a commit that fails has it only in the connection.
    static StoreErrorKind kindOf(const QSqlDatabase &database, const QSqlError &error);
    /// `systemError` is what the system said (errno), where the code leaves it open; 0: not known.
    static StoreErrorKind kindOf(int nativeCode, int systemError = 0);
    /// How long a statement waits for another program's lock before it fails with StoreErrorKind::Busy.
    static QString patienceStatement(std::chrono::milliseconds patience);
    /// A schema step with the dialect's words for its tokens.
    static QString schemaText(const QString &step);
    /// What lets a reading connection write a copy elsewhere, without waiting for the disk; and the statement that
    /// writes it into the bound file.
    static QStringList allowCopyStatements();
    static QString copyStatement();
    /// Sums a set of single-bit numbers into their union: `SUM(DISTINCT …)`.
    static QString bitUnion(const QString &expression);
    /// The entry at a position (an expression, from 0) of a JSON list of texts, NULL where there is none.
    static QString listItem(const QString &list, const QString &position);
    /// A JSON list of texts as a table with the columns key (position) and value.
    static QString listItems(const QString &list);
    /// Settings for filling an empty store fast: written to the disk only at the end.
    static QStringList bulkStatements();
    /// Back to normal, and everything on the disk.
    static QStringList afterBulkStatements();
    /// Brings the log into the file and empties it. / Writes the file anew without its free pages; from then on it
    /// can shrink. Both outside of a transaction.
    static QStringList emptyLogStatements();
    static QStringList compactStatements();
    /// Gives the connection's spare pages back to the program.
    static QString releaseMemoryStatement();
    /// Settings for a store that is filled once and thrown away: no safety, little memory.
    static QStringList privateStatements();
    /// Lets a connection read another store, bound by its file, under the schema name `source`.
    static QString attachStatement();
    /// One number each: the pages of the file, and those of them that are free.
    static QString pagesStatement();
    static QString freePagesStatement();
    /// Whether shrink() can give free pages back to the system: decided when the store was made, or by compact.
    static bool canShrink(const QSqlDatabase &database);
    /// Some of them, inside a transaction; the file shrinks with the next checkpoint.
    static void shrink(const QSqlDatabase &database, int pages);
    /// One row, one column: "ok" when the file, or one table, is sound and every index leads to its rows.
    static QString integrityStatement();
    static QString integrityStatement(const QString &table);
    /// The same of the pages alone, without what stands in indexes; several times as fast.
    static QString pagesSoundStatement();
    static QStringList tables(const QSqlDatabase &database);
};

} // namespace callboard
