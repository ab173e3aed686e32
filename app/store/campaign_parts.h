// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/campaign_queries.h"
#include "store/filter_sql.h"

/// What the questions of the Campaigns page have in common.
namespace callboard {

/// The calls of a scope; with `contacts` only those that belong to a contact.
FilterSql scopeSql(const TimeRange &range, const QStringList &taskIds, bool contacts);

/// Contacts by task, from one pass over the list's index.
QMap<QString, ContactFigures> loadContactFigures(Connection &connection, const TimeRange &range,
                                                 const QStringList &taskIds, const FigureRules &rules);

} // namespace callboard
