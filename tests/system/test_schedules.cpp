// SPDX-License-Identifier: GPL-3.0-or-later
// Scheduled reports without a window: made by the receiver when they are due, listed and made by callboardctl.
#include "programs.h"
#include "schedule/schedule_times.h"
#include "store/write/store_writer.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

QString pdfText(const QString &file)
{
    QProcess reader;
    reader.start(u"pdftotext"_s, {u"-layout"_s, file, u"-"_s});
    reader.waitForFinished();
    return QString::fromUtf8(reader.readAllStandardOutput());
}

} // namespace

class TestSchedules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_dir.reset(); }
    void theReceiverMakesWhatIsDue();
    void theReceiverMakesPagesWithoutADisplay();
    void aKilledReceiverMakesItAgain();
    void failuresAreTold();
    void oneIsMadeBesideTheReceiver();
    void wrongOnesAreSaid();
    void filtersAreListedCovered();

private:
    QString storeFile() const { return m_dir->filePath(u"store.db"_s); }
    QString store() const { return u"sqlite:"_s + storeFile(); }
    QString folder() const { return m_dir->filePath(u"reports"_s); }
    ReportSchedule schedule() const;
    void write(const ReportSchedule &schedule, const std::optional<ReportRun> &run = {}) const;
    QJsonObject listed() const;
    QString lastState() const { return listed().value("last_run"_L1).toObject().value("state"_L1).toString(); }
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestSchedules::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir().mkpath(folder()));
}

/// Was due at the last midnight, whenever that was.
ReportSchedule TestSchedules::schedule() const
{
    const QTimeZone zone = QTimeZone::systemTimeZone();
    const qint64 midnight = momentOf(QDate::currentDate(), 0, zone);
    return {.name = u"夜报"_s,
            .format = u"csv"_s,
            .minuteOfDay = 0,
            .folder = folder(),
            .fileName = u"{name}"_s,
            .activeFrom = midnight - 1};
}

void TestSchedules::write(const ReportSchedule &schedule, const std::optional<ReportRun> &run) const
{
    StoreWriter writer(StoreUrl::ofFile(storeFile()));
    QString error;
    QVERIFY2(writer.startAndWait(&error), qPrintable(error));
    writer.saveSchedule(schedule, nullptr, {});
    if (run)
        writer.saveRun(*run, nullptr, {});
    writer.stop();
}

QJsonObject TestSchedules::listed() const
{
    const Outcome outcome = runCtl({u"schedules"_s, u"--json"_s, u"--store"_s, store()});
    return outcome.json().object().value("schedules"_L1).toArray().at(0).toObject();
}

