// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/dialect.h"
#include "store/database/found_bytes.h"
#include "store/database/store_database.h"
#include "store/database/store_url.h"

#include <QList>
#include <QStringList>

#include <memory>

namespace callboard {

class Connection;
class QueryStop;

/// How a connection uses a store.
enum class Access : quint8 {
    Write,
    Read, ///< never writes, never checkpoints
    Note, ///< reads, and may write a line beside the program that writes, as the audit log needs it
    Still, ///< reads a file as it stands, without its log, and makes nothing beside it
};

enum class StoreKind : quint8 {
    Missing, ///< there is nothing yet, or what is there can't be a store
    Empty, ///< a place of nothing, such as a fresh temporary file
    Store, ///< of this program's step or an older one
    NewerStore,
    OtherProgram, ///< a database of something else
    NotADatabase,
    Damaged, ///< a store, or what was one, that can't be read from its beginning to its counters
};

/// What lies at the place of a store.
struct StoreInspection
{
    StoreKind kind = StoreKind::Missing;
    StoreProblem problem; ///< None where the store can be opened
};

/// Makes sure that a store has one writer, for as long as it lives; it outlives the connections that write under it.
class StoreLock
{
public:
    StoreLock() = default;
    virtual ~StoreLock() = default;
    Q_DISABLE_COPY_MOVE(StoreLock)
    /// False once the store was removed or replaced: what is written then has no name.
    virtual bool isInPlace() const = 0;
};

/// A store in its database system, chosen from its URL: everything in which stores of one system differ from those of
/// another, and what can be told of a store without opening it. Holds nothing open; any thread but the GUI's. Throws
/// StoreError.
class StoreBackend
{
public:
    static std::unique_ptr<StoreBackend> of(const StoreUrl &url);
    /// As StoreUrl::parse(), of the systems that have a backend.
    static StoreProblem readUrl(const QString &text, StoreUrl *url);

    StoreBackend() = default;
    virtual ~StoreBackend() = default;
    Q_DISABLE_COPY_MOVE(StoreBackend)

    virtual QString identity() const = 0; ///< see StoreUrl::identity()
    virtual const Dialect &dialect() const = 0;
    /// Opens the store, and makes it where there is none and the access is Write. `stop` outlives what is opened.
    virtual std::unique_ptr<StoreDatabase> open(Access access, QueryStop &stop) const = 0;
    /// Throws where the store has a writer already, with who that is, or can't be written safely.
    virtual std::unique_ptr<StoreLock> lock() const = 0;
    virtual bool isLocked() const = 0; ///< by any program

    /// Tells what is there without changing it.
    virtual StoreInspection inspect() const = 0;
    /// Throws where there is nothing.
    virtual void requireExisting() const = 0;
    virtual bool isEmpty() const = 0; ///< or not made yet
    /// What is wrong with the store's place although it can be opened there: a warning. None for a sound one.
    virtual StoreProblem placeProblem() const = 0;
    virtual qint64 bytesOnDisk() const = 0;
    /// What the database writes beside the store before it is taken in, and what a read that stays keeps it from using
    /// again.
    virtual qint64 logBytes() const = 0;

    /// Free bytes on the store's volume; -1 unknown.
    virtual qint64 freeBytes() const = 0;
    /// A full disk can't be freed by removing rows, which takes room as well: some is kept for that, where there is
    /// plenty, and released when the disk is full.
    virtual void keepReserve() const = 0;
    virtual void releaseReserve() const = 0;

    /// Keeps the store as it is before a schema step changes it.
    virtual void copyBeforeStep(StoreDatabase &database, int step) const = 0;
    /// What earlier work left beside the store, for the log; a sentence each.
    virtual QStringList leftoverTexts(Connection &store) const = 0;
    /// Where the digits of a number still stand in the bytes of the store, and beside it. See FoundBytes.
    virtual QList<FoundBytes> findBytes(const QByteArray &digits) const = 0;
    /// Copies of the store that lie beside it, such as the one from before a schema step.
    virtual QStringList copiesBeside() const = 0;
};

/// Throws StoreError with what is there instead, unless a writer may open the store.
void requireStore(const StoreUrl &url);

} // namespace callboard
