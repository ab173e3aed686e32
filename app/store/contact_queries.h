// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call_filter.h"
#include "store/connection.h"

#include <QHash>
#include <QList>

/// Questions about contacts (data rows of a task). On a reader's connection; may be interrupted; throw StoreError.
namespace callboard {

/// Contacts that were tried at all, by task: the numerator of a campaign's progress. `taskIds` empty: all tasks.
QHash<QString, qint64> countTriedContacts(Connection &connection, const QStringList &taskIds);

/// Contacts with a connected call, for each minute of the range, oldest first. A contact counts once a minute.
QList<qint64> contactsReachedByMinute(Connection &connection, const TimeRange &range, const QStringList &taskIds);

} // namespace callboard
