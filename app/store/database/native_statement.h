// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace callboard {

/// A prepared statement, bound and run through the database's own interface, for those that run for every message or
/// read every call: QSqlQuery makes a text, a look-up and a variant of every bound value. Belongs to the thread of its
/// connection, and must not outlive it.
class NativeStatement
{
public:
    virtual ~NativeStatement() = default;

    /// Binds the next position.
    virtual NativeStatement &bind(qint64 value) = 0;
    virtual NativeStatement &bind(const QString &value) = 0; ///< a null text is bound as ''
    /// Runs with what was bound, and is ready to be bound again. The first row's first column where there is a row.
    /// Throws StoreError.
    virtual std::optional<qint64> run() = 0;

    /// The first, then the next row of what was bound; false at the end. Throws StoreError (QueryCancelled when it was
    /// interrupted). finish() before the end; afterwards it is ready to be bound again.
    virtual bool next() = 0;
    virtual qint64 number(int column) const = 0; ///< of the current row
    virtual QString text(int column) const = 0;
    virtual QByteArrayView utf8(int column) const = 0; ///< the same without a copy; valid until next() or finish()
    virtual void finish() = 0;
};

/// Text as the database keeps it. Plain decoding would take a first U+FEFF for the mark of a file.
QString storedText(QByteArrayView utf8);

} // namespace callboard
