// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/filter/call_filter.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

/// Times as people type them, and ranges.
class CallFilterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Asia/Shanghai"); }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void times_data();
    void times();
    void noTimes_data();
    void noTimes();
    void theLanguageDoesNotMatter();
    void rangesAreHalfOpen();
    void anEmptyFilterRestrictsNothing();
};

void CallFilterTest::times_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("time");
    QTest::newRow("offset") << u"2026-11-22T09:00+08:00"_s << qint64(1'795'309'200'000);
    QTest::newRow("other offset") << u"2026-11-22T02:00+01:00"_s << qint64(1'795'309'200'000);
    QTest::newRow("negative offset") << u"2026-11-21T20:30-04:30"_s << qint64(1'795'309'200'000);
    QTest::newRow("UTC") << u"2026-11-22T01:00Z"_s << qint64(1'795'309'200'000);
    QTest::newRow("seconds") << u"2026-11-22T01:00:30Z"_s << qint64(1'795'309'230'000);
    QTest::newRow("milliseconds") << u"2026-11-22T01:00:30.829Z"_s << qint64(1'795'309'230'829);
    QTest::newRow("local") << u"2026-11-22T09:00"_s << qint64(1'795'309'200'000);
    QTest::newRow("local with seconds") << u"2026-11-22T09:00:01"_s << qint64(1'795'309'201'000);
    QTest::newRow("date") << u"2026-11-22"_s << qint64(1'795'276'800'000);
    QTest::newRow("leap day") << u"2024-02-29"_s << qint64(1'709'136'000'000);
    QTest::newRow("before the epoch") << u"1969-12-31T23:59:59Z"_s << qint64(-1'000);
}

void CallFilterTest::times()
{
    QFETCH(QString, text);
    QTEST(parseTime(text).value_or(0), "time");
}

void CallFilterTest::noTimes_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text :
         {u""_s, u" "_s, u"yesterday"_s, u"2026"_s, u"2026-13-01"_s, u"2026-02-29"_s, u"2026-1-1"_s, u"22.11.2026"_s,
          u"11/22/2026"_s, u"2026-11-22T25:00"_s, u"2026-11-22T09:61"_s, u"2026-11-22x"_s, u"2026-11-22T09:00+08:00x"_s,
          u"2026-11-22T"_s, u"09:00"_s, u"1795309200000"_s, u"２０２６-１１-２２"_s})
        QTest::newRow(qPrintable(u"'%1'"_s.arg(text))) << text;
}

void CallFilterTest::noTimes()
{
    QFETCH(QString, text);
    QCOMPARE(parseTime(text), std::nullopt);
}

void CallFilterTest::theLanguageDoesNotMatter()
{
    const QLocale before;
    for (const QLocale &locale : {QLocale(QLocale::Chinese), QLocale(QLocale::Arabic), QLocale(QLocale::Thai)}) {
        QLocale::setDefault(locale);
        QCOMPARE(parseTime(u"2026-11-22T09:00+08:00"_s), std::optional<qint64>(1'795'309'200'000));
        QCOMPARE(parseTime(u"2026-11-22"_s), std::optional<qint64>(1'795'276'800'000));
    }
    QLocale::setDefault(before);
}

void CallFilterTest::rangesAreHalfOpen()
{
    const TimeRange range{100, 200};
    QVERIFY(range.contains(100) && range.contains(199));
    QVERIFY(!range.contains(99) && !range.contains(200));
    QVERIFY(!(TimeRange{100, 100}.contains(100)));
    QVERIFY(TimeRange{}.contains(0) && TimeRange{}.contains(8'999'999'999'999'999'999));
}

void CallFilterTest::anEmptyFilterRestrictsNothing()
{
    const CallFilter filter;
    QCOMPARE(filter, CallFilter{});
    QCOMPARE(filter.range, TimeRange{});
    QVERIFY(filter.taskIds.isEmpty() && filter.results.isEmpty() && !filter.answered && !filter.outbound);
    CallFilter other;
    other.results = {QString()};
    QVERIFY(!(other == filter));
}

QTEST_APPLESS_MAIN(CallFilterTest)
#include "test_call_filter.moc"
