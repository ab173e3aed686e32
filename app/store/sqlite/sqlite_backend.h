// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/store_backend.h"
#include "store/sqlite/sqlite_dialect.h"

namespace callboard {

/// Stores that are one SQLite file each.
class SqliteBackend final : public StoreBackend
{
public:
    explicit SqliteBackend(const QString &file);
    /// The path in `location`, made absolute, and behind links; `text` is the whole URL.
    static StoreProblem readLocation(const QString &text, QString *location);

    QString identity() const override;
    const Dialect &dialect() const override { return m_dialect; }
    std::unique_ptr<StoreDatabase> open(Access access, QueryStop &stop) const override;
    std::unique_ptr<StoreLock> lock() const override;
    bool isLocked() const override;
    StoreInspection inspect() const override;
    void requireExisting() const override;
    bool isEmpty() const override;
    qint64 bytesOnDisk() const override;
    qint64 logBytes() const override;
    StoreProblem placeProblem() const override;
    qint64 freeBytes() const override;
    void keepReserve() const override;
    void releaseReserve() const override;
    void copyBeforeStep(StoreDatabase &database, int step) const override;
    QStringList leftoverTexts(Connection &store) const override;
    QList<FoundBytes> findBytes(const QByteArray &digits) const override;
    QStringList copiesBeside() const override;

private:
    void prepareForWriting() const;

    const QString m_file;
    const SqliteDialect m_dialect;
};

} // namespace callboard
