// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace callboard;
using namespace callboard::samples;
using namespace Qt::StringLiterals;

/// What parsePush() accepts, and what it makes of it.
class PushMessageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void readsTheExampleOfTheSpecification();
    void everyFieldIsInTheExample();
    void partGoesByThePresenceOfTheRowIndex_data();
    void partGoesByThePresenceOfTheRowIndex();
    void textFields_data();
    void textFields();
    void textLists_data();
    void textLists();
    void unsetIsNotSaid_data();
    void unsetIsNotSaid();
    void byteOrderMarkIsSkipped();
    void unknownFieldsAreKept();
    void unknownFieldsAreNormalisedDeeply();
    void lastOfDuplicateKeysCounts();
    void headAndValuesMayDiffer();
    void manyUnknownFieldsAndLongTexts();
};

void PushMessageTest::readsTheExampleOfTheSpecification()
{
    const PartMessage message = accepted(exampleBody());
    const CallFields &f = message.fields;
    QCOMPARE(message.part, Part::Outbound);
    QVERIFY(message.extra.isEmpty());
    QCOMPARE(f.businessId, u"2745"_s);
    QCOMPARE(f.appId, u"test"_s);
    QCOMPARE(f.robotId, u"2745001"_s);
    QCOMPARE(f.callUuid, u"123425c-6483-11e8-b8fa-2769c24918cd"_s);
    QCOMPARE(f.callRelationId, u"test-123"_s);
    QCOMPARE(f.taskId, u"0"_s);
    QCOMPARE(f.taskDataId, u"262381"_s);
    QCOMPARE(f.caller, u"055196866001"_s);
    QCOMPARE(f.callee, u"19900000001"_s);
    QCOMPARE(f.direction, 1);
    QCOMPARE(f.timeDial, 1527737756729);
    QCOMPARE(f.timeRing, 1527737757449);
    QCOMPARE(f.timeAnswer, 1527737763429);
    QCOMPARE(f.timeHangup, 1527737784829);
    QCOMPARE(f.durationRing, 7);
    QCOMPARE(f.durationCall, 28);
    QCOMPARE(f.taskResult, u"0"_s);
    QCOMPARE(f.taskResultDesc, u"成功"_s);
    QCOMPARE(f.taskTries, 0);
    QCOMPARE(f.taskRowIndex, 34951420);
    QCOMPARE(f.taskRowHead, QStringList({u"客户手机号码"_s, u"装货时间"_s, u"装货地三级地址"_s, u"卸货地三级地址"_s}));
    QCOMPARE(f.taskRowValue,
             QStringList({u"0271111111"_s, u"3月13日"_s, u"河北省张家口市张北县"_s, u"天津市天津市宁河区"_s}));
}

void PushMessageTest::everyFieldIsInTheExample()
{
    const PartMessage message = accepted(exampleBody());
    for (const FieldInfo &info : fieldTable()) {
        QVERIFY2(message.fields.presentFields.has(info.field), info.name.data());
        QCOMPARE(findField(QString(info.name)), &info);
        QCOMPARE(findField(info.name), &info);
        QCOMPARE(&fieldInfo(info.field), &info);
    }
    QCOMPARE(findField(u"Call_uuid"), nullptr);
    QCOMPARE(findField(QStringView()), nullptr);
    QCOMPARE(findField("task_result_"_L1), nullptr);
}

void PushMessageTest::partGoesByThePresenceOfTheRowIndex_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<int>("part");
    QTest::addColumn<bool>("said");
    QTest::newRow("absent") << QByteArray() << 1 << false;
    QTest::newRow("absent, outbound direction and task") << QByteArray(R"("direction":2,"task_id":"7")") << 1 << false;
    QTest::newRow("number") << QByteArray(R"("task_row_index":5)") << 2 << true;
    QTest::newRow("zero is a row") << QByteArray(R"("task_row_index":0)") << 2 << true;
    QTest::newRow("text") << QByteArray(R"("task_row_index":"5")") << 2 << true;
    QTest::newRow("null") << QByteArray(R"("task_row_index":null)") << 1 << false;
    QTest::newRow("empty text") << QByteArray(R"("task_row_index":"")") << 1 << false;
    QTest::newRow("inbound direction") << QByteArray(R"("task_row_index":5,"direction":1)") << 2 << true;
    QTest::newRow("other case is another field") << QByteArray(R"("Task_Row_Index":5)") << 1 << false;
    QTest::newRow("nested is not it") << QByteArray(R"("x":{"task_row_index":5})") << 1 << false;
}

