// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/view_state.h"

#include "record/figures/figures.h"

#include <QDateTime>
#include <QSignalSpy>
#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

class TestViewState : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void daysAreLocalDays_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("now");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        const auto row = [](const char *name, const char *zone, const char *now, PeriodKind kind, const char *from,
                            const char *to) {
            QTest::newRow(name) << QByteArray(zone) << QString::fromLatin1(now) << static_cast<int>(kind)
                                << QString::fromLatin1(from) << QString::fromLatin1(to);
        };
        row("today in Shanghai", "Asia/Shanghai", "2026-11-22T17:00:00Z", PeriodKind::Today, "2026-11-22T16:00:00Z",
            "2026-11-23T16:00:00Z");
        row("yesterday in India", "Asia/Kolkata", "2026-11-22T17:00:00Z", PeriodKind::Yesterday, "2026-11-20T18:30:00Z",
            "2026-11-21T18:30:00Z");
        row("today has 23 hours in spring", "Europe/Berlin", "2026-03-29T12:00:00Z", PeriodKind::Today,
            "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z");
        row("today has 25 hours in autumn", "Europe/Berlin", "2026-10-25T12:00:00Z", PeriodKind::Today,
            "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z");
        row("seven days over the change", "Europe/Berlin", "2026-10-27T12:00:00Z", PeriodKind::Last7Days,
            "2026-10-20T22:00:00Z", "2026-10-27T23:00:00Z");
    }
    void daysAreLocalDays()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QString, now);
        QFETCH(int, kind);
        QFETCH(QString, from);
        QFETCH(QString, to);
        const TimeRange range = Period{static_cast<PeriodKind>(kind), {}}.resolve(ms(now), QTimeZone(zone));
        QCOMPARE(range.from, ms(from));
        QCOMPARE(range.to, ms(to));
    }

    void rollingPeriodsHoldTheCurrentBucket()
    {
        const qint64 now = ms(u"2026-11-22T17:07:31Z"_s);
        const TimeRange quarter = Period{PeriodKind::Last15Minutes, {}}.resolve(now, QTimeZone::utc());
        QCOMPARE(quarter.from, ms(u"2026-11-22T16:53:00Z"_s));
        QVERIFY(quarter.to > now);
        const TimeRange day = Period{PeriodKind::Last24Hours, {}}.resolve(now, QTimeZone::utc());
        QCOMPARE(day.from, ms(u"2026-11-21T17:15:00Z"_s));
        QCOMPARE(day.from % QuarterMs, 0);
    }

    void bucketsFitTheLength()
    {
        const qint64 now = ms(u"2026-11-22T17:07:31Z"_s);
        const QTimeZone utc = QTimeZone::utc();
        QCOMPARE((Period{PeriodKind::LastHour, {}}.bucketMs(now, utc)), MinuteMs);
        QCOMPARE((Period{PeriodKind::Today, {}}.bucketMs(now, utc)), QuarterMs);
        QCOMPARE((Period{PeriodKind::Last7Days, {}}.bucketMs(now, utc)), HourMs);
        QCOMPARE((Period{PeriodKind::Last7Days, {}}.bucketMs(now, QTimeZone("Asia/Kolkata"))), QuarterMs);
        QCOMPARE((Period{PeriodKind::Custom, {0, 2 * HourMs}}.bucketMs(now, utc)), MinuteMs);
        QCOMPARE((Period{PeriodKind::Custom, {0, 365 * DayMs}}.bucketMs(now, utc)), DayMs);
    }

    void saysOnlyRealChanges()
    {
        ViewState view;
        QSignalSpy changed(&view, &ViewState::changed);
        view.setPeriod({});
        view.setTaskIds({});
        QCOMPARE(changed.size(), 0);
        view.setPeriod({PeriodKind::LastHour, {}});
        view.setTaskIds({u"1001"_s});
        QCOMPARE(changed.size(), 2);
        QVERIFY(view.period().isRolling());
        QVERIFY(!(Period{PeriodKind::Yesterday, {}}.isRolling()));
    }

private:
    static qint64 ms(const QString &iso) { return QDateTime::fromString(iso, Qt::ISODate).toMSecsSinceEpoch(); }
};

QTEST_GUILESS_MAIN(TestViewState)
#include "test_view_state.moc"
