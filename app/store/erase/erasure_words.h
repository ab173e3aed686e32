// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QStringList>

namespace callboard {

/// "3 calls", "1 key of a contact": rows of a table of the store, for a person. English, for the terminal and the audit
/// log. Pure; any thread.
QString rowsText(const QString &table, qint64 rows);

/// The same for several tables, in the order in which they matter to a person.
QStringList rowsTexts(const QMap<QString, qint64> &rows);

} // namespace callboard
