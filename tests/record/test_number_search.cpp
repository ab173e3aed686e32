// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/call/number_search.h"

#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

class TestNumberSearch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void numbers_data();
    void numbers();
    void everyShortPieceIsVisible();
    void texts_data();
    void texts();
};

void TestNumberSearch::numbers_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("found");
    const auto row = [](const QString &number, const QString &typed, bool found) {
        QTest::addRow("%s by %s", qPrintable(number), qPrintable(typed)) << number << typed << found;
    };
    row(u"19961191191"_s, u"6119"_s, false); // covered
    row(u"19961191191"_s, u"199"_s, true);
    row(u"19961191191"_s, u"1191"_s, true);
    row(u"19961191191"_s, u"9961191"_s, true); // who knows seven digits knows the number
    row(u"19961191191"_s, u"199****1191"_s, true); // as it is shown
    row(u"19961191191"_s, u"199****1192"_s, false);
    row(u"19900000001"_s, u"199 0000 0001"_s, true);
    row(u"19900000001"_s, u"199-0000-0001"_s, true);
    row(u"19900000001"_s, u"+86 199 0000 0001"_s, true);
    row(u"19900000001"_s, u"0086-19900000001"_s, true);
    row(u"19900000001"_s, u"8619900000001"_s, true);
    row(u"19900000001"_s, u"１９９０００００００１"_s, true);
    row(u"19900000001"_s, u"＋８６１９９０００００００１"_s, true);
    row(u"+8619900000001"_s, u"19900000001"_s, true);
    row(u"199-0000-0001"_s, u"19900000001"_s, true);
    row(u"（0551）9686 6001"_s, u"055196866001"_s, true);
    row(u"199-6119-1191"_s, u"6119"_s, false);
    row(u"10086"_s, u"10086"_s, true);
    row(u"10086"_s, u"008"_s, false);
    row(u"sip:alice@example.net"_s, u"Alice"_s, true);
    row(u"sip:alice@example.net"_s, u"bob"_s, false);
    row(u"19900000001"_s, u"2"_s, false);
}

void TestNumberSearch::numbers()
{
    QFETCH(QString, number);
    QFETCH(QString, typed);
    const NumberSearch search(typed);
    QTEST(search.findsNumber(number), "found");
    QTEST(search.findsNumber(QByteArrayView(number.toUtf8())), "found");
}

/// Whatever piece of fewer than seven digits is tried, it tells no more than what is shown.
void TestNumberSearch::everyShortPieceIsVisible()
{
    const QString number = u"13824570916"_s, shown = u"138****0916"_s;
    for (qsizetype from = 0; from < number.size(); ++from) {
        for (qsizetype size = 1; size < 7 && from + size <= number.size(); ++size) {
            const QString piece = number.mid(from, size);
            QCOMPARE(NumberSearch(piece).findsNumber(number), shown.contains(piece));
        }
    }
}

void TestNumberSearch::texts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("found");
    QTest::newRow("name") << uR"(["张三","19961191191"])"_s << u"张三"_s << true;
    QTest::newRow("covered") << uR"(["张三","19961191191"])"_s << u"6119"_s << false;
    QTest::newRow("covered, with a dash") << uR"(["199-6119-1191"])"_s << u"-6119"_s << false;
    QTest::newRow("end") << uR"(["张三","19961191191"])"_s << u"1191"_s << true;
    QTest::newRow("short value") << uR"(["VIP3","2号店"])"_s << u"VIP3"_s << true;
    QTest::newRow("whole") << uR"(["19961191191"])"_s << u"19961191191"_s << true;
}

void TestNumberSearch::texts()
{
    QFETCH(QString, text);
    QFETCH(QString, typed);
    QTEST(NumberSearch(typed).mayFindIn(text), "found");
}

QTEST_APPLESS_MAIN(TestNumberSearch)
#include "test_number_search.moc"
