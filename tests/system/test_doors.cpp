// SPDX-License-Identifier: GPL-3.0-or-later
// Who gets in: what `serve` reads again on SIGHUP, what it says of an open address, and what one address can do.
#include "programs.h"

#include <QDir>
#include <QFile>
#include <QSslCertificate>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

#include <fcntl.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int PatienceMs = 60'000; ///< only ever used up when something is broken

QString tlsFile(const char *name)
{
    return QStringLiteral(TEST_DATA_DIR "/tls/") + QLatin1StringView(name);
}

void replaceFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(content) != content.size())
        qFatal("A test file can't be written.");
}

QByteArray fileContent(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QUrl withToken(QUrl url, const QString &token)
{
    url.setQuery(u"token="_s + token);
    return url;
}

QString servedName(const QUrl &url)
{
    QSslSocket socket;
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket.connectToHostEncrypted(url.host(), static_cast<quint16>(url.port()));
    if (!socket.waitForEncrypted(PatienceMs))
        return {};
    return socket.peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0);
}

/// Everything that a program has said once it says `word`; empty when it never does.
QByteArray saysUntil(ServeProcess &serve, const QByteArray &word)
{
    QByteArray said;
    const bool found = QTest::qWaitFor([&] { return (said += serve.errors()).contains(word); }, PatienceMs);
    return found ? said : QByteArray();
}

} // namespace

class TestDoors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void hangupReadsTokensAndAllowList();
    void tokenFilesOfAnyEditor();
    void hangupKeepsTheOldTokens_data();
    void hangupKeepsTheOldTokens();
    void hangupReadsTheCertificate();
    void hangupOnATerminalEnds();
    void wrongFilesAreRefused_data();
    void wrongFilesAreRefused();
    void openAddressesAreWarnedOf();
    void anAllowListOfEverybodyIsWarnedOf();
    void theHelpSaysWhatIsRefused();
    void guessesAreLoggedWithoutTheToken();

private:
    QString path(const char *name) const { return m_dir->filePath(QLatin1StringView(name)); }
    QString store() const { return u"sqlite:"_s + path("store.db"); }
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestDoors::hangupReadsTokensAndAllowList()
{
    replaceFile(path("token"), "first\n");
    replaceFile(path("allow"), "127.0.0.0/8 # this computer\n\n::1\n");
    ServeProcess serve;
    QVERIFY(serve.start(store(), 0, {u"--token-file"_s, path("token"), u"--allow-file"_s, path("allow")}));
    const QByteArray push = testData("example_push.json");
    QCOMPARE(post(withToken(serve.url(), u"first"_s), push).status, 200);
    QCOMPARE(post(withToken(serve.url(), u"second"_s), push).status, 401);

    replaceFile(path("token"), "second\nfirst\n");
    QCOMPARE(::kill(static_cast<pid_t>(serve.pid()), SIGHUP), 0);
    QVERIFY(!saysUntil(serve, "read again").isEmpty());
    QCOMPARE(post(withToken(serve.url(), u"first"_s), push).status, 200);
    QCOMPARE(post(withToken(serve.url(), u"second"_s), push).status, 200);

    replaceFile(path("token"), "second\n");
    replaceFile(path("allow"), "127.0.0.0/8\n10/8\n");
    QCOMPARE(::kill(static_cast<pid_t>(serve.pid()), SIGHUP), 0);
    const QByteArray said = saysUntil(serve, "stay in use");
    QVERIFY2(said.contains("Line 2"), said.constData());
    QCOMPARE(post(withToken(serve.url(), u"first"_s), push).status, 200);

    replaceFile(path("allow"), "127.0.0.2\n");
    QCOMPARE(::kill(static_cast<pid_t>(serve.pid()), SIGHUP), 0);
    QVERIFY(!saysUntil(serve, "read again").isEmpty());
    QCOMPARE(post(withToken(serve.url(), u"second"_s), push).status, 0);
    QCOMPARE(serve.terminate(), 0);
}

void TestDoors::tokenFilesOfAnyEditor()
{
    replaceFile(path("token"), "\xEF\xBB\xBF# \xE7\x8E\xB0\xE5\x9C\xA8\r\n  f#rst \r\n\r\n#second\r\nthird");
    replaceFile(path("allow"), "\xEF\xBB\xBF# \xE6\x9C\xAC\r\n127.0.0.0/8 # \xE6\x9C\xAC\r\n");
    ServeProcess serve;
    QVERIFY(serve.start(store(), 0, {u"--token-file"_s, path("token"), u"--allow-file"_s, path("allow")}));
    const QByteArray push = testData("example_push.json");
    QCOMPARE(post(withToken(serve.url(), u"f%23rst"_s), push).status, 200);
    QCOMPARE(post(withToken(serve.url(), u"third"_s), push).status, 200);
    for (const QString &wrong : {u"%23second"_s, u"second"_s, u"%EF%BB%BFf%23rst"_s, u"f%23rst%0D"_s})
        QCOMPARE(post(withToken(serve.url(), wrong), push).status, 401);
    QCOMPARE(serve.terminate(), 0);
}

