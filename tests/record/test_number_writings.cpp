// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/call/masking.h"
#include "record/call/number_runs.h"
#include "record/call/person_number.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

/// The digits that can still be read, as ASCII.
QString shownDigits(const QString &text)
{
    QString shown;
    for (const Digit &digit : digitsOf(text)) {
        if (digit.value != Digit::Covered)
            shown += QChar::fromLatin1(digit.value);
    }
    return shown;
}

} // namespace

/// One number in many writings: covered in all of them, found by an erasure, and what is no number stays readable.
class TestNumberWritings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void everyWritingIsCovered_data();
    void everyWritingIsCovered();
    void idsAreCovered_data();
    void idsAreCovered();
    void textsStay_data();
    void textsStay();
    void otherTextsKeepTheirNeighbours_data();
    void otherTextsKeepTheirNeighbours();
    void aCallAndItsBodyAreCovered();
    void randomSignsBetweenDigits();
    void longTextsTakeNoTime();
};

/// All of 19900000011.
void TestNumberWritings::everyWritingIsCovered_data()
{
    QTest::addColumn<QString>("text");
    for (const char16_t *text :
         {u"19900000011",
          u"199 - 0000 - 0011",
          u"199_0000_0011",
          u"199,0000,0011",
          u"199，0000，0011",
          u"199*0000*0011",
          u"199~0000~0011",
          u"199～0000～0011",
          u"199;0000;0011",
          u"199；0000；0011",
          u"199:0000:0011",
          u"199|0000|0011",
          u"199、0000、0011",
          u"199·0000·0011",
          u"199……0000……0011",
          u"199\n\n\n0000\n\n\n0011",
          u"1\n9\n9\n0\n0\n0\n0\n0\n0\n1\n1",
          u"1,9,9,0,0,0,0,0,0,1,1",
          u"1️⃣9️⃣9️⃣0️⃣0️⃣0️⃣0️⃣0️⃣0️⃣1️⃣1️⃣",
          u"1️⃣ 9️⃣ 9️⃣ 0️⃣ 0️⃣ 0️⃣ 0️⃣ 0️⃣ 0️⃣ 1️⃣ 1️⃣",
          u"一九九〇〇〇〇〇〇一一",
          u"一九九零零零零零零一一",
          u"幺九九〇〇〇〇〇〇幺幺",
          u"壹玖玖零零零零零零壹壹",
          u"一九九 〇〇〇〇 〇〇一一",
          u"一九九0000〇〇11",
          u"①⑨⑨⓪⓪⓪⓪⓪⓪①①",
          u"❶❾❾⓿⓿⓿⓿⓿⓿❶❶",
          u"¹⁹⁹⁰⁰⁰⁰⁰⁰¹¹",
          u"１９９－００００－００１１",
          u"𝟏𝟗𝟗𝟎𝟎𝟎𝟎𝟎𝟎𝟏𝟏",
          u"١٩٩٠٠٠٠٠٠١١",
          u"1\u0301990000\u03010011",
          u"1\u200B\u200B\u200B\u200B\u200B\u200B9900000011",
          u"wx199-0000-0011",
          u"tel:199%2D0000%2D0011",
          u"%31%39%39%30%30%30%30%30%30%31%31",
          u"199%20%200000%20%200011",
          u"%EF%BC%91%EF%BC%99%EF%BC%99%EF%BC%90%EF%BC%90%EF%BC%90%EF%BC%90%EF%BC%90%EF%BC%90%EF%BC%91%EF%BC%91",
          u"%E4%B8%80%E4%B9%9D%E4%B9%9D000000%E4%B8%80%E4%B8%80",
          u"199\\n0000\\n0011",
          u"\\u0031\\u0039\\u0039\\u0030\\u0030\\u0030\\u0030\\u0030\\u0030\\u0031\\u0031",
          u"&#49;&#57;&#57;&#48;&#48;&#48;&#48;&#48;&#48;&#49;&#49;",
          u"&#x31;&#x39;&#x39;&#x30;&#x30;&#x30;&#x30;&#x30;&#x30;&#x31;&#x31;",
          u"=31=39=39=30=30=30=30=30=30=31=31",
          u"\\061\\071\\071\\060\\060\\060\\060\\060\\060\\061\\061",
          u"\\x31\\x39\\x39\\x30\\x30\\x30\\x30\\x30\\x30\\x31\\x31",
          u"%2531%2539%2539%2530%2530%2530%2530%2530%2530%2531%2531",
          u"%u0031%u0039%u0039%u0030%u0030%u0030%u0030%u0030%u0030%u0031%u0031",
          u"199&nbsp;0000&nbsp;0011",
          u"〡〩〩〇〇〇〇〇〇〡〡",
          u"㊀㊈㊈〇〇〇〇〇〇㊀㊀",
          u"㈠㈨㈨〇〇〇〇〇〇㈠㈠"})
        QTest::newRow(QString::fromUtf16(text).simplified().toUtf8().constData()) << QString::fromUtf16(text);
}

