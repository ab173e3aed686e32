// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/connection.h"

#include <QList>

/// What the settings ask about the store. On a reader's connection; they throw StoreError.
namespace callboard {

/// One line of the audit log: a reveal of personal data, an unmasked export.
struct AuditEntry
{
    qint64 id = 0;
    qint64 at = 0; ///< epoch ms
    QString action, detail;

    friend bool operator==(const AuditEntry &, const AuditEntry &) = default;
};

/// Newest first; `beforeId` is the last id of the page before (0: from the top).
QList<AuditEntry> loadAuditPage(Connection &connection, qint64 beforeId, int limit);

/// The names of all customer columns (`task_row_head`) that calls have brought, sorted.
QStringList loadCustomerColumns(Connection &connection);

/// All result codes that calls have brought, sorted as texts.
QStringList loadSeenCodes(Connection &connection);

} // namespace callboard
