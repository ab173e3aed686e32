// SPDX-License-Identifier: GPL-3.0-or-later
// What the real programs do with the files of a store: one writer, whatever the file is called.
#include "programs.h"

#include <QDir>
#include <QFile>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <array>

#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int EndMs = 120'000;

QByteArray push(int number)
{
    return R"({"call_uuid":"u-)" + QByteArray::number(number)
        + R"(","direction":2,"task_id":"7","task_row_index":1,"time_hangup":1790000000000})";
}

int callsIn(const QString &store)
{
    return runCtl({u"totals"_s, u"--store"_s, store, u"--json"_s}).json().object().value("calls"_L1).toInt(-1);
}

QStringList serveArguments(const QString &store)
{
    return {u"serve"_s, u"--store"_s, store, u"--listen"_s, u"127.0.0.1:0"_s};
}

} // namespace

class TestStoreFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void anotherNameLetsNoSecondWriterIn_data();
    void anotherNameLetsNoSecondWriterIn();
    void aFileMountedElsewhereLetsNoSecondWriterIn();
    void ofTwoStartsAtOnceOneWrites();
    void aKilledHolderIsFollowed();

private:
    QString inDir(const QString &name) const { return m_dir->filePath(name); }
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestStoreFiles::anotherNameLetsNoSecondWriterIn_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("serve") << QStringList{u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s};
    QTest::newRow("rebuild") << QStringList{u"rebuild"_s};
    QTest::newRow("seed") << QStringList{u"seed"_s, u"--calls"_s, u"3"_s};
    QTest::newRow("replay") << QStringList{u"rejected"_s, u"replay"_s};
}

void TestStoreFiles::anotherNameLetsNoSecondWriterIn()
{
    QFETCH(const QStringList, arguments);
    const QString store = inDir(u"calls.db"_s);
    ServeProcess serve;
    QVERIFY2(serve.start(store), serve.errors().constData());
    QVERIFY(QFile::remove(inDir(u"calls.db.lock"_s)));
    QCOMPARE(runCtl(arguments + QStringList{u"--store"_s, store}).code, 1);
    QCOMPARE(::link(qPrintable(store), qPrintable(inDir(u"other.db"_s))), 0);
    const Outcome other = runCtl(arguments + QStringList{u"--store"_s, inDir(u"other.db"_s)});
    QCOMPARE(other.code, 1);
    QVERIFY2(other.err.contains("is being written by another process") || other.err.contains("not ready"),
             other.err.constData());
    constexpr int Pushes = 13;
    for (int i = 0; i < Pushes; ++i)
        QCOMPARE(post(serve.url(), push(i)).status, 200);
    QCOMPARE(serve.terminate(), 0);
    QCOMPARE(callsIn(store), Pushes);
    const Outcome linked = runCtl(arguments + QStringList{u"--store"_s, store});
    QCOMPARE(linked.code, 1);
    QVERIFY2(linked.err.contains("hard links"), linked.err.constData());
}

/// What "docker -v /srv/calls.db:/data/calls.db" does. Where the system forbids to mount even in a namespace of one's
/// own, nobody can do it to a store either.
void TestStoreFiles::aFileMountedElsewhereLetsNoSecondWriterIn()
{
    const QString store = inDir(u"calls.db"_s);
    ServeProcess serve;
    QVERIFY2(serve.start(store), serve.errors().constData());
    QVERIFY(QDir(m_dir->path()).mkdir(u"data"_s));
    QVERIFY(QFile(inDir(u"data/calls.db"_s)).open(QIODevice::WriteOnly));
    const QString script = u"mount --bind \"$1\" \"$2\" || exit 77; shift 2; exec \"$@\""_s;
    QProcess second;
    QStringList arguments{u"--mount"_s};
    if (::geteuid() != 0)
        arguments += {u"--user"_s, u"--map-root-user"_s};
    arguments += {u"sh"_s, u"-c"_s, script, u"sh"_s, store, inDir(u"data/calls.db"_s), QStringLiteral(CALLBOARDCTL)};
    second.start(u"unshare"_s, arguments + serveArguments(inDir(u"data/calls.db"_s)));
    QVERIFY(second.waitForFinished(EndMs));
    const QByteArray words = second.readAllStandardError();
    constexpr int MayNotMount = 77;
    if (second.exitCode() == MayNotMount || words.contains("unshare failed")) {
        qWarning("Nothing may be mounted here: %s", words.constData());
        return;
    }
    QCOMPARE(second.exitCode(), 1);
    QVERIFY2(words.contains("is being written by another process"), words.constData());
    QCOMPARE(post(serve.url(), push(1)).status, 200);
    QCOMPARE(serve.terminate(), 0);
    QCOMPARE(callsIn(store), 1);
}

void TestStoreFiles::ofTwoStartsAtOnceOneWrites()
{
    constexpr int Rounds = 50;
    for (int round = 0; round < Rounds; ++round) {
        const QString store = inDir(u"calls-%1.db"_s.arg(round / 5)); // new ones, and some that are there
        std::array<QProcess, 2> both;
        for (QProcess &process : both)
            process.start(QStringLiteral(CALLBOARDCTL), serveArguments(store));
        const auto isOver = [](const QProcess &process) { return process.state() == QProcess::NotRunning; };
        QTRY_VERIFY_WITH_TIMEOUT(isOver(both[0]) || isOver(both[1]), EndMs);
        QProcess &refused = isOver(both[0]) ? both[0] : both[1];
        QProcess &writing = isOver(both[0]) ? both[1] : both[0];
        const QByteArray words = refused.readAllStandardError();
        QCOMPARE(refused.exitCode(), 1);
        QVERIFY2(words.contains("is being written by"), words.constData());
        QTRY_VERIFY_WITH_TIMEOUT(writing.canReadLine(), EndMs);
        QVERIFY(writing.readLine().startsWith("listening "));
        writing.terminate();
        QVERIFY(writing.waitForFinished(EndMs));
        QCOMPARE(writing.exitCode(), 0);
    }
}

void TestStoreFiles::aKilledHolderIsFollowed()
{
    const QString store = inDir(u"calls.db"_s);
    constexpr int Rounds = 3;
    for (int round = 0; round < Rounds; ++round) {
        ServeProcess serve;
        QVERIFY2(serve.start(store), serve.errors().constData());
        QCOMPARE(post(serve.url(), push(round)).status, 200);
        serve.kill();
        QVERIFY(QFile::exists(inDir(u"calls.db.lock"_s)));
    }
    QCOMPARE(callsIn(store), Rounds);
}

QTEST_GUILESS_MAIN(TestStoreFiles)
#include "test_store_files.moc"
