// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/qthttp/guarded_server.h"
#include "receiver/qthttp/qt_compat.h"

#include <QPointer>
#include <QRegularExpression>
#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

/// What the guard relies on, proved on the Qt that it is built with: QHttpServer sees nothing but what deliver() gives
/// it, handles that before deliver() returns, and lives well with a responder that is dropped unanswered.
class TestRequestSocket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void handlesBeforePresentReturns();
    void acceptedBytesStayWithTheGuard();
    void hangUpDeletes();

private:
    struct Bench
    {
        Bench();
        QList<qintptr> accepted;
        QByteArrayList bodies;
        QHttpServer http;
        GuardedServer *server;
        QPointer<RequestSocket> socket;
    };
    static QByteArray request(const QByteArray &body);
};

TestRequestSocket::Bench::Bench()
    : server(new GuardedServer([this](qintptr descriptor) { accepted.append(descriptor); }))
{
    server->listen(QHostAddress::LocalHost);
    bindServer(http, server);
    http.route(u"/p"_s, QHttpServerRequest::Method::Post,
               [this](const QHttpServerRequest &request, ResponderArg) { bodies.append(request.body()); });
    socket = new RequestSocket(server);
    server->addPending(socket);
}

QByteArray TestRequestSocket::request(const QByteArray &body)
{
    return "POST /p HTTP/1.1\r\nHost: a\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

void TestRequestSocket::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestRequestSocket::handlesBeforePresentReturns()
{
    Bench bench;
    QByteArrayList expected;
    for (const qsizetype size : {qsizetype(0), qsizetype(1), qsizetype(900), qsizetype(16'384), qsizetype(300'000)}) {
        const QByteArray body(size, 'x');
        expected.append(body);
        bench.socket->deliver(request(body));
        QCOMPARE(bench.bodies, expected);
        QCOMPARE(bench.socket->bytesAvailable(), 0);
    }
}

void TestRequestSocket::acceptedBytesStayWithTheGuard()
{
    Bench bench;
    QTcpSocket sender;
    sender.connectToHost(QHostAddress::LocalHost, bench.server->serverPort());
    QVERIFY(sender.waitForConnected());
    sender.write(request("past the guard"));
    QVERIFY(sender.waitForBytesWritten());
    QTRY_COMPARE(bench.accepted.size(), 1);
    QTcpSocket taken;
    QVERIFY(taken.setSocketDescriptor(bench.accepted.constFirst()));
    QVERIFY(taken.waitForReadyRead());
    QCOMPARE(taken.readAll(), request("past the guard"));
    QVERIFY(bench.bodies.isEmpty());
}

void TestRequestSocket::hangUpDeletes()
{
    Bench bench;
    bench.socket->deliver(request("a"));
    bench.socket->disconnectPeer();
    QTRY_VERIFY(bench.socket.isNull());
    QCOMPARE(bench.bodies, QByteArrayList({"a"}));
}

QTEST_GUILESS_MAIN(TestRequestSocket)
#include "test_request_socket.moc"
