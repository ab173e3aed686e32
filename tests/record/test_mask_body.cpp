// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include "record/call/masking.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QRegularExpression>

using namespace callboard;
using namespace callboard::samples;
using namespace Qt::StringLiterals;

/// The raw view of a body: numbers covered, the protocol's ids and times readable.
class MaskBodyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void theExample();
    void hides_data();
    void hides();
    void shows_data();
    void shows();
    void listsThatCameAsTextAreCoveredToo();
    void tornBodiesCoverPersonalColumns_data();
    void tornBodiesCoverPersonalColumns();
    void longTornBodiesTakeNoTime();
    void namesThatLookAlikeBothStay();
    void randomWritingsStayCovered();
    void personalColumnsAreCoveredWholly();
};

void MaskBodyTest::theExample()
{
    const QString shown = maskBody(exampleBody());
    const QJsonObject object = QJsonDocument::fromJson(shown.toUtf8()).object();
    QJsonObject expected = QJsonDocument::fromJson(exampleBody()).object();
    expected[u"caller"] = u"055*****6001"_s;
    expected[u"callee"] = u"199****0001"_s;
    QJsonArray row = expected[u"task_row_value"].toArray();
    row[0] = u"027***1111"_s;
    expected[u"task_row_value"] = row;
    QCOMPARE(object, expected);
    QCOMPARE(maskBody(shown.toUtf8()), shown);
}

void MaskBodyTest::hides_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("callee") << bodyWith(R"("callee":"19900000001")");
    QTest::newRow("callee as number") << bodyWith(R"("callee":19900000001)");
    QTest::newRow("callee with fraction") << bodyWith(R"("callee":19900000001.25)");
    QTest::newRow("negative number") << bodyWith(R"("x":-19900000001)");
    QTest::newRow("number beyond 64 bit") << bodyWith(R"("x":199000000010000000000)");
    QTest::newRow("unknown field") << bodyWith(R"("mobile":"19900000001")");
    QTest::newRow("unknown name") << bodyWith(R"("19900000001":"vip")");
    QTest::newRow("nested") << bodyWith(R"("x":[{"y":["a 19900000001 b"]}])");
    QTest::newRow("row as numbers") << bodyWith(R"("task_row_value":[19900000001])");
    QTest::newRow("row serialised twice") << bodyWith(R"("task_row_value":"[\"19900000001\"]")");
    QTest::newRow("row head") << bodyWith(R"("task_row_head":["19900000001"])");
    QTest::newRow("description") << bodyWith(R"("task_result_desc":"转接19900000001")");
    QTest::newRow("object where an id belongs") << bodyWith(R"("task_id":{"tel":"19900000001"})");
    for (const char *field :
         {"direction", "duration_ring", "duration_call", "task_tries", "task_row_index", "time_dial"}) {
        for (const char *value :
             {"19900000001", "-19900000001", "\"19900000001\"", "\"-19900000001\"", "1.9900000001e10"})
            QTest::newRow(QByteArray(field).append(' ').append(value).constData())
                << bodyWith(QByteArray("\"").append(field).append("\":").append(value));
    }
    QTest::newRow("fixed line as a length") << bodyWith(R"("duration_call":1990000001)");
    QTest::newRow("text where a time belongs") << bodyWith(R"("time_hangup":"see 19900000001")");
    QTest::newRow("full width") << bodyWith(R"("x":"１９９０００００００１")");
    QTest::newRow("escaped digits") << bodyWith(
        R"("x":"\u0031\u0039\u0039\u0030\u0030\u0030\u0030\u0030\u0030\u0030\u0031")");
    QTest::newRow("no JSON") << bodyWith(R"("callee":"19900000001")").chopped(1);
    QTest::newRow("form") << QByteArray("call_uuid=1&callee=19900000001");
    QTest::newRow("list of pushes") << "[" + bodyWith(R"("callee":"19900000001")") + ",19900000001]";
    QTest::newRow("bare number") << QByteArray("19900000001");
    QTest::newRow("stray byte inside") << QByteArray("\"1990\xFF"
                                                     "0000\xFF"
                                                     "001\"");
    QTest::newRow("UTF-16") << QByteArray("1\0"
                                          "9\0"
                                          "9\0"
                                          "0\0"
                                          "0\0"
                                          "0\0"
                                          "0\0"
                                          "0\0"
                                          "0\0"
                                          "0\0"
                                          "1\0",
                                          22);
}

