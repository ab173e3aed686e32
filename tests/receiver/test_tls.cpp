// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/config/exposure.h"
#include "receiver/net/listener.h"
#include "receiver_fixture.h"

#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSslCipher>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

QString tlsFile(const QString &name)
{
    return QFileInfo(testConfig(true).tlsCertFile).dir().filePath(name);
}

/// The suite that a handshake agrees on, or its failure.
QString handshake(const QUrl &url, QSsl::SslProtocol protocol, const QList<QSslCipher> &ciphers = {})
{
    QSslSocket socket;
    QSslConfiguration configuration = socket.sslConfiguration();
    configuration.setProtocol(protocol);
    if (!ciphers.isEmpty())
        configuration.setCiphers(ciphers);
    socket.setSslConfiguration(configuration);
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket.connectToHostEncrypted(url.host(), static_cast<quint16>(url.port()));
    return socket.waitForEncrypted(20'000) ? socket.sessionCipher().name() : QString();
}

QString servedName(const QUrl &url)
{
    const RawClient client(url);
    const auto *socket = qobject_cast<const QSslSocket *>(&client.socket());
    return socket ? socket->peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0) : QString();
}

} // namespace

/// Which certificates and suites are taken, and how they are changed while the receiver runs.
class TestTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusedFiles_data();
    void refusedFiles();
    void expiredIsSaid();
    void forwardSecrecyOnly_data();
    void forwardSecrecyOnly();
    void reloads();
    void aBadFileKeepsTheOld();
    void noLongerAllowed();
    void exposure_data();
    void exposure();
    void exposureSaysWhatIsOpen();
    void idleStrangersGiveWay();
    void theLongestIdleGivesWay();
};

void TestTls::refusedFiles_data()
{
    QTest::addColumn<QString>("cert");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("word");
    QTest::newRow("key of another certificate") << u"cert.pem"_s << u"other-key.pem"_s << u"does not belong"_s;
    QTest::newRow("certificate of another key") << u"other-cert.pem"_s << u"key.pem"_s << u"does not belong"_s;
    QTest::newRow("encrypted key") << u"cert.pem"_s << u"encrypted-key.pem"_s << u"encrypted with a password"_s;
    QTest::newRow("no key") << u"cert.pem"_s << u"cert.pem"_s << u"no private key"_s;
    QTest::newRow("no certificate") << u"key.pem"_s << u"key.pem"_s << u"no certificate"_s;
}

void TestTls::refusedFiles()
{
    QFETCH(QString, cert);
    QFETCH(QString, key);
    QFETCH(QString, word);
    ReceiverConfig config = testConfig();
    config.tlsCertFile = tlsFile(cert);
    config.tlsKeyFile = tlsFile(key);
    const RunningReceiver running(config);
    QVERIFY2(running.error.contains(word), qPrintable(running.error));
    QVERIFY(running.error.contains(tlsFile(key)) || running.error.contains(tlsFile(cert)));
}

void TestTls::expiredIsSaid()
{
    ReceiverConfig config = testConfig(true);
    config.tlsCertFile = tlsFile(u"expired-cert.pem"_s);
    RunningReceiver running(config);
    QVERIFY2(running.error.isEmpty(), qPrintable(running.error));
    QSignalSpy noticed(running.receiver.get(), &Receiver::noticed);
    QTRY_COMPARE(noticed.count(), 1);
    QVERIFY(noticed.constFirst().constFirst().toString().contains(u"2021-01-01"_s));
    RunningReceiver valid(testConfig(true));
    QVERIFY(tlsWarnings(*loadTls(testConfig(true).tlsCertFile, testConfig(true).tlsKeyFile, &valid.error)).isEmpty());
}

void TestTls::forwardSecrecyOnly_data()
{
    QTest::addColumn<QSsl::SslProtocol>("protocol");
    QTest::addColumn<QList<QSslCipher>>("ciphers");
    QTest::addColumn<bool>("taken");
    QTest::newRow("1.3") << QSsl::TlsV1_3 << QList<QSslCipher>() << true;
    QTest::newRow("1.2") << QSsl::TlsV1_2 << QList<QSslCipher>() << true;
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED
    QTest::newRow("1.1") << QSsl::TlsV1_1 << QList<QSslCipher>() << false;
    QTest::newRow("1.0") << QSsl::TlsV1_0 << QList<QSslCipher>() << false;
    QT_WARNING_POP
    const QList<QSslCipher> known = QSslConfiguration::supportedCiphers();
    for (const QSslCipher &cipher : known) {
        if (cipher.protocol() == QSsl::TlsV1_3 || cipher.authenticationMethod() != "ECDSA"_L1)
            continue;
        const bool isAead = cipher.name().contains("GCM"_L1) || cipher.name().contains("CHACHA20"_L1);
        QTest::newRow(qPrintable(cipher.name())) << QSsl::TlsV1_2 << QList<QSslCipher>{cipher} << isAead;
    }
}

