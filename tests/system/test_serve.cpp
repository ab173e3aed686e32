// SPDX-License-Identifier: GPL-3.0-or-later
// The headless receiver as a whole: the specification's example, refused messages, shutdown, one writer per store.
#include "programs.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestServe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void theExampleIsStoredAsPushed();
    void numbersAreMaskedUntilRevealed();
    void refusedMessagesAreKept();
    void onlyWhatIsThereIsTakenAgain();
    void terminatesOnSignal();
    void aSecondWriterIsRefused();
    void aDeadWriterIsNotBlamed();
    void absurdTimesSpoilNoSum();
    void readersWorkWhileItIsWritten();

private:
    QString store() const { return u"sqlite:"_s + m_dir->filePath(u"store.db"_s); }
    QJsonObject onlyCall(const QStringList &further = {}) const;
    std::unique_ptr<QTemporaryDir> m_dir;
};

QJsonObject TestServe::onlyCall(const QStringList &further) const
{
    const Outcome outcome = runCtl(QStringList{u"calls"_s, u"--store"_s, store(), u"--json"_s} + further);
    const QJsonArray calls = outcome.json().array();
    return outcome.code == 0 && calls.size() == 1 ? calls.first().toObject() : QJsonObject();
}

void TestServe::theExampleIsStoredAsPushed()
{
    ServeProcess serve;
    QVERIFY2(serve.start(store()), serve.errors().constData());
    const Answer answer = post(serve.url(), testData("example_push.json"));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, "\"success\"");
    const QJsonObject call = onlyCall({u"--reveal"_s});
    const QJsonObject pushed = QJsonDocument::fromJson(testData("example_push.json")).object();
    QCOMPARE(pushed.size(), 22);
    for (auto it = pushed.begin(); it != pushed.end(); ++it)
        QCOMPARE(call.value(it.key()), it.value());
    QCOMPARE(call.value("talk_ms"_L1).toInteger(), 21'400);
    QCOMPARE(call.value("duration_call"_L1).toInteger(), 28);
    QCOMPARE(call.value("parts"_L1).toString(), u"outbound_only"_s);
}

void TestServe::numbersAreMaskedUntilRevealed()
{
    ServeProcess serve;
    QVERIFY(serve.start(store()));
    QCOMPARE(post(serve.url(), testData("example_push.json")).status, 200);
    QCOMPARE(onlyCall().value("callee"_L1).toString(), u"199****0001"_s);
    const Outcome masked = runCtl({u"calls"_s, u"--store"_s, store()});
    QVERIFY(!masked.out.contains("19900000001"));
    QCOMPARE(onlyCall({u"--reveal"_s}).value("callee"_L1).toString(), u"19900000001"_s);
}

void TestServe::refusedMessagesAreKept()
{
    ServeProcess serve;
    QVERIFY(serve.start(store()));
    const Answer answer = post(serve.url(), "{\"call_uuid\":\"\",\"callee\":\"19900000001\"}");
    QCOMPARE(answer.status, 400);
    QVERIFY(answer.body.contains("\"field\":\"call_uuid\""));
    QCOMPARE(serve.terminate(), 0);
    const QJsonArray kept = runCtl({u"rejected"_s, u"list"_s, u"--json"_s, u"--store"_s, store()})
                                .json()
                                .object()
                                .value("rejected"_L1)
                                .toArray();
    QCOMPARE(kept.size(), 1);
    const QString id = QString::number(kept.first().toObject().value("id"_L1).toInteger());
    const Outcome shown = runCtl({u"rejected"_s, u"show"_s, id, u"--store"_s, store()});
    QCOMPARE(shown.code, 0);
    QVERIFY(shown.out.contains("199****0001"));
    QCOMPARE(runCtl({u"rejected"_s, u"show"_s, u"999"_s, u"--store"_s, store()}).code, 1);
    const Outcome replayed = runCtl({u"rejected"_s, u"replay"_s, u"--json"_s, u"--store"_s, store()});
    QCOMPARE(replayed.code, 1);
    QCOMPARE(replayed.json().object().value("refused_again"_L1).toInteger(), 1);
}

void TestServe::onlyWhatIsThereIsTakenAgain()
{
    const Outcome nowhere = runCtl({u"rejected"_s, u"replay"_s, u"--store"_s, store()});
    QCOMPARE(nowhere.code, 1);
    QVERIFY(!QFile::exists(m_dir->filePath(u"store.db"_s)));
    ServeProcess serve;
    QVERIFY(serve.start(store()));
    QCOMPARE(serve.terminate(), 0);
    const Outcome unknown = runCtl({u"rejected"_s, u"replay"_s, u"7"_s, u"--store"_s, store()});
    QCOMPARE(unknown.code, 1);
    QVERIFY(unknown.out.isEmpty());
    QVERIFY2(unknown.err.contains("7"), unknown.err.constData());
    QCOMPARE(runCtl({u"rejected"_s, u"replay"_s, u"--store"_s, store()}).code, 0);
}

