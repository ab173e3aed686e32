// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/campaign_queries.h"
#include "store/figure_cells.h"
#include "store/filter_sql.h"

/// What the questions of the Campaigns page have in common.
namespace callboard {

/// The calls of a filter that belong to a contact.
FilterSql contactSql(const CallFilter &filter);

/// Contacts by task, from one pass over the list's index.
QMap<QString, ContactFigures> loadContactFigures(Connection &connection, const CallFilter &filter,
                                                 const FigureRules &rules);

} // namespace callboard