void MaskBodyTest::hides()
{
    QFETCH(QByteArray, body);
    static const QRegularExpression number(u"[1１]\\W?[9９]\\W?[9９](?:\\W?[0０]){5}"_s);
    static const QRegularExpression shownRun(u"\\d{5,}"_s);
    const QString shown = maskBody(body);
    QVERIFY2(!shown.contains(number), qPrintable(shown));
    QVERIFY2(!shown.contains(shownRun), qPrintable(shown));
    QCOMPARE(maskBody(shown.toUtf8()), shown);
}

void MaskBodyTest::shows_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("part");
    QTest::newRow("uuid") << QByteArray(R"({"call_uuid":"1527737784829"})") << u"1527737784829"_s;
    QTest::newRow("time") << bodyWith(R"("time_hangup":1527737784829)") << u"1527737784829"_s;
    QTest::newRow("time as text") << bodyWith(R"("time_hangup":"1527737784829")") << u"\"1527737784829\""_s;
    QTest::newRow("row number") << bodyWith(R"("task_row_index":34951420)") << u"34951420"_s;
    QTest::newRow("lengths") << bodyWith(R"("duration_call":86400,"task_tries":3)") << u"86400"_s;
    QTest::newRow("data id") << bodyWith(R"("task_data_id":"262381999")") << u"262381999"_s;
    QTest::newRow("inside a list") << "[" + bodyWith(R"("time_dial":1527737784829)") + "]" << u"1527737784829"_s;
    QTest::newRow("name") << bodyWith(R"("customer":"张三","age":41)") << u"张三"_s;
    QTest::newRow("with a BOM") << "\xEF\xBB\xBF" + bodyWith(R"("time_dial":1527737784829)") << u"1527737784829"_s;
    QTest::newRow("no JSON keeps its words") << QByteArray("call_uuid=abc&x") << u"call_uuid=abc&x"_s;
}

void MaskBodyTest::shows()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, part);
    QVERIFY2(maskBody(body).contains(part), qPrintable(maskBody(body)));
}

void MaskBodyTest::listsThatCameAsTextAreCoveredToo()
{
    const QString text =
        maskBody(bodyWith(R"("task_row_head":"[\"姓名\",7,\"城市\"]","task_row_value":"[\"张三\",4711,\"武汉市\"]")"),
                 {u"姓名"_s, u"7"_s});
    QVERIFY2(!text.contains(u"张三"_s) && !text.contains(u"4711"_s), qPrintable(text));
    QVERIFY2(text.contains(u"武汉市"_s), qPrintable(text));
}

void MaskBodyTest::tornBodiesCoverPersonalColumns_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("shown"); // what must still be there
    const QByteArray row = R"("task_row_head":["姓名","城市"],"task_row_value":["张三","武汉市"])";
    QTest::newRow("torn off behind it") << QByteArray("{" + row + R"(,"task_result":"26","time_ha)")
                                        << uR"("task_result":"26")"_s;
    QTest::newRow("torn off inside it") << QByteArray(R"({"call_uuid":"u1",)" + row.chopped(6)) << u"u1"_s;
    QTest::newRow("a quote too many") << QByteArray(R"({"task_row_value":["a"b],","张三"],"call_uuid":"u1"})")
                                      << u"u1"_s;
    QTest::newRow("a comma too many") << QByteArray("{" + row + R"(,,"call_uuid":"u1"})") << u"u1"_s;
    QTest::newRow("twice in JSON") << QByteArray(R"("{\"task_row_value\":[\"张三\"],\"call_uuid\":\"u1\"}")")
                                   << u"u1"_s;
    QTest::newRow("a form") << QByteArray("call_uuid=u1&task_row_value=张三,武汉市&task_result=26")
                            << u"task_result=26"_s;
    QTest::newRow("single quotes") << QByteArray("{'task_row_value': ['张三'], 'call_uuid': 'u1'}") << u"u1"_s;
    QTest::newRow("by its name") << QByteArray("{\"姓名\": \"张三\", \"call_uuid\": \"u1\",}") << u"u1"_s;
    QTest::newRow("by its name in a form") << QByteArray("call_uuid=u1&姓名=张三&x=1") << u"&x=1"_s;
    const QString wide = uR"({"task_row_value":["张三"],"call_uuid":"u1")"_s;
    QByteArray nuls; // as a text that was written with two bytes a letter and read with one
    for (const char byte : wide.toUtf8())
        nuls.append(byte).append('\0');
    QTest::newRow("with NULs") << nuls << u"u1"_s;
}

