// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostile_rows.h"

#include "tests/receiver/raw_client.h"

#include <sys/socket.h>

using callboard::getRequest;
using callboard::RawClient;
using callboard::RawReply;

namespace {

constexpr qsizetype MostSingleBytes = 3'000;

QByteArray pushBody()
{
    return R"({"call_uuid":"u1","direction":2,"time_hangup":1527737784829})";
}

QByteArray honestRequest()
{
    return "POST /receiveCallRecord HTTP/1.1\r\nHost: a\r\nContent-Length: " + QByteArray::number(pushBody().size())
        + "\r\n\r\n" + pushBody();
}

char unescaped(const QByteArray &text, qsizetype &at)
{
    const char letter = text.at(++at);
    switch (letter) {
    case 'r':
        return '\r';
    case 'n':
        return '\n';
    case 't':
        return '\t';
    case '0':
        return '\0';
    case 'x':
        at += 2;
        return static_cast<char>(text.mid(at - 1, 2).toInt(nullptr, 16));
    default:
        return letter;
    }
}

qsizetype closingBrace(const QByteArray &text, qsizetype open)
{
    int depth = 0;
    for (qsizetype at = open; at < text.size(); ++at) {
        depth += text.at(at) == '{' ? 1 : text.at(at) == '}' ? -1 : 0;
        if (depth == 0)
            return at;
    }
    qFatal("A row has a brace that is never closed.");
}

QByteArray expanded(const QByteArray &text);

/// What stands for itself in braces.
QByteArray macro(const QByteArray &name)
{
    const QByteArray size = QByteArray::number(pushBody().size());
    if (name == "H")
        return "Host: a\r\n";
    if (name == "P")
        return pushBody();
    if (name == "OK")
        return honestRequest();
    if (name == "L")
        return size;
    if (name == "L+3")
        return QByteArray::number(pushBody().size() + 3);
    if (name == "L16")
        return QByteArray::number(pushBody().size(), 16);
    if (name == "LOK")
        return QByteArray::number(honestRequest().size());
    if (name == "C")
        return QByteArray::number(pushBody().size(), 16) + "\r\n" + pushBody() + "\r\n0\r\n\r\n";
    if (name == "len" || name == "...")
        return '{' + name + '}';
    const bool countsFirst = name.front() >= '0' && name.front() <= '9';
    const qsizetype star = countsFirst ? name.indexOf('*') : name.lastIndexOf('*');
    const QByteArray count = countsFirst ? name.left(star) : name.mid(star + 1);
    return expanded(countsFirst ? name.mid(star + 1) : name.left(star)).repeated(count.toInt());
}

/// A brace before a quotation mark or a space is JSON's.
bool isMacro(const QByteArray &text, qsizetype at)
{
    return text.at(at) == '{' && at + 1 < text.size() && !QByteArrayView("\" '").contains(text.at(at + 1));
}

QByteArray expanded(const QByteArray &text)
{
    QByteArray result;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text.at(at) == '\\') {
            result.append(unescaped(text, at));
        } else if (isMacro(text, at)) {
            const qsizetype end = closingBrace(text, at);
            result.append(macro(text.mid(at + 1, end - at - 1)));
            at = end;
        } else {
            result.append(text.at(at));
        }
    }
    return result;
}

QByteArrayList partsOf(const QByteArray &text)
{
    QByteArray all = expanded(text);
    const qsizetype body = all.indexOf("\r\n\r\n") + 4;
    all.replace("{len}", QByteArray::number(all.size() - body));
    QByteArrayList parts;
    for (qsizetype mark = all.indexOf("{...}"); mark >= 0; mark = all.indexOf("{...}")) {
        parts.append(all.left(mark));
        all.remove(0, mark + 5);
    }
    parts.append(all);
    return parts;
}

HostileRow rowOf(const QByteArray &line)
{
    const QByteArrayList columns = line.split('\t');
    if (columns.size() != 5)
        qFatal("A row of the table has not five columns: %s", line.constData());
    HostileRow row;
    row.name = columns.at(0);
    if (columns.at(1) != "none")
        row.statuses = columns.at(1).split(',');
    row.end = columns.at(2) == "kept" ? HostileRow::End::Kept
        : columns.at(2) == "closed"   ? HostileRow::End::Closed
                                      : HostileRow::End::Fin;
    row.stored = columns.at(3).toInt();
    row.parts = partsOf(columns.at(4));
    return row;
}

