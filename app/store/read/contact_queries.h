// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/filter/call_filter.h"
#include "store/database/connection.h"
#include "store/read/queries.h"

#include <QHash>
#include <QList>
#include <QTimeZone>

/// Questions about contacts (data rows of a task). On a reader's connection; may be interrupted; throw StoreError.
namespace callboard {

/// Contacts that were tried at all, by task: the numerator of a campaign's progress. `taskIds` empty: all tasks.
QHash<QString, ContactCount> countTriedContacts(Connection &connection, const QStringList &taskIds);

/// Contacts with a connected call, for each minute of the range, oldest first. A contact counts once a minute.
QList<qint64> contactsReachedByMinute(Connection &connection, const TimeRange &range, const QStringList &taskIds);

/// From which moment on calls are kept (epoch ms, the start of a quarter hour; 0: all are), see kept_calls.h. Of those
/// before only the counts by time and task are there.
qint64 callsKeptSince(Connection &connection);

/// The tasks with outbound calls inside the range that are no longer kept: the one rule for which figures over contacts
/// have no value. It costs nothing where the range begins later than that.
QStringList tasksPartlyKept(Connection &connection, const TimeRange &range, const QStringList &taskIds);

/// "Calls are kept since 2026-09-01 00:00; earlier ones stay as counts, without figures of contacts."; empty where all
/// are kept or the range begins later.
QString keptSinceText(qint64 keptSince, const TimeRange &range = {},
                      const QTimeZone &zone = QTimeZone::systemTimeZone());
/// The moment in it.
QString keptSinceTime(qint64 keptSince, const QTimeZone &zone = QTimeZone::systemTimeZone());

} // namespace callboard
