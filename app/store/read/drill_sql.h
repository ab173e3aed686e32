// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/filter/call_filter.h"

#include <QVariantList>

namespace callboard {

class Dialect;

/// One condition with its values, in order.
struct SqlCondition
{
    QString text;
    QVariantList values;
};

/// The conditions of CallFilter::drill about a row of `call` that the query calls `owner`; all but OncePerContact,
/// which needs the whole filter.
QList<SqlCondition> drillConditions(const Dialect &dialect, const CallFilter &filter, const QString &owner);

/// The value that the call `owner` has in a customer column, '' where it has none; binds the column's name.
QString customerValueSql(const Dialect &dialect, const QString &owner);

} // namespace callboard
