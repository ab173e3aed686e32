// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

const QByteArray Canary = "13812345678";

QByteArray pushOf(const QByteArray &uuid, const QByteArray &callee)
{
    return R"({"call_uuid":")" + uuid + R"(","callee":")" + callee
        + R"(","direction":2,"time_hangup":1790000000000,"task_id":"7","task_row_index":1,"task_row_head":["phone","name"],)"
          R"("task_row_value":[")"
        + callee + R"(","Wang"],"x_note":"call )" + callee + R"("})";
}

} // namespace

/// `callboardctl erase` over a store that a real receiver wrote.
class TestErase : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_dir.reset(); }

    void theNumberIsInNoFileAfterwards()
    {
        {
            ServeProcess serve;
            QVERIFY(serve.start(store()));
            QCOMPARE(post(serve.url(), pushOf("a", Canary)).status, 200);
            QCOMPARE(post(serve.url(), pushOf("b", "+86 138-1234-5678")).status, 200);
            QCOMPARE(post(serve.url(), pushOf("c", "13987654321")).status, 200);
            QCOMPARE(post(serve.url(), "no JSON of " + Canary).status, 400);
            const Outcome busy = erase({});
            QCOMPARE(busy.code, 1);
            QVERIFY2(busy.err.contains(QByteArray::number(serve.pid())), busy.err.constData());
            QCOMPARE(erase({u"--dry-run"_s}).code, 0);
            QCOMPARE(serve.terminate(), 0);
        }
        const QJsonObject before = totals();
        QVERIFY(isInAnyFile());
        const Outcome erased = erase({u"--now"_s, u"--json"_s});
        QVERIFY2(erased.code == 0, (erased.out + erased.err).constData());
        QVERIFY(erased.json().object().value("proven"_L1).toBool());
        QVERIFY(!erased.out.contains(Canary) && !erased.err.contains(Canary));
        QVERIFY(!isInAnyFile());
        QCOMPARE(totals(), before);
        QCOMPARE(runCtl({u"rebuild"_s, u"--store"_s, store()}).code, 0);
        QCOMPARE(runCtl({u"verify"_s, u"--store"_s, store()}).code, 0);
        QCOMPARE(totals(), before);
        QVERIFY(!isInAnyFile());
        const Outcome calls = runCtl({u"calls"_s, u"--store"_s, store(), u"--json"_s, u"--reveal"_s});
        QVERIFY(calls.out.contains("13987654321") && !calls.out.contains("1234-5678"));
    }

    /// One account: each thing is erased, or hidden, or stays; and each file is named once.
    void theAnswerIsOneAccount()
    {
        {
            ServeProcess serve;
            QVERIFY(serve.start(store()));
            QCOMPARE(post(serve.url(), pushOf("a", Canary)).status, 200);
            QCOMPARE(post(serve.url(), "\x1f\x8b" + QByteArray(20, 'x')).status, 400);
            QCOMPARE(serve.terminate(), 0);
        }
        const QString copy = m_dir->filePath(u"copy.db"_s);
        QCOMPARE(runCtl({u"backup"_s, u"--store"_s, store(), u"--output"_s, copy}).code, 0);
        QFile list(m_dir->filePath(u"list.csv"_s));
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write("phone\n" + Canary + "\n");
        list.close();
        const Outcome dry = erase({u"--dry-run"_s});
        QVERIFY2(dry.out.contains("Would be erased at once:\n  1 call\n"), dry.out.constData());
        QVERIFY2(dry.out.contains("Would be hidden at once, and erased when 30 days old:\n  1 message as "),
                 dry.out.constData());
        const Outcome erased = erase({});
        QVERIFY2(erased.code == 0, (erased.out + erased.err).constData());
        QVERIFY2(erased.out.contains("Erased:\n  1 call\n"), erased.out.constData());
        QCOMPARE(erased.out.count("message as it was received"), 1); // hidden, not erased, too
        QVERIFY2(erased.out.contains("Hidden until 20"), erased.out.constData());
        QVERIFY2(erased.out.contains("1 refused message is compressed"), erased.out.constData());
        QVERIFY2(erased.out.contains("but for the hidden messages"), erased.out.constData());
        QCOMPARE(erased.out.count(QFile::encodeName(copy)), 2); // what it is, and how it is named to erase there
        QCOMPARE(erased.out.count("is another store, or a copy"), 1);
        QVERIFY2(erased.out.contains("list.csv has the number (1 place)"), erased.out.constData());
        QVERIFY(!erased.out.contains("Found") && !erased.out.contains("1 messages") && !erased.out.contains("1 calls"));
    }

    void aNumberInAnIdStaysAndIsSaid()
    {
        {
            ServeProcess serve;
            QVERIFY(serve.start(store()));
            QCOMPARE(post(serve.url(), pushOf("id-" + Canary, Canary)).status, 200);
            QCOMPARE(serve.terminate(), 0);
        }
        const Outcome erased = erase({u"--now"_s});
        QCOMPARE(erased.code, 1);
        QVERIFY2(erased.out.contains("NOT erased:\n  1 call has the number in call_uuid, task_id or task_result\n"),
                 erased.out.constData());
        QVERIFY2(erased.out.contains("can still read the number there"), erased.out.constData());
        QVERIFY2(erased.out.contains("those of the ids among them"), erased.out.constData());
        QVERIFY2(erased.out.contains("still in the store: see above"), erased.out.constData());
    }

    void whatIsNoNumberIsWrongUsage()
    {
        for (const QString &number : {u"110"_s, u"somebody"_s, u""_s})
            QCOMPARE(runCtl({u"erase"_s, u"--store"_s, store(), u"--number"_s, number}).code, 2);
        QCOMPARE(runCtl({u"erase"_s, u"--store"_s, store()}).code, 2);
        QVERIFY(!QFile::exists(m_dir->filePath(u"store.db"_s)));
    }

private:
    QString store() const { return u"sqlite:"_s + m_dir->filePath(u"store.db"_s); }

    Outcome erase(const QStringList &further) const
    {
        return runCtl(QStringList{u"erase"_s, u"--store"_s, store(), u"--number"_s, QString::fromLatin1(Canary)}
                      + further);
    }

    QJsonObject totals() const { return runCtl({u"totals"_s, u"--store"_s, store(), u"--json"_s}).json().object(); }

    bool isInAnyFile() const
    {
        const QFileInfoList files = QDir(m_dir->path()).entryInfoList(QDir::Files | QDir::Hidden);
        for (const QFileInfo &info : files) {
            QFile file(info.absoluteFilePath());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(Canary))
                return true;
        }
        return false;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestErase)
#include "test_erase.moc"
