// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/call_generator.h"

#include <QHash>
#include <QJsonObject>
#include <QMap>
#include <QSet>

namespace callboard {

/// What a fresh store must say once every message that was sent has arrived: the same document as
/// `callboardctl totals --json`. Counted from the generated calls, never through the merge code that it checks.
class Expectation
{
public:
    /// Counts a call of which these messages are sent (at least once). A call without any sent message never existed.
    void addCall(const SimulatedCall &call, const CampaignProfile &campaign, bool basicSent, bool outboundSent);
    /// Counts one more copy of a message that is sent anyway.
    void addCopy();

    QJsonObject toJson() const;

private:
    struct TaskTotals
    {
        qint64 calls = 0, answered = 0, talkMs = 0;
        QSet<quint64> rows;
        QHash<const ResultCode *, qint64> results;
    };
    static QJsonObject taskJson(const QByteArray &taskId, const TaskTotals &task);

    qint64 m_calls = 0, m_basicOnly = 0, m_outboundOnly = 0, m_both = 0;
    qint64 m_answered = 0, m_messages = 0, m_copies = 0;
    QMap<QByteArray, TaskTotals> m_tasks; ///< sorted as text
};

} // namespace callboard
