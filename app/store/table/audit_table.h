// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace callboard {

class Connection;

/// The audit log (table `audit`): what was revealed, exported, erased, removed or restored.
namespace AuditTable {

/// Adds a line; in the caller's transaction, if there is one. `at` in epoch ms. Throws StoreError.
void append(Connection &connection, qint64 at, const QString &action, const QString &detail);

/// "user@host" of this program.
QString currentUser();

} // namespace AuditTable
} // namespace callboard
