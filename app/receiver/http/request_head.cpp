// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/http/request_head.h"

#include <algorithm>
#include <array>
#include <optional>

namespace callboard {

namespace {

using MaybeViolation = std::optional<Violation>;

constexpr qsizetype LongestMethod = 32;
constexpr qsizetype LongestLength = 15; // digits of a Content-Length: always fits qint64

Violation bad(const char *reason)
{
    return Violation{400, reason};
}

constexpr std::array<bool, 256> tokenTable()
{
    std::array<bool, 256> table{};
    for (const char *c = "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"; *c; ++c)
        table[static_cast<unsigned char>(*c)] = true;
    return table;
}

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenChar);
}

bool isVisible(char c)
{
    return c > 0x20 && c < 0x7f;
}

bool isFieldChar(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte == '\t' || (byte >= 0x20 && byte != 0x7f);
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool equals(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

/// True when the comma-separated list has that element, in any case.
bool listHas(QByteArrayView list, QByteArrayView element)
{
    while (!list.isEmpty()) {
        const qsizetype comma = list.indexOf(',');
        if (equals((comma < 0 ? list : list.first(comma)).trimmed(), element))
            return true;
        list = comma < 0 ? QByteArrayView() : list.sliced(comma + 1);
    }
    return false;
}

bool isPlausibleHost(QByteArrayView host)
{
    return std::all_of(host.begin(), host.end(),
                       [](char c) { return isVisible(c) && !QByteArrayView("/?#@\\\"<>{}|^`,").contains(c); });
}

/// Set by what stands in front of the receiver and passes on the requests of others.
bool isForwarding(QByteArrayView name)
{
    static constexpr QByteArrayView Others[] = {"forwarded",           "via",
                                                "x-real-ip",           "x-client-ip",
                                                "x-cluster-client-ip", "x-original-forwarded-for",
                                                "true-client-ip",      "cf-connecting-ip",
                                                "fastly-client-ip"};
    constexpr QByteArrayView Family = "x-forwarded-"; // for, host, proto, port, server
    return equals(name.first(std::min(name.size(), Family.size())), Family)
        || std::any_of(std::begin(Others), std::end(Others),
                       [name](QByteArrayView other) { return equals(name, other); });
}

bool isAcceptedTarget(QByteArrayView target)
{
    const bool form =
        target.startsWith('/') || target == "*" || target.startsWith("http://") || target.startsWith("https://");
    return form && std::all_of(target.begin(), target.end(), isVisible);
}

/// Where a parameter ends: at the next semicolon that is not inside quotes.
qsizetype endOfParameter(QByteArrayView text)
{
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && isQuoted)
            ++i;
        else if (text[i] == '"')
            isQuoted = !isQuoted;
        else if (text[i] == ';' && !isQuoted)
            return i;
    }
    return text.size();
}

/// The parameter of that name in `text/plain; charset=GBK`, without quotes.
QByteArray charsetOf(QByteArrayView contentType)
{
    for (qsizetype end = endOfParameter(contentType); end < contentType.size(); end = endOfParameter(contentType)) {
        contentType = contentType.sliced(end + 1);
        const QByteArrayView parameter = contentType.first(endOfParameter(contentType)).trimmed();
        const qsizetype equal = parameter.indexOf('=');
        if (equal < 0 || !equals(parameter.first(equal).trimmed(), "charset"))
            continue;
        QByteArrayView value = parameter.sliced(equal + 1).trimmed();
        if (value.size() > 1 && value.startsWith('"') && value.endsWith('"'))
            value = value.sliced(1, value.size() - 2);
        return value.toByteArray();
    }
    return {};
}

/// Reads one head line by line and remembers which of the framing fields were there.
class HeadReader
{
public:
    explicit HeadReader(const FramingLimits &limits)
        : m_limits(limits)
    { }

    MaybeViolation requestLine(QByteArrayView line);
    MaybeViolation field(QByteArrayView line);
    MaybeViolation finish();
    RequestHead take() { return std::move(m_head); }

private:
    MaybeViolation version(QByteArrayView text);
    MaybeViolation store(QByteArrayView name, QByteArrayView value);
    MaybeViolation contentLength(QByteArrayView value);
    MaybeViolation transferEncoding(QByteArrayView value);
    MaybeViolation contentType(QByteArrayView value);
    MaybeViolation contentEncoding(QByteArrayView value);
    MaybeViolation connection(QByteArrayView value);
    MaybeViolation expect(QByteArrayView value);
    MaybeViolation once(QByteArray &place, bool &seen, QByteArrayView value);

    const FramingLimits &m_limits;
    RequestHead m_head;
    int m_fields = 0;
    bool m_hostSeen = false, m_authorizationSeen = false, m_close = false, m_keepAlive = false;
};

MaybeViolation HeadReader::requestLine(QByteArrayView line)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (first < 0 || last == first)
        return bad("The request line is not method, target and version.");
    const QByteArrayView method = line.first(first);
    const QByteArrayView target = line.sliced(first + 1, last - first - 1);
    if (!isToken(method) || method.size() > LongestMethod)
        return bad("The method is not a token.");
    if (target.size() > m_limits.targetBytes)
        return Violation{414, "The request target is too long."};
    if (!isAcceptedTarget(target))
        return bad("The request target is not one.");
    m_head.method = method.toByteArray();
    m_head.target = target.toByteArray();
    return version(line.sliced(last + 1));
}

