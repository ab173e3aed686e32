// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database/connection.h"
#include "store/database/schema.h"
#include "store/settings/schedule_table.h"
#include "store/write/store_writer.h"
#include "store_fixture.h"

#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QVariant>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

ReportSchedule scheduleNamed(const QString &name)
{
    return {.name = name, .folder = u"/srv"_s, .activeFrom = Noon};
}

ReportRun runOf(qint64 scheduleId, qint64 dueAt, int attempt = 1)
{
    return {.scheduleId = scheduleId,
            .dueAt = dueAt,
            .attempt = attempt,
            .state = RunState::Done,
            .startedAt = dueAt + 1,
            .finishedAt = dueAt + 2,
            .range = {dueAt - 10, dueAt},
            .scheduleName = u"早报"_s,
            .report = u"calls"_s,
            .file = u"/srv/a.csv"_s,
            .rows = 3,
            .message = u""_s};
}

} // namespace

class TestStoreSchedules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void schedulesAreAddedReplacedAndRemoved()
    {
        const StoreFixture fixture;
        StoreWriter writer(fixture.url());
        QVERIFY(writer.startAndWait(nullptr));
        QSignalSpy changed(&writer, &StoreWriter::schedulesChanged);
        QObject context;
        QList<qint64> ids;
        const auto answered = [&ids](qint64 id, const QString &error) {
            QCOMPARE(error, QString());
            ids.append(id);
        };
        writer.saveSchedule(scheduleNamed(u"a"_s), &context, answered);
        writer.saveSchedule(scheduleNamed(u"b"_s), &context, answered);
        QTRY_COMPARE(ids, (QList<qint64>{1, 2}));
        ReportSchedule other = scheduleNamed(u"c"_s);
        other.id = 1;
        writer.saveSchedule(other, &context, answered);
        QStringList removed;
        writer.removeSchedule(2, &context, [&removed](const QString &error) { removed.append(error); });
        QTRY_COMPARE(removed, QStringList{QString()});
        QCOMPARE(ids, (QList<qint64>{1, 2, 1}));
        QCOMPARE(changed.count(), 4);
        writer.stop();
        Connection reader(fixture.url(), Access::Read);
        QCOMPARE(loadSchedules(reader), QList<ReportSchedule>{other});
    }

    void idsAreNotUsedTwice()
    {
        const StoreFixture fixture;
        Connection connection(fixture.url(), Access::Write);
        migrateSchema(connection);
        QCOMPARE(writeSchedule(connection, scheduleNamed(u"a"_s)), 1);
        writeRun(connection, runOf(1, Noon));
        removeSchedule(connection, 1);
        QCOMPARE(writeSchedule(connection, scheduleNamed(u"b"_s)), 2);
        QCOMPARE(loadRuns(connection, 9).size(), 1);
    }

    void aScheduleOfANewerProgramStays()
    {
        const StoreFixture fixture;
        Connection connection(fixture.url(), Access::Write);
        migrateSchema(connection);
        connection.execute(u"INSERT INTO report_schedule VALUES (7, '{\"rhythm\":\"hourly\"}')"_s);
        QCOMPARE(writeSchedule(connection, scheduleNamed(u"a"_s)), 8);
        QCOMPARE(loadSchedules(connection).size(), 1);
        QCOMPARE(connection.value(u"SELECT COUNT(*) FROM report_schedule"_s).toInt(), 2);
    }

    void runsAreBroughtUpToDate()
    {
        const StoreFixture fixture;
        ReportRun run = runOf(1, Noon);
        run.state = RunState::Running;
        {
            StoreWriter writer(fixture.url());
            QVERIFY(writer.startAndWait(nullptr));
            QSignalSpy changed(&writer, &StoreWriter::runsChanged);
            writer.saveRun(run, nullptr, {});
            run.state = RunState::Failed;
            run.message = u"没有空间"_s;
            run.rows = 9;
            writer.saveRun(run, nullptr, {});
            writer.saveRun(runOf(1, Noon, 0), nullptr, {});
            writer.saveRun(runOf(2, Noon + 5), nullptr, {});
            writer.stop();
            QCOMPARE(changed.count(), 4);
        }
        Connection reader(fixture.url(), Access::Read);
        QCOMPARE(loadRuns(reader, 10), (QList<ReportRun>{runOf(2, Noon + 5), run, runOf(1, Noon, 0)}));
        QCOMPARE(loadRuns(reader, 1).size(), 1);
        QCOMPARE(loadRuns(reader, 10, 2).size(), 1);
        QCOMPARE(loadDueRuns(reader, 1, 10), QList<ReportRun>{run});
        QVERIFY(loadUnfinishedRuns(reader).isEmpty());
    }

    void unfinishedOnesAreFound()
    {
        const StoreFixture fixture;
        Connection connection(fixture.url(), Access::Write);
        migrateSchema(connection);
        ReportRun run = runOf(1, Noon);
        run.state = RunState::Running;
        run.finishedAt = 0;
        writeRun(connection, run);
        writeRun(connection, runOf(1, Noon + 1));
        QCOMPARE(loadUnfinishedRuns(connection), QList<ReportRun>{run});
    }

    void oldRunsAreDroppedButNotTheNewestOfASchedule()
    {
        const StoreFixture fixture;
        Connection connection(fixture.url(), Access::Write);
        migrateSchema(connection);
        const qint64 rare = writeSchedule(connection, scheduleNamed(u"rare"_s));
        const qint64 often = writeSchedule(connection, scheduleNamed(u"often"_s));
        connection.begin();
        writeRun(connection, runOf(rare, Noon));
        writeRun(connection, runOf(rare, Noon + 1, 0)); // by hand
        writeRun(connection, runOf(99, Noon + 2)); // of a schedule that is gone
        for (int i = 0; i < KeptRuns + 50; ++i)
            writeRun(connection, runOf(often, Noon + 10 + i));
        connection.commit();
        QCOMPARE(loadRuns(connection, 9, rare), QList<ReportRun>{runOf(rare, Noon)});
        QVERIFY(loadRuns(connection, 9, 99).isEmpty());
        const QList<ReportRun> kept = loadRuns(connection, 10 * KeptRuns, often);
        QCOMPARE(kept.size(), KeptRuns);
        QCOMPARE(kept.constFirst().dueAt, Noon + 10 + KeptRuns + 49);
        QCOMPARE(kept.constLast().dueAt, Noon + 10 + 50);
    }

    void aClosedStoreSaysSo()
    {
        const StoreFixture fixture;
        StoreWriter writer(fixture.url());
        QVERIFY(writer.startAndWait(nullptr));
        writer.stop();
        QObject context;
        QString said;
        writer.saveSchedule(scheduleNamed(u"a"_s), &context, [&said](qint64 id, const QString &error) {
            QCOMPARE(id, 0);
            said = error;
        });
        QTRY_VERIFY(said.contains(u"closed"_s));
    }

    void olderStoreGetsTheTables()
    {
        const StoreFixture fixture;
        Connection connection(fixture.url(), Access::Write);
        migrateSchema(connection);
        connection.execute(u"INSERT INTO audit (at, action, detail) VALUES (1, 'reveal', 'kept')"_s);
        forgetStepsAfter(connection, 3);
        migrateSchema(connection);
        QCOMPARE(schemaStepOf(connection), newestSchemaStep());
        QVERIFY(loadSchedules(connection).isEmpty());
        QVERIFY(loadRuns(connection, 10).isEmpty());
        QCOMPARE(connection.value(u"SELECT detail FROM audit"_s).toString(), u"kept"_s);
        QVERIFY(QFile::exists(fixture.path(u"calls.db.before-step-4"_s)));
        Connection copy(StoreUrl::ofFile(fixture.path(u"calls.db.before-step-4"_s)), Access::Read);
        QCOMPARE(schemaStepOf(copy), 3);
    }
};

QTEST_GUILESS_MAIN(TestStoreSchedules)
#include "test_store_schedules.moc"
