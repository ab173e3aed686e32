// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/protocol/body_shape.h"
#include "samples.h"

#include <QRegularExpression>

using namespace callboard;
using namespace callboard::samples;
using namespace Qt::StringLiterals;

/// What parsePush() refuses, and with which words.
class PushRefusalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void bodies_data();
    void bodies();
    void whatIsWrongIsSaid_data();
    void whatIsWrongIsSaid();
    void wrongTypes_data();
    void wrongTypes();
    void bodiesOfOthers_data();
    void bodiesOfOthers();
    void kindOfABeginning_data();
    void kindOfABeginning();
    void longTexts_data();
    void longTexts();
    void everyFieldRefusesAnObject();
    void truncatedAnywhere();
    void deepNesting_data();
    void deepNesting();
    void refusalsNeverQuoteTheBody();
    void everyReasonHasItsWord();
};

void PushRefusalsTest::bodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<RefusalReason>("reason");
    using enum RefusalReason;
    QTest::newRow("empty") << QByteArray() << NotJson;
    QTest::newRow("whitespace") << QByteArray(" \r\n\t ") << NotJson;
    QTest::newRow("only a BOM") << QByteArray("\xEF\xBB\xBF") << NotJson;
    QTest::newRow("two BOMs") << QByteArray("\xEF\xBB\xBF\xEF\xBB\xBF{\"call_uuid\":\"u\"}") << NotJson;
    QTest::newRow("NUL") << QByteArray("\0", 1) << NotJson;
    QTest::newRow("form") << QByteArray("call_uuid=u&direction=2") << Form;
    QTest::newRow("comma at the end") << QByteArray(R"({"call_uuid":"u",})") << NotJson;
    QTest::newRow("single quotes") << QByteArray("{'call_uuid':'u'}") << NotJson;
    QTest::newRow("two objects") << QByteArray(R"({"call_uuid":"u"}{"call_uuid":"v"})") << NotJson;
    QTest::newRow("words after it") << bodyWith({}) + "x" << NotJson;
    QTest::newRow("NaN") << bodyWith("\"direction\":NaN") << NotJson;
    QTest::newRow("Infinity") << bodyWith("\"direction\":Infinity") << NotJson;
    QTest::newRow("bad escape") << bodyWith(R"("caller":"\u12G4")") << NotJson;
    for (const char *number : {".5", "5.", "-.5", "-", "01", "-01", "00", "+5", "1e", "1.e5", "1e+", "5.5.5", "1-1"}) {
        QTest::addRow("number %s", number) << bodyWith(QByteArray("\"direction\":") + number) << NotJson;
        QTest::addRow("unknown number %s", number) << bodyWith(QByteArray("\"x\":[{\"y\":") + number + "}]") << NotJson;
    }
    for (const char *escape : {R"(\x41)", R"(\a)", R"(\')", R"(\U0041)", R"(\u12)", R"(\0)", "\\\n"}) {
        QTest::addRow("escape %s", escape) << bodyWith(QByteArray("\"caller\":\"") + escape + '"') << NotJson;
        QTest::addRow("name with escape %s", escape) << bodyWith(QByteArray("\"x") + escape + "\":1") << NotJson;
    }
    for (int control = 0; control < 0x20; ++control) {
        const QByteArray text = "\"a" + QByteArray(1, static_cast<char>(control)) + "b\"";
        QTest::addRow("control character %d", control) << bodyWith("\"caller\":" + text) << NotJson;
        QTest::addRow("unknown control character %d", control) << bodyWith("\"x\":[{\"y\":" + text + "}]") << NotJson;
        QTest::addRow("name with control character %d", control) << bodyWith(text + ":1") << NotJson;
        QTest::addRow("row with control character %d", control)
            << bodyWith("\"task_row_value\":[" + text + "]") << NotJson;
    }
    QTest::newRow("array") << QByteArray(R"([{"call_uuid":"u"}])") << ListOfRecords;
    QTest::newRow("empty array") << QByteArray("[]") << NotObject;
    QTest::newRow("stray byte") << bodyWith("\"caller\":\"\xFF\"") << NotUtf8;
    QTest::newRow("overlong") << bodyWith("\"caller\":\"\xC0\x80\"") << NotUtf8;
    QTest::newRow("surrogate in UTF-8") << bodyWith("\"caller\":\"\xED\xA0\x80\"") << NotUtf8;
    QTest::newRow("GBK") << bodyWith("\"task_result_desc\":\"\xB3\xC9\xB9\xA6\"") << NotUtf8;
    QTest::newRow("cut character") << QByteArray("{\"call_uuid\":\"\xE6\x88") << NotUtf8;
    QTest::newRow("no fields") << QByteArray("{}") << NoCallUuid;
    QTest::newRow("no uuid") << QByteArray(R"({"direction":2,"task_id":"1"})") << NoCallUuid;
    QTest::newRow("null uuid") << QByteArray(R"({"call_uuid":null})") << NoCallUuid;
    QTest::newRow("empty uuid") << QByteArray(R"({"call_uuid":""})") << NoCallUuid;
    QTest::newRow("blank uuid") << QByteArray(R"({"call_uuid":"  "})") << NoCallUuid;
    QTest::newRow("other case") << QByteArray(R"({"CALL_UUID":"u"})") << NoCallUuid;
}

