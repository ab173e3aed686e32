// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/expectation.h"

#include <QJsonArray>

namespace callboard {

using namespace Qt::StringLiterals;

void Expectation::addCall(const SimulatedCall &call, const CampaignProfile &campaign, bool basicSent, bool outboundSent)
{
    if (!basicSent && !outboundSent)
        return;
    m_messages += (basicSent ? 1 : 0) + (outboundSent ? 1 : 0);
    ++m_calls;
    ++(basicSent && outboundSent ? m_both : (basicSent ? m_basicOnly : m_outboundOnly));
    m_answered += call.isAnswered() ? 1 : 0;
    if (!outboundSent)
        return; // a basic message names no task
    TaskTotals &task = m_tasks[campaign.taskId];
    ++task.calls;
    task.rows.insert(call.row);
    ++task.results[call.result];
    if (call.isAnswered()) {
        ++task.answered;
        task.talkMs += call.hangupMs - call.answerMs;
    }
}

void Expectation::addCopy()
{
    ++m_messages;
    ++m_copies;
}

QJsonObject Expectation::taskJson(const QByteArray &taskId, const TaskTotals &task)
{
    QJsonObject results;
    for (auto it = task.results.cbegin(); it != task.results.cend(); ++it)
        results.insert(it.key()->code, it.value());
    return {{u"task_id"_s, QString::fromUtf8(taskId)},
            {u"calls"_s, task.calls},
            {u"answered"_s, task.answered},
            {u"contacts"_s, static_cast<qint64>(task.rows.size())},
            {u"talk_ms"_s, task.talkMs},
            {u"results"_s, results}};
}

QJsonObject Expectation::toJson() const
{
    QJsonArray tasks;
    for (auto it = m_tasks.cbegin(); it != m_tasks.cend(); ++it)
        tasks.append(taskJson(it.key(), it.value()));
    const QJsonObject parts{{u"basic_only"_s, m_basicOnly}, {u"outbound_only"_s, m_outboundOnly}, {u"both"_s, m_both}};
    const QJsonObject pushes{{u"accepted"_s, m_messages}, {u"repeated"_s, m_copies}, {u"rejected"_s, 0}};
    return {{u"calls"_s, m_calls},
            {u"parts"_s, parts},
            {u"answered"_s, m_answered},
            {u"pushes"_s, pushes},
            {u"tasks"_s, tasks}};
}

} // namespace callboard
