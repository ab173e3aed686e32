// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/request/reply_queue.h"

namespace callboard {

quint64 ReplyQueue::open(const DueReply &due)
{
    m_due.push_back(due);
    return m_first + m_due.size() - 1;
}

DueReply *ReplyQueue::find(quint64 sequence)
{
    if (sequence < m_first || sequence - m_first >= m_due.size())
        return nullptr;
    DueReply &due = m_due[sequence - m_first];
    return due.bytes ? nullptr : &due;
}

QByteArray ReplyQueue::takeReady(bool *closes)
{
    QByteArray bytes;
    while (!m_due.empty() && m_due.front().bytes && !*closes) {
        bytes.append(*m_due.front().bytes);
        *closes = m_due.front().framing.close;
        m_due.pop_front();
        ++m_first;
    }
    return bytes;
}

} // namespace callboard