void TestSchedules::theReceiverMakesWhatIsDue()
{
    write(schedule());
    QCOMPARE(listed().value("last_run"_L1), QJsonValue());
    QVERIFY(!listed().value("next_due"_L1).toString().isEmpty());
    ServeProcess serve;
    QVERIFY(serve.start(store()));
    QTRY_COMPARE_WITH_TIMEOUT(lastState(), u"done"_s, 30'000);
    const QJsonObject run = listed().value("last_run"_L1).toObject();
    QCOMPARE(run.value("file"_L1).toString(), folder() + u"/夜报.csv"_s);
    QCOMPARE(run.value("rows"_L1).toInteger(), 0);
    QCOMPARE(run.value("by_hand"_L1).toBool(), false);
    QVERIFY(QFile::exists(folder() + u"/夜报.csv"_s));
    QCOMPARE(serve.terminate(), 0);
    const QByteArray log = serve.errors();
    QVERIFY2(log.contains("Scheduled report 1 (calls, due "), log.constData());
    QVERIFY2(!log.contains("夜报"), log.constData());
    const Outcome text = runCtl({u"schedules"_s, u"--store"_s, store()});
    QCOMPARE(text.code, 0);
    QVERIFY2(text.out.contains("夜报\tcalls\tnext ") && text.out.contains("last done\t"), text.out.constData());
}

/// Fonts belong to the part of Qt that wants a display: there is none here, though the environment speaks of one.
void TestSchedules::theReceiverMakesPagesWithoutADisplay()
{
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR"})
        qunsetenv(name);
    for (const auto &[name, value] : {std::pair("QT_QPA_PLATFORM", "xcb"), std::pair("QT_QPA_PLATFORMTHEME", "gtk3")})
        qputenv(name, value);
    QCOMPARE(runCtl({u"seed"_s, u"--store"_s, store(), u"--calls"_s, u"900"_s, u"--days"_s, u"3"_s}).code, 0);
    ReportSchedule pages = schedule();
    pages.report = u"tasks"_s;
    pages.format = u"pdf"_s;
    pages.language = u"zh_CN"_s;
    pages.filter.excludedCallees = {u"13800138000"_s};
    pages.filter.numberContains = u"1"_s;
    write(pages);
    ServeProcess serve;
    QVERIFY(serve.start(store()));
    QTRY_VERIFY_WITH_TIMEOUT(!lastState().isEmpty() && lastState() != u"running"_s, 30'000);
    const QJsonObject run = listed().value("last_run"_L1).toObject();
    QCOMPARE(run.value("message"_L1).toString(), QString());
    QCOMPARE(run.value("state"_L1).toString(), u"done"_s);
    const QString text = pdfText(folder() + u"/夜报.pdf"_s);
    const QJsonObject totals = runCtl({u"totals"_s, u"--json"_s, u"--store"_s, store(), u"--from"_s,
                                       run.value("from"_L1).toString(), u"--to"_s, run.value("to"_L1).toString()})
                                   .json()
                                   .object();
    const qint64 calls = totals.value("calls"_L1).toInteger();
    QVERIFY(calls > 100);
    for (const QString &word : {u"接通率"_s, u"第 1 页"_s, u"不含一个被叫号码"_s, QString::number(calls),
                                QString::number(totals.value("answered"_L1).toInteger())})
        QVERIFY2(text.contains(word), qPrintable(word + u'\n' + text));

    const Outcome byHand = runCtl({u"schedules"_s, u"--run"_s, u"1"_s, u"--store"_s, store()});
    QVERIFY2(byHand.code == 0, byHand.err.constData());
    QCOMPARE(byHand.err, QByteArray());
    QVERIFY(pdfText(folder() + u"/夜报.pdf"_s).contains(u"接通率"_s));
    QCOMPARE(serve.terminate(), 0);
    const QByteArray log = serve.errors();
    QCOMPARE(log.count('\n'), 2); // the run, and the end
}

void TestSchedules::aKilledReceiverMakesItAgain()
{
    const ReportSchedule due = schedule();
    write(due, ReportRun{.scheduleId = 1, .dueAt = due.activeFrom + 1, .startedAt = due.activeFrom + 2});
    QCOMPARE(lastState(), u"running"_s);
    ServeProcess serve;
    QVERIFY(serve.start(store()));
    QTRY_COMPARE_WITH_TIMEOUT(lastState(), u"done"_s, 30'000);
    QCOMPARE(listed().value("last_run"_L1).toObject().value("attempt"_L1).toInt(), 2);
}

void TestSchedules::failuresAreTold()
{
    ReportSchedule nowhere = schedule();
    nowhere.folder += u"/gone"_s;
    write(nowhere);
    ServeProcess serve;
    QVERIFY(serve.start(store()));
    QTRY_COMPARE_WITH_TIMEOUT(lastState(), u"failed"_s, 30'000);
    const QJsonObject run = listed().value("last_run"_L1).toObject();
    QVERIFY(run.value("message"_L1).toString().contains(u"/gone"_s));
    QVERIFY(QDir(folder()).isEmpty());
    QCOMPARE(serve.terminate(), 0);
    QVERIFY(serve.errors().contains(": failed. "));
}

void TestSchedules::oneIsMadeBesideTheReceiver()
{
    ReportSchedule off = schedule();
    off.enabled = false;
    off.period = SchedulePeriod::TodaySoFar;
    off.language = u"zh_CN"_s;
    write(off);
    ServeProcess serve;
    QVERIFY(serve.start(store()));
    const Outcome made = runCtl({u"schedules"_s, u"--run"_s, u"1"_s, u"--store"_s, store()});
    QVERIFY2(made.code == 0, made.err.constData());
    QCOMPARE(made.out, QByteArray("Wrote 0 rows to ") + folder().toUtf8() + "/夜报.csv.\n");
    QVERIFY(QFile::exists(folder() + u"/夜报.csv"_s));
    QCOMPARE(lastState(), u"done"_s);
    QVERIFY(listed().value("last_run"_L1).toObject().value("by_hand"_L1).toBool());
    const Outcome again = runCtl({u"schedules"_s, u"--run"_s, u"1"_s, u"--json"_s, u"--store"_s, store()});
    QCOMPARE(again.json().object().value("state"_L1).toString(), u"done"_s);
    QCOMPARE(serve.terminate(), 0);
    QCOMPARE(runCtl({u"verify"_s, u"--store"_s, store()}).code, 0);
}

void TestSchedules::wrongOnesAreSaid()
{
    ReportSchedule nowhere = schedule();
    nowhere.folder += u"/gone"_s;
    write(nowhere);
    const Outcome failed = runCtl({u"schedules"_s, u"--run"_s, u"1"_s, u"--store"_s, store()});
    QCOMPARE(failed.code, 1);
    QVERIFY(failed.err.contains("/gone"));
    QCOMPARE(lastState(), u"failed"_s);
    QCOMPARE(runCtl({u"schedules"_s, u"--run"_s, u"7"_s, u"--store"_s, store()}).code, 1);
    QCOMPARE(runCtl({u"schedules"_s, u"--run"_s, u"x"_s, u"--store"_s, store()}).code, 2);
    QCOMPARE(runCtl({u"schedules"_s}).code, 2);
}

void TestSchedules::filtersAreListedCovered()
{
    ReportSchedule some = schedule();
    some.filter.callee = u"13800138000"_s;
    some.filter.answered = true;
    write(some);
    const QJsonArray words = listed().value("definition"_L1).toObject().value("filter"_L1).toArray();
    QCOMPARE(words.size(), 2);
    QCOMPARE(words.at(0).toString(), u"Answered"_s);
    QVERIFY(words.at(1).toString().startsWith(u"Called number contains 138"_s));
    for (const QStringList &format : {QStringList{u"--json"_s}, QStringList()})
        QVERIFY(!runCtl(QStringList{u"schedules"_s, u"--store"_s, store()} + format).out.contains("13800138000"));
}

QTEST_GUILESS_MAIN(TestSchedules)
#include "test_schedules.moc"