void TestNumberWritings::everyWritingIsCovered()
{
    QFETCH(const QString, text);
    const PersonNumber number = *PersonNumber::parse(u"19900000011"_s);
    QVERIFY(number.isIn(text));
    for (const QString &around : {u"%1"_s, u"张三 %1"_s, u"call %1."_s, u"李四%1转8001"_s}) {
        const QString whole = around.arg(text);
        const QString covered = maskText(whole);
        const qsizetype others = shownDigits(whole).size() - 11;
        QVERIFY2(shownDigits(covered).size() <= others + 7, qPrintable(covered));
        QVERIFY2(!number.isIn(covered), qPrintable(covered));
        QCOMPARE(covered.size(), whole.size());
        QCOMPARE(maskText(covered), covered);
    }
    QCOMPARE(maskNumber(maskNumber(text)), maskNumber(text));
    QVERIFY(shownDigits(maskNumber(text)).size() <= 7);
}

void TestNumberWritings::idsAreCovered_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("covered");
    QTest::newRow("underscores") << u"199_0000_0011"_s << u"199******0011"_s;
    QTest::newRow("commas") << u"199,0000,0011"_s << u"199******0011"_s;
    QTest::newRow("stars") << u"199*0000*0011"_s << u"199******0011"_s;
    QTest::newRow("three signs") << u"199 - 0000 - 0011"_s << u"199**********0011"_s;
    QTest::newRow("keycaps") << u"1️⃣9️⃣9️⃣0️⃣0️⃣0️⃣0️⃣0️⃣0️⃣1️⃣1️⃣"_s
                             << u"1️⃣9️⃣9**************0️⃣0️⃣1️⃣1️⃣"_s;
    QTest::newRow("circled") << u"①⑨⑨⓪⓪⓪⓪⓪⓪①①"_s << u"①⑨⑨****⓪⓪①①"_s;
    QTest::newRow("Chinese") << u"回访一九九〇〇〇〇〇〇一一春"_s << u"回访一九九****〇〇一一春"_s;
    QTest::newRow("a name before it") << u"李四19900000011春三"_s << u"李四199****0011春三"_s;
    QTest::newRow("escaped") << u"a/199%2D0000%2D0011"_s << u"a/199**********0011"_s;
    for (const char16_t sign : {u'#', u'=', u'|', u'&', u'\'', u'"', u'+', u'@', u'\\', u'!', u'?'})
        QTest::newRow(QByteArray("sign ").append(static_cast<char>(sign)).constData())
            << u"199-0000-0011"_s.replace(u'-', QChar(sign)) << u"199******0011"_s;
}

void TestNumberWritings::idsAreCovered()
{
    QFETCH(const QString, id);
    QFETCH(const QString, covered);
    QCOMPARE(maskId(id), covered);
    QCOMPARE(maskId(covered), covered);
}

void TestNumberWritings::textsStay_data()
{
    QTest::addColumn<QString>("text");
    for (const char16_t *text : {u"2026-11-22 09:00:15",
                                 u"2026-11-22T09:00:00.000+08:00",
                                 u"2026-11-01~2026-11-30",
                                 u"9:00-18:00",
                                 u"09:00-12:00,13:30-18:00",
                                 u"09：00－12：00；13：30－18：00",
                                 u"2026/3/1 9:05",
                                 u"12,345.67",
                                 u"¥ 123,456.00",
                                 u"三三, 四五, 六",
                                 u"二〇二六年十一月二十二日",
                                 u"12345 北京 67890",
                                 u"100%",
                                 u"%E5%BC%A0%E4%B8%89",
                                 u"3*4",
                                 u"*** 12 ***",
                                 u"a=31&b=22",
                                 u"AT&T 12 & 34",
                                 u"C:\\061\\x",
                                 u"&#24352;&#19977;",
                                 u"\"12345\",\"67890\""})
        QTest::newRow(QString::fromUtf16(text).toUtf8().constData()) << QString::fromUtf16(text);
}

void TestNumberWritings::textsStay()
{
    QFETCH(const QString, text);
    QCOMPARE(maskText(text), text);
}

