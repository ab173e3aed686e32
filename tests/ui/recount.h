// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/call_record.h"
#include "record/figures/figure_table.h"
#include "record/figures/figures.h"
#include "store/read/queries.h"

#include <QMap>
#include <QSet>

namespace callboard::test {

/// All calls of a filter, newest first, in the pages in which `callboardctl calls` lists them.
QList<CallRecord> listCalls(Connection &connection, const CallFilter &filter);

/// What somebody counts who has the list of calls, the definitions and a pencil: nothing of the program's own counting
/// is used. Codes mean what the catalogue and meaningsOfRecount() say.
struct Recount
{
    qint64 calls = 0, answered = 0, allTalkMs = 0;
    qint64 both = 0, outboundOnly = 0, inbound = 0;
    qint64 attempts = 0, seizures = 0, connected = 0, awaiting = 0, talkMs = 0;
    qint64 success = 0, settledSuccess = 0, lineFaults = 0;
    std::array<qint64, OutcomeClassCount> byClass{}; ///< of attempts with an outcome
    std::array<qint64, TalkClassCount> talkClasses{}; ///< of connected calls
    QMap<QString, qint64> results; ///< attempts by code
    QMap<QString, qint64> saidResults; ///< of all calls that said one
    QMap<std::pair<QString, bool>, qint64> splits; ///< attempts by code and whether they were answered
    QMap<std::pair<QString, int>, qint64> settled; ///< attempts with an outcome by code and class
    QSet<qint64> contacts, connectedContacts, successfulContacts;
    QMap<QString, qint64> lastResults; ///< contacts by the code of their last call

    /// Newest first, or the last call of a contact is not found.
    void add(const CallRecord &call);
    Ratio ratio(Metric metric) const; ///< of those that need no minutes
    Ratio contactRatio() const { return {connectedContacts.size(), contacts.size()}; }

private:
    void addAttempt(const CallRecord &call);
    void addContact(const CallRecord &call);
};

/// One count for each key that `keyOf` finds.
template <class Key, class KeyOf>
QMap<Key, Recount> recountBy(const QList<CallRecord> &calls, KeyOf keyOf)
{
    QMap<Key, Recount> counts;
    for (const CallRecord &call : calls)
        counts[keyOf(call)].add(call);
    return counts;
}

/// What Recount takes codes to mean beside the catalogue: "5" is a line fault, "x" a success and a timeout. Task "2"
/// has the success rule that seedRandomCalls() gives it.
QList<ResultMeaning> meaningsOfRecount();

} // namespace callboard::test
