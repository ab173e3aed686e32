// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/call/masking.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

/// Masking of single numbers, free text and whole calls.
class MaskingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void numbers_data();
    void numbers();
    void texts_data();
    void texts();
    void textsThatStay_data();
    void textsThatStay();
    void longRuns();
    void callsAreCoveredWholly();
    void theRestOfACallStays();
    void countsThatAreNumbersGo_data();
    void countsThatAreNumbersGo();
    void personalColumnsAreCoveredWholly();
};

void MaskingTest::numbers_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("covered");
    QTest::newRow("mobile") << u"19900000001"_s << u"199****0001"_s;
    QTest::newRow("landline with code") << u"055196866001"_s << u"055*****6001"_s;
    QTest::newRow("ten digits") << u"0271111111"_s << u"027***1111"_s;
    QTest::newRow("eight digits") << u"12345678"_s << u"1***5678"_s;
    QTest::newRow("seven digits") << u"1234567"_s << u"*******"_s;
    QTest::newRow("short") << u"10086"_s << u"*****"_s;
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("country code") << u"+8619900000001"_s << u"+861******0001"_s;
    QTest::newRow("spaced") << u"199 0000 0001"_s << u"199******0001"_s;
    QTest::newRow("hyphens") << u"027-1111-1111"_s << u"027******1111"_s;
    QTest::newRow("seven with hyphen") << u"123-4567"_s << u"********"_s;
    QTest::newRow("full width") << u"１９９０００００００１"_s << u"１９９****０００１"_s;
    QTest::newRow("beyond the basic plane")
        << u"\U0001D7CF\U0001D7D7\U0001D7D7\U0001D7CE\U0001D7CE\U0001D7CE\U0001D7CE\U0001D7CF"_s
        << u"\U0001D7CF******\U0001D7CE\U0001D7CE\U0001D7CE\U0001D7CF"_s;
    QTest::newRow("extension") << u"02712345678-8001"_s << u"027*********8001"_s;
    QTest::newRow("sip address") << u"sip:19900000001@pbx"_s << u"sip:199****0001@pbx"_s;
    QTest::newRow("no digits") << u"anonymous"_s << u"*********"_s;
}

void MaskingTest::numbers()
{
    QFETCH(QString, number);
    QFETCH(QString, covered);
    QCOMPARE(maskNumber(number), covered);
    QCOMPARE(maskNumber(covered), covered);
}

void MaskingTest::texts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("covered");
    QTest::newRow("alone") << u"19900000001"_s << u"199****0001"_s;
    QTest::newRow("inside chinese") << u"请联系张三，电话19900000001，谢谢"_s << u"请联系张三，电话199****0001，谢谢"_s;
    QTest::newRow("two of them") << u"19900000001、19900000002"_s << u"199****0001、199****0002"_s;
    QTest::newRow("with country code") << u"tel +8619900000001."_s << u"tel +861******0001."_s;
    QTest::newRow("country code and spaces") << u"+86 199 0000 0001"_s << u"+86 1********0001"_s;
    QTest::newRow("hyphens") << u"a 199-0000-0001 b"_s << u"a 199******0001 b"_s;
    QTest::newRow("dots") << u"199.0000.0001"_s << u"199******0001"_s;
    QTest::newRow("brackets") << u"(027) 1111-1111"_s << u"(027*******1111"_s;
    QTest::newRow("full width brackets") << u"（027）11111111"_s << u"（027*****1111"_s;
    QTest::newRow("full width") << u"电话１９９０００００００１"_s << u"电话１９９****０００１"_s;
    QTest::newRow("full width hyphen") << u"０２７－１１１１－１１１１"_s << u"０２７******１１１１"_s;
    QTest::newRow("no-break space") << u"199\u00A00000\u00A00001"_s << u"199******0001"_s;
    QTest::newRow("zero width spaces") << u"199\u200B0000\u200B0001"_s << u"199******0001"_s;
    QTest::newRow("NUL between") << QString(u"1990000"_s + QChar(u'\0') + u"0001"_s) << u"199*****0001"_s;
    QTest::newRow("seven digits") << u"call 1234567"_s << u"call *******"_s;
    QTest::newRow("extension") << u"02712345678转8001"_s << u"027****5678转8001"_s;
    QTest::newRow("after a date") << u"2026-11-22 19900000001"_s << u"2026-11-22 199****0001"_s;
    QTest::newRow("glued to a date") << u"2026-11-2219900000001"_s << u"202**************0001"_s;
    QTest::newRow("no such date") << u"2026-13-45"_s << u"2****13-45"_s;
}

void MaskingTest::texts()
{
    QFETCH(QString, text);
    QFETCH(QString, covered);
    QCOMPARE(maskText(text), covered);
    QCOMPARE(maskText(covered), covered);
}

void MaskingTest::textsThatStay_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text :
         {u"张三"_s, u"河北省张家口市张北县"_s, u"3月13日"_s, u"12号楼3单元401"_s, u"123456"_s, u"2026-11-22"_s,
          u"2026/3/1"_s, u"2026-11-22 09:00"_s, u"9:00-18:00"_s, u"a1b2c3d4e5f6g7"_s, u"12345 北京 67890"_s, QString()})
        QTest::newRow(qPrintable(text.isEmpty() ? u"empty"_s : text)) << text;
}