void TestNumberWritings::otherTextsKeepTheirNeighbours_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("covered");
    QTest::newRow("a list") << u"19900000001,19900000002；19900000003"_s << u"199****0001,199****0002；199****0003"_s;
    QTest::newRow("short ones in a list") << u"1990000,19900000002"_s << u"199************0002"_s;
    QTest::newRow("a date before") << u"2026-11-22 09:00 19900000001"_s << u"2026-11-22 09:00 199****0001"_s;
    QTest::newRow("a date behind") << u"19900000001 2026-11-22"_s << u"199****0001 2026-11-22"_s;
    QTest::newRow("no such time") << u"199:00:00:0011"_s << u"199*******0011"_s;
    QTest::newRow("a million") << u"1,234,567.00"_s << u"1,2****67.00"_s;
    QTest::newRow("a name before") << u"张三 19900000001"_s << u"张三 199****0001"_s;
    QTest::newRow("a name behind") << u"19900000001 一一"_s << u"199****0001 一一"_s;
    QTest::newRow("too much for a name") << u"一九九00000001"_s << u"一九九****0001"_s;
    QTest::newRow("a bracket") << u"19900 000 011(备用:19900000012)"_s << u"199*****0 011(备用:199****0012)"_s;
}

void TestNumberWritings::otherTextsKeepTheirNeighbours()
{
    QFETCH(const QString, text);
    QFETCH(const QString, covered);
    QCOMPARE(maskText(text), covered);
    QCOMPARE(maskText(covered), covered);
}

void TestNumberWritings::aCallAndItsBodyAreCovered()
{
    const QString written = u"一九九_〇〇〇〇_〇〇一一"_s;
    CallRecord call;
    call.fields.taskResultDesc = written;
    call.fields.taskRowHead = {written};
    call.fields.taskRowValue = {written};
    call.extraBasic = {{written, QJsonArray{written}}};
    const CallRecord covered = masked(call);
    for (const QString &text : {covered.fields.taskResultDesc, covered.fields.taskRowHead.constFirst(),
                                covered.fields.taskRowValue.constFirst(), covered.extraBasic.keys().constFirst(),
                                covered.extraBasic.begin()->toArray().at(0).toString()})
        QCOMPARE(text, u"一九九******〇〇一一"_s);
    const QByteArray body = QJsonDocument(QJsonObject{{u"call_uuid"_s, u"u"_s}, {u"x"_s, written}}).toJson();
    for (const QByteArray &sent : {body, body.chopped(4)}) // whole, and torn off
        QVERIFY2(!maskBody(sent).contains(u"〇〇〇〇"_s), qPrintable(maskBody(sent)));
}

void TestNumberWritings::randomSignsBetweenDigits()
{
    const QStringList digits{u"0"_s, u"1"_s, u"2"_s, u"９"_s, u"⑧"_s, u"7️⃣"_s, u"六"_s, u"%35"_s, u"\\u0034"_s};
    const QStringList signs{u""_s,  u""_s,  u""_s,  u" "_s,   u"-"_s,      u"_"_s,  u","_s, u"，"_s, u"~"_s,
                            u";"_s, u"*"_s, u":"_s, u"%20"_s, u"\u200B"_s, u"\n"_s, u"/"_s, u"("_s,  u"张"_s};
    QRandomGenerator random(20261129);
    const auto oneOf = [&](const QStringList &list) { return list[random.bounded(static_cast<int>(list.size()))]; };
    for (int round = 0; round < 20'000; ++round) {
        QString text;
        for (int i = 0, length = random.bounded(30); i < length; ++i)
            text += oneOf(digits) + oneOf(signs);
        const QString covered = maskText(text);
        QCOMPARE(covered.size(), text.size());
        QVERIFY2(maskText(covered) == covered, qPrintable(text + u" -> "_s + covered + u" -> "_s + maskText(covered)));
        QVERIFY2(maskId(maskId(text)) == maskId(text), qPrintable(text));
    }
}

void TestNumberWritings::longTextsTakeNoTime()
{
    // Quadratic, any of these would run into the test's time limit.
    for (const QString &piece : {u"1"_s, u"1 "_s, u"1,"_s, u"19900000001,"_s, u"2026-11-22 "_s, u"12:30:"_s, u"%31"_s,
                                 u"%"_s, u"\\u"_s, u"一"_s, u"*"_s, u"1*"_s, u"1\u200B"_s})
        QCOMPARE(maskText(piece.repeated(40'000)).size(), piece.size() * 40'000);
}

QTEST_GUILESS_MAIN(TestNumberWritings)
#include "test_number_writings.moc"