void TestTls::forwardSecrecyOnly()
{
    QFETCH(QSsl::SslProtocol, protocol);
    QFETCH(QList<QSslCipher>, ciphers);
    QFETCH(bool, taken);
    const RunningReceiver running(testConfig(true));
    const QString suite = handshake(running.url(), protocol, ciphers);
    QVERIFY2(suite.isEmpty() != taken, qPrintable(suite));
    QString error;
    const QList<QSslCipher> offered =
        loadTls(testConfig(true).tlsCertFile, testConfig(true).tlsKeyFile, &error)->ciphers();
    for (const QSslCipher &cipher : offered) // those of RSA certificates, too
        QVERIFY2(cipher.protocol() == QSsl::TlsV1_3 || cipher.name().startsWith("ECDHE-"_L1),
                 qPrintable(cipher.name()));
}

void TestTls::reloads()
{
    const QTemporaryDir folder;
    ReceiverConfig config = testConfig(true);
    QVERIFY(QFile::copy(tlsFile(u"cert.pem"_s), folder.filePath(u"c.pem"_s)));
    QVERIFY(QFile::copy(tlsFile(u"key.pem"_s), folder.filePath(u"k.pem"_s)));
    config.tlsCertFile = folder.filePath(u"c.pem"_s);
    config.tlsKeyFile = folder.filePath(u"k.pem"_s);
    config.token = "old";
    RunningReceiver running(config);
    QCOMPARE(servedName(running.url()), u"localhost"_s);
    RawClient kept(running.url());
    kept.send(postRequest(basicPush(), "/receiveCallRecord/old"));
    QCOMPARE(kept.reply().status, 200);

    QVERIFY(QFile::remove(config.tlsCertFile) && QFile::remove(config.tlsKeyFile));
    QVERIFY(QFile::copy(tlsFile(u"other-cert.pem"_s), config.tlsCertFile));
    QVERIFY(QFile::copy(tlsFile(u"other-key.pem"_s), config.tlsKeyFile));
    config.token = "new";
    config.secondToken = "old";
    QSignalSpy reloaded(running.receiver.get(), &Receiver::reloaded);
    running.receiver->reload(config);
    QVERIFY(reloaded.wait());
    QCOMPARE(reloaded.constFirst().constFirst().toString(), QString());
    QCOMPARE(servedName(running.url()), u"other.example"_s);
    for (const char *token : {"old", "new"}) {
        kept.send(postRequest(basicPush(), QByteArray("/receiveCallRecord/") + token));
        QCOMPARE(kept.reply().status, 200);
    }
    config.secondToken.clear();
    running.receiver->reload(config);
    QVERIFY(reloaded.wait());
    QCOMPARE(servedName(running.url()), u"other.example"_s);
    kept.send(postRequest(basicPush(), "/receiveCallRecord/old"));
    QCOMPARE(kept.reply().status, 401);
}

void TestTls::aBadFileKeepsTheOld()
{
    const QTemporaryDir folder;
    ReceiverConfig config = testConfig(true);
    config.tlsCertFile = folder.filePath(u"c.pem"_s);
    QVERIFY(QFile::copy(tlsFile(u"cert.pem"_s), config.tlsCertFile));
    config.token = "old";
    RunningReceiver running(config);
    QVERIFY(QFile::remove(config.tlsCertFile));
    QVERIFY(QFile::copy(tlsFile(u"other-cert.pem"_s), config.tlsCertFile));
    config.token = "new";
    QSignalSpy reloaded(running.receiver.get(), &Receiver::reloaded);
    running.receiver->reload(config);
    QVERIFY(reloaded.wait());
    QVERIFY(reloaded.constFirst().constFirst().toString().contains(u"does not belong"_s));
    QCOMPARE(servedName(running.url()), u"localhost"_s);
    QCOMPARE(running.ask(postRequest(basicPush(), "/receiveCallRecord/old")).status, 200);
    QCOMPARE(running.ask(postRequest(basicPush(), "/receiveCallRecord/new")).status, 401);
}

void TestTls::noLongerAllowed()
{
    RunningReceiver running;
    RawClient kept(running.url());
    RawClient other(running.url(), QHostAddress(u"127.0.0.2"_s));
    for (RawClient *client : {&kept, &other}) {
        client->send(postRequest(basicPush()));
        QCOMPARE(client->reply().status, 200);
    }
    ReceiverConfig config = running.receiver->config();
    config.allow = {*Subnet::parse(u"127.0.0.1"_s)};
    QSignalSpy reloaded(running.receiver.get(), &Receiver::reloaded);
    running.receiver->reload(config);
    QVERIFY(reloaded.wait());
    QVERIFY(other.closedByPeer());
    kept.send(postRequest(basicPush()));
    QCOMPARE(kept.reply().status, 200);
    QVERIFY(RawClient(running.url(), QHostAddress(u"127.0.0.2"_s)).closedByPeer());
}

