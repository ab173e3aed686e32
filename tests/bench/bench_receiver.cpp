// SPDX-License-Identifier: GPL-3.0-or-later
// Prints what a request costs before it reaches its handler: read and checked by the HTTP front end, and then parsed
// again by QHttpServer. Both without a network.
#include "best_round.h"
#include "receiver/qthttp/guarded_server.h"
#include "receiver/qthttp/qt_compat.h"
#include "receiver/request/request_framer.h"

#include <QCoreApplication>
#include <QFile>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray exampleBody()
{
    QFile file(QStringLiteral(CALLBOARD_TEST_DATA) + "/example_push.json"_L1);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

qsizetype frame(RequestFramer &framer, const QByteArray &request)
{
    framer.append(request);
    while (framer.next() == RequestFramer::Step::HeadRead) { }
    return framer.takeRequest().body.size();
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QByteArray body = exampleBody();
    const QByteArray length = "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    const QByteArray sent = "POST /receiveCallRecord HTTP/1.1\r\nHost: 10.0.0.5:8787\r\nUser-Agent: Java/17\r\n"
                            "Accept: */*\r\nContent-Type: application/json;charset=UTF-8\r\n"
        + length + "\r\n" + body;
    const QByteArray passedOn = "POST /push HTTP/1.1\r\n" + length + "\r\n" + body;

    QHttpServer http;
    qint64 read = 0;
    http.route(u"/push"_s, QHttpServerRequest::Method::Post,
               [&](const QHttpServerRequest &request, ResponderArg) { read += request.body().size(); });
    auto *server = new GuardedServer([](qintptr) {});
    if (!server->listen(QHostAddress::LocalHost) || !bindServer(http, server))
        return 1;
    auto *socket = new RequestSocket(server);
    server->addPending(socket);
    RequestFramer framer{FramingLimits()};

    measure(u"front end reads a request"_s, 200, [&] { read += frame(framer, sent); });
    measure(u"QHttpServer parses and routes it"_s, 200, [&] { socket->deliver(passedOn); });
    return read > 0 ? 0 : 1;
}
