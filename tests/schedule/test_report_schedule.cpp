// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedule/report_schedule.h"

#include "schedule/report_file_name.h"

#include <QDateTime>
#include <QDir>
#include <QRegularExpression>
#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

using ScheduleField = ScheduleProblem::Field;

Q_DECLARE_METATYPE(callboard::ReportSchedule)

namespace {

ReportSchedule good()
{
    return {.id = 4, .name = u"早报"_s, .folder = u"/srv/reports"_s, .activeFrom = 1'000};
}

QList<ScheduleField> fieldsOf(const ReportSchedule &schedule)
{
    QList<ScheduleField> fields;
    for (const ScheduleProblem &complaint : validate(schedule)) {
        if (!complaint.text.endsWith(u'.'))
            qWarning("a complaint is a sentence");
        fields.append(complaint.field);
    }
    return fields;
}

} // namespace

class TestReportSchedule : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void jsonKeepsEverything()
    {
        ReportSchedule schedule{.id = 0,
                                .name = u"每周 \"A\""_s,
                                .enabled = false,
                                .report = u"dossier"_s,
                                .format = u"pdf"_s,
                                .language = u"zh_CN"_s,
                                .taskIds = {u"7"_s, u""_s},
                                .filter = {},
                                .meaningsOfTheirTime = true,
                                .columns = {u"call_uuid"_s},
                                .personalColumns = {u"姓名"_s},
                                .revealed = true,
                                .rhythm = ScheduleRhythm::Weekly,
                                .weekDays = {1, 5},
                                .monthDay = LastDayOfMonth,
                                .minuteOfDay = 1439,
                                .period = SchedulePeriod::LastWeek,
                                .folder = u"/srv/报表"_s,
                                .fileName = u"{report}"_s,
                                .activeFrom = 1'790'000'000'123};
        schedule.filter.answered = false;
        schedule.filter.results = {u"0"_s, u""_s};
        schedule.filter.talkAtLeastMs = 30'000;
        schedule.filter.numberContains = u"138"_s;
        schedule.filter.direction = 2;
        schedule.filter.choices = {{u"success"_s, {}}};
        schedule.filter.drill.customerColumn = u"城市"_s;
        schedule.filter.drill.customerValues = {u"武汉"_s};
        QCOMPARE(scheduleFromJson(scheduleToJson(schedule)), schedule);
        QVERIFY(scheduleToJson(schedule).contains(u"\"version\":1"_s));
        for (const auto rhythm : {ScheduleRhythm::Daily, ScheduleRhythm::Weekly, ScheduleRhythm::Monthly}) {
            schedule.rhythm = rhythm;
            QCOMPARE(scheduleFromJson(scheduleToJson(schedule))->rhythm, rhythm);
        }
        for (const auto period : {SchedulePeriod::Yesterday, SchedulePeriod::LastWeek, SchedulePeriod::LastMonth,
                                  SchedulePeriod::TodaySoFar, SchedulePeriod::LastSevenDays}) {
            schedule.period = period;
            QCOMPARE(scheduleFromJson(scheduleToJson(schedule))->period, period);
        }
    }

    void jsonIsReadLeniently()
    {
        const auto empty = scheduleFromJson(u"{}"_s);
        QVERIFY(empty);
        QCOMPARE(*empty, ReportSchedule());
        const auto odd = scheduleFromJson(
            u"{\"version\":9,\"colour\":1,\"weekDays\":[9,3,3,1,\"x\"],\"monthDay\":99,\"minuteOfDay\":-5,"
            "\"enabled\":\"yes\",\"taskIds\":7}"_s);
        QVERIFY(odd);
        QCOMPARE(odd->weekDays, (QList<int>{1, 3}));
        QCOMPARE(odd->monthDay, 31);
        QCOMPARE(odd->minuteOfDay, 0);
        QVERIFY(odd->enabled);
        QVERIFY(odd->taskIds.isEmpty());
        QVERIFY(!odd->revealed);
    }

    void jsonOfAnotherProgramIsRefused()
    {
        for (const QString &text :
             {u""_s, u"[]"_s, u"null"_s, u"{"_s, u"{\"rhythm\":\"hourly\"}"_s, u"{\"period\":\"next-week\"}"_s,
              u"{\"rhythm\":1}"_s, u"{\"filter\":{\"answered\":true,\"mood\":1}}"_s})
            QVERIFY2(!scheduleFromJson(text), qPrintable(text));
    }

    void whatLasts()
    {
        CallFilter filter;
        filter.answered = true;
        filter.callee = u"13800138000"_s;
        filter.choices = {{u"success"_s, {{{u"7"_s}, {}, {u"0"_s}, {}, {}}}}};
        CallFilter lasting = filter;
        lasting.choices = {{u"success"_s, {}}};
        filter.range = {1, 2};
        filter.taskIds = {u"7"_s};
        filter.uuid = u"abc"_s;
        filter.contactId = 9;
        filter.drill.stretches = {{1, 2}};
        QCOMPARE(reusableFilter(filter), lasting);
    }

