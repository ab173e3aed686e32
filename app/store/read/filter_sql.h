// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/filter/call_filter.h"
#include "store/database/dialect.h"
#include "store/database/native_statement.h"

#include <QSqlQuery>
#include <QString>
#include <QVariantList>

namespace callboard {

/// A filter as the WHERE part of a query on `call`. Values are bound, never pasted.
class FilterSql
{
public:
    /// For a query in that dialect.
    FilterSql(const Dialect &dialect, const CallFilter &filter);

    /// Adds a condition with its values.
    void require(const QString &condition, const QVariantList &values = {});
    /// " WHERE … AND …", or nothing.
    QString where() const;
    /// Binds all values from that position on; returns the next position.
    int bind(QSqlQuery &query, int at = 0) const;
    /// Binds all values to the next positions.
    void bind(NativeStatement &statement) const;

private:
    static FilterSql ofKind(const Dialect &dialect, const CallKind &kind);
    void requireChoice(const Dialect &dialect, const CallChoice &choice);
    void requireDrill(const Dialect &dialect, const CallFilter &filter);
    QStringList m_conditions;
    QVariantList m_values;
};

} // namespace callboard
