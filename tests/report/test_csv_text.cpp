// SPDX-License-Identifier: GPL-3.0-or-later
#include "csv_reader.h"
#include "payloads.h"
#include "report/csv/csv_writer.h"

#include <QBuffer>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

class TestCsvText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void payloadsAreHarmlessAndComeBack();
    void numbersComeBackAsText_data();
    void numbersComeBackAsText();
    void plainTextStands_data();
    void plainTextStands();
    void marksCanBeUndone();
    void numbersAndDatesAreFoundAsBefore();
    void rowsAreRfc4180();
    void programsGetTextAsItIs();
    void failingDeviceIsAnError();
};

void TestCsvText::payloadsAreHarmlessAndComeBack()
{
    const QStringList payloads = injectionPayloads();
    QVERIFY(payloads.size() >= 120);
    for (const QString &payload : payloads) {
        const QString cell = spreadsheetText(payload);
        QVERIFY2(cell.startsWith(u'\''), qPrintable(payload));
        QCOMPARE(plainText(cell), payload);
    }
}

void TestCsvText::numbersComeBackAsText_data()
{
    QTest::addColumn<QString>("text");
    const QStringList texts{u"+8613800138000"_s,
                            u"0271111111"_s,
                            u"00"_s,
                            u"055196866001"_s,
                            u"12345678901234567890"_s,
                            u"123456789012"_s,
                            u"-0"_s,
                            u"2026-11-22"_s,
                            u"3/4"_s,
                            u"3-4"_s,
                            u"3月13日"_s,
                            u"9:30"_s,
                            u"1E5"_s,
                            u"12e345"_s,
                            u"1.50"_s,
                            u"Mar-13"_s,
                            u"13 march"_s,
                            u"TRUE"_s,
                            u"false"_s,
                            u"1,234"_s,
                            u"50%"_s,
                            u"(5)"_s,
                            u"￥12"_s,
                            u"-86138001380001"_s,
                            u" 007"_s};
    for (const QString &text : texts)
        QTest::newRow(qPrintable(text)) << text;
}

void TestCsvText::numbersComeBackAsText()
{
    QFETCH(QString, text);
    const QString cell = spreadsheetText(text);
    QVERIFY(cell.endsWith(u'\t') || cell.startsWith(u'\''));
    QCOMPARE(cell.trimmed().remove(u'\''), text.trimmed());
    QCOMPARE(plainText(cell), text);
}

void TestCsvText::plainTextStands_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text : {u""_s, u"河北省张家口市张北县"_s, u"0x1"_s, u"-1"_s, u"0"_s, u"28"_s, u"19900000001"_s,
                                u"123425c-6483-11e8-b8fa-2769c24918cd"_s, u"199****0001"_s, u"a=b"_s, u"x@y.example"_s,
                                u"两行\n文字"_s, u"market"_s})
        QTest::newRow(qPrintable(text)) << text;
}

void TestCsvText::plainTextStands()
{
    QFETCH(QString, text);
    QCOMPARE(spreadsheetText(text), text);
}

void TestCsvText::marksCanBeUndone()
{
    for (const QString &text : {u"'"_s, u"''"_s, u"'=1"_s, u"a\t"_s, u"\t"_s, u"\t\t"_s, u"'007\t"_s, u"007\t"_s})
        QCOMPARE(plainText(spreadsheetText(text)), text);
}

/// The rule as one expression, against what finds out faster.
void TestCsvText::numbersAndDatesAreFoundAsBefore()
{
    static const QRegularExpression pattern(
        u"^\\s*(?:(?=.*\\d)[\\d\\s.,:/\\\\+\\-()%$¥￥€£eE年月日时時分秒上下午]+(?:AM|PM|am|pm)?"
        "|(?=.*\\d)[\\d\\s.,/\\-]*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\\d\\s.,/\\-]*"
        "|true|false)\\s*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression stable(u"^(?:0|-?[1-9]\\d{0,10})$"_s);
    const QStringList pieces{u"0"_s,     u"1"_s,  u"23"_s, u"."_s,           u","_s,   u"-"_s,   u"+"_s,  u"e"_s,
                             u"E"_s,     u"am"_s, u"PM"_s, u"jan"_s,         u"Mar"_s, u"ket"_s, u"x"_s,  u"true"_s,
                             u"False"_s, u" "_s,  u"年"_s, u"客"_s,          u"(5)"_s, u"%"_s,   u"￥"_s, u"/"_s,
                             u":"_s,     u"_"_s,  u"\\"_s, u"12345678901"_s, u"\v"_s};
    QRandomGenerator random(5);
    int found = 0;
    for (int i = 0; i < 20'000; ++i) {
        QString text;
        for (quint32 n = random.bounded(1U, 6U); n > 0; --n)
            text += pieces.at(random.bounded(pieces.size()));
        const bool expected = !stable.match(text).hasMatch() && pattern.match(text).hasMatch();
        QVERIFY2(isReinterpreted(text) == expected, qPrintable(text));
        found += expected ? 1 : 0;
    }
    QVERIFY(found > 1000);
}

void TestCsvText::programsGetTextAsItIs()
{
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    CsvWriter csv(buffer, CsvStyle::Programs);
    csv.text(u"=1+1,\"x\""_s);
    csv.text(u"+8613800138000"_s);
    csv.text(u"𠮷客é"_s + QChar(0xD800));
    csv.number(std::numeric_limits<qint64>::min());
    csv.endRow();
    csv.text(QString(300'000, u'长')); // longer than the buffer
    csv.endRow();
    csv.flush();
    QCOMPARE(buffer.data().left(62),
             QByteArray("\"=1+1,\"\"x\"\"\",+8613800138000,𠮷客é\xEF\xBF\xBD,-9223372036854775808\n"));
    QCOMPARE(buffer.data().size(), 62 + 900'001);
}

void TestCsvText::rowsAreRfc4180()
{
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    CsvWriter csv(buffer);
    csv.text(u"a,b"_s);
    csv.text(u"say \"x\""_s);
    csv.text(u"two\r\nlines"_s);
    csv.empty();
    csv.number(-5);
    csv.endRow();
    csv.text(u"客户"_s);
    csv.endRow();
    csv.flush();
    QCOMPARE(buffer.data(), QByteArray("\xEF\xBB\xBF\"a,b\",\"say \"\"x\"\"\",\"two\r\nlines\",,-5\r\n客户\r\n"));
    const QList<QStringList> expected{{u"a,b"_s, u"say \"x\""_s, u"two\r\nlines"_s, QString(), u"-5"_s}, {u"客户"_s}};
    QCOMPARE(readCsv(buffer.data().mid(3)), expected);
}

void TestCsvText::failingDeviceIsAnError()
{
    QBuffer closed;
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"device not open"_s));
    CsvWriter csv(closed);
    csv.text(u"x"_s);
    csv.endRow();
    QVERIFY_THROWS_EXCEPTION(ReportError, csv.flush());
}

QTEST_GUILESS_MAIN(TestCsvText)
#include "test_csv_text.moc"