void MaskingTest::textsThatStay()
{
    QFETCH(QString, text);
    QCOMPARE(maskText(text), text);
}

/// A body may be one run of digits of any length; a pattern that gives up would show it.
void MaskingTest::longRuns()
{
    const QString plain = maskText(QString(300'000, u'7'));
    QCOMPARE(plain, u"777"_s + QString(300'000 - 7, u'*') + u"7777"_s);
    QCOMPARE(maskText(u"7 "_s.repeated(150'000)).count(u'7'), 7);
}

void MaskingTest::callsAreCoveredWholly()
{
    CallRecord call;
    call.fields.caller = u"055196866001"_s;
    call.fields.callee = u"19900000001"_s;
    call.fields.taskResultDesc = u"转接19900000002"_s;
    call.fields.taskRowHead = {u"手机"_s, u"19900000003"_s};
    call.fields.taskRowValue = {u"0271111111"_s, u"张三 19900000004"_s};
    call.extraBasic = {{u"phone"_s, qint64(19900000005)},
                       {u"19900000006"_s, QJsonArray{u"19900000007"_s, 19900000008.5}}};
    call.extraOutbound = {{u"x"_s, QJsonObject{{u"tel"_s, u"19900000009"_s}}}};
    const CallRecord covered = masked(call);
    QCOMPARE(covered.fields.caller, u"055*****6001"_s);
    QCOMPARE(covered.fields.callee, u"199****0001"_s);
    QCOMPARE(covered.fields.taskResultDesc, u"转接199****0002"_s);
    QCOMPARE(covered.fields.taskRowHead, QStringList({u"手机"_s, u"199****0003"_s}));
    QCOMPARE(covered.fields.taskRowValue, QStringList({u"027***1111"_s, u"张三 199****0004"_s}));
    QCOMPARE(covered.extraBasic,
             QJsonObject({{u"phone"_s, u"199****0005"_s},
                          {u"199****0006"_s, QJsonArray{u"199****0007"_s, u"199*****008.5"_s}}}));
    QCOMPARE(covered.extraOutbound, QJsonObject({{u"x"_s, QJsonObject{{u"tel"_s, u"199****0009"_s}}}}));
    QVERIFY(masked(covered) == covered);
}

void MaskingTest::theRestOfACallStays()
{
    CallRecord call;
    call.id = 7;
    call.fields.callUuid = u"123425c-6483-11e8-b8fa-2769c24918cd"_s;
    call.fields.taskDataId = u"1990000000119900000"_s;
    call.fields.timeHangup = 1'527'737'784'829;
    call.fields.taskRowValue = {u"张三"_s, u"3月13日"_s};
    QVERIFY(masked(call) == call);
}

void MaskingTest::countsThatAreNumbersGo_data()
{
    QTest::addColumn<qint64>("value");
    QTest::newRow("mobile") << qint64(19'900'000'001);
    QTest::newRow("its negative") << qint64(-19'900'000'001);
    QTest::newRow("with the country's code") << qint64(8'619'900'000'001);
    QTest::newRow("fixed line") << qint64(1'064'445'500);
    QTest::newRow("negative fixed line") << qint64(-1'064'445'500);
}

void MaskingTest::countsThatAreNumbersGo()
{
    QFETCH(const qint64, value);
    CallRecord call;
    for (const FieldInfo &info : fieldTable()) {
        if (const auto *number = std::get_if<qint64 CallFields::*>(&info.member); number) {
            call.fields.**number = value;
            call.fields.presentFields.add(info.field);
        }
    }
    const CallFields covered = masked(call).fields;
    for (const FieldInfo &info : fieldTable()) {
        const auto *number = std::get_if<qint64 CallFields::*>(&info.member);
        const bool mayBeTime = info.kind == FieldKind::Time && !looksLikePhone(value);
        if (number && !mayBeTime) {
            QVERIFY2(covered.**number == 0, info.name.data());
            QVERIFY2(!covered.presentFields.has(info.field), info.name.data());
        }
    }
}

void MaskingTest::personalColumnsAreCoveredWholly()
{
    CallRecord call;
    call.fields.taskRowHead = {u"姓名"_s, u"城市"_s, u"姓名"_s, u"备注"_s};
    call.fields.taskRowValue = {u"张三"_s, u"武汉市"_s, QString()};
    const CallRecord covered = masked(call, {u"姓名"_s, u"备注"_s});
    QCOMPARE(covered.fields.taskRowHead, call.fields.taskRowHead);
    QCOMPARE(covered.fields.taskRowValue, QStringList({u"***"_s, u"武汉市"_s, QString()}));
    QCOMPARE(masked(call).fields.taskRowValue, call.fields.taskRowValue);
    QVERIFY(masked(covered, {u"姓名"_s, u"备注"_s}) == covered);
}

QTEST_APPLESS_MAIN(MaskingTest)
#include "test_masking.moc"