void TestTls::exposure_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("token");
    QTest::addColumn<bool>("allow");
    QTest::addColumn<bool>("tls");
    QTest::addColumn<int>("warnings");
    QTest::newRow("loopback") << u"127.0.0.1"_s << false << false << false << 0;
    QTest::newRow("loopback, IPv6") << u"::1"_s << false << false << false << 0;
    QTest::newRow("everywhere") << u"0.0.0.0"_s << false << false << false << 2;
    QTest::newRow("everywhere, IPv6") << u"::"_s << false << false << false << 2;
    QTest::newRow("token") << u"10.0.0.5"_s << true << false << false << 1;
    QTest::newRow("allow-list") << u"10.0.0.5"_s << false << true << false << 1;
    QTest::newRow("TLS") << u"10.0.0.5"_s << false << false << true << 1;
    QTest::newRow("token and TLS") << u"10.0.0.5"_s << true << false << true << 0;
}

void TestTls::exposure()
{
    QFETCH(QString, address);
    QFETCH(bool, token);
    QFETCH(bool, allow);
    QFETCH(bool, tls);
    QFETCH(int, warnings);
    ReceiverConfig config = testConfig(tls);
    config.address = QHostAddress(address);
    config.token = token ? "s3cret" : "";
    if (allow)
        config.allow = {*Subnet::parse(u"10.0.0.0/8"_s)};
    const QStringList said = exposureWarnings(config);
    QCOMPARE(said.size(), warnings);
    for (const QString &warning : said)
        QVERIFY(warning.contains(address) && !warning.contains(u"s3cret"_s));
}

void TestTls::exposureSaysWhatIsOpen()
{
    ReceiverConfig config = testConfig();
    config.address = QHostAddress(u"10.0.0.5"_s);
    config.allow = {*Subnet::parse(u"0.0.0.0/0"_s)};
    const QStringList open = exposureWarnings(config);
    QCOMPARE(open.size(), 2);
    QVERIFY2(open.first().contains("allow-list lets everybody in"_L1), qPrintable(open.first()));
    QVERIFY2(!open.last().contains("token"_L1), qPrintable(open.last()));
    config.secondToken = "s3cret";
    const QStringList guarded = exposureWarnings(config);
    QCOMPARE(guarded.size(), 1);
    QVERIFY2(guarded.first().contains("token"_L1), qPrintable(guarded.first()));
}

/// Whoever has pushed stays.
void TestTls::idleStrangersGiveWay()
{
    ReceiverConfig config = testConfig(true);
    config.allow = {*Subnet::parse(u"127.0.0.0/8"_s)};
    config.deadlines.idleMs = config.deadlines.handshakeMs = 600'000; // nobody goes for being slow
    RunningReceiver running(config);
    RawClient sender(running.url());
    sender.send(postRequest(basicPush()));
    QCOMPARE(sender.reply().status, 200);
    std::vector<std::unique_ptr<RawClient>> silent;
    for (int i = 0; i < 300; ++i) {
        silent.push_back(std::make_unique<RawClient>(running.url()));
        if (i % 2 == 0) { // to say something that is no push changes nothing
            silent.back()->send(getRequest("/nothing"));
            QCOMPARE(silent.back()->reply().status, 404);
        }
    }
    QTRY_COMPARE(running.receiver->stats().connections, 257);
    QVERIFY(silent.front()->closedByPeer());
    silent.back()->send(postRequest(basicPush()));
    QCOMPARE(silent.back()->reply().status, 200);
    sender.send(postRequest(basicPush()));
    QCOMPARE(sender.reply().status, 200);
}

void TestTls::theLongestIdleGivesWay()
{
    ReceiverConfig config = testConfig(true);
    config.maxTlsConnections = 3;
    config.deadlines.idleMs = 600'000;
    RunningReceiver running(config);
    RawClient busy(running.url()), first(running.url()), second(running.url());
    for (RawClient *client : {&first, &second}) {
        client->send(postRequest(basicPush()));
        QCOMPARE(client->reply().status, 200);
    }
    running.sink.setMode(FakeSink::Mode::Hold);
    busy.send(postRequest(basicPush()));
    QTRY_COMPARE(running.sink.count(), 3);
    RawClient third(running.url());
    QVERIFY(first.closedByPeer());
    running.sink.setMode(FakeSink::Mode::Answer);
    running.sink.release();
    QCOMPARE(busy.reply().status, 200); // it waited, but not between two pushes
    for (RawClient *client : {&second, &third}) {
        client->send(postRequest(basicPush()));
        QCOMPARE(client->reply().status, 200);
    }
}

QTEST_GUILESS_MAIN(TestTls)
#include "test_tls.moc"