void TestServe::terminatesOnSignal()
{
    ServeProcess serve;
    QVERIFY(serve.start(store()));
    QCOMPARE(post(serve.url(), testData("example_push.json")).status, 200);
    QCOMPARE(serve.terminate(), 0);
    QCOMPARE(runCtl({u"verify"_s, u"--store"_s, store()}).code, 0);
    QVERIFY(serve.start(store()));
    QCOMPARE(serve.terminate(), 0);
}

void TestServe::aSecondWriterIsRefused()
{
    ServeProcess serve;
    QVERIFY(serve.start(store()));
    const Outcome second = runCtl({u"serve"_s, u"--store"_s, store(), u"--listen"_s, u"127.0.0.1:0"_s});
    QCOMPARE(second.code, 1);
    QVERIFY(second.out.isEmpty());
    QVERIFY2(second.err.contains(QByteArray::number(serve.pid())), second.err.constData());
    const QString link = m_dir->filePath(u"link.db"_s);
    QVERIFY(QFile::link(u"store.db"_s, link));
    QCOMPARE(runCtl({u"serve"_s, u"--store"_s, link, u"--listen"_s, u"127.0.0.1:0"_s}).code, 1);
    QCOMPARE(runCtl({u"backup"_s, u"--store"_s, store(), u"--output"_s, link}).code, 1);
    QCOMPARE(runCtl({u"rebuild"_s, u"--store"_s, store()}).code, 1);
    QCOMPARE(runCtl({u"seed"_s, u"--calls"_s, u"1"_s, u"--store"_s, store()}).code, 1);
}

void TestServe::aDeadWriterIsNotBlamed()
{
    ServeProcess serve;
    QVERIFY(serve.start(store()));
    serve.kill();
    QVERIFY(QFile::exists(m_dir->filePath(u"store.db.lock"_s))); // a note of who held it, and no lock
    QVERIFY(serve.start(store()));
    QCOMPARE(serve.terminate(), 0);
}

void TestServe::absurdTimesSpoilNoSum()
{
    constexpr qint64 Absurd = 8'900'000'000'000'000'000;
    ServeProcess serve;
    QVERIFY(serve.start(store()));
    for (const char *uuid : {"a", "b", "c"}) {
        QJsonObject push = QJsonDocument::fromJson(testData("example_push.json")).object();
        push.insert("call_uuid"_L1, QLatin1StringView(uuid));
        push.insert("time_answer"_L1, Absurd);
        push.insert("duration_call"_L1, Absurd);
        QCOMPARE(post(serve.url(), QJsonDocument(push).toJson()).status, 200);
    }
    const Outcome verified = runCtl({u"verify"_s, u"--store"_s, store()});
    QVERIFY2(verified.code == 0, (verified.out + verified.err).constData());
    for (const char *name : {"calls", "tasks", "results", "hours", "retries", "completeness", "lines"}) {
        const Outcome report = runCtl({u"report"_s, QLatin1StringView(name), u"--format"_s, u"xlsx"_s, u"--output"_s,
                                       m_dir->filePath(u"r.xlsx"_s), u"--store"_s, store()});
        QVERIFY2(report.code == 0, (name + report.err).constData());
    }
    QCOMPARE(runCtl({u"totals"_s, u"--json"_s, u"--store"_s, store()}).json().object().value("answered"_L1).toInteger(),
             3);
}

void TestServe::readersWorkWhileItIsWritten()
{
    ServeProcess serve;
    QVERIFY(serve.start(store()));
    QCOMPARE(post(serve.url(), testData("example_push.json")).status, 200);
    const Outcome totals = runCtl({u"totals"_s, u"--json"_s, u"--store"_s, store()});
    QCOMPARE(totals.json().object().value("calls"_L1).toInteger(), 1);
    QCOMPARE(runCtl({u"verify"_s, u"--store"_s, store()}).code, 0);
    const QString copy = m_dir->filePath(u"copy.db"_s);
    QCOMPARE(runCtl({u"backup"_s, u"--store"_s, store(), u"--output"_s, copy}).code, 0);
    QCOMPARE(runCtl({u"totals"_s, u"--json"_s, u"--store"_s, u"sqlite:"_s + copy}).out, totals.out);
    const QString csv = m_dir->filePath(u"calls.csv"_s);
    QCOMPARE(runCtl({u"report"_s, u"calls"_s, u"--format"_s, u"csv"_s, u"--output"_s, csv, u"--store"_s, store()}).code,
             0);
    QFile file(csv);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("河北省张家口市张北县"));
    QVERIFY(!text.contains("19900000001"));
}

QTEST_GUILESS_MAIN(TestServe)
#include "test_serve.moc"
