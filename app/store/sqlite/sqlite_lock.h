// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/store_backend.h"
#include "store/sqlite/files/locked_file.h"

#include <memory>

namespace callboard {

/// Makes sure that a store has one writer: the lock lies on the database file itself, so that another name of it, a
/// bind mount or a removed lock file let nobody in. A `.lock` file beside it only says who holds it. A killed program
/// leaves no lock behind. Outlives the connections that write under it. Any one thread.
class SqliteLock final : public StoreLock
{
public:
    enum class Names : quint8 { One, Any };

    /// Makes an empty file where there is no store yet. Throws StoreError that names the process which holds the store,
    /// or says why it can't be written safely: several names (hard links) where One is asked for, a file that is
    /// mounted alone, a volume without locks.
    explicit SqliteLock(const QString &file, Names names = Names::One);
    ~SqliteLock() override;

    /// False once the store's file was removed or replaced: what is written then has no name.
    bool isInPlace() const override { return m_file->isStillAt(m_path); }

private:
    const QString m_path;
    const QString m_note; ///< the file that says who holds the store
    std::unique_ptr<LockedFile> m_file;
};

/// For who only reads. The log lies beside the name that the writer has: by another name of the same file its newest
/// calls are missing, without a trace. Throws StoreError where the file has several names, is mounted alone, or is
/// being written under another name.
void requireReadableName(const QString &path);

} // namespace callboard
