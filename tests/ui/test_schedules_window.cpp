// SPDX-License-Identifier: GPL-3.0-or-later
// Scheduled reports under the window: made when they are due, with what the settings say, in a language of their own.
#include "report/report_language.h"
#include "report/schedule/schedule_runner.h"
#include "running_program.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

/// Was due at the last midnight.
ReportSchedule nightly(const QString &folder, const QString &language)
{
    const QTimeZone zone = QTimeZone::systemTimeZone();
    return {.name = language,
            .format = u"csv"_s,
            .language = language,
            .minuteOfDay = 0,
            .folder = folder,
            .fileName = u"{name} {report}"_s,
            .activeFrom = momentOf(QDate::currentDate(), 0, zone) - 1};
}

} // namespace

class TestSchedulesWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void dueReportsAreMadeInTheirLanguage_data()
    {
        QTest::addColumn<QString>("window");
        for (const QString &language : reportLanguages())
            QTest::newRow(qPrintable(language)) << language;
    }

    void dueReportsAreMadeInTheirLanguage()
    {
        QFETCH(const QString, window);
        const QTemporaryDir folder;
        const QString reports = folder.filePath(u"reports"_s);
        QVERIFY(QDir().mkpath(reports));
        {
            StoreWriter writer(StoreUrl::ofFile(folder.filePath(u"calls.db"_s)));
            QVERIFY(writer.startAndWait(nullptr));
            for (const QString &language : reportLanguages())
                writer.saveSchedule(nightly(reports, language), nullptr, {});
        }
        const Program program(folder.path(), window);
        const auto files = [&reports] { return QDir(reports).entryList(QDir::Files, QDir::Name); };
        QTRY_COMPARE_WITH_TIMEOUT(files(), (QStringList{u"en Calls.csv"_s, u"zh_CN 话单.csv"_s}), 20'000);
    }

    void closingEndsWhatIsGoing()
    {
        const QTemporaryDir folder;
        {
            StoreWriter writer(StoreUrl::ofFile(folder.filePath(u"calls.db"_s)));
            QVERIFY(writer.startAndWait(nullptr));
            writer.saveSchedule(nightly(folder.path(), u"en"_s), nullptr, {});
        }
        bool closed = false;
        {
            Program program(folder.path());
            QVERIFY(program.isShown());
            connect(&program.session.schedules(), &ScheduleRunner::runEnded, this, [&closed] { closed = true; });
            program.session.schedules().runNow(1);
            QTRY_VERIFY_WITH_TIMEOUT(closed || program.session.schedules().current(), 20'000);
        }
        QVERIFY(closed); // by the program's end at the latest
    }
};

QTEST_MAIN(TestSchedulesWindow)
#include "test_schedules_window.moc"