    void statesHaveWords()
    {
        for (const auto state : {RunState::Running, RunState::Done, RunState::Failed, RunState::Cancelled,
                                 RunState::Interrupted, RunState::Skipped}) {
            QVERIFY(!runStateWord(state).isEmpty());
            QCOMPARE(runStateOf(runStateWord(state)), state);
        }
        QCOMPARE(runStateOf(u"melted"_s), RunState::Failed);
    }

    void complaints_data()
    {
        QTest::addColumn<ReportSchedule>("schedule");
        QTest::addColumn<QList<ScheduleField>>("fields");
        const auto row = [](const char *name, auto change, const QList<ScheduleField> &fields) {
            ReportSchedule schedule = good();
            change(schedule);
            QTest::newRow(name) << schedule << fields;
        };
        row("good", [](ReportSchedule &) {}, {});
        row("no name", [](ReportSchedule &s) { s.name = u" "_s; }, {ScheduleField::Name});
        row("long name", [](ReportSchedule &s) { s.name = QString(101, u'x'); }, {ScheduleField::Name});
        row("no report", [](ReportSchedule &s) { s.report.clear(); }, {ScheduleField::Report});
        row("no format", [](ReportSchedule &s) { s.format.clear(); }, {ScheduleField::Format});
        row("no weekday", [](ReportSchedule &s) { s.rhythm = ScheduleRhythm::Weekly, s.weekDays.clear(); },
            {ScheduleField::Days});
        row("eighth day", [](ReportSchedule &s) { s.rhythm = ScheduleRhythm::Weekly, s.weekDays = {8}; },
            {ScheduleField::Days});
        row("weekdays do not matter", [](ReportSchedule &s) { s.weekDays.clear(); }, {});
        row("32nd", [](ReportSchedule &s) { s.rhythm = ScheduleRhythm::Monthly, s.monthDay = 32; },
            {ScheduleField::MonthDay});
        row("last day", [](ReportSchedule &s) { s.rhythm = ScheduleRhythm::Monthly, s.monthDay = LastDayOfMonth; }, {});
        row("24:00", [](ReportSchedule &s) { s.minuteOfDay = 1440; }, {ScheduleField::Time});
        row("no folder", [](ReportSchedule &s) { s.folder.clear(); }, {ScheduleField::Folder});
        row("relative folder", [](ReportSchedule &s) { s.folder = u"reports"_s; }, {ScheduleField::Folder});
        row("no file", [](ReportSchedule &s) { s.fileName.clear(); }, {ScheduleField::FileName});
        row("path as file", [](ReportSchedule &s) { s.fileName = u"a/{to}"_s; }, {ScheduleField::FileName});
        row("all at once", [](ReportSchedule &s) { s.name.clear(), s.folder.clear(); },
            {ScheduleField::Name, ScheduleField::Folder});
    }

    void complaints()
    {
        QFETCH(const ReportSchedule, schedule);
        QFETCH(const QList<ScheduleField>, fields);
        QCOMPARE(fieldsOf(schedule), fields);
    }

