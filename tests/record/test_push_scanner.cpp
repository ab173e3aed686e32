// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include <QRegularExpression>

using namespace callboard;
using namespace callboard::samples;
using namespace Qt::StringLiterals;

namespace {

/// The body as senders write it that keep to ASCII: every other character escaped.
QByteArray asciiEscaped(const QByteArray &body)
{
    QByteArray result;
    for (const QChar c : QString::fromUtf8(body)) {
        if (c.unicode() < 0x80)
            result += static_cast<char>(c.unicode());
        else
            result += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    }
    return result;
}

QByteArray withoutSpaces(QByteArray body)
{
    return body.replace(" ", "").replace("\n", "").replace("\r", "");
}

} // namespace

/// What the fast reader takes, what it leaves to the document reader, and that the two never differ. The other tests of
/// pushes compare the two as well, for every body that goes through samples.h.
class PushScannerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void takesTheUsual_data();
    void takesTheUsual();
    void takesTheseValues_data();
    void takesTheseValues();
    void leavesTheUnusual_data();
    void leavesTheUnusual();
    void leavesTheseValues_data();
    void leavesTheseValues();
    void everyByteInAText();
    void everyCodeUnitEscaped();
    void everyTruncation();
};

void PushScannerTest::takesTheUsual_data()
{
    QTest::addColumn<QByteArray>("body");
    const QByteArray example = exampleBody();
    QTest::newRow("the specification's example") << example;
    QTest::newRow("with a byte order mark") << "\xEF\xBB\xBF" + example;
    QTest::newRow("without white space") << withoutSpaces(example);
    QTest::newRow("all ASCII") << asciiEscaped(example);
    QTest::newRow("all ASCII, without white space") << asciiEscaped(withoutSpaces(example));
    QTest::newRow("only a uuid") << bodyWith({});
    QTest::newRow("white space everywhere")
        << QByteArray("\r\n\t { \"call_uuid\" : \"u\" , \"task_row_head\" : [ \"a\" , \"b\" ] } \n");
    QTest::newRow("no row index is the basic part") << bodyWith(R"("direction":2,"task_id":"7")");
    QTest::newRow("a null row index is none") << bodyWith(R"("task_row_index":null)");
    QTest::newRow("basic message") << QByteArray(
        R"({"business_id":"2745","app_id":"test","robot_id":"1","call_uuid":"u","caller":"0551",)"
        R"("callee":"19900000001","direction":2,"time_answer":0,"time_hangup":1527737784829,)"
        R"("duration_ring":7,"duration_call":0})");
    QTest::newRow("numbers as text, seconds, ids as numbers")
        << QByteArray(R"({"call_uuid":"u","direction":"2","time_answer":"","time_hangup":"1527737784",)"
                      R"("time_dial":1527737756,"time_ring":null,"task_id":42,"task_result":-1,"task_tries":"3",)"
                      R"("task_row_index":"5","task_row_head":[],"task_row_value":["19900000001",""]})");
}

void PushScannerTest::takesTheUsual()
{
    QFETCH(QByteArray, body);
    QVERIFY(scanUsualPush(body).has_value());
    QCOMPARE(differenceOfPaths(body), nullptr);
}

void PushScannerTest::takesTheseValues_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char *json : {R"("")",
                             R"(" ")",
                             R"("\u3000")",
                             R"("abc")",
                             R"(" a b ")",
                             R"("测试")",
                             R"("\u6d4b\u8BD5")",
                             R"("😀")",
                             R"("\ud83d\ude00")",
                             R"("测\u8bd5 😀\n")",
                             R"("\"\\\/\b\f\n\r\t")",
                             R"("[\"a\"]")",
                             R"("/")",
                             R"("12")",
                             R"(" 12\t")",
                             R"("1.5e3")",
                             R"("99999999999")",
                             "\"\x7F\"",
                             "\"\xC2\x80\"",
                             "\"\xEF\xBF\xBE\"",
                             "\"\xEF\xBF\xBF\"",
                             "\"\xF4\x8F\xBF\xBF\"",
                             "\"a\xEF\xBB\xBF\"",
                             R"("\ufeff")",
                             R"("\ufffd")",
                             R"("\uffff")",
                             "0",
                             "7",
                             "-1",
                             "10",
                             "99999999999",
                             "100000000000",
                             "1527737784829",
                             "999999999999999",
                             "-999999999999999",
                             "null"})
        QTest::newRow(json) << QByteArray(json);
}

/// In every field for which the document reader does not refuse the value.
void PushScannerTest::takesTheseValues()
{
    QFETCH(QByteArray, json);
    for (const FieldInfo &info : fieldTable()) {
        const QByteArray body = R"({"call_uuid":"u",")" + QByteArray(info.name.data()) + "\":" + json + '}';
        const QByteArray single = info.field == Field::CallUuid ? "{\"call_uuid\":" + json + '}' : body;
        QCOMPARE(differenceOfPaths(single), nullptr);
        const bool isRead = std::holds_alternative<PartMessage>(readPushDocument(single));
        QCOMPARE(scanUsualPush(single).has_value(), isRead && (info.kind != FieldKind::TextList || json == "null"));
        QCOMPARE(differenceOfPaths(bodyWith("\"task_row_head\":[" + json + "]")), nullptr);
        QCOMPARE(scanUsualPush(bodyWith("\"task_row_head\":[" + json + "]")).has_value(), json.startsWith('"'));
    }
}

