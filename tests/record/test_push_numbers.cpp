// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/call/masking.h"
#include "record/protocol/exact_numbers.h"
#include "samples.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace callboard;
using namespace callboard::samples;
using namespace Qt::StringLiterals;

/// Numbers and times in every writing that parsePush() accepts.
class PushNumbersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void numbers_data();
    void numbers();
    void times_data();
    void times();
    void tooLargeForJson();
    void charactersAreKept_data();
    void charactersAreKept();
    void inAListThatIsAText();
};

void PushNumbersTest::numbers_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<qint64>("number");
    QTest::newRow("number") << QByteArray("28") << qint64(28);
    QTest::newRow("text") << QByteArray(R"("28")") << qint64(28);
    QTest::newRow("text with spaces") << QByteArray(R"(" 28 ")") << qint64(28);
    QTest::newRow("zero") << QByteArray("0") << qint64(0);
    QTest::newRow("minus zero") << QByteArray("-0") << qint64(0);
    QTest::newRow("minus zero as text") << QByteArray(R"("-0")") << qint64(0);
    QTest::newRow("negative") << QByteArray("-5") << qint64(-5);
    QTest::newRow("plus sign in text") << QByteArray(R"("+5")") << qint64(5);
    QTest::newRow("whole with fraction") << QByteArray("28.0") << qint64(28);
    QTest::newRow("rounds down") << QByteArray("7.4") << qint64(7);
    QTest::newRow("rounds up") << QByteArray("7.5") << qint64(8);
    QTest::newRow("fraction as text") << QByteArray(R"("7.4")") << qint64(7);
    QTest::newRow("exponent") << QByteArray("1e3") << qint64(1000);
    QTest::newRow("exponent as text") << QByteArray(R"("1e3")") << qint64(1000);
    QTest::newRow("leading zeros in text") << QByteArray(R"("007")") << qint64(7);
    QTest::newRow("beyond 32 bit") << QByteArray("4294967297") << qint64(4'294'967'297);
    QTest::newRow("beyond 2^53") << QByteArray("9007199254740993") << qint64(9'007'199'254'740'993);
    QTest::newRow("beyond 2^53 as text") << QByteArray(R"("9007199254740993")") << qint64(9'007'199'254'740'993);
    QTest::newRow("large") << QByteArray("8999999999999999999") << qint64(8'999'999'999'999'999'999);
}

void PushNumbersTest::numbers()
{
    QFETCH(QByteArray, json);
    const PartMessage message =
        accepted(bodyWith("\"duration_call\":" + json + ",\"direction\":" + json + ",\"task_row_index\":" + json));
    QTEST(message.fields.durationCall, "number");
    QTEST(message.fields.direction, "number");
    QTEST(message.fields.taskRowIndex, "number");
    QVERIFY(message.fields.presentFields.has(Field::DurationCall));
}

void PushNumbersTest::times_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<qint64>("time");
    QTest::newRow("milliseconds") << QByteArray("1527737784829") << qint64(1'527'737'784'829);
    QTest::newRow("milliseconds as text") << QByteArray(R"("1527737784829")") << qint64(1'527'737'784'829);
    QTest::newRow("seconds") << QByteArray("1527737784") << qint64(1'527'737'784'000);
    QTest::newRow("seconds as text") << QByteArray(R"("1527737784")") << qint64(1'527'737'784'000);
    QTest::newRow("seconds with fraction") << QByteArray("1527737784.829") << qint64(1'527'737'784'829);
    QTest::newRow("such seconds as text") << QByteArray(R"("1527737784.829")") << qint64(1'527'737'784'829);
    QTest::newRow("milliseconds with fraction") << QByteArray("1527737784829.4") << qint64(1'527'737'784'829);
    QTest::newRow("exponent") << QByteArray("1.527737784829e12") << qint64(1'527'737'784'829);
    QTest::newRow("one second") << QByteArray("1") << qint64(1000);
    QTest::newRow("last of the seconds") << QByteArray("99999999999") << qint64(99'999'999'999'000);
    QTest::newRow("first of the milliseconds") << QByteArray("100000000000") << qint64(100'000'000'000);
    QTest::newRow("border as text") << QByteArray(R"("100000000000")") << qint64(100'000'000'000);
    QTest::newRow("after the border") << QByteArray("100000000001") << qint64(100'000'000'001);
    QTest::newRow("absurd but whole") << QByteArray("8000000000000000000") << qint64(8'000'000'000'000'000'000);
    QTest::newRow("negative is unset") << QByteArray("-1527737784829") << qint64(0);
    QTest::newRow("below a second is unset") << QByteArray("0.3") << qint64(0);
}

void PushNumbersTest::times()
{
    QFETCH(QByteArray, json);
    QFETCH(qint64, time);
    for (const FieldInfo &info : fieldTable()) {
        if (info.kind != FieldKind::Time)
            continue;
        const PartMessage message = accepted(bodyWith('"' + QByteArray(info.name.data()) + "\":" + json));
        QCOMPARE(message.fields.*std::get<qint64 CallFields::*>(info.member), time);
        QCOMPARE(message.fields.presentFields.has(info.field), time != 0);
    }
}

/// Whatever the JSON reader makes of 1e400, it must not become a number.
void PushNumbersTest::tooLargeForJson()
{
    for (const QByteArray &json : {QByteArray("1e400"), QByteArray("-1e400"), "1" + QByteArray(400, '0')}) {
        for (const QByteArray &name : {QByteArray("time_hangup"), QByteArray("task_tries"), QByteArray("caller")}) {
            const Refusal refusal = refused(bodyWith('"' + name + "\":" + json));
            QVERIFY(refusal.reason == RefusalReason::NotJson || refusal.field == QString::fromLatin1(name));
        }
    }
}

void PushNumbersTest::charactersAreKept_data()
{
    QTest::addColumn<QByteArray>("number");
    for (const char *number : {"89860012345678901234", "9999999999999999999", "1e21", "100.00", "1E5", "-0", "0.10",
                               "-0.0", "0.30000000000000004", "123456789012345678", "1.5", "12", "-7", "0"})
        QTest::newRow(number) << QByteArray(number);
}

/// In the customer's row, in texts, in unknown fields however deep, and where numbers are covered.
void PushNumbersTest::charactersAreKept()
{
    QFETCH(QByteArray, number);
    const QString text = QString::fromLatin1(number);
    const PartMessage message =
        accepted(bodyWith("\"task_row_value\":[" + number + ",\"" + number + "\"],\"task_data_id\":" + number
                          + ",\"order\":{\"ids\":[" + number + "]}"));
    QCOMPARE(message.fields.taskRowValue, QStringList({text, text}));
    QCOMPARE(message.fields.taskDataId, text);
    const QJsonValue kept = message.extra.value(u"order"_s).toObject().value(u"ids"_s).toArray().at(0);
    const QByteArray written = QJsonDocument(QJsonArray{kept}).toJson(QJsonDocument::Compact);
    QVERIFY2(written == '[' + number + ']' || written == "[\"" + number + "\"]", written.constData());
    const QString shown = maskBody("{\"a\":" + number + '}');
    QCOMPARE(shown.contains(text), maskText(text) == text);
    QCOMPARE(withExactNumbers(withExactNumbers(number)), withExactNumbers(number));
}

void PushNumbersTest::inAListThatIsAText()
{
    const PartMessage message =
        accepted(bodyWith(R"("task_row_value":"[100.00,\"1e3 \\\" 2.50\"]","x":"1e3\\\" 2.50")"));
    QCOMPARE(message.fields.taskRowValue, QStringList({u"100.00"_s, u"1e3 \" 2.50"_s}));
    QCOMPARE(message.extra.value(u"x"_s).toString(), u"1e3\\\" 2.50"_s);
}

QTEST_APPLESS_MAIN(PushNumbersTest)
#include "test_push_numbers.moc"
