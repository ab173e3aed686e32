// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/http/chunk_decoder.h"

#include <algorithm>
#include <optional>

namespace callboard {

namespace {

constexpr qsizetype LongestSize = 8; // hexadecimal digits: always fits qint64

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isExtensionChar(char c)
{
    return c == '\t' || (c >= 0x20 && c < 0x7f);
}

/// The size that a chunk line names, or nothing when it is not properly one.
std::optional<qint64> parseSizeLine(QByteArrayView line)
{
    const auto digitsEnd = std::find_if_not(line.begin(), line.end(), isHexDigit);
    const QByteArrayView digits = line.first(digitsEnd - line.begin());
    const QByteArrayView rest = line.sliced(digits.size());
    const bool extension = rest.isEmpty() || rest.trimmed().startsWith(';');
    if (digits.isEmpty() || digits.size() > LongestSize || !extension)
        return std::nullopt;
    if (!std::all_of(rest.begin(), rest.end(), isExtensionChar))
        return std::nullopt;
    return digits.toLongLong(nullptr, 16);
}

} // namespace

ChunkDecoder::State ChunkDecoder::feed(QByteArrayView input, qsizetype *used)
{
    QByteArrayView rest = input;
    State state = State::NeedMore;
    qsizetype before = -1;
    while (state == State::NeedMore && !rest.isEmpty() && rest.size() != before) {
        before = rest.size();
        state = step(rest);
    }
    *used = input.size() - rest.size();
    return state;
}

ChunkDecoder::State ChunkDecoder::step(QByteArrayView &input)
{
    switch (m_expecting) {
    case Expecting::SizeLine:
        return readSizeLine(input);
    case Expecting::Data:
        return readData(input);
    case Expecting::DataEnd:
        return readLineEnd(input, false);
    case Expecting::LastLine:
        return readLineEnd(input, true);
    }
    return State::Malformed;
}

ChunkDecoder::State ChunkDecoder::readSizeLine(QByteArrayView &input)
{
    const qsizetype end = input.indexOf('\n');
    if (end < 0)
        return input.size() > m_limits.chunkLineBytes ? State::Malformed : State::NeedMore;
    if (end < 1 || end > m_limits.chunkLineBytes || input[end - 1] != '\r')
        return State::Malformed;
    const auto size = parseSizeLine(input.first(end - 1));
    input = input.sliced(end + 1);
    return size ? begin(*size) : State::Malformed;
}

ChunkDecoder::State ChunkDecoder::begin(qint64 size)
{
    m_left = size;
    m_expecting = size == 0 ? Expecting::LastLine : Expecting::Data;
    return State::NeedMore;
}

ChunkDecoder::State ChunkDecoder::readData(QByteArrayView &input)
{
    const qint64 room = m_limits.bodyBytes - m_body.size();
    const qint64 wanted = std::min<qint64>({m_left, input.size(), room});
    m_body.append(input.first(wanted));
    input = input.sliced(wanted);
    m_left -= wanted;
    if (m_left > 0 && wanted == room)
        return State::TooLarge;
    if (m_left == 0)
        m_expecting = Expecting::DataEnd;
    return State::NeedMore;
}

ChunkDecoder::State ChunkDecoder::readLineEnd(QByteArrayView &input, bool last)
{
    if (input.front() != '\r' || (input.size() > 1 && input[1] != '\n'))
        return State::Malformed;
    if (input.size() < 2)
        return State::NeedMore;
    input = input.sliced(2);
    m_expecting = Expecting::SizeLine;
    return last ? State::Done : State::NeedMore;
}

} // namespace callboard