void PushScannerTest::leavesTheUnusual_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no object") << QByteArray("[]");
    QTest::newRow("empty object") << QByteArray("{}");
    QTest::newRow("no uuid") << QByteArray(R"({"direction":2})");
    QTest::newRow("empty uuid") << QByteArray(R"({"call_uuid":""})");
    QTest::newRow("null uuid") << QByteArray(R"({"call_uuid":null})");
    QTest::newRow("unknown name") << bodyWith(R"("x":1)");
    QTest::newRow("empty name") << bodyWith(R"("":1)");
    QTest::newRow("name in other case") << bodyWith(R"("Direction":1)");
    QTest::newRow("name with a tail") << bodyWith(R"("task_result_desc_":"a")");
    QTest::newRow("escaped name") << bodyWith(R"("\u0063aller":"1")");
    QTest::newRow("the same name twice") << bodyWith(R"("call_uuid":"v")");
    QTest::newRow("two marks") << "\xEF\xBB\xBF\xEF\xBB\xBF" + bodyWith({});
    QTest::newRow("mark after white space") << " \xEF\xBB\xBF" + bodyWith({});
    QTest::newRow("bytes after it") << bodyWith({}) + "x";
    QTest::newRow("NUL after it") << bodyWith({}) + QByteArray(1, '\0');
    QTest::newRow("another object") << bodyWith({}) + bodyWith({});
    QTest::newRow("comma at the end") << QByteArray(R"({"call_uuid":"u",})");
    QTest::newRow("comma at the beginning") << QByteArray(R"({,"call_uuid":"u"})");
    QTest::newRow("no colon") << QByteArray(R"({"call_uuid" "u"})");
    QTest::newRow("no comma") << QByteArray(R"({"call_uuid":"u" "caller":"1"})");
    QTest::newRow("other white space") << QByteArray("{\v\"call_uuid\":\"u\"}");
    QTest::newRow("list ends in a comma") << bodyWith(R"("task_row_head":["a",])");
    QTest::newRow("list without end") << QByteArray(R"({"call_uuid":"u","task_row_head":["a")");
}

void PushScannerTest::leavesTheUnusual()
{
    QFETCH(QByteArray, body);
    QVERIFY(!scanUsualPush(body));
}

void PushScannerTest::leavesTheseValues_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char *json : {"true",
                             "false",
                             "nul",
                             "nullx",
                             "NULL",
                             "{}",
                             "1.0",
                             "1e3",
                             "-0",
                             "-",
                             "+1",
                             "01",
                             "-01",
                             "0x1",
                             "1000000000000000",
                             "9223372036854775808",
                             "--1",
                             "1-",
                             R"("a)",
                             R"("a\")",
                             R"("\q")",
                             R"("\u12")",
                             R"("\u12G4")",
                             R"("\u-123")",
                             R"("\u+123")",
                             R"("\u 123")",
                             R"("\U0041")",
                             R"("\'")",
                             R"("\u0000")",
                             R"("\ud83d")",
                             R"("\ud83d😀")",
                             R"("\ude00")",
                             R"("\ude00\ud83d")",
                             R"("\ud83d\ud83d\ude00")",
                             "\"\t\"",
                             "\"\x1F\"",
                             "\"\xFF\"",
                             "\"\xC0\x80\"",
                             "\"\xED\xA0\x80\"",
                             "\"\xF4\x90\x80\x80\"",
                             "\"\xE6\x88\"",
                             "\"\xEF\xBF\xBD\"",
                             "\"\xEF\xBB\xBF\"",
                             "\"\xEF\xBB\xBF"
                             "a\"",
                             "\"\\n\xEF\xBB\xBF\"",
                             "''"})
        QTest::newRow(json) << QByteArray(json);
}

void PushScannerTest::leavesTheseValues()
{
    QFETCH(QByteArray, json);
    for (const FieldInfo &info : fieldTable())
        QVERIFY(!scanUsualPush(R"({"call_uuid":"u",")" + QByteArray(info.name.data()) + "\":" + json + '}'));
    QVERIFY(!scanUsualPush("{\"call_uuid\":" + json + '}'));
    QVERIFY(!scanUsualPush(bodyWith("\"task_row_value\":[" + json + "]")));
}

void PushScannerTest::everyByteInAText()
{
    for (int byte = 0; byte < 256; ++byte) {
        for (const QByteArray &around : {QByteArray(), QByteArray("a"), QByteArray("\xE6\xB5\x8B"), QByteArray("\\")}) {
            const QByteArray text = around + static_cast<char>(byte) + "b";
            QCOMPARE(differenceOfPaths("{\"call_uuid\":\"" + text + "\"}"), nullptr);
        }
    }
}

void PushScannerTest::everyCodeUnitEscaped()
{
    int taken = 0;
    for (int unit = 0; unit < 0x10000; unit += unit < 0x100 || unit >= 0xD700 ? 1 : 31) {
        const QByteArray escape = "\\u" + QByteArray::number(unit, 16).rightJustified(4, '0');
        for (const QByteArray &text : {escape, "\\ud800" + escape, escape + "\\udc00", "a" + escape + "\xC3\xA4"}) {
            const QByteArray body = bodyWith("\"caller\":\"" + text + '"');
            QCOMPARE(differenceOfPaths(body), nullptr);
            taken += scanUsualPush(body) ? 1 : 0;
        }
    }
    QVERIFY(taken > 1000);
}

void PushScannerTest::everyTruncation()
{
    const QByteArray body = asciiEscaped(exampleBody()).trimmed();
    for (qsizetype length = 0; length < body.size(); ++length)
        QVERIFY(!scanUsualPush(QByteArray(body.constData(), length))); // its own buffer: a step too far is seen
}

QTEST_APPLESS_MAIN(PushScannerTest)
#include "test_push_scanner.moc"
