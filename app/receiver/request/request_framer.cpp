// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/request/request_framer.h"

#include <algorithm>

namespace callboard {

namespace {

constexpr qsizetype SqueezedBytes = 512; ///< less is not worth a copy

} // namespace

void RequestFramer::append(const QByteArray &bytes)
{
    if (m_phase == Phase::Ended)
        return;
    if (m_input.isEmpty())
        m_input = bytes;
    else
        m_input.append(bytes);
}

RequestFramer::Phase RequestFramer::phase() const
{
    return m_phase == Phase::Head && m_input.isEmpty() ? Phase::Idle : m_phase;
}

RequestFramer::Step RequestFramer::next()
{
    switch (m_phase) {
    case Phase::Idle:
    case Phase::Head:
        return readHead();
    case Phase::Body:
        return m_screened ? readBody() : startBody();
    case Phase::Ended:
        break;
    }
    return Step::NeedMore;
}

VerifiedRequest RequestFramer::takeRequest()
{
    return std::exchange(m_request, VerifiedRequest());
}

/// Some senders end a body with one CRLF too many (RFC 9112, section 2.2).
void RequestFramer::skipBlankLines()
{
    qsizetype skip = 0;
    while (QByteArrayView(m_input).sliced(skip).startsWith("\r\n"))
        skip += 2;
    if (skip > 0)
        consume(skip);
}

/// Gives the memory back with the last byte: a connection that waits for its next request holds nothing.
void RequestFramer::consume(qsizetype size)
{
    if (size == m_input.size())
        m_input.clear();
    else
        m_input.remove(0, size);
}

RequestFramer::Step RequestFramer::readHead()
{
    if (m_scanned == 0)
        skipBlankLines();
    if (m_input.isEmpty() || m_input == "\r")
        return Step::NeedMore;
    if (!isTokenChar(m_input.front()))
        return violated({400, "This is not the beginning of an HTTP request."});
    for (qsizetype end = m_input.indexOf('\n', m_scanned); end >= 0; end = m_input.indexOf('\n', m_scanned)) {
        if (m_input.at(end - 1) != '\r')
            return violated({400, "A line does not end in CR and LF."});
        if (end - 1 == m_lineStart)
            return headEnded(m_lineStart);
        m_scanned = m_lineStart = end + 1;
    }
    m_scanned = m_input.size();
    if (m_lineStart == 0 && m_input.size() > m_limits.targetBytes + 64)
        return violated({414, "The request target is too long."});
    if (m_input.size() > m_limits.headBytes)
        return violated({431, "The request head is too large."});
    return Step::NeedMore;
}

RequestFramer::Step RequestFramer::headEnded(qsizetype lineStart)
{
    if (lineStart > m_limits.headBytes)
        return violated({431, "The request head is too large."});
    auto parsed = parseHead(QByteArrayView(m_input).first(lineStart), m_limits);
    if (const auto *violation = std::get_if<Violation>(&parsed))
        return violated(*violation);
    consume(lineStart + 2);
    m_scanned = m_lineStart = 0;
    m_request.head = std::get<RequestHead>(std::move(parsed));
    m_phase = Phase::Body;
    m_screened = false;
    return Step::HeadRead;
}

bool RequestFramer::skipBody(bool mayGoOn)
{
    const RequestHead head = takeRequest().head;
    const bool bounded = !head.chunked && !head.expectContinue && head.contentLength <= m_limits.bodyBytes;
    if (!mayGoOn || !head.keepAlive || (head.hasBody() && !bounded)) {
        end();
        return false;
    }
    m_toSkip = std::max<qint64>(0, head.contentLength);
    m_phase = m_toSkip > 0 ? Phase::Body : Phase::Head;
    m_screened = true;
    return true;
}

RequestFramer::Step RequestFramer::passOver()
{
    const qsizetype size = std::min<qint64>(m_toSkip, m_input.size());
    consume(size);
    m_toSkip -= size;
    if (m_toSkip > 0)
        return Step::NeedMore;
    m_phase = Phase::Head;
    return readHead();
}

void RequestFramer::end()
{
    m_phase = Phase::Ended;
    m_toSkip = 0;
    m_input.clear();
    m_chunks.reset();
}

void RequestFramer::squeeze()
{
    if (m_input.capacity() > 2 * m_input.size() + SqueezedBytes)
        m_input = QByteArray(m_input.constData(), m_input.size());
}

qint64 RequestFramer::heldBytes() const
{
    return m_input.capacity() + (m_chunks ? m_chunks->body().capacity() : 0);
}

RequestFramer::Step RequestFramer::startBody()
{
    m_screened = true;
    if (!m_request.head.hasBody())
        return complete(QByteArray(), false);
    if (m_request.head.chunked)
        m_chunks.emplace(m_limits);
    const bool refusable = m_request.head.contentLength > m_limits.bodyBytes;
    if (!m_request.head.expectContinue || !m_input.isEmpty())
        return readBody();
    return refusable ? complete(QByteArray(), true) : Step::SendContinue;
}

RequestFramer::Step RequestFramer::readBody()
{
    if (m_toSkip > 0)
        return passOver();
    return m_request.head.chunked ? readChunks() : readPlainBody();
}

RequestFramer::Step RequestFramer::readPlainBody()
{
    const qint64 length = m_request.head.contentLength;
    const bool tooLarge = length > m_limits.bodyBytes;
    const qint64 wanted = tooLarge ? std::min(m_limits.keptBytes, length) : length;
    if (m_input.size() < wanted)
        return Step::NeedMore;
    const QByteArray body = m_input.first(wanted);
    consume(wanted);
    return complete(body, tooLarge);
}

RequestFramer::Step RequestFramer::readChunks()
{
    qsizetype used = 0;
    const ChunkDecoder::State state = m_chunks->feed(m_input, &used);
    consume(used);
    switch (state) {
    case ChunkDecoder::State::NeedMore:
        return Step::NeedMore;
    case ChunkDecoder::State::Done:
        return complete(m_chunks->body(), false);
    case ChunkDecoder::State::TooLarge:
        return complete(m_chunks->body().first(std::min<qsizetype>(m_limits.keptBytes, m_chunks->body().size())), true);
    case ChunkDecoder::State::Malformed:
        break;
    }
    return violated({400, "The chunked body is malformed."});
}

RequestFramer::Step RequestFramer::complete(const QByteArray &body, bool tooLarge)
{
    m_request.body = body;
    m_request.tooLarge = tooLarge;
    m_chunks.reset();
    m_phase = m_request.closes() ? Phase::Ended : Phase::Head;
    if (m_phase == Phase::Ended)
        m_input.clear();
    return Step::Complete;
}

RequestFramer::Step RequestFramer::violated(const Violation &violation)
{
    m_violation = violation;
    end();
    return Step::Violated;
}

} // namespace callboard