void PushRefusalsTest::bodies()
{
    QFETCH(QByteArray, body);
    QFETCH(RefusalReason, reason);
    const Refusal refusal = refused(body);
    QCOMPARE(refusal.reason, reason);
    QVERIFY(refusal.error.endsWith(u'.') || reason == RefusalReason::NotJson);
    QVERIFY(!refusal.error.isEmpty());
    QCOMPARE(refusal.field, reason == RefusalReason::NoCallUuid ? u"call_uuid"_s : QString());
}

void PushRefusalsTest::whatIsWrongIsSaid_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("words");
    QTest::newRow("leading zero") << QByteArray(R"({"call_uuid":"u","direction":01})")
                                  << u"a number with a leading zero at byte 29."_s;
    QTest::newRow("negative leading zero")
        << QByteArray(R"({"call_uuid":"u","x":[-007]})") << u"a number with a leading zero at byte 22."_s;
    QTest::newRow("number") << QByteArray(R"({"direction":5.})") << u"a malformed number at byte 13."_s;
    QTest::newRow("number at the end") << QByteArray("01") << u"a number with a leading zero at byte 0."_s;
    QTest::newRow("escape") << QByteArray(R"({"caller":"a\'b"})") << u"a malformed escape at byte 12."_s;
    QTest::newRow("line break") << QByteArray("{\"caller\":\"a\nb\"}")
                                << u"a control character that is not escaped in a text at byte 12."_s;
    QTest::newRow("behind a mark") << QByteArray("\xEF\xBB\xBF{\"caller\":\"\x01\"}")
                                   << u"a control character that is not escaped in a text at byte 14."_s;
    QTest::newRow("what comes first") << QByteArray("{'a':\"\n\",\"b\":01}") << u" at byte 2."_s;
}

void PushRefusalsTest::whatIsWrongIsSaid()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, words);
    const QString error = refused(body).error;
    QVERIFY2(error.endsWith(words), qPrintable(error));
}

void PushRefusalsTest::wrongTypes_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("word for a time") << QByteArray("time_hangup") << QByteArray(R"("soon")");
    QTest::newRow("date for a time") << QByteArray("time_dial") << QByteArray(R"("2018-05-31 11:35:56")");
    QTest::newRow("true for a time") << QByteArray("time_answer") << QByteArray("true");
    QTest::newRow("list for a time") << QByteArray("time_ring") << QByteArray("[1]");
    QTest::newRow("word for a direction") << QByteArray("direction") << QByteArray(R"("out")");
    QTest::newRow("true for a direction") << QByteArray("direction") << QByteArray("true");
    QTest::newRow("nan as text") << QByteArray("duration_call") << QByteArray(R"("nan")");
    QTest::newRow("inf as text") << QByteArray("duration_ring") << QByteArray(R"("inf")");
    QTest::newRow("1e400 as text") << QByteArray("task_tries") << QByteArray(R"("1e400")");
    QTest::newRow("digits and more") << QByteArray("task_tries") << QByteArray(R"("3x")");
    QTest::newRow("hexadecimal") << QByteArray("task_row_index") << QByteArray(R"("0x10")");
    QTest::newRow("beyond 64 bit") << QByteArray("task_row_index") << QByteArray("9223372036854775808");
    QTest::newRow("far beyond") << QByteArray("task_row_index") << QByteArray("1e300");
    QTest::newRow("beyond as text") << QByteArray("task_row_index") << QByteArray(R"("99999999999999999999")");
    QTest::newRow("true for a text") << QByteArray("task_result") << QByteArray("true");
    QTest::newRow("list for a text") << QByteArray("caller") << QByteArray(R"(["a"])");
    QTest::newRow("uuid with half a character") << QByteArray("call_uuid") << QByteArray(R"("a\ud800")");
    QTest::newRow("uuid with a NUL") << QByteArray("call_uuid") << QByteArray(R"("a\u0000")");
    QTest::newRow("list with a raw line break") << QByteArray("task_row_head") << QByteArray(R"("[\"a\nb\"]")");
    QTest::newRow("object for a uuid") << QByteArray("call_uuid") << QByteArray("{}");
    QTest::newRow("number for a row") << QByteArray("task_row_value") << QByteArray("5");
    QTest::newRow("object for a row") << QByteArray("task_row_head") << QByteArray(R"({"a":"b"})");
    QTest::newRow("text that is no list") << QByteArray("task_row_head") << QByteArray(R"("a,b")");
    QTest::newRow("text that is an object") << QByteArray("task_row_value") << QByteArray(R"("{\"a\":1}")");
}

void PushRefusalsTest::wrongTypes()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, json);
    const Refusal refusal = refused(bodyWith('"' + name + "\":" + json));
    QCOMPARE(refusal.reason, RefusalReason::BadField);
    QCOMPARE(refusal.field, QString::fromLatin1(name));
    QVERIFY(refusal.error.contains(refusal.field));
}