qint64 storedPushes(const QUrl &url)
{
    RawClient client(url);
    client.send(getRequest("/metrics"));
    const QByteArray text = client.reply().body;
    const QByteArray name = R"(callboard_pushes_total{part="basic",outcome="stored"} )";
    const qsizetype at = text.indexOf(name);
    return at < 0 ? -1 : text.mid(at + name.size()).split('\n').constFirst().toLongLong();
}

void sendPart(RawClient &client, const QByteArray &bytes, Pieces pieces)
{
    if (pieces == Pieces::Whole || (pieces == Pieces::Bytes && bytes.size() > MostSingleBytes))
        return client.send(bytes);
    const qsizetype size = pieces == Pieces::Bytes ? 1 : bytes.size() / 2 + 1;
    for (qsizetype at = 0; at < bytes.size() && client.isConnected(); at += size)
        client.send(bytes.mid(at, size));
}

QByteArray faultOfAnswer(RawClient &client, const QByteArray &status)
{
    const RawReply reply = client.reply(!status.endsWith('h'));
    const int expected = status.left(3).toInt();
    if (reply.status == expected)
        return {};
    return "answered " + QByteArray::number(reply.status) + " instead of " + status + ": " + reply.body;
}

/// A connection that is kept answers the next request, and with its own answer.
QByteArray faultOfEnd(RawClient &client, HostileRow::End end)
{
    if (end == HostileRow::End::Kept) {
        client.send(getRequest("/healthz"));
        const RawReply reply = client.reply();
        return reply.status == 200 && reply.body.contains("store_writable") ? QByteArray()
                                                                            : "not kept, or out of step: " + reply.head;
    }
    if (end == HostileRow::End::Fin) {
        ::shutdown(static_cast<int>(client.socket().socketDescriptor()), SHUT_WR);
        while (client.socket().waitForReadyRead(20'000)) { }
        const bool silent = !client.socket().readAll().contains("HTTP/1.1 2");
        return silent && !client.isConnected() ? QByteArray() : "answered, or not closed";
    }
    return client.closedByPeer() ? QByteArray() : "not closed, or more answers than expected";
}

} // namespace

QList<HostileRow> hostileRows(const QByteArray &table)
{
    QList<HostileRow> rows;
    bool hasToken = false;
    bool beforeTls = false;
    const QByteArrayList lines = table.split('\n');
    for (const QByteArray &line : lines) {
        hasToken = hasToken || line == "@token";
        beforeTls = beforeTls || line == "@tls";
        if (line.isEmpty() || line.startsWith('#') || line.startsWith('@'))
            continue;
        rows.append(rowOf(line));
        rows.last().hasToken = hasToken && !beforeTls;
        rows.last().beforeTls = beforeTls;
    }
    return rows;
}

QByteArray faultOf(const HostileRow &row, const QUrl &url, Pieces pieces)
{
    const qint64 before = storedPushes(url);
    QUrl target = url;
    if (row.beforeTls)
        target.setScheme(QStringLiteral("http"));
    RawClient client(target);
    QByteArrayList due = row.statuses;
    for (qsizetype i = 0; i < row.parts.size(); ++i) {
        if (const QByteArray fault = i > 0 ? faultOfAnswer(client, due.takeFirst()) : QByteArray(); !fault.isEmpty())
            return fault;
        sendPart(client, row.parts.at(i), pieces);
    }
    for (const QByteArray &status : std::as_const(due)) {
        if (const QByteArray fault = faultOfAnswer(client, status); !fault.isEmpty())
            return fault;
    }
    if (const QByteArray fault = faultOfEnd(client, row.end); !fault.isEmpty())
        return fault;
    const qint64 stored = storedPushes(url) - before;
    return stored == row.stored ? QByteArray() : "stored " + QByteArray::number(stored) + " pushes";
}
