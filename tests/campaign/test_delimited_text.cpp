// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/delimited_text.h"

#include <QRandomGenerator>
#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

QList<QStringList> cellsOf(const QString &text, QChar separator = u',')
{
    QList<QStringList> cells;
    for (const DelimitedRow &row : delimitedRows(text, separator, 1'000))
        cells.append(row.cells);
    return cells;
}

} // namespace

class TestDelimitedText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void encodings_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("encoding");
        const QString text = u"任务ID,名称\r\n7,春季回访"_s;
        QTest::newRow("UTF-8") << text.toUtf8() << text << u"UTF-8"_s;
        QTest::newRow("UTF-8 with mark") << "\xef\xbb\xbf" + text.toUtf8() << text << u"UTF-8"_s;
        QTest::newRow("GBK") << QByteArray("\xc8\xce\xce\xf1ID") << u"任务ID"_s << u"GB18030"_s;
        QTest::newRow("four bytes of GB18030") << QByteArray("\x81\x39\xee\x39") << u"\u3400"_s << u"GB18030"_s;
        QTest::newRow("UTF-16 LE") << QByteArray("\xff\xfe"
                                                 "7\0,\0",
                                                 6)
                                   << u"7,"_s << u"UTF-16"_s;
        QTest::newRow("UTF-16 BE") << QByteArray("\xfe\xff"
                                                 "\0"
                                                 "7",
                                                 4)
                                   << u"7"_s << u"UTF-16"_s;
        QTest::newRow("empty") << QByteArray() << QString() << u"UTF-8"_s;
    }

    void encodings()
    {
        QFETCH(QByteArray, bytes);
        const auto decoded = decodeText(bytes);
        QVERIFY(decoded);
        QTEST(decoded->text, "text");
        QTEST(decoded->encoding, "encoding");
    }

    void noText_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("a spreadsheet's own file") << QByteArray("PK\x03\x04\x14\x00\x06\x00\xff\xff", 10);
        QTest::newRow("NUL") << QByteArray("a\0b", 3);
        QTest::newRow("broken everywhere") << QByteArray("\xff\xff\xff\xff,\xff");
        QTest::newRow("half a character of UTF-16") << QByteArray("\xff\xfe"
                                                                  "7",
                                                                  3);
    }

    void noText()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!decodeText(bytes));
    }

    void separators()
    {
        QCOMPARE(separatorOf(u"a,b;c,d"_s), QChar(u','));
        QCOMPARE(separatorOf(u"a;b;\"x,y,z\""_s), QChar(u';'));
        QCOMPARE(separatorOf(u"a\tb\nc,d,e"_s), QChar(u'\t'));
        QCOMPARE(separatorOf(u"a"_s), QChar(u','));
        QCOMPARE(separatorOf(QString()), QChar(u','));
    }

    void rows()
    {
        QCOMPARE(cellsOf(u"a,b\r\nc, d \re"_s), (QList<QStringList>{{u"a"_s, u"b"_s}, {u"c"_s, u"d"_s}, {u"e"_s}}));
        QCOMPARE(cellsOf(u"\"a,\"\"b\"\"\",\"c\nd\",e\"f"_s),
                 (QList<QStringList>{{u"a,\"b\""_s, u"c\nd"_s, u"e\"f"_s}}));
        QCOMPARE(cellsOf(u",\n"_s), (QList<QStringList>{{QString(), QString()}}));
        QCOMPARE(cellsOf(QString()), QList<QStringList>());
        QCOMPARE(cellsOf(u"a;b,c"_s, u';'), (QList<QStringList>{{u"a"_s, u"b,c"_s}}));
    }

    void linesAreCountedThroughQuotes()
    {
        const auto rows = delimitedRows(u"a\n\"b\nb\"\n\nc"_s, u',', 1'000);
        QCOMPARE(rows.size(), 4);
        QCOMPARE(rows[1].line, 2);
        QVERIFY(rows[2].isBlank());
        QCOMPARE(rows[3].line, 5);
    }

    void anOpenQuoteIsTold()
    {
        const auto rows = delimitedRows(u"a,\"b\nc,d\ne"_s, u',', 1'000);
        QCOMPARE(rows.size(), 1);
        QVERIFY(rows[0].isBroken);
    }

    void neverMoreRowsThanAsked() { QCOMPARE(delimitedRows(QString(100'000, u'\n'), u',', 50).size(), 50); }

    void anythingCanBeRead()
    {
        QRandomGenerator random(20);
        for (int i = 0; i < 2'000; ++i) {
            QByteArray bytes;
            for (int n = random.bounded(60); n > 0; --n)
                bytes.append(i % 2 == 0 ? static_cast<char>(random.bounded(256)) : "\",;\t\r\n a1"[random.bounded(10)]);
            const auto decoded = decodeText(bytes);
            if (!decoded)
                continue;
            qsizetype cells = 0;
            for (const DelimitedRow &row : delimitedRows(decoded->text, separatorOf(decoded->text), 1'000))
                cells += row.cells.size();
            QVERIFY(cells <= decoded->text.size() + 1);
        }
    }
};

QTEST_GUILESS_MAIN(TestDelimitedText)
#include "test_delimited_text.moc"
