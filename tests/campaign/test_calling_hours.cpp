// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/calling_hours.h"

#include <QDateTime>
#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

const QTimeZone Shanghai("Asia/Shanghai");
const QTimeZone NewYork("America/New_York");

qint64 at(const QString &local, const QTimeZone &zone = Shanghai)
{
    QDateTime time = QDateTime::fromString(local, Qt::ISODate);
    return QDateTime(time.date(), time.time(), zone).toMSecsSinceEpoch();
}

CallingHours hours(const QString &json)
{
    const auto parsed = CallingHours::parse(json);
    return parsed ? *parsed : CallingHours({CallingRange{}});
}

} // namespace

class TestCallingHours : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textAndBack()
    {
        const QString text = u"[{\"days\":[1,2,3,4,5],\"from\":\"09:00\",\"to\":\"20:00\"},"
                             "{\"days\":[6],\"from\":\"10:30\",\"to\":\"24:00\"}]"_s;
        const CallingHours read = hours(text);
        QCOMPARE(read.ranges().size(), 2);
        QCOMPARE(read.ranges().at(1), (CallingRange{{6}, 630, 1440}));
        QCOMPARE(hours(read.toJson()), read);
        QVERIFY(hours({}).isEmpty());
        QCOMPARE(CallingHours().toJson(), QString());
        QCOMPARE(hours(u"[{\"days\":[7,1,7],\"from\":\"22:00\",\"to\":\"00:00\"}]"_s).ranges().at(0),
                 (CallingRange{{1, 7}, 1320, 1440}));
    }

    void refusedTexts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("no JSON") << u"9 to 5"_s;
        QTest::newRow("object") << u"{}"_s;
        QTest::newRow("no days") << u"[{\"days\":[],\"from\":\"09:00\",\"to\":\"20:00\"}]"_s;
        QTest::newRow("day 8") << u"[{\"days\":[8],\"from\":\"09:00\",\"to\":\"20:00\"}]"_s;
        QTest::newRow("hour 25") << u"[{\"days\":[1],\"from\":\"25:00\",\"to\":\"20:00\"}]"_s;
        QTest::newRow("minute 60") << u"[{\"days\":[1],\"from\":\"09:60\",\"to\":\"20:00\"}]"_s;
        QTest::newRow("begins at 24:00") << u"[{\"days\":[1],\"from\":\"24:00\",\"to\":\"20:00\"}]"_s;
        QTest::newRow("no end") << u"[{\"days\":[1],\"from\":\"09:00\"}]"_s;
        QTest::newRow("short time") << u"[{\"days\":[1],\"from\":\"9:00\",\"to\":\"20:00\"}]"_s;
    }

    void refusedTexts()
    {
        QFETCH(const QString, text);
        QString error;
        QVERIFY(!CallingHours::parse(text, &error));
        QVERIFY(!error.isEmpty());
    }

    void halfOpenOnItsDays()
    {
        const CallingHours week = hours(u"[{\"days\":[1,2,3,4,5],\"from\":\"09:00\",\"to\":\"20:00\"}]"_s);
        QVERIFY(!week.contains(at(u"2026-11-20T08:59:59"_s), Shanghai)); // a Friday
        QVERIFY(week.contains(at(u"2026-11-20T09:00:00"_s), Shanghai));
        QVERIFY(week.contains(at(u"2026-11-20T19:59:59"_s), Shanghai));
        QVERIFY(!week.contains(at(u"2026-11-20T20:00:00"_s), Shanghai));
        QVERIFY(!week.contains(at(u"2026-11-21T12:00:00"_s), Shanghai)); // Saturday
        QVERIFY(!week.contains(at(u"2026-11-20T12:00:00"_s), NewYork)); // another zone's night
    }

    void acrossMidnight()
    {
        const CallingHours night = hours(u"[{\"days\":[5],\"from\":\"22:00\",\"to\":\"02:00\"}]"_s);
        QVERIFY(night.contains(at(u"2026-11-20T23:59:00"_s), Shanghai));
        QVERIFY(night.contains(at(u"2026-11-21T01:59:59"_s), Shanghai)); // begun on Friday
        QVERIFY(!night.contains(at(u"2026-11-21T02:00:00"_s), Shanghai));
        QVERIFY(!night.contains(at(u"2026-11-21T22:30:00"_s), Shanghai));
        QCOMPARE(night.openSince(at(u"2026-11-21T01:00:00"_s), Shanghai), at(u"2026-11-20T22:00:00"_s));
    }

    void acrossDaylightSaving()
    {
        // New York: clocks go back on 1 November 2026 at 02:00, and forward on 8 March 2026 at 02:00.
        const CallingHours night = hours(u"[{\"days\":[7],\"from\":\"00:00\",\"to\":\"04:00\"}]"_s);
        const qint64 back = at(u"2026-11-01T00:00:00"_s, NewYork);
        QVERIFY(night.contains(back + 5 * 3'600'000 - 1, NewYork)); // an hour more
        QVERIFY(!night.contains(back + 5 * 3'600'000, NewYork));
        const qint64 forward = at(u"2026-03-08T00:00:00"_s, NewYork);
        QVERIFY(night.contains(forward + 3 * 3'600'000 - 1, NewYork)); // an hour less
        QVERIFY(!night.contains(forward + 3 * 3'600'000, NewYork));
        QCOMPARE(night.openSince(forward + 2 * 3'600'000, NewYork), forward);
    }

    void touchingRangesAreOneStretch()
    {
        const CallingHours day = hours(u"[{\"days\":[5],\"from\":\"09:00\",\"to\":\"12:00\"},"
                                       "{\"days\":[5],\"from\":\"11:30\",\"to\":\"14:00\"},"
                                       "{\"days\":[5],\"from\":\"15:00\",\"to\":\"18:00\"}]"_s);
        QCOMPARE(day.openSince(at(u"2026-11-20T13:00:00"_s), Shanghai), at(u"2026-11-20T09:00:00"_s));
        QCOMPARE(day.openSince(at(u"2026-11-20T15:00:00"_s), Shanghai), at(u"2026-11-20T15:00:00"_s));
        QVERIFY(!day.openSince(at(u"2026-11-20T14:30:00"_s), Shanghai));
    }

    void roundTheClockLooksBackAWeek()
    {
        const CallingHours always = hours(u"[{\"days\":[1,2,3,4,5,6,7],\"from\":\"00:00\",\"to\":\"24:00\"}]"_s);
        const qint64 now = at(u"2026-11-20T13:00:00"_s);
        const auto since = always.openSince(now, Shanghai);
        QVERIFY(since);
        QVERIFY(*since <= now - 7 * 86'400'000LL && *since > now - 9 * 86'400'000LL);
        QCOMPARE(CallingHours().openSince(now, Shanghai), 0);
        QVERIFY(CallingHours().contains(now, Shanghai));
    }
};

QTEST_GUILESS_MAIN(TestCallingHours)
#include "test_calling_hours.moc"
