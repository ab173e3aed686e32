// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/figures/figures.h"
#include "record/figures/week_hours.h"

#include <QDateTime>
#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

qint64 at(const QString &local, const QTimeZone &zone)
{
    QDateTime time = QDateTime::fromString(local, u"yyyy-MM-dd HH:mm"_s);
    time.setTimeZone(zone);
    return time.toMSecsSinceEpoch();
}

} // namespace

class TestWeekHours : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void momentsHaveTheirHour_data()
    {
        QTest::addColumn<QByteArray>("zone");
        for (const char *zone : {"UTC", "Asia/Shanghai", "Asia/Kathmandu", "America/St_Johns"})
            QTest::newRow(zone) << QByteArray(zone);
    }

    void momentsHaveTheirHour()
    {
        QFETCH(const QByteArray, zone);
        const QTimeZone local(zone);
        QCOMPARE(weekHourOf(at(u"2026-11-22 09:59"_s, local), local), (WeekHour{6, 9}));
        QCOMPARE(weekHourOf(at(u"2026-11-23 00:00"_s, local), local), (WeekHour{0, 0}));
    }

    void everyMomentLiesInOneStretch_data() { momentsHaveTheirHour_data(); }

    void everyMomentLiesInOneStretch()
    {
        QFETCH(const QByteArray, zone);
        const QTimeZone local(zone);
        // Over the end of summer time of St John's, with ends that lie inside a quarter hour.
        const TimeRange range{at(u"2026-10-26 10:07"_s, local) + 5, at(u"2026-11-05 17:22"_s, local) + 7};
        qint64 covered = 0;
        QList<TimeRange> all;
        const WeekStretches stretches = weekStretches(range, local);
        for (int day = 0; day < WeekDays; ++day) {
            for (int hour = 0; hour < DayHours; ++hour) {
                for (const TimeRange &stretch :
                     stretches[static_cast<std::size_t>(day)][static_cast<std::size_t>(hour)]) {
                    all.append(stretch);
                    QVERIFY(stretch.from >= range.from && stretch.from < stretch.to && stretch.to <= range.to);
                    QCOMPARE(weekHourOf(stretch.from, local), (WeekHour{day, hour}));
                    QCOMPARE(weekHourOf(stretch.to - 1, local), (WeekHour{day, hour}));
                    covered += stretch.to - stretch.from;
                }
            }
        }
        QCOMPARE(covered, range.to - range.from);
        QCOMPARE(joined(all), QList<TimeRange>{range});
    }

    void anEmptyRangeHasNone()
    {
        for (const auto &day : weekStretches({7, 7}, QTimeZone::utc())) {
            for (const QList<TimeRange> &hour : day)
                QVERIFY(hour.isEmpty());
        }
        QVERIFY(joined({}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestWeekHours)
#include "test_week_hours.moc"
