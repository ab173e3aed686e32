// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/request/request_purpose.h"

#include <algorithm>
#include <optional>

namespace callboard {

namespace {

constexpr QByteArrayView BearerPrefix = "bearer ";
constexpr QByteArrayView TokenName = "token=";

struct Target
{
    QByteArrayView path, query;
};

/// Nothing for a target with a fragment, for `*`, and for one that names another host than the header does.
std::optional<Target> split(QByteArrayView target, QByteArrayView host)
{
    if (target.contains('#'))
        return std::nullopt;
    if (!target.startsWith('/')) {
        const qsizetype scheme = target.indexOf("://");
        if (scheme < 0)
            return std::nullopt;
        const QByteArrayView rest = target.sliced(scheme + 3);
        const auto end =
            std::find_if(rest.begin(), rest.end(), [](char c) { return c == '/' || c == '?'; }) - rest.begin();
        if (rest.first(end).compare(host, Qt::CaseInsensitive) != 0)
            return std::nullopt;
        target = rest.sliced(end);
    }
    const qsizetype mark = target.indexOf('?');
    if (mark < 0)
        return Target{target, {}};
    return Target{target.first(mark), target.sliced(mark + 1)};
}

QByteArray decoded(QByteArrayView text)
{
    return QByteArray::fromPercentEncoding(text.toByteArray());
}

bool isUnreserved(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '.'
        || c == '_' || c == '~' || c == '/';
}

/// True when every character that is written in percent signs has to be.
bool isPlainlyWritten(const QByteArray &path)
{
    for (qsizetype at = path.indexOf('%'); at >= 0; at = path.indexOf('%', at + 1)) {
        bool ok = false;
        const int code = path.mid(at + 1, 2).toInt(&ok, 16);
        if (!ok || isUnreserved(static_cast<char>(code)))
            return false;
    }
    return true;
}

/// The path as it was configured: itself, or with its characters beyond ASCII in percent signs.
bool isPath(QByteArrayView written, const QByteArray &path)
{
    if (written == path)
        return true;
    const QByteArray copy = written.contains('%') ? written.toByteArray() : QByteArray();
    return !copy.isEmpty() && isPlainlyWritten(copy) && decoded(copy) == path;
}

/// Names this folder or the one above, as one of its parts.
bool hasDots(const QByteArray &path)
{
    const QList<QByteArray> parts = path.split('/');
    return parts.contains(QByteArray(".")) || parts.contains(QByteArray(".."));
}

QByteArrayView bearerOf(QByteArrayView authorization)
{
    const auto start = authorization.first(std::min(authorization.size(), BearerPrefix.size()));
    if (start.compare(BearerPrefix, Qt::CaseInsensitive) != 0)
        return {};
    return authorization.sliced(BearerPrefix.size()).trimmed();
}

QByteArray queryToken(QByteArrayView query)
{
    while (!query.isEmpty()) {
        const qsizetype end = query.indexOf('&');
        const QByteArrayView item = end < 0 ? query : query.first(end);
        if (item.startsWith(TokenName))
            return decoded(item.sliced(TokenName.size()));
        query = end < 0 ? QByteArrayView() : query.sliced(end + 1);
    }
    return {};
}

/// The address of another module of the platform, where one part of the path is that of the first.
QByteArray besides(const QByteArray &path, QLatin1StringView module)
{
    return path.first(path.lastIndexOf('/') + 1) + QByteArray(module.data(), module.size());
}

HeadReading watchReading(const RequestHead &head, Purpose purpose)
{
    if (head.method == "GET" || head.method == "HEAD")
        return {purpose, {}, {}, {}, {}};
    return {Purpose::OtherMethod, "GET, HEAD", {}, {}, {}};
}

} // namespace

bool equalInConstantTime(QByteArrayView a, QByteArrayView b)
{
    unsigned difference = a.size() == b.size() ? 0U : 1U;
    for (qsizetype i = 0; i < a.size() && !b.isEmpty(); ++i)
        difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i % b.size()]);
    return difference == 0;
}

PurposeReader::PurposeReader(const ReceiverConfig &config)
{
    const QByteArray path = config.path.toUtf8();
    for (const PushKindInfo &info : config.kinds) {
        const bool isOwn = info.kind == PushKind::Record;
        const QByteArray own = isOwn ? path : besides(path, info.module);
        if (isOwn || own != path)
            m_paths.append({info.kind, own, own.endsWith('/') ? own : own + '/'});
    }
    for (const QByteArray &token : {config.token, config.secondToken}) {
        if (!token.isEmpty())
            m_tokens.append(token);
        m_anySlash = m_anySlash || token.contains('/');
    }
}

/// Every token is compared to its end, whichever fits.
bool PurposeReader::isToken(QByteArrayView given) const
{
    bool found = false;
    for (const QByteArray &token : m_tokens)
        found = equalInConstantTime(given, token) || found;
    return found;
}

HeadReading PurposeReader::pushReading(const RequestHead &head, PushKind kind, const QByteArray &segment)
{
    if (head.method != "POST")
        return {Purpose::OtherMethod, "POST", {}, {}, kind};
    return {Purpose::Push, {}, segment, {}, kind};
}

std::optional<HeadReading> PurposeReader::readPush(const RequestHead &head, QByteArrayView path) const
{
    const auto known =
        std::find_if(m_paths.begin(), m_paths.end(), [path](const PushPath &push) { return isPath(path, push.path); });
    return known == m_paths.end() ? std::nullopt : std::optional(pushReading(head, known->kind, {}));
}

/// A path of pushes with something behind it, which may be a token.
std::optional<HeadReading> PurposeReader::readPushWithSegment(const RequestHead &head, QByteArrayView path) const
{
    for (const PushPath &known : m_paths) {
        if (m_tokens.isEmpty() || !path.startsWith(known.segmentStart))
            continue;
        // A slash in a token may be written as it is. Whether it is the token shows in no answer of this.
        const QByteArrayView written = path.sliced(known.segmentStart.size());
        const QByteArray segment = decoded(written);
        if (!hasDots(segment) && (!written.contains('/') || m_anySlash))
            return pushReading(head, known.kind, segment);
    }
    return std::nullopt;
}

HeadReading PurposeReader::read(const RequestHead &head) const
{
    const std::optional<Target> target = split(head.target, head.host);
    if (!target)
        return {};
    HeadReading reading;
    if (const auto push = readPush(head, target->path))
        reading = *push;
    else if (target->path == "/healthz")
        reading = watchReading(head, Purpose::Health);
    else if (target->path == "/metrics")
        reading = watchReading(head, Purpose::Metrics);
    else if (const auto withSegment = readPushWithSegment(head, target->path)) // last: behind "/" stands everything
        reading = *withSegment;
    reading.query = target->query;
    return reading;
}

bool PurposeReader::isAuthorized(const RequestHead &head, const HeadReading &reading) const
{
    return m_tokens.isEmpty() || isToken(reading.segment) || isToken(bearerOf(head.authorization))
        || isToken(queryToken(reading.query));
}

QByteArrayList PurposeReader::givenTokens(const RequestHead &head, const HeadReading &reading)
{
    QByteArrayList tokens{reading.segment, bearerOf(head.authorization).toByteArray(), queryToken(reading.query)};
    tokens.removeAll(QByteArray());
    return tokens;
}

} // namespace callboard
