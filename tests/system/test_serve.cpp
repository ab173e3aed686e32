// SPDX-License-Identifier: GPL-3.0-or-later
// The headless receiver as a whole: the specification's example, refused messages, shutdown, one writer per store.
#include "programs.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

class TestServe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void theExampleIsStoredAsPushed();
    void recordingsAndDialoguesMakeNoCalls();
    void numbersAreMaskedUntilRevealed();
    void refusedMessagesAreKept();
    void onlyWhatIsThereIsTakenAgain();
    void terminatesOnSignal();
    void aDoubledSignalIsOne();
    void halfACharacterIsReplacedEverywhere();
    void controlCharactersAreRefusedAndKept();
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

/// Five messages of two calls, of which one sent a recording alone: one call, as if there had been two.
void TestServe::recordingsAndDialoguesMakeNoCalls()
{
    const QByteArray ids = R"("business_id":"9001","app_id":"case","robot_id":"9001001","call_uuid":"case-01")";
    const QByteArray record = ids + R"(,"callee":"19900000001","direction":2,"time_hangup":1763780000000)";
    const QByteArray voice = "{" + ids + R"(,"task_data_id":"7001","url":"rec/a.wav","size":482044,"duration":30})";
    const QByteArray dialog = "{" + ids + R"(,"dialog":[{"seq":"1","role":"robot","text_man":"call 19900000002"}]})";
    ServeProcess serve;
    QVERIFY2(serve.start(store()), serve.errors().constData());
    for (const QByteArray &body :
         {QByteArray("{" + record + "}"), voice, QByteArray("{" + record + R"(,"task_id":"H2","task_row_index":1})"),
          dialog, QByteArray(voice).replace("case-01", "case-02")}) {
        const Answer answer = post(serve.url(), body);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, "\"success\"");
    }
    QUrl own = serve.url();
    own.setPath(u"/receiveDialog"_s);
    QCOMPARE(post(own, R"({"call_uuid":"case-01"})").status, 200);
    QCOMPARE(serve.terminate(), 0);
    QCOMPARE(onlyCall().value("parts"_L1).toString(), u"both"_s);
    const QJsonObject pushes =
        runCtl({u"totals"_s, u"--store"_s, store(), u"--json"_s}).json().object().value("pushes"_L1).toObject();
    QCOMPARE(pushes,
             (QJsonObject{
                 {u"accepted"_s, 2}, {u"repeated"_s, 0}, {u"rejected"_s, 0}, {u"recording"_s, 2}, {u"dialogue"_s, 2}}));
    QCOMPARE(runCtl({u"verify"_s, u"--store"_s, store()}).code, 0);
    QCOMPARE(runCtl({u"rebuild"_s, u"--store"_s, store()}).code, 0);
    QCOMPARE(onlyCall().value("parts"_L1).toString(), u"both"_s);
    const QString report = m_dir->filePath(u"c.csv"_s);
    QCOMPARE(runCtl({u"report"_s, u"completeness"_s, u"--store"_s, store(), u"--format"_s, u"csv"_s, u"--output"_s,
                     report, u"--from"_s, u"2020-01-01"_s})
                 .code,
             0);
    QFile file(report);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("recording"));
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

