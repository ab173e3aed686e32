// SPDX-License-Identifier: GPL-3.0-or-later
// A store that can't be written while it is served: the answer is 503, with the true reason, for as long as it lasts.
#include "programs.h"

#include "../store/store_fixture.h"
#include "store/database/connection.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonObject>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 PageBytes = 4096;
constexpr int AnswerMs = 60'000;

QJsonObject health(const QUrl &receiver)
{
    QTcpSocket socket;
    socket.connectToHost(receiver.host(), static_cast<quint16>(receiver.port()));
    socket.write("GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    QByteArray answer;
    while (socket.state() != QAbstractSocket::UnconnectedState && socket.waitForReadyRead(AnswerMs))
        answer += socket.readAll();
    QJsonObject object = QJsonDocument::fromJson(answer.mid(answer.indexOf("\r\n\r\n") + 4)).object();
    object.insert("status"_L1, answer.mid(9, 3).toInt());
    return object;
}

} // namespace

class TestStoreTrouble : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void aForeignLockIsNamedAndSurvived();
    void aDamagedPageStaysDamaged();
    void aDamagedPageIsFoundAtTheStart();
    void aStoreThatIsTakenAwayIsNoticed();
    void whatNeedsTheStoreAloneSaysWhoHasIt();
    void aDamagedStoreIsSalvaged();
    void damagedMessagesAreExplained();
    void noCommandChangesAnotherFile_data();
    void noCommandChangesAnotherFile();

private:
    QString file() const { return m_dir->filePath(u"store.db"_s); }
    QString store() const { return u"sqlite:"_s + file(); }
    qint64 rootPage(const QString &name) const;
    void zeroPage(qint64 page) const;
    void fill(int calls);
    std::unique_ptr<QTemporaryDir> m_dir;
};

qint64 TestStoreTrouble::rootPage(const QString &name) const
{
    Connection connection(StoreUrl::ofFile(file()), Access::Read);
    return connection.value(u"SELECT rootpage FROM sqlite_schema WHERE name = '%1'"_s.arg(name)).toLongLong();
}

void TestStoreTrouble::zeroPage(qint64 page) const
{
    QFile damaged(file());
    QVERIFY(damaged.open(QIODevice::ReadWrite));
    QVERIFY(damaged.seek((page - 1) * PageBytes));
    QCOMPARE(damaged.write(QByteArray(PageBytes, '\0')), PageBytes);
}

/// Calls in the file itself, not in its log.
void TestStoreTrouble::fill(int calls)
{
    QCOMPARE(runCtl({u"seed"_s, u"--store"_s, store(), u"--calls"_s, QString::number(calls)}).code, 0);
    QCOMPARE(QFile(file() + u"-wal"_s).size(), 0);
}

/// Another program that began a transaction to write and does not end it.
void TestStoreTrouble::aForeignLockIsNamedAndSurvived()
{
    ServeProcess serve;
    QVERIFY2(serve.start(store()), serve.errors().constData());
    QCOMPARE(post(serve.url(), TestCall(1).outbound()).status, 200);
    {
        Connection other(StoreUrl::ofFile(file()), Access::Write);
        other.begin();
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(post(serve.url(), TestCall(2).outbound()).status, 503);
        qInfo("answered after %lld ms", timer.elapsed());
        const QJsonObject state = health(serve.url());
        QCOMPARE(state.value("status"_L1).toInt(), 503);
        QCOMPARE(state.value("state"_L1).toString(), u"unavailable"_s);
        const QString trouble = state.value("trouble"_L1).toString();
        QVERIFY2(trouble.contains("write lock"_L1), qPrintable(trouble));
        QVERIFY2(trouble.contains(QString::number(QCoreApplication::applicationPid())), qPrintable(trouble));
        QVERIFY2(!trouble.contains("disk space"_L1), qPrintable(trouble));
        timer.start(); // known by now: nobody waits for the lock again
        QCOMPARE(post(serve.url(), TestCall(2).outbound()).status, 503);
        other.rollback();
    }
    QTRY_COMPARE_WITH_TIMEOUT(health(serve.url()).value("status"_L1).toInt(), 200, AnswerMs);
    QCOMPARE(post(serve.url(), TestCall(3).outbound()).status, 200);
    QCOMPARE(serve.terminate(), 0);
    const QJsonObject totals = runCtl({u"totals"_s, u"--store"_s, store(), u"--json"_s}).json().object();
    QCOMPARE(totals.value("calls"_L1).toInt(), 2); // nothing half stored
    QCOMPARE(runCtl({u"verify"_s, u"--store"_s, store()}).code, 0);
}