void PushMessageTest::partGoesByThePresenceOfTheRowIndex()
{
    QFETCH(QByteArray, members);
    const PartMessage message = accepted(bodyWith(members));
    QTEST(static_cast<int>(message.part), "part");
    QTEST(message.fields.presentFields.has(Field::TaskRowIndex), "said");
}

void PushMessageTest::textFields_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("text");
    QTest::newRow("text") << QByteArray(R"("abc")") << u"abc"_s;
    QTest::newRow("spaces stay") << QByteArray(R"(" a b ")") << u" a b "_s;
    QTest::newRow("chinese") << QByteArray(R"("测试")") << u"测试"_s;
    QTest::newRow("escaped chinese") << QByteArray(R"("\u6d4b\u8bd5")") << u"测试"_s;
    QTest::newRow("beyond the basic plane") << QByteArray(R"("\ud83d\ude00")") << u"\U0001F600"_s;
    QTest::newRow("number") << QByteArray("19900000001") << u"19900000001"_s;
    QTest::newRow("zero") << QByteArray("0") << u"0"_s;
    QTest::newRow("minus one") << QByteArray("-1") << u"-1"_s;
    QTest::newRow("minus zero") << QByteArray("-0") << u"-0"_s;
    QTest::newRow("whole with fraction") << QByteArray("15.0") << u"15.0"_s;
    QTest::newRow("fraction") << QByteArray("1.5") << u"1.5"_s;
    QTest::newRow("beyond 2^53") << QByteArray("9007199254740993") << u"9007199254740993"_s;
    QTest::newRow("largest 64 bit") << QByteArray("9223372036854775807") << u"9223372036854775807"_s;
    QTest::newRow("smallest 64 bit") << QByteArray("-9223372036854775808") << u"-9223372036854775808"_s;
    QTest::newRow("long digits as text") << QByteArray(R"("12345678901234567890123")") << u"12345678901234567890123"_s;
    QTest::newRow("escaped NUL") << QByteArray(R"("a\u0000b")") << u"a\uFFFDb"_s;
    QTest::newRow("lone high surrogate") << QByteArray(R"("a\ud83db")") << u"a\uFFFDb"_s;
    QTest::newRow("lone low surrogate") << QByteArray(R"("a\ude00")") << u"a\uFFFD"_s;
    QTest::newRow("surrogates swapped") << QByteArray(R"("\ude00\ud83d")") << u"\uFFFD\uFFFD"_s;
    QTest::newRow("control characters stay") << QByteArray(R"("a\u0001\t\nb")") << u"a\u0001\t\nb"_s;
}

void PushMessageTest::textFields()
{
    QFETCH(QByteArray, json);
    QTEST(accepted(bodyWith("\"task_data_id\":" + json)).fields.taskDataId, "text");
    QFETCH(QString, text);
    if (!text.contains(QChar(QChar::ReplacementCharacter))) // a call's id has to be a text that can be stored
        QTEST(accepted("{\"call_uuid\":" + json + "}").fields.callUuid, "text");
}

void PushMessageTest::textLists_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("list");
    QTest::newRow("texts") << QByteArray(R"(["a","b"])") << QStringList({u"a"_s, u"b"_s});
    QTest::newRow("empty list") << QByteArray("[]") << QStringList();
    QTest::newRow("mixed") << QByteArray(R"([1,1.5,true,false,null,"",[1,"x"],{"k":2}])")
                           << QStringList({u"1"_s, u"1.5"_s, u"true"_s, u"false"_s, u""_s, u""_s, u"[1,\"x\"]"_s,
                                           u"{\"k\":2}"_s});
    QTest::newRow("long number") << QByteArray("[13800000000123]") << QStringList(u"13800000000123"_s);
    QTest::newRow("serialised twice") << QByteArray(R"("[\"a\",2]")") << QStringList({u"a"_s, u"2"_s});
    QTest::newRow("NUL inside") << QByteArray(R"(["a\u0000","\ud800"])") << QStringList({u"a\uFFFD"_s, u"\uFFFD"_s});
}