    void beginsWhereItsTimesBegin()
    {
        const ReportSchedule before = good();
        QCOMPARE(withActivationTime(before, std::nullopt, 5'000).activeFrom, 5'000);
        ReportSchedule renamed = before;
        renamed.name = u"x"_s;
        renamed.period = SchedulePeriod::LastWeek;
        QCOMPARE(withActivationTime(renamed, before, 5'000).activeFrom, 1'000);
        ReportSchedule later = before;
        later.minuteOfDay += 1;
        QCOMPARE(withActivationTime(later, before, 5'000).activeFrom, 5'000);
        ReportSchedule off = before;
        off.enabled = false;
        QCOMPARE(withActivationTime(off, before, 5'000).activeFrom, 1'000);
        QCOMPARE(withActivationTime(before, off, 5'000).activeFrom, 5'000);
    }

    void fileNames_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("campaign");
        QTest::addColumn<QString>("file");
        const auto row = [](const char *what, const QString &pattern, const QString &file, const QString &name = u"N"_s,
                            const QString &campaign = u"C"_s) {
            QTest::newRow(what) << pattern << name << campaign << file;
        };
        row("all words", u"{name} {report} {campaign} {from} {to} {date} {time}"_s,
            u"N 话单 C 2026-11-16 2026-11-22 2026-11-23 0705.xlsx"_s);
        row("no words", u"calls"_s, u"calls.xlsx"_s);
        row("unknown words stay", u"{week} {}"_s, u"{week} {}.xlsx"_s);
        row("words in names are not read", u"{name}"_s, u"{folder} {to}.xlsx"_s, u"{folder} {to}"_s);
        row("ending once", u"calls.XLSX"_s, u"calls.xlsx"_s);
        row("other ending", u"calls.csv"_s, u"calls.csv.xlsx"_s);
        row("all campaigns", u"{campaign}"_s, u"all.xlsx"_s, u"N"_s, u""_s);
        row("up", u"{campaign}"_s, u"_.._etc_passwd.xlsx"_s, u"N"_s, u"../../etc/passwd"_s);
        row("absolute", u"{campaign}"_s, u"_etc_passwd.xlsx"_s, u"N"_s, u"/etc/passwd"_s);
        row("windows", u"{campaign}"_s, u"C_a_b.xlsx"_s, u"N"_s, u"C:\\a|b"_s);
        row("dots only", u"{name}"_s, u"report.xlsx"_s, u".."_s);
        row("hidden", u"{name}"_s, u"hidden.xlsx"_s, u".hidden"_s);
        row("nothing left", u"{name}"_s, u"report.xlsx"_s, u" . "_s);
        row("control characters", u"{name}"_s, u"a_b_c.xlsx"_s, u"a\n\tb\u202Ec"_s);
        row("nul", u"{name}"_s, u"a_b.xlsx"_s, u"a\0b"_s);
        row("device", u"{name}"_s, u"_CON.xlsx"_s, u"CON"_s);
        row("device with dot", u"{name}"_s, u"_com1.x.xlsx"_s, u"com1.x"_s);
        row("no device", u"{name}"_s, u"console.xlsx"_s, u"console"_s);
    }

    void fileNames()
    {
        QFETCH(const QString, pattern);
        QFETCH(const QString, name);
        QFETCH(const QString, campaign);
        QFETCH(const QString, file);
        const QTimeZone zone("Asia/Shanghai");
        const auto at = [&](int day, int hour, int minute) {
            return QDateTime(QDate(2026, 11, day), QTime(hour, minute), zone).toMSecsSinceEpoch();
        };
        ReportSchedule schedule = good();
        schedule.name = name;
        schedule.fileName = pattern;
        ReportRun run;
        run.dueAt = at(23, 7, 5);
        run.range = {at(16, 0, 0), at(23, 0, 0)};
        const QString result = reportFileName(schedule, run, {u"话单"_s, campaign}, zone);
        QCOMPARE(result, file);
        // Whatever it is made of, it stays in its folder.
        const QString path = QDir::cleanPath(u"/srv/reports/"_s + result);
        QCOMPARE(path.section(u'/', 0, -2), u"/srv/reports"_s);
    }

    void longNamesAreCut()
    {
        const QString name = harmlessFileName(QString(400, QChar(u'话')));
        QCOMPARE(name, QString(60, QChar(u'话')));
        const QString faces = harmlessFileName(u"😀"_s.repeated(100));
        QCOMPARE(faces, u"😀"_s.repeated(45));
        QVERIFY(!harmlessFileName(QString(QChar(0xD83D))).contains(QChar(0xD83D)));
    }

    void longNamesKeepTheirDays_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("campaign");
        QTest::newRow("name") << u"{name} {to}"_s << QString(400, QChar(u'话')) << u"A"_s;
        QTest::newRow("campaigns") << u"{campaign} {to} {time}"_s << u"N"_s << QString(300, QChar(u'c'));
        QTest::newRow("all") << u"{name} {report} {campaign} {from} {to} {date} {time}"_s << u"😀"_s.repeated(90)
                             << QString(300, QChar(u'号'));
    }

    /// Two days, and two schedules that begin alike, have files of their own.
    void longNamesKeepTheirDays()
    {
        QFETCH(const QString, pattern);
        QFETCH(const QString, name);
        QFETCH(const QString, campaign);
        ReportSchedule schedule = good();
        schedule.fileName = pattern;
        QSet<QString> files;
        for (const QString &end : {u"a"_s, u"b"_s}) {
            schedule.name = name + end;
            for (const qint64 day : {0, 1}) {
                ReportRun run;
                run.dueAt = (20'000 + day) * 86'400'000;
                run.range = {run.dueAt - 86'400'000, run.dueAt};
                const QString file = reportFileName(schedule, run, {u"R"_s, campaign + end}, QTimeZone::utc());
                const QString last =
                    QDateTime::fromMSecsSinceEpoch(run.dueAt - 1, QTimeZone::utc()).date().toString(Qt::ISODate);
                QVERIFY2(file.contains(last), qPrintable(file));
                QVERIFY2(file.toUtf8().size() <= 190 && file.endsWith(u".xlsx"_s), qPrintable(file));
                files.insert(file);
                const QString other = otherFileName(file, run, QTimeZone::utc());
                QVERIFY2(other.toUtf8().size() <= 190 && other.endsWith(u".xlsx"_s), qPrintable(other));
                QVERIFY(!files.contains(other));
            }
        }
        QCOMPARE(files.size(), 4);
    }

    void endings()
    {
        ReportSchedule schedule = good();
        schedule.fileName = u"x"_s;
        for (const auto &[format, ending] :
             {std::pair{u"csv"_s, u"x.csv"_s}, std::pair{u"csv-raw"_s, u"x.csv"_s}, std::pair{u"pdf"_s, u"x.pdf"_s}}) {
            schedule.format = format;
            QCOMPARE(reportFileName(schedule, {}, {}, QTimeZone::utc()), ending);
        }
    }
};

QTEST_GUILESS_MAIN(TestReportSchedule)
#include "test_report_schedule.moc"
