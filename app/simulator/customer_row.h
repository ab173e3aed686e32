// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace callboard {

/// What a column of a campaign's customer list holds.
enum class RowColumnKind : quint8 { Phone, Landline, Name, City, Address, Amount, Date, Product, Level, Plate };

/// One column of a customer list, as a campaign's owner would have named it.
struct RowColumn
{
    RowColumnKind kind = RowColumnKind::Phone;
    const char *head = ""; ///< UTF-8
};

/// The invented customer number of a row, from the range 199000xxxxx that the specification's example uses.
QByteArray customerNumber(quint64 rowSeed);

/// The invented values of a row, UTF-8, one per column, free of characters that JSON would escape. They depend on the
/// seed alone, so a retried row shows the same customer again.
QList<QByteArray> customerValues(const QList<RowColumn> &columns, quint64 rowSeed);

} // namespace callboard
