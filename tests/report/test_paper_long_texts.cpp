// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that nothing breaks took cubic time on a page, and one pushed call held up every PDF. A page shows their
// beginning.
#include "paper_tools.h"
#include "report/writer/report_text.h"

#include <QElapsedTimer>
#include <QTest>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

/// As long as the receiver lets one be; laid out as a whole it took hours.
constexpr qsizetype Longest = 250'000;

/// Far above what it takes (a fraction of a second) and far below what laying the text out would.
constexpr qint64 NeverMs = 60'000;

QString unbroken(qsizetype length)
{
    return QString(length, u'x');
}

} // namespace

class TestPaperLongTexts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void shortOnesStay();
    void longOnesSayWhatIsMissing();
    void aPairIsNotCut();
    void everyPlaceOfAPageIsBounded_data();
    void everyPlaceOfAPageIsBounded();
};

void TestPaperLongTexts::shortOnesStay()
{
    for (const QString &text : {QString(), unbroken(ShownCharacters), u"a\nb\nc"_s, QString(ShownLines - 1, u'\n')})
        QCOMPARE(shortenedText(text), text);
}

void TestPaperLongTexts::longOnesSayWhatIsMissing()
{
    QCOMPARE(shortenedText(unbroken(ShownCharacters + 7)), unbroken(ShownCharacters) + u"… (7 more characters)"_s);
    const QString lines = QString(60'000, u'\n');
    const QString shown = shortenedText(lines);
    QCOMPARE(shown.count(u'\n'), ShownLines - 1);
    QVERIFY(shown.endsWith(u"(59981 more characters)"_s));
}

void TestPaperLongTexts::aPairIsNotCut()
{
    QString text = unbroken(ShownCharacters - 1) + u"😀"_s + unbroken(10);
    QCOMPARE(shortenedText(text), unbroken(ShownCharacters - 1) + u"… (12 more characters)"_s);
}

void TestPaperLongTexts::everyPlaceOfAPageIsBounded_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("letters") << unbroken(Longest);
    QTest::newRow("digits") << QString(Longest, u'7');
    QTest::newRow("Chinese") << QString(Longest / 3, u'春');
    QTest::newRow("line breaks") << QString(60'000, u'\n');
    QTest::newRow("separators") << QString(60'000, QChar(QChar::LineSeparator));
    QTest::newRow("accents") << u"a"_s + QString(60'000, QChar(0x0301));
    QTest::newRow("joined") << QString(60'000, QChar(0x200D));
    QTest::newRow("from right to left") << QString(60'000, QChar(0x05D0));
}

void TestPaperLongTexts::everyPlaceOfAPageIsBounded()
{
    QFETCH(QString, text);
    QElapsedTimer clock;
    clock.start();
    const QByteArray pdf = pdfOf(text, 5, [&text](ReportWriter &writer) {
        ReportTable table;
        table.name = u"t"_s;
        table.title = text;
        table.columns = {{.title = text, .kind = ColumnKind::Text, .width = 0, .name = {}},
                         {.title = u"customer."_s + text, .kind = ColumnKind::Text, .width = 0, .name = {}},
                         {.title = u"Calls"_s, .kind = ColumnKind::Count, .width = 0, .name = {}}};
        table.charts = {{text, ReportChart::Shape::Bars, 0, {2}}};
        writer.beginTable(table);
        for (int row = 0; row < 5; ++row) {
            writer.text(text);
            writer.text(text);
            writer.count(row);
            writer.endRow();
        }
        writer.endTable();
    });
    QVERIFY2(clock.elapsed() < NeverMs, qPrintable(QString::number(clock.elapsed())));
    qInfo("%lld ms", clock.elapsed());
    QVERIFY(pdf.startsWith("%PDF"));
    QVERIFY(textOf(pdf).simplified().contains(u"more characters"_s));
}

QTEST_MAIN(TestPaperLongTexts)
#include "test_paper_long_texts.moc"