void PushRefusalsTest::bodiesOfOthers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<RefusalReason>("reason");
    using enum RefusalReason;
    QTest::newRow("list of records") << QByteArray(" [\n {\"callId\":\"1\"},{}]") << ListOfRecords;
    QTest::newRow("list of records that ends early") << QByteArray("[{\"callId\":") << ListOfRecords;
    QTest::newRow("list of numbers") << QByteArray("[1]") << NotObject;
    QTest::newRow("form") << QByteArray("payload=%7B%22call_uuid%22%3A1%7D&sign=a%3D") << Form;
    QTest::newRow("form of one empty value") << QByteArray("call_uuid=") << Form;
    QTest::newRow("form with files") << QByteArray(
        "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x--\r\n")
                                     << Form;
    QTest::newRow("a sentence with an equals sign") << QByteArray("a b=c") << NotJson;
    QTest::newRow("equals sign only") << QByteArray("=") << NotJson;
    QTest::newRow("XML") << QByteArray("<?xml version=\"1.0\"?><cdr/>") << Xml;
    QTest::newRow("XML without declaration") << QByteArray("<cdr><id>1</id></cdr>\n") << Xml;
    QTest::newRow("record of another platform") << QByteArray(R"({"SdkAppId":1,"SessionId":"a"})") << OtherPlatform;
    QTest::newRow("record of another platform with our words in capitals")
        << QByteArray(R"({"Caller":"1","Callee":"2","Direction":1})") << OtherPlatform;
    QTest::newRow("our key in other letters") << QByteArray(R"({"callUuid":"1"})") << NoCallUuid;
    QTest::newRow("empty object") << QByteArray("{}") << NoCallUuid;
    QTest::newRow("record without its key") << QByteArray(R"({"task_id":"1","x":2})") << NoCallUuid;
    QTest::newRow("text") << QByteArray("hello") << NotJson;
    QTest::newRow("nothing") << QByteArray() << NotJson;
}

void PushRefusalsTest::bodiesOfOthers()
{
    QFETCH(QByteArray, body);
    QFETCH(RefusalReason, reason);
    QCOMPARE(refused(body).reason, reason);
}

void PushRefusalsTest::kindOfABeginning_data()
{
    QTest::addColumn<QByteArray>("beginning");
    QTest::addColumn<PushKind>("kind");
    QTest::newRow("dialogue") << QByteArray(R"({"call_uuid":"1","tag_max":"A","dialog":[{"seq":"1","role":"ro)")
                              << PushKind::Dialogue;
    QTest::newRow("recording") << QByteArray(R"({ "url" : "a\\", "call_uuid":"1)") << PushKind::Recording;
    QTest::newRow("record") << QByteArray(R"({"call_uuid":"1","dialog":[1],"task_row_head":["a)") << PushKind::Record;
    QTest::newRow("the word in a value") << QByteArray(R"({"call_uuid":"\"dialog\":","x":{"dialog":1)")
                                         << PushKind::Record;
    QTest::newRow("ends in the key") << QByteArray(R"({"call_uuid":"1","dialog)") << PushKind::Record;
    QTest::newRow("not JSON") << QByteArray(5000, 'x') << PushKind::Record;
    QTest::newRow("brackets only") << QByteArray("]]]]::::") << PushKind::Record;
}

void PushRefusalsTest::kindOfABeginning()
{
    QFETCH(QByteArray, beginning);
    QFETCH(PushKind, kind);
    QCOMPARE(kindOfBeginning(beginning, PushKind::Record), kind);
    QVERIFY(refusalText(RefusalReason::TooLarge, kind).contains(pushKindText(kind)) != (kind == PushKind::Record));
}

void PushRefusalsTest::longTexts_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isIndexed");
    const QList<QLatin1StringView> indexed{"call_uuid"_L1, "task_id"_L1, "task_result"_L1, "task_data_id"_L1,
                                           "callee"_L1};
    for (const FieldInfo &info : fieldTable()) {
        if (info.kind == FieldKind::Text)
            QTest::newRow(info.name.data()) << QString(info.name) << indexed.contains(info.name);
    }
}