void MaskBodyTest::tornBodiesCoverPersonalColumns()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, shown);
    const QString text = maskBody(body, {u"姓名"_s});
    QVERIFY2(!text.contains(u"张三"_s), qPrintable(text));
    QVERIFY2(text.contains(shown), qPrintable(text));
    QCOMPARE(maskBody(text.toUtf8(), {u"姓名"_s}), text);
}

void MaskBodyTest::longTornBodiesTakeNoTime()
{
    for (const char *piece : {" ", "\\", "task_row_value", "task_row_value=", "姓名:", "\"", ",{"}) {
        const QByteArray body = "{" + QByteArray(piece).repeated(40'000);
        QVERIFY(!maskBody(body, {u"姓名"_s}).isEmpty()); // quadratic, this would run into the test's time limit
    }
}

void MaskBodyTest::namesThatLookAlikeBothStay()
{
    const QString shown = maskBody(bodyWith(R"("19900000001":"a","19911110001":"b")"));
    QVERIFY(shown.contains(u"\"a\""_s) && shown.contains(u"\"b\""_s));
    QCOMPARE(maskBody(shown.toUtf8()), shown);
}

/// Random texts of digits, separators and letters: no run of digits that a person could dial is left.
void MaskBodyTest::randomWritingsStayCovered()
{
    static const QRegularExpression run(u"\\d(?:[ .()-]?\\d){6,}"_s);
    static const QRegularExpression date(u"(?:19|20)\\d\\d([-.])\\d\\d?\\1\\d\\d?"_s);
    const QString alphabet = u"0123456789012345678901234567890123456789 -.()+张a*"_s;
    QRandomGenerator random(20261122);
    for (int round = 0; round < 5'000; ++round) {
        QString text;
        for (int i = 0, length = random.bounded(40); i < length; ++i)
            text += alphabet[random.bounded(static_cast<int>(alphabet.size()))];
        const QString covered = maskText(text);
        QCOMPARE(covered.size(), text.size());
        QVERIFY2(!QString(covered).remove(date).contains(run), qPrintable(text + u" -> "_s + covered));
        QCOMPARE(maskText(covered), covered);
        QCOMPARE(maskNumber(maskNumber(text)), maskNumber(text));
    }
}

void MaskBodyTest::personalColumnsAreCoveredWholly()
{
    const QByteArray body =
        u"{\"task_row_head\":[\"姓名\",\"城市\",\"余额\"],\"task_row_value\":[\"张三\",\"武汉市\",12]}"_s.toUtf8();
    const QString shown = maskBody(body, {u"姓名"_s, u"余额"_s});
    QVERIFY(!shown.contains(u"张三"_s));
    QVERIFY(!shown.contains(u"12"_s));
    QVERIFY(shown.contains(u"武汉市"_s));
    QVERIFY(maskBody(body).contains(u"张三"_s));
    QVERIFY(!maskBody('[' + body + ']', {u"姓名"_s}).contains(u"张三"_s));
    QCOMPARE(maskBody("{\"task_row_head\":\"x\",\"task_row_value\":7}", {u"x"_s}),
             maskBody("{\"task_row_head\":\"x\",\"task_row_value\":7}"));
}

QTEST_APPLESS_MAIN(MaskBodyTest)
#include "test_mask_body.moc"
