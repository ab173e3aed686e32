// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receiver/http/reply.h"
#include "record/protocol/push_kind.h"

#include <deque>
#include <optional>

namespace callboard {

/// A request whose answer is due, and what is needed to write it.
struct DueReply
{
    ReplyFraming framing;
    Reply whenKept; ///< of a refused message: its answer once it is kept
    bool isPush = false; ///< was offered to the store
    bool isRefused = false; ///< offered as a refusal
    quint8 part = 0; ///< of an accepted record: its Part
    PushKind kind = PushKind::Record; ///< of an accepted message
    qint64 startedNs = 0; ///< when the request was complete, on the monotonic clock
    std::optional<QByteArray> bytes; ///< set once answered
};

/// The answers due on one connection, in the order of their requests: whichever is ready first, they leave in that
/// order. Pure. Not thread-safe.
class ReplyQueue
{
public:
    /// Opens a place at the end and returns its number.
    quint64 open(const DueReply &due);
    /// The place of that number while it has no answer, else nullptr.
    DueReply *find(quint64 sequence);
    /// Sets the answer of a place that find() returned.
    static void answer(DueReply &due, const QByteArray &bytes) { due.bytes = bytes; }
    /// All the bytes that may leave now; `closes` is set when the connection ends after them.
    QByteArray takeReady(bool *closes);
    /// How many places were ever opened.
    quint64 opened() const { return m_first - 1 + m_due.size(); }
    /// Places not taken yet.
    qsizetype pending() const { return static_cast<qsizetype>(m_due.size()); }

private:
    std::deque<DueReply> m_due;
    quint64 m_first = 1; ///< number of the front
};

} // namespace callboard
