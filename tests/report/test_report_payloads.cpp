// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/output_file.h"
#include "payloads.h"
#include "report/report_formats.h"
#include "store/database/connection.h"
#include "store/write/store_writer.h"
#include "store_fixture.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

/// Also texts that no spreadsheet may change.
QStringList hostileTexts()
{
    QStringList texts = injectionPayloads();
    texts << u"+8613800138000"_s << u"0271111111"_s << u"00123"_s << u"12345678901234567890"_s << u"1E5"_s
          << u"2026-11-22"_s << u"3月13日"_s << u"TRUE"_s << u"http://x.example/?a=1"_s << u"file:///etc/passwd"_s
          << u"mailto:x@y.example"_s << u"internal:Sheet1!A1"_s << u"external:c:\\a.xlsx"_s << u"{=1+1}"_s
          << u"a\u0001b\u001fc"_s << u"_x0041_"_s << u"a_x000D_b"_s << u"a\rb\r\nc"_s << u"<f>1+1</f>"_s
          << u"]]>&amp;"_s << u"\"quoted\",comma;semi"_s << u"'already"_s << u"tab\t"_s << u" 两端 "_s
          << u"𠮷野家🙂"_s << u"msexcel|'\\..\\..\\cmd.exe /c calc'!''"_s;
    texts.removeDuplicates();
    // Qt's JSON reader drops this mark at the beginning of a text, so it can't come back from a push.
    texts.removeIf([](const QString &text) { return text.startsWith(QChar(QChar::ByteOrderMark)); });
    return texts;
}

TestCall hostileCall(int number, const QString &text)
{
    TestCall call(number);
    for (const QString &field :
         {u"business_id"_s, u"app_id"_s, u"robot_id"_s, u"caller"_s, u"callee"_s, u"call_relation_id"_s, u"task_id"_s,
          u"task_data_id"_s, u"task_result"_s, u"task_result_desc"_s})
        call.set(field, text);
    call.set(u"call_uuid"_s, u"%1 #%2"_s.arg(text).arg(number));
    call.set(u"task_row_index"_s, number);
    call.set(u"task_row_head"_s, QJsonArray{text});
    call.set(u"task_row_value"_s, QJsonArray{text});
    return call;
}

void writeFile(const QString &name, const QByteArray &content)
{
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

/// A table whose every name is hostile, with a chart of that name.
void writeHostileTable(ReportWriter &writer, const QString &text)
{
    const ReportChart chart{.title = text, .shape = ReportChart::Shape::Bars, .category = 0, .series = {1}};
    writer.beginTable(
        {.name = u"t"_s, .title = text, .columns = {{text}, {text, ColumnKind::Count}}, .charts = {chart}});
    for (int row = 0; row < 3; ++row) {
        writer.text(text);
        writer.count(row);
        writer.endRow();
    }
    writer.beginTotals();
    writer.text(text);
    writer.count(3);
    writer.endRow();
    writer.endTable();
}

} // namespace

class TestReportPayloads : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void everyTextComesBackAndNothingRuns();

private:
    void writeCalls(const QString &format, const QString &file);
    void writeTitles();

    StoreFixture m_fixture;
    QStringList m_texts = hostileTexts();
};

void TestReportPayloads::initTestCase()
{
    StoreWriter writer(m_fixture.url());
    QString error;
    QVERIFY2(writer.startAndWait(&error), qPrintable(error));
    const auto sink = std::make_shared<CollectingSink>();
    QJsonObject expected;
    for (int number = 0; number < m_texts.size(); ++number) {
        Arrival arrival = arrivalOf(hostileCall(number + 1, m_texts.at(number)).outbound());
        arrival.sink = sink;
        QVERIFY(writer.offer(std::move(arrival)));
        expected.insert(QString::number(number + 1), m_texts.at(number));
    }
    QCOMPARE(sink->wait(m_texts.size()).size(), m_texts.size());
    writer.stop();
    writeFile(m_fixture.path(u"expected.json"_s), QJsonDocument(expected).toJson());
}

void TestReportPayloads::writeCalls(const QString &format, const QString &file)
{
    ReportRequest request;
    request.privacy = Privacy::Revealed;
    request.zone = QTimeZone("Asia/Shanghai");
    request.format = format;
    request.output = m_fixture.path(file);
    Connection connection(m_fixture.url(), Access::Read);
    const ReportResult result = runReport(u"calls"_s, request, connection);
    QCOMPARE(result.error, QString());
    QCOMPARE(result.rows, m_texts.size());
}

void TestReportPayloads::writeTitles()
{
    ReportRequest request;
    request.format = u"xlsx"_s;
    request.output = m_fixture.path(u"titles.xlsx"_s);
    OutputFile file(request.output);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const std::unique_ptr<ReportWriter> writer = makeReportWriter(request, file);
    ReportHead head{.title = m_texts.constFirst(), .facts = {}, .rows = 0};
    for (const QString &text : std::as_const(m_texts))
        head.facts.append({text, text});
    writer->begin(head);
    for (const QString &text : std::as_const(m_texts))
        writeHostileTable(*writer, text);
    writer->finish();
    QVERIFY(file.commit());
}

void TestReportPayloads::everyTextComesBackAndNothingRuns()
{
    QVERIFY(m_texts.size() >= 120);
    writeCalls(u"csv"_s, u"calls.csv"_s);
    writeCalls(u"csv-raw"_s, u"calls-raw.csv"_s);
    writeCalls(u"xlsx"_s, u"calls.xlsx"_s);
    writeTitles();
    QProcess python;
    python.setProcessChannelMode(QProcess::MergedChannels);
    python.start(QStringLiteral(CALLBOARD_PYTHON), {u"-c"_s, u"import openpyxl"_s});
    QVERIFY(python.waitForFinished());
    QVERIFY2(python.exitCode() == 0, "Nothing was read back: there is no openpyxl (package python3-openpyxl).");
    python.start(QStringLiteral(CALLBOARD_PYTHON), {QStringLiteral(CALLBOARD_READ_BACK), m_fixture.path({})});
    QVERIFY(python.waitForFinished(100'000));
    const QByteArray said = python.readAll();
    QVERIFY2(python.exitCode() == 0 && said.startsWith("OK"), said.constData());
}

QTEST_GUILESS_MAIN(TestReportPayloads)
#include "test_report_payloads.moc"
