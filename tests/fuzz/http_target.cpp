// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz_targets.h"
#include "receiver/request/request_framer.h"

namespace callboard {

namespace {

const FramingLimits Limits{2048, 512, 16, 300, 10, 32};
using Step = RequestFramer::Step;

/// What came out of a stream.
struct Framed
{
    QByteArrayList requests;
    bool isViolated = false;
    const char *broken = nullptr;
};

void takeRequest(RequestFramer &framer, Framed &result)
{
    const VerifiedRequest request = framer.takeRequest();
    const qint64 most = request.tooLarge ? Limits.keptBytes : Limits.bodyBytes;
    if (request.body.size() > most)
        result.broken = "a body over its limit";
    if (request.head.target.size() > Limits.targetBytes)
        result.broken = "a target over its limit";
    for (const char c : request.head.method + request.head.target + request.head.host) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            result.broken = "a control character in a head";
    }
    if (!request.head.chunked && !request.tooLarge
        && request.body.size() != std::max<qint64>(0, request.head.contentLength))
        result.broken = "a body of another length than was said";
    // Who waits to be asked for a body that is too large is refused at once, or its beginning is kept where it is
    // there.
    const bool maySend = !request.tooLarge || !request.head.expectContinue;
    result.requests.append(request.head.method + ' ' + request.head.target + ' '
                           + (maySend ? request.body : QByteArray()));
}

/// Cut into pieces of these sizes by turns.
Framed framed(const QByteArray &stream, const QList<qsizetype> &sizes)
{
    RequestFramer framer(Limits);
    Framed result;
    qsizetype turn = 0;
    for (qsizetype at = 0; at < stream.size() && !result.broken;) {
        const qsizetype size = sizes[turn++ % sizes.size()];
        framer.append(stream.mid(at, size));
        at += size;
        for (Step step = framer.next(); step != Step::NeedMore && !result.broken; step = framer.next()) {
            if (step == Step::Complete)
                takeRequest(framer, result);
            else if (step == Step::Violated)
                result.isViolated = true;
            if (step == Step::Violated && (framer.violation().status < 400 || framer.violation().reason.isEmpty()))
                result.broken = "a violation without its reason";
        }
        const qint64 most = 2 * (Limits.headBytes + Limits.bodyBytes + size) + 4096;
        if (framer.heldBytes() > most)
            result.broken = "more memory than a head and a body need";
    }
    return result;
}

const char *broken(const QByteArray &input)
{
    const Framed whole = framed(input, {std::max<qsizetype>(1, input.size())});
    const Framed bytes = framed(input, {1});
    const Framed pieces = framed(input, {7, 1, 64, 3});
    for (const Framed *result : {&whole, &bytes, &pieces}) {
        if (result->broken)
            return result->broken;
        if (result->requests != whole.requests)
            return "how the stream was cut changes its requests";
    }
    return nullptr;
}

QList<QByteArray> seeds()
{
    const QByteArray line = "POST /receiveCallRecord HTTP/1.1\r\nHost: a\r\n";
    return {line + "Content-Length: 5\r\n\r\nabcdeGET /healthz HTTP/1.1\r\nHost: a\r\n\r\n",
            line + "Transfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n0A\r\n0123456789\r\n0\r\n\r\n" + line + "\r\n",
            line + "Expect: 100-continue\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}",
            line + "Authorization: Bearer x\r\nX-Forwarded-For: 1.2.3.4\r\nContent-Length: 400\r\n\r\n"
                + QByteArray(400, 'x'),
            "\r\nPOST http://a/p HTTP/1.0\r\nContent-Length: 0\r\n\r\n"};
}

} // namespace

FuzzTarget httpTarget()
{
    return {"http",
            &broken,
            &seeds,
            {"\r\n",
             "\n",
             "\r\n\r\n",
             ":",
             " ",
             "\t",
             "Content-Length: 5\r\n",
             "Content-Length: -1\r\n",
             "Content-Length: 99999999999999999999\r\n",
             "Transfer-Encoding: chunked\r\n",
             "Connection: close\r\n",
             "0\r\n\r\n",
             "ffffffffffffffff\r\n",
             "1\r\n",
             ";",
             "HTTP/1.1",
             "HTTP/1.0",
             "GET ",
             "%00",
             QByteArray("\0", 1),
             "\xff"}};
}

} // namespace callboard
