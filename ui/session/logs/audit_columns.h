// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/settings/settings_queries.h"
#include "text/format.h"
#include "ui/common/tables/list_model.h"

namespace callboard {

/// The audit log, newest first, read page by page. The format must outlive it.
using AuditList = ListModel<AuditEntry>;
AuditList *makeAuditList(const Format &format, QObject *parent);
inline constexpr int AuditPageRows = 200;

/// What was done, in the language of the program.
QString auditActionText(const QString &action);

/// What an entry says besides, in the same language.
QString auditDetailText(const AuditEntry &entry, const Format &format);

} // namespace callboard
