// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/protocol/push_message.h"
#include "store/journal/journal_gaps.h"

#include <optional>

namespace callboard {

/// Which calls a rebuild can make again completely. It gathers what the messages of the journal say of each call, and
/// compares that with the stored call: a call is replaced only where nothing of it can be lost. Lives for one rebuild,
/// inside its transaction, in tables of its own. Throws StoreError.
class RebuildPlan
{
public:
    explicit RebuildPlan(Connection &connection);

    /// Adds one message; they come by number.
    void add(qint64 pushNumber, qint64 arrivedAt, const PartMessage &message);
    /// A number without a message that can be read.
    void addHole(const JournalGap &hole);

    /// All messages are added: takes away the calls that are to be made again. Without holes these are all.
    void clearCalls();
    qint64 callsToMake() const { return m_callsToMake; }
    bool isToMake(const QString &uuid) const;
    /// Removes the plan's tables.
    void finish();

private:
    void spareIncomplete();
    void spareThoseWithMoreFields();

    Connection &m_connection;
    bool m_hasHoles = false;
    qint64 m_callsToMake = 0;
};

} // namespace callboard