void PushMessageTest::textLists()
{
    QFETCH(QByteArray, json);
    const PartMessage message = accepted(bodyWith("\"task_row_head\":" + json + ",\"task_row_value\":" + json));
    QTEST(message.fields.taskRowHead, "list");
    QTEST(message.fields.taskRowValue, "list");
}

void PushMessageTest::unsetIsNotSaid_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("onlyTimes");
    QTest::newRow("null") << QByteArray("null") << false;
    QTest::newRow("empty text") << QByteArray(R"("")") << false;
    QTest::newRow("blank text") << QByteArray(R"("  \t")") << false;
    QTest::newRow("zero") << QByteArray("0") << true;
    QTest::newRow("zero as text") << QByteArray(R"("0")") << true;
    QTest::newRow("minus zero") << QByteArray("-0.0") << true;
    QTest::newRow("negative") << QByteArray("-1") << true;
}

void PushMessageTest::unsetIsNotSaid()
{
    QFETCH(QByteArray, json);
    QFETCH(bool, onlyTimes);
    for (const FieldInfo &info : fieldTable()) {
        if (info.field == Field::CallUuid || (onlyTimes && info.kind != FieldKind::Time))
            continue;
        const PartMessage message = accepted(bodyWith('"' + QByteArray(info.name.data()) + "\":" + json));
        QVERIFY2(!message.fields.presentFields.has(info.field), info.name.data());
        CallFields expected;
        expected.callUuid = u"u-1"_s;
        expected.presentFields.add(Field::CallUuid);
        QCOMPARE(message.fields, expected);
    }
}

void PushMessageTest::byteOrderMarkIsSkipped()
{
    const PartMessage message = accepted("\xEF\xBB\xBF" + exampleBody());
    QCOMPARE(message.fields, accepted(exampleBody()).fields);
    QVERIFY(message.extra.isEmpty());
}

void PushMessageTest::unknownFieldsAreKept()
{
    const PartMessage message =
        accepted(bodyWith(R"("record_url":"http://x/1.wav","score":7,"tags":["a",{"b":null}],"on":true)"));
    const QJsonObject expected{{u"record_url"_s, u"http://x/1.wav"_s},
                               {u"score"_s, 7},
                               {u"tags"_s, QJsonArray{u"a"_s, QJsonObject{{u"b"_s, QJsonValue()}}}},
                               {u"on"_s, true}};
    QCOMPARE(message.extra, expected);
}

void PushMessageTest::unknownFieldsAreNormalisedDeeply()
{
    const PartMessage message = accepted(bodyWith(R"("a\u0000":"\ud800","n":[{"k\udc00":["x\u0000"]}])"));
    const QJsonObject expected{{u"a\uFFFD"_s, u"\uFFFD"_s},
                               {u"n"_s, QJsonArray{QJsonObject{{u"k\uFFFD"_s, QJsonArray{u"x\uFFFD"_s}}}}}};
    QCOMPARE(message.extra, expected);
}

void PushMessageTest::lastOfDuplicateKeysCounts()
{
    QCOMPARE(accepted(R"({"call_uuid":"a","call_uuid":"b"})").fields.callUuid, u"b"_s);
    QCOMPARE(accepted(bodyWith(R"("x":1,"x":2)")).extra, QJsonObject({{u"x"_s, 2}}));
}

void PushMessageTest::headAndValuesMayDiffer()
{
    const PartMessage message = accepted(bodyWith(R"("task_row_head":["a"],"task_row_value":["1","2","3"])"));
    QCOMPARE(message.fields.taskRowHead.size(), 1);
    QCOMPARE(message.fields.taskRowValue.size(), 3);
}

void PushMessageTest::manyUnknownFieldsAndLongTexts()
{
    QByteArray members;
    for (int i = 0; i < 2000; ++i)
        members += "\"f" + QByteArray::number(i) + "\":" + QByteArray::number(i) + ',';
    const PartMessage message = accepted(bodyWith(members + "\"caller\":\"" + QByteArray(100'000, '7') + '"'));
    QCOMPARE(message.extra.size(), 2000);
    QCOMPARE(message.fields.caller.size(), 100'000);
}

QTEST_APPLESS_MAIN(PushMessageTest)
#include "test_push_message.moc"