void TestDoors::hangupKeepsTheOldTokens_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("word");
    QTest::newRow("NUL") << QByteArray("new\n\0x\n", 7) << QByteArray("Line 2");
    QTest::newRow("empty") << QByteArray() << QByteArray("empty");
    QTest::newRow("three") << QByteArray("a\nb\nc\n") << QByteArray("not 3");
    QTest::newRow("pipe") << QByteArray("|") << QByteArray("no plain file");
}

void TestDoors::hangupKeepsTheOldTokens()
{
    QFETCH(QByteArray, token);
    QFETCH(QByteArray, word);
    replaceFile(path("token"), "first\n");
    ServeProcess serve;
    QVERIFY(serve.start(store(), 0, {u"--token-file"_s, path("token")}));
    if (token == "|") {
        QVERIFY(QFile::remove(path("token")));
        QCOMPARE(::mkfifo(qPrintable(path("token")), S_IRUSR | S_IWUSR), 0);
    } else {
        replaceFile(path("token"), token);
    }
    QCOMPARE(::kill(static_cast<pid_t>(serve.pid()), SIGHUP), 0);
    const QByteArray said = saysUntil(serve, "stay in use");
    QVERIFY2(said.contains(word) && said.contains(path("token").toUtf8()), said.constData());
    QCOMPARE(post(withToken(serve.url(), u"first"_s), testData("example_push.json")).status, 200);
    QCOMPARE(post(withToken(serve.url(), u"new"_s), testData("example_push.json")).status, 401);
    QCOMPARE(serve.terminate(), 0);
}

void TestDoors::hangupReadsTheCertificate()
{
    replaceFile(path("cert"), fileContent(tlsFile("cert.pem")));
    replaceFile(path("key"), fileContent(tlsFile("key.pem")));
    ServeProcess serve;
    QVERIFY(serve.start(store(), 0, {u"--tls-cert"_s, path("cert"), u"--tls-key"_s, path("key")}));
    QCOMPARE(servedName(serve.url()), u"localhost"_s);
    replaceFile(path("cert"), fileContent(tlsFile("other-cert.pem")));
    QCOMPARE(::kill(static_cast<pid_t>(serve.pid()), SIGHUP), 0);
    QVERIFY(saysUntil(serve, "stay in use").contains("does not belong"));
    QCOMPARE(servedName(serve.url()), u"localhost"_s);
    replaceFile(path("key"), fileContent(tlsFile("other-key.pem")));
    QCOMPARE(::kill(static_cast<pid_t>(serve.pid()), SIGHUP), 0);
    QVERIFY(!saysUntil(serve, "read again").isEmpty());
    QCOMPARE(servedName(serve.url()), u"other.example"_s);
    QCOMPARE(serve.terminate(), 0);
}

/// What a window of a terminal sends when it is closed.
void TestDoors::hangupOnATerminalEnds()
{
    const int master = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    QVERIFY(master >= 0 && ::grantpt(master) == 0 && ::unlockpt(master) == 0);
    const QByteArray slave = ::ptsname(master);
    QProcess process;
    process.setChildProcessModifier([&slave] {
        const int terminal = ::open(slave.constData(), O_RDWR | O_NOCTTY);
        ::dup2(terminal, STDIN_FILENO);
    });
    process.start(QStringLiteral(CALLBOARDCTL), {u"serve"_s, u"--store"_s, store(), u"--listen"_s, u"127.0.0.1:0"_s});
    QVERIFY(QTest::qWaitFor([&] { return process.canReadLine(); }, PatienceMs));
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGHUP), 0);
    QVERIFY(process.waitForFinished(PatienceMs));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(process.readAllStandardError().contains("Stopped."));
    ::close(master);
}