/// In either reader: a text of 500 bytes of UTF-8 fits, one of 501 does not. What is no key may be longer.
void PushRefusalsTest::longTexts()
{
    QFETCH(QString, name);
    QFETCH(bool, isIndexed);
    const QString fits = QString(166, u'话') + u"ab"_s;
    for (const char *const more : {"", R"(,"unknown":1)"}) {
        const auto body = [&](const QString &value) {
            const QString uuid = name == "call_uuid"_L1 ? QString() : uR"("call_uuid":"u",)"_s;
            return (u'{' + uuid + u'"' + name + uR"(":")"_s + value + u'"').toUtf8() + more + '}';
        };
        QVERIFY(std::holds_alternative<PartMessage>(parseArrival(body(fits))));
        QCOMPARE(std::holds_alternative<Refusal>(parseArrival(body(u"\\ud800"_s.repeated(167)))),
                 isIndexed); // each is stored as three bytes
        const PushContent longer = parseArrival(body(fits + u'c'));
        QVERIFY(std::holds_alternative<PartMessage>(parsePush(body(fits + u'c')))); // stored before there was a limit
        QCOMPARE(std::holds_alternative<Refusal>(longer), isIndexed);
        if (const auto *refusal = std::get_if<Refusal>(&longer)) {
            QCOMPARE(refusal->reason, RefusalReason::BadField);
            QCOMPARE(refusal->field, name);
            QVERIFY(refusal->error.contains(u"500"_s));
        }
    }
}

void PushRefusalsTest::everyFieldRefusesAnObject()
{
    for (const FieldInfo &info : fieldTable()) {
        const Refusal refusal = refused(bodyWith('"' + QByteArray(info.name.data()) + "\":{\"a\":1}"));
        QCOMPARE(refusal.reason, RefusalReason::BadField);
        QCOMPARE(refusal.field, QString(info.name));
    }
}

void PushRefusalsTest::truncatedAnywhere()
{
    const QByteArray body = exampleBody().trimmed();
    for (qsizetype length = 0; length < body.size(); ++length) {
        const Refusal refusal = refused(body.left(length));
        QVERIFY2(refusal.reason == RefusalReason::NotJson || refusal.reason == RefusalReason::NotUtf8,
                 qPrintable(QString::number(length)));
    }
    QCOMPARE(accepted(body).fields.callUuid, u"123425c-6483-11e8-b8fa-2769c24918cd"_s);
}

void PushRefusalsTest::deepNesting_data()
{
    QTest::addColumn<int>("depth");
    QTest::addColumn<bool>("isAccepted");
    QTest::newRow("a hundred") << 100 << true;
    QTest::newRow("a thousand") << 1000 << true;
    QTest::newRow("two thousand") << 2000 << false;
    QTest::newRow("a hundred thousand") << 100'000 << false;
}

void PushRefusalsTest::deepNesting()
{
    QFETCH(int, depth);
    QFETCH(bool, isAccepted);
    for (const auto &[open, close] : {std::pair<QByteArray, QByteArray>{"[", "]"}, {"{\"a\":", "}"}}) {
        const QByteArray nested = open.repeated(depth) + "1" + close.repeated(depth);
        if (isAccepted)
            QVERIFY(accepted(bodyWith("\"x\":" + nested)).extra.contains("x"_L1));
        else
            QCOMPARE(refused(bodyWith("\"x\":" + nested)).reason, RefusalReason::NotJson);
    }
}

/// The sentence goes into logs and replies, so nothing of the call may be in it.
void PushRefusalsTest::refusalsNeverQuoteTheBody()
{
    for (const QByteArray &body : {bodyWith(R"("direction":"19900000001")") + "19900000001",
                                   bodyWith(R"("task_row_value":"19900000001")"), QByteArray("19900000001")})
        QVERIFY(!refused(body).error.contains("1990"_L1));
}

void PushRefusalsTest::everyReasonHasItsWord()
{
    QSet<QString> words;
    for (int reason = 1; reason <= 12; ++reason)
        words.insert(refusalWord(static_cast<RefusalReason>(reason)));
    QCOMPARE(words.size(), 12);
    QVERIFY(!words.contains(u"unknown"_s));
    QCOMPARE(refusalWord(static_cast<RefusalReason>(99)), u"unknown"_s);
}

QTEST_APPLESS_MAIN(PushRefusalsTest)
#include "test_push_refusals.moc"
