// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/call_record.h"
#include "store/database/connection.h"

#include <QHash>
#include <QSet>

namespace callboard {

/// Keeps the table `contact` in step with the calls, inside the writer's transaction. One per batch; writer's thread.
///
/// A call that newly belongs to a contact is added; where the image of a call that already counted changed, its
/// contacts are counted again from their calls after all calls of the batch are written.
class ContactTable
{
public:
    explicit ContactTable(Connection &connection)
        : m_connection(connection)
    { }

    /// Notes that a call changed from one image to another (`before` null: it is new).
    /// `key` is contactKey(after).
    void note(const CallRecord *before, const CallRecord &after, const QString &key);
    /// Writes the additions; contactIdOf() then knows every contact noted.
    void writeAdditions();
    /// The contact's row, 0 where the call has none.
    qint64 contactIdOf(const CallRecord &call, const QString &key) const;
    /// Counts again what could not be added. Call after the calls are written.
    void recountChanged();

private:
    struct Addition
    {
        qint64 attempts = 0, connected = 0, outcomes = 0;
        qint64 lastAt = 0, lastTries = 0, lastAnswered = 0;
        QString lastResult;
        qint64 id = 0;
    };
    using Key = std::pair<QString, QString>; // task, contact key
    static void add(Addition &to, const CallRecord &call);
    void write(const Key &key, Addition &addition);

    Connection &m_connection;
    QHash<Key, Addition> m_additions;
    QSet<qint64> m_changed;
    QSet<Key> m_changedKeys;
};

} // namespace callboard
