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
    void separators()
    {
        QCOMPARE(separatorsOf(u"a,b;c,d"_s).first(), QChar(u','));
        QCOMPARE(separatorsOf(u"a;b;\"x,y,z\""_s).first(), QChar(u';'));
        QCOMPARE(separatorsOf(u"a\tb\nc,d,e"_s).first(), QChar(u'\t'));
        QCOMPARE(separatorsOf(u"a|b|c"_s).first(), QChar(u'|'));
        QCOMPARE(separatorsOf(u"a"_s).first(), QChar(u','));
        QCOMPARE(separatorsOf(QString()).size(), 5);
        QCOMPARE(separatorsOf(u"sep=;\r\na,b,c"_s), QList<QChar>{u';'});
        QCOMPARE(separatorsOf(u"\"sep=\t\"\na,b,c"_s), QList<QChar>{u'\t'});
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

    void aFormulaKeepsItsSeparators()
    {
        QCOMPARE(cellsOf(u"=\"0,17\",b\n = \"x\"\"y\",c"_s),
                 (QList<QStringList>{{u"=\"0,17\""_s, u"b"_s}, {u"=\"x\"y\""_s, u"c"_s}}));
    }

    void anOpenQuoteBreaksItsOwnRow()
    {
        const auto rows = delimitedRows(u"a,\"b\nc,\"d\"\ne,\"f\" g\nh"_s, u',', 1'000);
        QCOMPARE(rows.size(), 4);
        QVERIFY(rows[0].isBroken);
        QCOMPARE(rows[0].cells, (QStringList{u"a"_s, u"\"b"_s}));
        QVERIFY(!rows[1].isBroken);
        QCOMPARE(rows[1].cells, (QStringList{u"c"_s, u"d"_s}));
        QCOMPARE(rows[1].line, 2);
        QVERIFY(rows[2].isBroken);
        QVERIFY(!rows[3].isBroken);
    }

    void hostileQuotesTakeNoLonger_data()
    {
        QTest::addColumn<QString>("part");
        for (const char *part : {"\"", "\"a\n", "\"\",", "\"\"\",", "a\"\"\n", "=\"", "=\"\"a\n", " \""})
            QTest::newRow(part) << QString::fromLatin1(part);
    }

    /// Much of one part; in time that grows with the square this would not end.
    void hostileQuotesTakeNoLonger()
    {
        QFETCH(QString, part);
        const QString text = u"\""_s + part.repeated(150'000 / part.size());
        const auto rows = delimitedRows(text, u',', 2'000'000);
        QVERIFY(!rows.isEmpty());
        QVERIFY(!delimitedRows(QString(200'000, u' ') + QString(200'000, u'"'), u',', 10).isEmpty());
    }

    void neverMoreRowsThanAsked() { QCOMPARE(delimitedRows(QString(100'000, u'\n'), u',', 50).size(), 50); }

    void anythingCanBeRead()
    {
        QRandomGenerator random(20);
        for (int i = 0; i < 2'000; ++i) {
            QByteArray bytes;
            for (int n = random.bounded(60); n > 0; --n)
                bytes.append(i % 2 == 0 ? static_cast<char>(random.bounded(256)) : "\",;\t\r\n a1"[random.bounded(10)]);
            const QString text = QString::fromLatin1(bytes);
            qsizetype cells = 0;
            for (const DelimitedRow &row : delimitedRows(text, separatorsOf(text).first(), 1'000))
                cells += row.cells.size();
            QVERIFY(cells <= text.size() + 1);
        }
    }
};

QTEST_GUILESS_MAIN(TestDelimitedText)
#include "test_delimited_text.moc"
