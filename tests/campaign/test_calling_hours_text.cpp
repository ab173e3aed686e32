// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/calling_hours_text.h"

#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

const QList<int> Workdays{1, 2, 3, 4, 5};
const QList<int> EveryDay{1, 2, 3, 4, 5, 6, 7};

} // namespace

class TestCallingHoursText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("plain"); // the same as callingHoursText() writes it
        QTest::newRow("nothing") << u"  "_s << QString();
        QTest::newRow("range of days") << u"Mon-Fri 09:00-20:00"_s << u"Mon–Fri 09:00–20:00"_s;
        QTest::newRow("long words") << u"monday – friday 9:00 – 20:00"_s << u"Mon–Fri 09:00–20:00"_s;
        QTest::newRow("two times") << u"Mon-Fri 09:00-12:00, 13:30-18:00"_s << u"Mon–Fri 09:00–12:00, 13:30–18:00"_s;
        QTest::newRow("two parts") << u"Mon-Fri 09:00-20:00; Sat,Sun 10:00-16:00"_s
                                   << u"Mon–Fri 09:00–20:00; Sat, Sun 10:00–16:00"_s;
        QTest::newRow("no days") << u"8:00-24:00"_s << u"daily 08:00–24:00"_s;
        QTest::newRow("until midnight") << u"daily 08:00-00:00"_s << u"daily 08:00–24:00"_s;
        QTest::newRow("over midnight") << u"Fri 22:00-02:00"_s << u"Fri 22:00–02:00"_s;
        QTest::newRow("around the week") << u"Sat-Mon 10:00-11:00"_s << u"Mon, Sat, Sun 10:00–11:00"_s;
        QTest::newRow("numbers") << u"1-5 09:00-20:00"_s << u"Mon–Fri 09:00–20:00"_s;
        QTest::newRow("Chinese") << u"周一至周五 09：00-12：00、13：30-18：00；周六、日 10:00~16:00"_s
                                 << u"Mon–Fri 09:00–12:00, 13:30–18:00; Sat, Sun 10:00–16:00"_s;
        QTest::newRow("short Chinese") << u"星期一到五 09:00至20:00"_s << u"Mon–Fri 09:00–20:00"_s;
        QTest::newRow("traditional") << u"週一至週五 09:00-20:00; 週末 10:00-16:00"_s
                                     << u"Mon–Fri 09:00–20:00; Sat, Sun 10:00–16:00"_s;
        QTest::newRow("words") << u"工作日 09:00-20:00; 周末 10:00-16:00"_s
                               << u"Mon–Fri 09:00–20:00; Sat, Sun 10:00–16:00"_s;
        QTest::newRow("as stored") << u"[{\"days\":[1,2],\"from\":\"09:00\",\"to\":\"20:00\"}]"_s
                                   << u"Mon, Tue 09:00–20:00"_s;
    }

    void reads()
    {
        QFETCH(QString, text);
        QString error;
        const auto hours = readCallingHours(text, &error);
        QVERIFY2(hours, qPrintable(error));
        QTEST(callingHoursText(*hours), "plain");
        QCOMPARE(readCallingHours(callingHoursText(*hours)), hours);
        QCOMPARE(CallingHours::parse(hours->toJson()), hours);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"Mon-Fri", "Mon-Fri 9-20", "Mon-Fri 09:00", "Mon-Fri 25:00-26:00", "Mon 24:00-10:00", "Mon 09:60-10:00",
              "8 09:00-10:00", "Someday 09:00-10:00", "Mon 09:00-10:00 foo", "Mon 09:00-10:00 Tue 11:00-12:00",
              "[{\"days\":[9],\"from\":\"1\",\"to\":\"2\"}]", "[", "Mon;;Tue 09:00-10:00"})
            QTest::newRow(text) << QString::fromUtf8(text);
        // letters that a pattern without regard to case takes for others
        for (const QString &text : {u"Mon-ſun 09:00-20:00"_s, u"ſun 09:00-20:00"_s, u"ſat-Mon 09:00-20:00"_s,
                                    u"Thurſday-ſaturday 09:00-20:00"_s})
            QTest::newRow(qPrintable(text)) << text;
        QTest::newRow("endless") << u"09:00-10:00;"_s.repeated(1'000);
        QTest::newRow("long") << u"x"_s.repeated(100'000);
    }

    void refuses()
    {
        QFETCH(QString, text);
        QString error;
        QVERIFY(!readCallingHours(text, &error));
        QVERIFY(!error.isEmpty());
        QVERIFY(error.size() < 300);
    }

    void meansWhatItSays()
    {
        const auto hours = readCallingHours(u"1-5 09:00-12:00; 22:00-02:00"_s);
        QVERIFY(hours);
        QCOMPARE(hours->ranges(), (QList<CallingRange>{{Workdays, 540, 720}, {EveryDay, 1320, 120}}));
    }
};

QTEST_GUILESS_MAIN(TestCallingHoursText)
#include "test_calling_hours_text.moc"