/// The index in which every message looks for its call is gone; the rest of the file is sound.
void TestStoreTrouble::aDamagedPageStaysDamaged()
{
    constexpr qint64 LooksMs = 3'500; // the writer tries again once a second
    fill(300);
    zeroPage(rootPage(u"sqlite_autoindex_call_1"_s));
    ServeProcess serve;
    QVERIFY2(serve.start(store()), serve.errors().constData());
    QCOMPARE(post(serve.url(), TestCall(1).outbound()).status, 503);
    QTRY_COMPARE_WITH_TIMEOUT(health(serve.url()).value("state"_L1).toString(), u"damaged"_s, AnswerMs);
    QElapsedTimer timer;
    timer.start();
    int looks = 0;
    while (timer.elapsed() < LooksMs || looks < 10) {
        const QJsonObject state = health(serve.url());
        QCOMPARE(state.value("status"_L1).toInt(), 503);
        QCOMPARE(state.value("state"_L1).toString(), u"damaged"_s);
        QCOMPARE(state.value("store_file"_L1).toString(), u"damaged"_s);
        QVERIFY2(state.value("trouble"_L1).toString().contains("callboardctl salvage"_L1),
                 qPrintable(state.value("trouble"_L1).toString()));
        ++looks;
    }
    QCOMPARE(post(serve.url(), TestCall(2).outbound()).status, 503);
    QCOMPARE(serve.terminate(), 0);
    const QByteArray errors = serve.errors();
    QVERIFY2(!errors.contains("disk space") && !errors.contains("can be written again"), errors.constData());
}

/// No message comes near the damage, so that only reading the file finds it.
void TestStoreTrouble::aDamagedPageIsFoundAtTheStart()
{
    fill(300);
    {
        ServeProcess serve;
        QVERIFY2(serve.start(store()), serve.errors().constData());
        QTRY_COMPARE_WITH_TIMEOUT(health(serve.url()).value("store_file"_L1).toString(), u"sound"_s, AnswerMs);
        QCOMPARE(serve.terminate(), 0);
    }
    zeroPage(rootPage(u"call_contact"_s));
    ServeProcess serve;
    QVERIFY2(serve.start(store()), serve.errors().constData());
    QTRY_COMPARE_WITH_TIMEOUT(health(serve.url()).value("state"_L1).toString(), u"damaged"_s, AnswerMs);
    QCOMPARE(post(serve.url(), TestCall(1).basic()).status, 503);
    QCOMPARE(serve.terminate(), 0);
}

void TestStoreTrouble::aStoreThatIsTakenAwayIsNoticed()
{
    ServeProcess serve;
    QVERIFY2(serve.start(store()), serve.errors().constData());
    QCOMPARE(post(serve.url(), TestCall(1).basic()).status, 200);
    const QString elsewhere = m_dir->filePath(u"elsewhere.db"_s);
    QVERIFY(QFile::rename(file(), elsewhere));
    QTRY_COMPARE_WITH_TIMEOUT(post(serve.url(), TestCall(2).basic()).status, 503, AnswerMs);
    QVERIFY2(serve.errors().contains("removed, renamed or replaced"), serve.errors().constData());
    QVERIFY(QFile::rename(elsewhere, file()));
    QTRY_COMPARE_WITH_TIMEOUT(post(serve.url(), TestCall(3).basic()).status, 200, AnswerMs);
    QCOMPARE(serve.terminate(), 0);
}

void TestStoreTrouble::whatNeedsTheStoreAloneSaysWhoHasIt()
{
    ServeProcess serve;
    QVERIFY2(serve.start(store()), serve.errors().constData());
    QCOMPARE(post(serve.url(), "{broken").status, 400);
    const QString output = u"sqlite:"_s + m_dir->filePath(u"new.db"_s);
    for (const QStringList &command : {QStringList{u"rejected"_s, u"replay"_s},
                                       {u"rebuild"_s},
                                       {u"seed"_s, u"--calls"_s, u"5"_s},
                                       {u"salvage"_s, u"--output"_s, output},
                                       {u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s}}) {
        const Outcome outcome = runCtl(command + QStringList{u"--store"_s, store()});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains("is being written by callboardctl (process " + QByteArray::number(serve.pid())),
                 outcome.err.constData());
        // A second serve has nothing to "start again": the words fit every program.
        QVERIFY2(outcome.err.contains("End that program first") && outcome.err.contains("try again"),
                 outcome.err.constData());
    }
    QCOMPARE(serve.terminate(), 0);
    QCOMPARE(runCtl({u"rejected"_s, u"replay"_s, u"--store"_s, store()}).code, 1); // refused again
}

