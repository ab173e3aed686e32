// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/call/utc_time.h"
#include "schedule/schedule_times.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

qint64 utc(const QString &text)
{
    const QDateTime time = QDateTime::fromString(text + u'Z', Qt::ISODate);
    if (!time.isValid())
        qFatal("bad time in the test");
    return time.toMSecsSinceEpoch();
}

QString text(qint64 moment)
{
    return utcTime(moment).toString(u"yyyy-MM-ddTHH:mm"_s);
}

const QList<QByteArray> Zones{"Asia/Shanghai",     "Europe/Berlin",     "America/New_York",  "America/Havana",
                              "America/Sao_Paulo", "Asia/Kolkata",      "Asia/Beirut",       "Australia/Lord_Howe",
                              "Pacific/Apia",      "America/St_Johns",  "Africa/Casablanca", "UTC+05:45",
                              "Antarctica/Troll",  "Pacific/Kiritimati"};

ReportSchedule monthlyOn(int day)
{
    return {.rhythm = ScheduleRhythm::Monthly, .monthDay = day, .minuteOfDay = 0};
}

} // namespace

class TestScheduleTimes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void moments_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDate>("date");
        QTest::addColumn<int>("minute");
        QTest::addColumn<QString>("moment");
        const auto row = [](const char *name, const char *zone, QDate date, int minute, const QString &moment) {
            QTest::newRow(name) << QByteArray(zone) << date << minute << moment;
        };
        row("plain", "Asia/Shanghai", {2026, 11, 24}, 9 * 60, u"2026-11-24T01:00"_s);
        row("fixed", "UTC+05:45", {2026, 11, 24}, 0, u"2026-11-23T18:15"_s);
        row("summer", "Europe/Berlin", {2026, 7, 1}, 7 * 60, u"2026-07-01T05:00"_s);
        row("winter", "Europe/Berlin", {2026, 12, 1}, 7 * 60, u"2026-12-01T06:00"_s);
        row("left out", "Europe/Berlin", {2026, 3, 29}, 2 * 60 + 30, u"2026-03-29T01:00"_s);
        row("last before the gap", "Europe/Berlin", {2026, 3, 29}, 119, u"2026-03-29T00:59"_s);
        row("first after the gap", "Europe/Berlin", {2026, 3, 29}, 180, u"2026-03-29T01:00"_s);
        row("twice", "Europe/Berlin", {2026, 10, 25}, 2 * 60 + 30, u"2026-10-25T00:30"_s);
        row("after twice", "Europe/Berlin", {2026, 10, 25}, 180, u"2026-10-25T02:00"_s);
        row("midnight left out", "America/Sao_Paulo", {2018, 11, 4}, 0, u"2018-11-04T03:00"_s);
        row("midnight twice", "America/Havana", {2026, 11, 1}, 0, u"2026-11-01T04:00"_s);
        row("half an hour", "Australia/Lord_Howe", {2026, 10, 4}, 2 * 60 + 15, u"2026-10-03T15:30"_s);
        row("no such day", "Pacific/Apia", {2011, 12, 30}, 7 * 60, u"2011-12-30T10:00"_s);
        row("far ahead", "Europe/Berlin", {2090, 7, 1}, 0, u"2090-06-30T22:00"_s);
    }

    void moments()
    {
        QFETCH(const QByteArray, zone);
        QFETCH(const QDate, date);
        QFETCH(const int, minute);
        QFETCH(const QString, moment);
        QCOMPARE(text(momentOf(date, minute, QTimeZone(zone))), moment);
    }

    void days_data()
    {
        QTest::addColumn<int>("monthDay");
        QTest::addColumn<QList<int>>("days"); // of the months of 2027 and of February 2028
        QTest::newRow("1") << 1 << QList<int>{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
        QTest::newRow("30") << 30 << QList<int>{30, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 29};
        QTest::newRow("31") << 31 << QList<int>{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 29};
        QTest::newRow("last") << LastDayOfMonth << QList<int>{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 29};
    }

    void days()
    {
        QFETCH(const int, monthDay);
        QFETCH(const QList<int>, days);
        for (int month = 0; month < days.size(); ++month) {
            const QDate first = month < 12 ? QDate(2027, month + 1, 1) : QDate(2028, 2, 1);
            QList<int> found;
            for (QDate day = first; day.month() == first.month(); day = day.addDays(1)) {
                if (isScheduledOn(monthlyOn(monthDay), day))
                    found.append(day.day());
            }
            QCOMPARE(found, QList<int>{days.at(month)});
        }
    }

    void nextOnes()
    {
        const QTimeZone zone("Asia/Shanghai");
        const ReportSchedule daily{.minuteOfDay = 9 * 60};
        QCOMPARE(text(*nextDue(daily, utc(u"2026-11-24T00:59:59"_s), zone)), u"2026-11-24T01:00"_s);
        QCOMPARE(text(*nextDue(daily, utc(u"2026-11-24T01:00:00"_s), zone)), u"2026-11-25T01:00"_s);
        ReportSchedule weekly{.rhythm = ScheduleRhythm::Weekly, .weekDays = {1, 5}, .minuteOfDay = 9 * 60};
        QCOMPARE(text(*nextDue(weekly, utc(u"2026-11-24T02:00:00"_s), zone)), u"2026-11-27T01:00"_s);
        QCOMPARE(text(*nextDue(weekly, utc(u"2026-11-27T02:00:00"_s), zone)), u"2026-11-30T01:00"_s);
        weekly.weekDays.clear();
        QVERIFY(!nextDue(weekly, utc(u"2026-11-24T02:00:00"_s), zone));
        QVERIFY(dueRuns(weekly, 0, utc(u"2026-11-24T02:00:00"_s), zone, 31).dueAt.isEmpty());
        QCOMPARE(text(*nextDue(monthlyOn(31), utc(u"2027-01-31T20:00:00"_s), zone)), u"2027-02-27T16:00"_s);
    }

    void periods_data()
    {
        QTest::addColumn<SchedulePeriod>("period");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        // Seen from Tuesday, 2026-03-31 in Berlin, two days after the clocks went forward.
        QTest::newRow("yesterday") << SchedulePeriod::Yesterday << u"2026-03-29T22:00"_s << u"2026-03-30T22:00"_s;
        QTest::newRow("last week") << SchedulePeriod::LastWeek << u"2026-03-22T23:00"_s << u"2026-03-29T22:00"_s;
        QTest::newRow("last month") << SchedulePeriod::LastMonth << u"2026-01-31T23:00"_s << u"2026-02-28T23:00"_s;
        QTest::newRow("today") << SchedulePeriod::TodaySoFar << u"2026-03-30T22:00"_s << u"2026-03-31T16:15"_s;
        QTest::newRow("7 days") << SchedulePeriod::LastSevenDays << u"2026-03-23T23:00"_s << u"2026-03-30T22:00"_s;
    }

    void periods()
    {
        QFETCH(const SchedulePeriod, period);
        QFETCH(const QString, from);
        QFETCH(const QString, to);
        const ReportSchedule schedule{.period = period};
        const TimeRange range = periodOf(schedule, utc(u"2026-03-31T16:15:00"_s), QTimeZone("Europe/Berlin"));
        QCOMPARE(text(range.from), from);
        QCOMPARE(text(range.to), to);
    }

    void wholeDaysFollowEachOther_data()
    {
        QTest::addColumn<QByteArray>("zone");
        for (const QByteArray &zone : Zones)
            QTest::newRow(zone.constData()) << zone;
    }

    // Years in which some zone left out or repeated every odd thing that clocks do.
    void wholeDaysFollowEachOther()
    {
        QFETCH(const QByteArray, zone);
        const QTimeZone clocks(zone);
        QVERIFY(clocks.isValid());
        for (const int minute : {0, 1, 30, 2 * 60 + 30, 23 * 60 + 59}) {
            const ReportSchedule daily{.minuteOfDay = minute, .period = SchedulePeriod::Yesterday};
            for (const int year : {2010, 2011, 2018, 2026}) {
                qint64 covered = 0;
                qint64 at = utcMidnight(QDate(year, 1, 3)) + 12 * 3'600'000;
                const qint64 end = utcMidnight(QDate(year + 1, 1, 3)) + 12 * 3'600'000;
                while (at < end) {
                    const qint64 due = *nextDue(daily, at, clocks);
                    const TimeRange range = periodOf(daily, due, clocks);
                    QVERIFY2(covered == 0 || range.from == covered, qPrintable(text(due)));
                    QVERIFY(range.to <= due);
                    covered = range.to;
                    at = due;
                }
            }
        }
    }

    void missedOnesAreThoseThatWouldHaveCome_data() { wholeDaysFollowEachOther_data(); }

    void missedOnesAreThoseThatWouldHaveCome()
    {
        QFETCH(const QByteArray, zone);
        const QTimeZone clocks(zone);
        QRandomGenerator random(7);
        for (int round = 0; round < 60; ++round) {
            ReportSchedule schedule{.rhythm = static_cast<ScheduleRhythm>(random.bounded(3)),
                                    .weekDays = {1 + random.bounded(3), 5 + random.bounded(3)},
                                    .monthDay = random.bounded(32),
                                    .minuteOfDay = random.bounded(24 * 60)};
            const qint64 after = utc(u"2011-01-01T00:00:00"_s) + random.bounded(400'000) * 60'000LL;
            const qint64 until = after + random.bounded(200'000) * 60'000LL;
            QList<qint64> expected;
            for (qint64 at = *nextDue(schedule, after, clocks); at <= until; at = *nextDue(schedule, at, clocks))
                expected.append(at);
            const int most = 1 + random.bounded(40);
            const DueRuns runs = dueRuns(schedule, after, until, clocks, most);
            QCOMPARE(runs.dueAt, expected.last(std::min<qsizetype>(most, expected.size())));
            const qsizetype omitted = expected.size() - runs.dueAt.size();
            QCOMPARE(runs.omitted, omitted);
            if (omitted > 0) {
                QCOMPARE(runs.firstOmitted, expected.constFirst());
                QCOMPARE(runs.lastOmitted, expected.at(omitted - 1));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestScheduleTimes)
#include "test_schedule_times.moc"