MaybeViolation HeadReader::version(QByteArrayView text)
{
    const bool shape =
        text.size() == 8 && text.startsWith("HTTP/") && isDigit(text[5]) && text[6] == '.' && isDigit(text[7]);
    if (!shape)
        return bad("The protocol version is malformed.");
    if (text[5] != '1' || text[7] > '1')
        return Violation{505, "Only HTTP/1.0 and HTTP/1.1 are spoken here."};
    m_head.http10 = text[7] == '0';
    return {};
}

MaybeViolation HeadReader::field(QByteArrayView line)
{
    if (++m_fields > m_limits.fields)
        return Violation{431, "There are too many header fields."};
    const qsizetype colon = line.indexOf(':');
    if (colon < 0 || !isToken(line.first(colon)))
        return bad("A header field has no proper name.");
    const QByteArrayView value = line.sliced(colon + 1);
    if (!std::all_of(value.begin(), value.end(), isFieldChar))
        return bad("A header field holds a control character.");
    return store(line.first(colon), value.trimmed());
}

MaybeViolation HeadReader::store(QByteArrayView name, QByteArrayView value)
{
    if (equals(name, "host"))
        return once(m_head.host, m_hostSeen, value);
    if (equals(name, "content-length"))
        return contentLength(value);
    if (equals(name, "transfer-encoding"))
        return transferEncoding(value);
    if (equals(name, "connection"))
        return connection(value);
    if (equals(name, "expect"))
        return expect(value);
    if (equals(name, "authorization"))
        return once(m_head.authorization, m_authorizationSeen, value);
    if (equals(name, "content-type"))
        return contentType(value);
    if (equals(name, "content-encoding"))
        return contentEncoding(value);
    if (equals(name, "upgrade") && listHas(value, "websocket"))
        return bad("There is no web socket here.");
    if (equals(name, "x-forwarded-for"))
        m_head.forwardedFor += (m_head.forwardedFor.isEmpty() ? "" : ",") + value.toByteArray();
    m_head.forwarded = m_head.forwarded || isForwarding(name);
    return {};
}

MaybeViolation HeadReader::once(QByteArray &place, bool &seen, QByteArrayView value)
{
    if (seen)
        return bad("A header field that must be single came twice.");
    seen = true;
    place = value.toByteArray();
    return {};
}

MaybeViolation HeadReader::contentLength(QByteArrayView value)
{
    const bool digits = !value.isEmpty() && std::all_of(value.begin(), value.end(), isDigit);
    if (m_head.contentLength >= 0 || !digits || value.size() > LongestLength)
        return bad("The Content-Length is not one plain number.");
    m_head.contentLength = value.toLongLong();
    return {};
}

MaybeViolation HeadReader::transferEncoding(QByteArrayView value)
{
    if (m_head.chunked)
        return bad("The Transfer-Encoding came twice.");
    if (!equals(value, "chunked"))
        return Violation{501, "The only transfer coding known here is chunked."};
    m_head.chunked = true;
    return {};
}

/// Any type is taken; of two the first one counts.
MaybeViolation HeadReader::contentType(QByteArrayView value)
{
    if (m_head.charset.isEmpty())
        m_head.charset = charsetOf(value);
    return {};
}

MaybeViolation HeadReader::contentEncoding(QByteArrayView value)
{
    if (!m_head.contentEncoding.isEmpty())
        m_head.contentEncoding += ", ";
    m_head.contentEncoding += value.toByteArray();
    return {};
}

MaybeViolation HeadReader::connection(QByteArrayView value)
{
    m_close = m_close || listHas(value, "close");
    m_keepAlive = m_keepAlive || listHas(value, "keep-alive");
    return {};
}

MaybeViolation HeadReader::expect(QByteArrayView value)
{
    if (!equals(value, "100-continue"))
        return Violation{417, "The only expectation met here is 100-continue."};
    m_head.expectContinue = true;
    return {};
}

MaybeViolation HeadReader::finish()
{
    if (m_head.chunked && (m_head.contentLength >= 0 || m_head.http10))
        return bad("A chunked body must be HTTP/1.1 and have no Content-Length.");
    if ((!m_hostSeen && !m_head.http10) || !isPlausibleHost(m_head.host))
        return bad("The Host is missing or malformed.");
    if (m_head.method == "POST" && !m_head.chunked && m_head.contentLength < 0)
        return Violation{411, "A POST needs a Content-Length or a chunked body."};
    m_head.keepAlive = !m_close && (!m_head.http10 || m_keepAlive);
    m_head.expectContinue = m_head.expectContinue && !m_head.http10;
    return {};
}

} // namespace

bool isTokenChar(char c)
{
    static constexpr std::array<bool, 256> table = tokenTable();
    return table[static_cast<unsigned char>(c)];
}

std::variant<RequestHead, Violation> parseHead(QByteArrayView head, const FramingLimits &limits)
{
    HeadReader reader(limits);
    bool first = true;
    while (!head.isEmpty()) {
        const qsizetype end = head.indexOf("\r\n");
        if (end < 0)
            return bad("A line does not end in CR and LF.");
        const QByteArrayView line = head.first(end);
        const MaybeViolation violation = first ? reader.requestLine(line) : reader.field(line);
        if (violation)
            return *violation;
        first = false;
        head = head.sliced(end + 2);
    }
    if (const MaybeViolation violation = first ? bad("There is no request line.") : reader.finish())
        return *violation;
    return reader.take();
}

} // namespace callboard
