// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver_fixture.h"

#include <QSslSocket>
#include <QTcpServer>
#include <QTest>

#include <memory>
#include <vector>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

/// What a sender begins a handshake with.
QByteArray clientHello()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    QSslSocket client;
    client.connectToHostEncrypted(server.serverAddress().toString(), server.serverPort());
    if (!client.waitForConnected(20'000) || !server.waitForNewConnection(20'000))
        return {};
    const std::unique_ptr<QTcpSocket> taken(server.nextPendingConnection());
    QByteArray hello;
    while (hello.size() < 5 || hello.size() < 5 + (quint8(hello[3]) << 8 | quint8(hello[4]))) {
        client.waitForBytesWritten(0);
        if (!taken->waitForReadyRead(20'000))
            return {};
        hello += taken->readAll();
    }
    return hello;
}

/// The receiver over TLS, and a connection to it that speaks no TLS by itself.
struct PlainSender
{
    explicit PlainSender(const ReceiverConfig &config)
        : running(config)
    {
        socket.connectToHost(running.url().host(), static_cast<quint16>(running.url().port()));
        socket.waitForConnected(20'000);
        socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    }
    void send(const QByteArray &bytes)
    {
        socket.write(bytes);
        socket.waitForBytesWritten(20'000);
    }

    RunningReceiver running;
    QTcpSocket socket;
};

} // namespace

/// How a handshake begins: in pieces, never, or with something else.
class TestTlsHandshake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHandshakeInPieces_data();
    void aHandshakeInPieces();
    void noHandshake_data();
    void noHandshake();
    void unfinishedHandshakesTakeNoTlsSocket();
};

void TestTlsHandshake::aHandshakeInPieces_data()
{
    QTest::addColumn<QList<int>>("cuts");
    QTest::newRow("whole") << QList<int>();
    QTest::newRow("the type alone") << QList<int>{1};
    QTest::newRow("half of the header") << QList<int>{3};
    QTest::newRow("the header") << QList<int>{5};
    QTest::newRow("all but a byte") << QList<int>{-1};
    QTest::newRow("five pieces") << QList<int>{1, 4, 6, 60, -1};
}

void TestTlsHandshake::aHandshakeInPieces()
{
    QFETCH(QList<int>, cuts);
    PlainSender sender(testConfig(true));
    const QByteArray hello = clientHello();
    QVERIFY(hello.size() > 100);
    qsizetype from = 0;
    for (const int cut : cuts) {
        const qsizetype to = cut < 0 ? hello.size() + cut : cut;
        sender.send(hello.sliced(from, to - from));
        from = to;
        QVERIFY(!sender.socket.waitForReadyRead(20)); // no answer to a part of it
        QCOMPARE(sender.socket.state(), QAbstractSocket::ConnectedState);
    }
    sender.send(hello.sliced(from));
    QVERIFY(sender.socket.waitForReadyRead(20'000));
    QCOMPARE(sender.socket.read(1), QByteArray("\x16")); // the server's part of the handshake
}

void TestTlsHandshake::noHandshake_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("leaves");
    QTest::newRow("http") << getRequest("/healthz") << false;
    QTest::newRow("an alert") << QByteArray("\x15\x03\x01\x00\x02\x01\x00", 7) << false;
    QTest::newRow("nothing in it") << QByteArray("\x16\x03\x01\x00\x00", 5) << false;
    QTest::newRow("too long") << QByteArray("\x16\x03\x01\x40\x01", 5) << false;
    QTest::newRow("leaves in the header") << QByteArray("\x16\x03", 2) << true;
    QTest::newRow("leaves after the header") << QByteArray("\x16\x03\x01\x02\x00", 5) << true;
}

void TestTlsHandshake::noHandshake()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, leaves);
    ReceiverConfig config = testConfig(true);
    config.deadlines.handshakeMs = 600'000; // nobody goes for being slow
    PlainSender sender(config);
    sender.send(bytes);
    if (leaves)
        sender.socket.disconnectFromHost();
    else
        QVERIFY(sender.socket.waitForDisconnected(20'000));
    QTRY_COMPARE(sender.running.receiver->stats().tlsFailures, 1);
    QTRY_COMPARE(sender.running.receiver->stats().connections, 0);
}

void TestTlsHandshake::unfinishedHandshakesTakeNoTlsSocket()
{
    ReceiverConfig config = testConfig(true);
    config.allow = {*Subnet::parse(u"127.0.0.0/8"_s)};
    config.deadlines.handshakeMs = 600'000;
    RunningReceiver running(config);
    std::vector<std::unique_ptr<QTcpSocket>> unfinished;
    for (int i = 0; i < 300; ++i) { // more than there may be TLS sockets without a push
        unfinished.push_back(std::make_unique<QTcpSocket>());
        unfinished.back()->connectToHost(running.url().host(), static_cast<quint16>(running.url().port()));
        QVERIFY(unfinished.back()->waitForConnected(20'000));
        unfinished.back()->write(QByteArray("\x16\x03\x01\x40\x00\x01", 6));
        QVERIFY(unfinished.back()->waitForBytesWritten(20'000));
    }
    RawClient honest(running.url()); // comes after all of them, and is answered: they were looked at
    honest.send(postRequest(basicPush()));
    QCOMPARE(honest.reply().status, 200);
    QTRY_COMPARE(running.receiver->stats().connections, 301);
    QCOMPARE(running.receiver->stats().tlsFailures, 0);
}

QTEST_GUILESS_MAIN(TestTlsHandshake)
#include "test_tls_handshake.moc"
