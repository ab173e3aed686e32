// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/format.h"

#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

class TestFormat : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void writesRatesWithOneDecimal()
    {
        QCOMPARE(m_english.share({423, 1000}), u"42.3\u00a0%"_s);
        QCOMPARE(m_chinese.share({423, 1000}), u"42.3%"_s);
        QCOMPARE(m_english.share({0, 0}), u"–"_s);
        QCOMPARE(m_english.percent(0.415, 0), u"42\u00a0%"_s);
        QCOMPARE(m_english.decimal(1234.5), u"1,234.50"_s);
    }

    void writesDurations_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << 0LL << u"0:00"_s;
        QTest::newRow("the specification's example") << 21'400LL << u"0:21"_s;
        QTest::newRow("rounded up") << 59'500LL << u"1:00"_s;
        QTest::newRow("minutes") << 754'000LL << u"12:34"_s;
        QTest::newRow("an hour") << 3'600'000LL << u"1:00:00"_s;
        QTest::newRow("hours") << 36'061'000LL << u"10:01:01"_s;
        QTest::newRow("less than nothing") << -83'000LL << u"-1:23"_s;
        QTest::newRow("nearly nothing") << -400LL << u"0:00"_s;
    }
    void writesDurations()
    {
        QFETCH(qint64, ms);
        QFETCH(QString, text);
        QCOMPARE(m_english.duration(ms), text);
    }

    void writesFiguresByTheirUnit()
    {
        QCOMPARE(m_english.metric(Metric::Attempts, {12'345, 1}), u"12,345"_s);
        QCOMPARE(m_english.metric(Metric::Acd, {42'800, 2}), u"0:21"_s);
        QCOMPARE(m_english.metric(Metric::CallsPerMinute, {90, 60}), u"1.5"_s);
        QCOMPARE(m_english.metric(Metric::ConnectRate, {1, 3}), u"33.3\u00a0%"_s);
        QCOMPARE(m_english.metric(Metric::Acd, {0, 0}), u"–"_s);
        QCOMPARE(m_english.exactSeconds(21'400), u"21.4 s"_s);
    }

    void writesTimesInItsZone()
    {
        const qint64 hangup = 1'527'737'784'829;
        QCOMPARE(m_chinese.dateTime(hangup), u"2018-05-31 11:36:24"_s);
        QCOMPARE(m_english.dateTime(hangup), u"2018-05-31 03:36:24"_s);
        QCOMPARE(m_chinese.shortTime(hangup), u"11:36"_s);
        QCOMPARE(m_english.dateTime(0), u"–"_s);
    }

    void saysHowLongAgo()
    {
        QCOMPARE(m_english.ago(3'200), u"3 s ago"_s);
        QCOMPARE(m_english.ago(-500), u"0 s ago"_s);
        QCOMPARE(m_english.ago(120'000), u"2 min ago"_s);
        QCOMPARE(m_english.ago(7'200'000), u"2 h ago"_s);
        QCOMPARE(m_english.ago(172'800'000), u"2 d ago"_s);
    }

private:
    Format m_english{QLocale(QLocale::English), QTimeZone::utc()};
    Format m_chinese{QLocale(u"zh_CN"_s), QTimeZone("Asia/Shanghai")};
};

QTEST_GUILESS_MAIN(TestFormat)
#include "test_format.moc"