/// `verify` and `rebuild` say what a flipped bit in the messages cost, and what makes a store without it.
void TestStoreTrouble::damagedMessagesAreExplained()
{
    QCOMPARE(runCtl({u"seed"_s, u"--calls"_s, u"400"_s, u"--store"_s, store()}).code, 0);
    Connection(StoreUrl::ofFile(file()), Access::Write)
        .execute(u"UPDATE push SET segment = 'x' || segment WHERE first_push = (SELECT MIN(first_push) FROM push)"_s);
    const QByteArray advice = "callboardctl salvage --store " + store().toUtf8() + " --output sqlite:";
    for (const auto &command : {u"verify"_s, u"rebuild"_s, u"verify"_s}) {
        const Outcome outcome = runCtl({command, u"--store"_s, store()});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.out.contains("can't be read any more") && outcome.out.contains(advice),
                 outcome.out.constData());
    }
    const QString output = u"sqlite:"_s + m_dir->filePath(u"new.db"_s);
    const Outcome salvaged = runCtl({u"salvage"_s, u"--store"_s, store(), u"--output"_s, output});
    QVERIFY2(salvaged.code == 1 && salvaged.out.contains("as received (") && salvaged.out.contains("Next: "),
             salvaged.out.constData());
    const Outcome verified = runCtl({u"verify"_s, u"--store"_s, output});
    QVERIFY2(verified.code == 0, verified.out.constData());
    QVERIFY2(verified.out.contains("damaged, and could not be saved"), verified.out.constData());
}

/// From the 503 to a store that is served again.
void TestStoreTrouble::aDamagedStoreIsSalvaged()
{
    fill(300);
    zeroPage(rootPage(u"call"_s));
    const Outcome listed = runCtl({u"calls"_s, u"--store"_s, store()});
    QCOMPARE(listed.code, 1);
    QVERIFY2(listed.err.contains("callboardctl salvage"), listed.err.constData());
    const QString output = u"sqlite:"_s + m_dir->filePath(u"new.db"_s);
    const Outcome salvaged = runCtl({u"salvage"_s, u"--store"_s, store(), u"--output"_s, output, u"--json"_s});
    QVERIFY2(salvaged.code == 0, (salvaged.out + salvaged.err).constData());
    QCOMPARE(salvaged.json().object().value("calls"_L1).toInt(), 300);
    QVERIFY(salvaged.json().object().value("whole"_L1).toBool());
    QCOMPARE(runCtl({u"verify"_s, u"--store"_s, output}).code, 0);
    QVERIFY(!QFile::permissions(m_dir->filePath(u"new.db"_s)).testAnyFlags(QFile::ReadGroup | QFile::ReadOther));
    ServeProcess serve;
    QVERIFY2(serve.start(output), serve.errors().constData());
    QCOMPARE(post(serve.url(), TestCall(1).outbound()).status, 200);
    QCOMPARE(serve.terminate(), 0);
}

void TestStoreTrouble::noCommandChangesAnotherFile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("word");
    QTest::newRow("text") << QByteArray("call_uuid,caller\n") << QByteArray("is not a database: it looks like a text");
    QTest::newRow("newer") << QByteArray() << QByteArray("made by a newer Callboard (schema step 999;");
}

void TestStoreTrouble::noCommandChangesAnotherFile()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, word);
    QFile other(file());
    if (bytes.isEmpty()) {
        fill(20);
        Connection(StoreUrl::ofFile(file()), Access::Write)
            .execute(u"UPDATE meta SET value = 999 WHERE key = 'schema_step'"_s);
    } else {
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write(bytes) == bytes.size());
        other.close();
    }
    QVERIFY(other.open(QIODevice::ReadOnly));
    const QByteArray before = other.readAll();
    const QString output = m_dir->filePath(u"out"_s);
    for (const QStringList &command : {QStringList{u"totals"_s},
                                       {u"calls"_s},
                                       {u"rejected"_s, u"list"_s},
                                       {u"rejected"_s, u"replay"_s},
                                       {u"verify"_s},
                                       {u"rebuild"_s},
                                       {u"schedules"_s},
                                       {u"seed"_s, u"--calls"_s, u"1"_s},
                                       {u"backup"_s, u"--output"_s, output},
                                       {u"report"_s, u"tasks"_s, u"--format"_s, u"csv"_s, u"--output"_s, output},
                                       {u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s}}) {
        const Outcome outcome = runCtl(command + QStringList{u"--store"_s, store()});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains(word), (command.constFirst().toUtf8() + ": " + outcome.err).constData());
        QVERIFY(other.seek(0));
        QCOMPARE(other.readAll(), before);
        QVERIFY(!QFile::exists(output));
    }
}

QTEST_GUILESS_MAIN(TestStoreTrouble)
#include "test_store_trouble.moc"
