// SPDX-License-Identifier: GPL-3.0-or-later
// What was pushed and would steer a terminal: no command lets it out, and each call stays one line.
#include "files/terminal_stream.h"
#include "programs.h"
#include "store/database/connection.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int Calls = 5;

/// Colours, the clipboard, a bell, a title, line breaks, C1, a turned direction, separators.
const QString Hostile =
    u"\u001b[31m\u001b]52;c;cm0gLXJm\a\u001b]0;t\a\r\n\t\u009b2J\u202Eabc\u2066\u2028\u2029\u007f"_s;

/// The first bare one, as its code; empty: none. Tabs and line breaks are the program's own between fields.
QString bareCharacter(const QByteArray &output)
{
    for (const QChar c : QString::fromUtf8(output)) {
        if (c != u'\n' && c != u'\t' && callboard::terminalText(c) != QString(c))
            return callboard::terminalText(c);
    }
    return {};
}

QByteArray body(int number)
{
    QJsonObject push{
        {u"direction"_s, 2}, {u"task_row_index"_s, number}, {u"time_hangup"_s, QJsonValue(qint64(1790000000000))}};
    for (const char *key : {"call_uuid", "task_id", "caller", "callee", "task_result", "task_result_desc",
                            "business_id", "app_id", "robot_id", "task_data_id", "call_relation_id"})
        push.insert(QString::fromLatin1(key), Hostile + QString::number(number));
    push.insert(u"task_row_head"_s, QJsonArray{Hostile});
    push.insert(u"task_row_value"_s, QJsonArray{Hostile});
    push.insert(Hostile, Hostile);
    return QJsonDocument(push).toJson();
}

} // namespace

class TestTerminal : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void noCommandLetsThemOut_data();
    void noCommandLetsThemOut();
    void jsonIsWhatWasPushed();

private:
    QTemporaryDir m_dir;
    QString m_store;
};

void TestTerminal::initTestCase()
{
    m_store = u"sqlite:"_s + m_dir.filePath(u"calls.db"_s);
    ServeProcess serve;
    QVERIFY(serve.start(m_store));
    for (int number = 0; number < Calls; ++number)
        QCOMPARE(post(serve.url(), body(number)).status, 200);
    QCOMPARE(post(serve.url(), "{\"call_uuid\": \"u\", \"direction\": \"\x1b[31m\xe2\x80\xae\"}").status, 400);
    QCOMPARE(post(serve.url(), "{\"\x1b[31m\": \xc2\x9b, \r\n \xe2\x80\xa8").status, 400);
    QCOMPARE(serve.terminate(), 0);
    const QByteArray said = serve.errors();
    QVERIFY2(bareCharacter(said).isEmpty(), said.constData());
}

void TestTerminal::noCommandLetsThemOut_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("lines");
    const QStringList store{u"--store"_s, m_store};
    QTest::newRow("calls") << QStringList{u"calls"_s} + store << Calls;
    QTest::newRow("calls revealed") << QStringList{u"calls"_s, u"--reveal"_s} + store << Calls;
    QTest::newRow("calls as JSON") << QStringList{u"calls"_s, u"--json"_s} + store << Calls;
    QTest::newRow("totals") << QStringList{u"totals"_s} + store << 3 + Calls;
    QTest::newRow("totals as JSON") << QStringList{u"totals"_s, u"--json"_s} + store << 1;
    QTest::newRow("rejected") << QStringList{u"rejected"_s, u"list"_s} + store << 2;
    QTest::newRow("rejected as JSON") << QStringList{u"rejected"_s, u"list"_s, u"--json"_s} + store << 1;
    QTest::newRow("rejected show") << QStringList{u"rejected"_s, u"show"_s, u"2"_s} + store << 2;
    QTest::newRow("rejected revealed") << QStringList{u"rejected"_s, u"show"_s, u"2"_s, u"--reveal"_s} + store << 2;
    QTest::newRow("rejected show of JSON") << QStringList{u"rejected"_s, u"show"_s, u"1"_s} + store << 6;
    QTest::newRow("reports") << QStringList{u"report"_s, u"--list"_s} << -1;
    QTest::newRow("verify") << QStringList{u"verify"_s} + store << -1;
    QTest::newRow("schedules") << QStringList{u"schedules"_s} + store << 0;
    QTest::newRow("an option") << QStringList{u"totals"_s, u"--from"_s, Hostile} + store << 0;
    QTest::newRow("an unknown option") << QStringList{u"totals"_s, u"--"_s + Hostile} << 0;
    QTest::newRow("a command") << QStringList{Hostile} << 0;
    QTest::newRow("a file") << QStringList{u"report"_s, u"tasks"_s, u"--output"_s, u"no/such/"_s + Hostile} + store
                            << 0;
}

void TestTerminal::noCommandLetsThemOut()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, lines);
    const Outcome outcome = runCtl(arguments);
    QVERIFY(!outcome.out.isEmpty() || !outcome.err.isEmpty() || lines == 0);
    QCOMPARE(bareCharacter(outcome.out), QString());
    QCOMPARE(bareCharacter(outcome.err), QString());
    if (lines >= 0)
        QCOMPARE(outcome.out.count('\n'), lines);
}

/// Nothing was lost on the way: the other tests would pass on a store that drops such characters, too.
void TestTerminal::jsonIsWhatWasPushed()
{
    const QJsonArray calls = runCtl({u"calls"_s, u"--json"_s, u"--reveal"_s, u"--store"_s, m_store}).json().array();
    QCOMPARE(calls.size(), Calls);
    for (const QJsonValue &call : calls)
        QVERIFY(call.toObject().value("task_id"_L1).toString().startsWith(Hostile));
}

QTEST_GUILESS_MAIN(TestTerminal)
#include "test_terminal.moc"
