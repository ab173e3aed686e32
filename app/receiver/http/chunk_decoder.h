// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receiver/http/request_head.h"

namespace callboard {

/// Takes a chunked body apart (RFC 9112, section 7.1), piece by piece as it arrives. Strict: sizes are hexadecimal
/// digits only, every chunk ends where it said, and there are no trailers. Extensions are ignored up to a line length.
/// Not thread-safe, no I/O.
class ChunkDecoder
{
public:
    enum class State : quint8 { NeedMore, Done, TooLarge, Malformed };

    explicit ChunkDecoder(const FramingLimits &limits)
        : m_limits(limits)
    { }

    /// Takes what it can of the input and says how far it came; `used` is the number of bytes taken.
    State feed(QByteArrayView input, qsizetype *used);
    /// The body so far.
    const QByteArray &body() const { return m_body; }

private:
    enum class Expecting : quint8 { SizeLine, Data, DataEnd, LastLine };

    State readSizeLine(QByteArrayView &input);
    State readData(QByteArrayView &input);
    State readLineEnd(QByteArrayView &input, bool last);
    State step(QByteArrayView &input);
    State begin(qint64 size);

    const FramingLimits m_limits;
    Expecting m_expecting = Expecting::SizeLine;
    qint64 m_left = 0; ///< bytes of the current chunk still to come
    QByteArray m_body;
};

} // namespace callboard