void TestDoors::wrongFilesAreRefused_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("word");
    QTest::newRow("key") << QStringList{u"--tls-cert"_s, tlsFile("cert.pem"), u"--tls-key"_s, tlsFile("other-key.pem")}
                         << QByteArray("does not belong");
    QTest::newRow("three tokens") << QStringList{u"--token-file"_s, u"three"_s} << QByteArray("not 3");
    QTest::newRow("empty token") << QStringList{u"--token-file"_s, u"nothing"_s} << QByteArray("empty");
    QTest::newRow("empty list") << QStringList{u"--allow-file"_s, u"nothing"_s} << QByteArray("allows nobody");
    const auto fileRow = [](const char *name, const QString &option, const QString &file, const QByteArray &word) {
        QTest::newRow(name) << QStringList{option, file} << word;
    };
    for (const QString &option : {u"--token-file"_s, u"--allow-file"_s}) {
        const QByteArray tag = option.toUtf8() + ' ';
        fileRow((tag + "NUL").constData(), option, u"nul"_s, "Line 2");
        fileRow((tag + "no ASCII").constData(), option, u"binary"_s, "Line 1");
        fileRow((tag + "too large").constData(), option, u"large"_s, "more than");
        fileRow((tag + "folder").constData(), option, u"."_s, "a folder");
        fileRow((tag + "pipe").constData(), option, u"pipe"_s, "no plain file");
        fileRow((tag + "device").constData(), option, u"zero"_s, "no plain file");
        fileRow((tag + "nothing there").constData(), option, u"missing"_s, "can't be read");
    }
    fileRow("long token", u"--token-file"_s, u"long"_s, "1024");
    QTest::newRow("certificate") << QStringList{u"--tls-cert"_s, u"/dev/zero"_s, u"--tls-key"_s, tlsFile("key.pem")}
                                 << QByteArray("no plain file");
    QTest::newRow("bad list") << QStringList{u"--allow-file"_s, u"three"_s} << QByteArray("Line 1");
}

void TestDoors::wrongFilesAreRefused()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, word);
    replaceFile(path("three"), "a\nb\n\nc\n");
    replaceFile(path("nothing"), "\n# nobody\n");
    replaceFile(path("nul"), QByteArray("# 1\n127.0.0.1\0\n", 15));
    replaceFile(path("binary"), "127.0.0.1\xff");
    replaceFile(path("large"), QByteArray("# nothing but words\n").repeated(20'000));
    replaceFile(path("long"), QByteArray(1025, 'x'));
    QCOMPARE(::mkfifo(qPrintable(path("pipe")), S_IRUSR | S_IWUSR), 0);
    QVERIFY(QFile::link(u"/dev/zero"_s, path("zero")));
    if (options.size() == 2)
        options.last() = m_dir->filePath(options.constLast());
    const Outcome refused =
        runCtl(QStringList{u"serve"_s, u"--store"_s, store(), u"--listen"_s, u"127.0.0.1:0"_s} + options);
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.err.contains(word), refused.err.constData());
    QVERIFY(refused.out.isEmpty());
}

void TestDoors::openAddressesAreWarnedOf()
{
    ServeProcess open;
    QVERIFY(open.start(store(), 0, {u"--listen"_s, u"0.0.0.0:0"_s}));
    const QByteArray said = saysUntil(open, "unencrypted");
    QVERIFY2(said.contains("WARNING: Anybody") && said.count("WARNING: ") == 2, said.constData());
    QCOMPARE(open.terminate(), 0);
    ServeProcess closed;
    QVERIFY(closed.start(store()));
    QCOMPARE(closed.terminate(), 0);
    QVERIFY(!closed.errors().contains("WARNING"));
}

void TestDoors::anAllowListOfEverybodyIsWarnedOf()
{
    replaceFile(path("allow"), "0.0.0.0/1\n128.0.0.0/1\n");
    for (const QStringList &list : {QStringList{u"--allow"_s, u"0.0.0.0/0"_s}, QStringList{u"--allow"_s, u"::/0"_s},
                                    QStringList{u"--allow-file"_s, path("allow")}}) {
        ServeProcess serve;
        QVERIFY(serve.start(store(), 0, QStringList{u"--listen"_s, u"0.0.0.0:0"_s} + list));
        const QByteArray said = saysUntil(serve, "unencrypted");
        QVERIFY2(said.contains("WARNING: Anybody") && said.count("WARNING: ") == 2, said.constData());
        QVERIFY2(said.count("token") == 2, said.constData()); // of the first warning; none is sent
        QCOMPARE(serve.terminate(), 0);
    }
}

void TestDoors::theHelpSaysWhatIsRefused()
{
    const QByteArray help = runCtl({u"serve"_s, u"--help"_s}).out.simplified();
    for (const char *words : {"at least 7 days", "at least 30", "429", "Retry-After"})
        QVERIFY2(help.contains(words), words);
}

void TestDoors::guessesAreLoggedWithoutTheToken()
{
    replaceFile(path("token"), "s3cret\n");
    ServeProcess serve;
    QVERIFY(serve.start(store(), 0, {u"--token-file"_s, path("token")}));
    int status = 401;
    for (int i = 0; i < 100 && status == 401; ++i)
        status = post(withToken(serve.url(), u"guess"_s), "{}").status;
    QCOMPARE(status, 429);
    const QByteArray said = saysUntil(serve, "is banned");
    QVERIFY2(said.contains("127.0.0.1") && said.count('\n') <= 3, said.constData());
    QVERIFY(!said.contains("guess") && !said.contains("s3cret"));
    QCOMPARE(serve.terminate(), 0);
}

QTEST_GUILESS_MAIN(TestDoors)
#include "test_doors.moc"