namespace {

/// Whether a signal was sent to the process that no thread of it has taken yet.
bool isPending(qint64 process, int number)
{
    QFile status(u"/proc/%1/status"_s.arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return false;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("\nShdPnd:");
    return at >= 0 && (text.mid(at + 8, 18).trimmed().toULongLong(nullptr, 16) >> (number - 1) & 1U) != 0;
}

} // namespace

/// As some managers of services send it.
void TestServe::aDoubledSignalIsOne()
{
    ServeProcess serve;
    QVERIFY(serve.start(store()));
    for (int i = 0; i < 50; ++i)
        QCOMPARE(post(serve.url(), "{\"call_uuid\":\"" + QByteArray::number(i) + "\"}").status, 200);
    for (int i = 0; i < 5; ++i) {
        ::kill(static_cast<pid_t>(serve.pid()), SIGTERM);
        while (isPending(serve.pid(), SIGTERM)) { }
    }
    QCOMPARE(serve.waitForEnd(), 0);
    QCOMPARE(QDir(m_dir->path()).entryList({u"*.db*"_s}, QDir::Files).size(), 1); // with everything in it
    QCOMPARE(runCtl({u"totals"_s, u"--store"_s, store(), u"--json"_s}).json().object().value(u"calls"_s).toInt(), 50);
}

/// A sender that cuts a text in the middle of a character: stored as U+FFFD, so that whatever is written later is
/// Unicode, and the raw message stays as it was.
void TestServe::halfACharacterIsReplacedEverywhere()
{
    ServeProcess serve;
    QVERIFY(serve.start(store()));
    const QByteArray half =
        R"("call_uuid":"half","direction":2,"caller":"\ud83d1","task_id":"T\udc00","task_result":"0",)"
        R"("task_result_desc":"ok\ud83d","task_row_index":1,"task_row_head":["K\ud800"],)"
        R"("task_row_value":["V\udfff"],"x\ud801":{"y\udc01":["z\ud802"]})";
    QCOMPARE(post(serve.url(), '{' + half + '}').status, 200);
    const Answer refused = post(serve.url(), R"({"call_uuid":"half\ud83d"})");
    QCOMPARE(refused.status, 400);
    QCOMPARE(QJsonDocument::fromJson(refused.body).object().value(u"field"_s).toString(), u"call_uuid"_s);
    QCOMPARE(serve.terminate(), 0);

    const QStringList where{u"--store"_s, store()};
    const QString csv = m_dir->filePath(u"calls.csv"_s), raw = m_dir->filePath(u"raw.csv"_s);
    QCOMPARE(runCtl(QStringList{u"report"_s, u"calls"_s, u"--output"_s, csv} + where).code, 0);
    QCOMPARE(runCtl(QStringList{u"report"_s, u"calls"_s, u"--format"_s, u"csv-raw"_s, u"--output"_s, raw} + where).code,
             0);
    QByteArrayList written{runCtl(QStringList{u"calls"_s, u"--json"_s} + where).out,
                           runCtl(QStringList{u"totals"_s, u"--json"_s} + where).out};
    QVERIFY(QJsonDocument::fromJson(written.constFirst()).isArray() || QJsonDocument::fromJson(written[0]).isObject());
    for (const QString &name : {csv, raw, QString(raw + u"-metadata.json"_s)}) {
        QFile file(name);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(name));
        written.append(file.readAll());
    }
    for (const QByteArray &text : std::as_const(written)) {
        QVERIFY(QUtf8StringView(text.constData(), text.size()).isValidUtf8());
        QVERIFY2(text.contains("\xEF\xBF\xBD"), text.constData());
        for (const char *lone : {"\\ud8", "\\udc", "\\udf"})
            QVERIFY2(!text.contains(lone), text.constData());
    }
    for (const QString &format : {u"xlsx"_s, u"pdf"_s})
        QCOMPARE(runCtl(QStringList{u"report"_s, u"calls"_s, u"--format"_s, format, u"--output"_s,
                                    m_dir->filePath(u"calls."_s + format)}
                        + where)
                     .code,
                 0);
    QCOMPARE(runCtl(QStringList{u"rebuild"_s} + where).code, 0);
    QCOMPARE(runCtl(QStringList{u"verify"_s} + where).code, 0);
    QCOMPARE(runCtl(QStringList{u"calls"_s, u"--json"_s} + where).out, written.constFirst());
}

void TestServe::controlCharactersAreRefusedAndKept()
{
    ServeProcess serve;
    QVERIFY(serve.start(store()));
    const QByteArray body = "{\"call_uuid\":\"u\",\"caller\":\"a\x01z\",\"x\":\"b\ty\"}";
    const Answer refused = post(serve.url(), body);
    QCOMPARE(refused.status, 400);
    const QString error = QJsonDocument::fromJson(refused.body).object().value(u"error"_s).toString();
    QVERIFY2(error.contains(u"control character"_s) && error.contains(u"byte 28"_s), qPrintable(error));
    QCOMPARE(serve.terminate(), 0);
    const QJsonObject totals = runCtl({u"totals"_s, u"--store"_s, store(), u"--json"_s}).json().object();
    QCOMPARE(totals.value(u"calls"_s).toInt(), 0);
    QCOMPARE(totals.value(u"pushes"_s).toObject().value(u"rejected"_s).toInt(), 1);
    const Outcome shown = runCtl({u"rejected"_s, u"show"_s, u"1"_s, u"--store"_s, store()});
    QVERIFY2(shown.code == 0 && shown.out.contains("\\u0001") && !shown.out.contains('\x01'), shown.out.constData());
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
