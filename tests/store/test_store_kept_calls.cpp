// SPDX-License-Identifier: GPL-3.0-or-later
#include "kept_calls_store.h"
#include "record/call/call_record.h"
#include "store/as_of/as_of_store.h"
#include "store/database/meta_table.h"
#include "store/read/campaign_queries.h"
#include "store/read/figure_cells.h"
#include "store/read/kept_calls.h"
#include "store/read/queries.h"
#include "store/settings/settings_queries.h"
#include "store/table/rollup_table.h"
#include "store/upkeep/maintenance.h"
#include "store/write/store_writer.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>
#include <QVariant>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

/// Calls go, their counts stay.
class TestStoreKeptCalls : public QObject, private KeptCallsStore
{
    Q_OBJECT
private Q_SLOTS:
    void init() { fill(); }
    void cleanup() { close(); }

    void countsStayWhenCallsGo()
    {
        const QStringList rollups = rollupRows();
        const QStringList figures = figuresOf();
        const qint64 calls = number(u"SELECT COUNT(*) FROM call"_s);
        run();
        const qint64 since = callsKeptSince(*m_connection);
        QCOMPARE(since, bucketStart(m_time->wall() - Keep, QuarterMs));
        QCOMPARE(number(u"SELECT COUNT(*) FROM call WHERE placed_at < %1"_s.arg(since)), 0);
        const qint64 left = number(u"SELECT COUNT(*) FROM call"_s);
        QVERIFY(left > 100 && left < calls);
        QCOMPARE(rollupRows(), rollups);
        QCOMPARE(figuresOf(), figures);
        QCOMPARE(loadOverview(*m_connection).calls, calls);
        const VerifyReport report = verifyStore(m_fixture->url());
        QCOMPARE(report.differences, QStringList());
        QCOMPARE(report.recountedSince, since);
        QCOMPARE(report.calls, left);
    }

    void keysOfTheirContactsAndTheirMessagesGo()
    {
        const qint64 contacts = number(u"SELECT COUNT(*) FROM contact"_s);
        run();
        QCOMPARE(number(u"SELECT COUNT(*) FROM contact WHERE id NOT IN (SELECT contact_id FROM call)"_s), 0);
        const qint64 past = number(u"SELECT SUM(contacts) FROM past_contact"_s);
        QVERIFY(past > 100);
        QCOMPARE(number(u"SELECT COUNT(*) FROM contact"_s) + past, contacts);
        QVERIFY(number(u"SELECT MIN(last_arrival) FROM push"_s) >= m_time->wall() - Keep - HourMs);
    }

    void oneLineSaysHowMany()
    {
        const qint64 calls = number(u"SELECT COUNT(*) FROM call"_s);
        run();
        const qint64 gone = calls - number(u"SELECT COUNT(*) FROM call"_s);
        const QString detail = m_connection->value(u"SELECT detail FROM audit"_s).toString();
        QCOMPARE(number(u"SELECT COUNT(*) FROM audit"_s), 1);
        QVERIFY2(detail.contains(u"\"calls\":%1,"_s.arg(gone)), qPrintable(detail));
    }

    /// Whatever moment a kill comes at: the figures are the same, and the rest goes with the next run.
    void anEndInTheMiddleLosesNoCount()
    {
        const QStringList rollups = rollupRows();
        const QStringList figures = figuresOf();
        Retention *retention = begin();
        for (int slices = 1; slices < 30; slices += 3) {
            for (int i = 0; i < slices && (i == 0 || retention->isRunning()); ++i)
                retention->work(true);
            close();
            QCOMPARE(verifyStore(m_fixture->url()).differences, QStringList());
            open();
            QCOMPARE(rollupRows(), rollups);
            QCOMPARE(figuresOf(), figures);
            retention = begin();
        }
        run();
        QCOMPARE(number(u"SELECT COUNT(*) FROM call WHERE placed_at < %1"_s.arg(callsKeptSince(*m_connection))), 0);
        QCOMPARE(rollupRows(), rollups);
    }

    void aRebuildBringsNoneBack()
    {
        run();
        // Messages of calls from before that are still in the journal, as after a late push.
        m_applier->apply({arrivalOf(callOf(1, Days).basic(), m_time->wall())});
        const QStringList rollups = rollupRows();
        const QStringList figures = figuresOf();
        const qint64 calls = number(u"SELECT COUNT(*) FROM call"_s);
        close();
        rebuildStore(m_fixture->url());
        open();
        QCOMPARE(number(u"SELECT COUNT(*) FROM call"_s), calls);
        QCOMPARE(rollupRows(), rollups);
        QCOMPARE(figuresOf(), figures);
        QCOMPARE(verifyStore(m_fixture->url()).differences, QStringList());
    }

    void aLatePushIsKeptAndChangesNoFigure()
    {
        run();
        const QStringList rollups = rollupRows();
        const QStringList figures = figuresOf();
        const TestCall known = callOf(1, Days);
        const TestCall unknown = callOf(100'000, 40);
        const CommitNotice notice =
            m_applier->apply({arrivalOf(known.outbound(), m_time->wall()), arrivalOf(unknown.basic(), m_time->wall()),
                              arrivalOf(unknown.outbound(), m_time->wall())});
        QCOMPARE(notice.accepted, 3);
        QVERIFY(notice.commits.constFirst().cells.isEmpty());
        QCOMPARE(metaNumber(*m_connection, u"late"_s), 3);
        QCOMPARE(loadCall(*m_connection, unknown.uuid()).id, 0);
        QVERIFY(Journal::find(*m_connection, m_applier->pushes()).has_value());
        QCOMPARE(rollupRows(), rollups);
        QCOMPARE(figuresOf(), figures);
        QCOMPARE(verifyStore(m_fixture->url()).differences, QStringList());
    }

    void aLatePartOfAKeptCallIsMerged()
    {
        const TestCall call = callOf(90'000, 29);
        m_applier->apply({arrivalOf(call.basic(), hangupOf(call))});
        pushNow(1);
        run();
        QVERIFY(callsKeptSince(*m_connection) > 0);
        m_applier->apply({arrivalOf(call.outbound(), m_time->wall())});
        QVERIFY(loadCall(*m_connection, call.uuid()).parts.isBoth());
        QCOMPARE(verifyStore(m_fixture->url()).differences, QStringList());
    }

    void theBoundaryOnlyMovesForward()
    {
        run();
        const qint64 since = callsKeptSince(*m_connection);
        begin(50 * DayMs);
        settle();
        QCOMPARE(callsKeptSince(*m_connection), since);
        m_time->pass(20 * HourMs);
        run();
        QCOMPARE(callsKeptSince(*m_connection), since + 21 * HourMs);
    }

    /// A clock that ran ahead, was confirmed once, and is right again.
    void aBoundaryAheadIsMovedBackWhenTheClockIsConfirmed()
    {
        run();
        const qint64 right = m_time->wall();
        m_time->move(400 * DayMs);
        begin();
        m_retention->confirmClock();
        settle();
        const qint64 ahead = callsKeptSince(*m_connection);
        QVERIFY(ahead > right);
        m_time->move(-400 * DayMs);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^The computer.s clock moved 400"_s));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^Calls are kept since .* was once ahead"_s));
        begin();
        QVERIFY(m_retention->isBoundaryAhead());
        m_applier->apply({arrivalOf(callOf(600'000, -1).basic(), m_time->wall() + DayMs)});
        QCOMPARE(metaNumber(*m_connection, u"late"_s), 1); // kept, and counted nowhere
        m_retention->confirmClock();
        QVERIFY(!m_retention->isBoundaryAhead());
        const qint64 since = callsKeptSince(*m_connection);
        QVERIFY(since <= bucketStart(right, QuarterMs) + QuarterMs);
        const TestCall fresh = callOf(600'001, -1);
        m_applier->apply({arrivalOf(fresh.basic(), m_time->wall() + DayMs)});
        QVERIFY(loadCall(*m_connection, fresh.uuid()).id > 0);
        QCOMPARE(loadAuditPage(*m_connection, 0, 1).constFirst().action, u"calls kept since"_s);
        const QStringList figures = figuresOf();
        QCOMPARE(verifyStore(m_fixture->url()).differences, QStringList());
        close();
        rebuildStore(m_fixture->url()); // brings back the one that was counted nowhere, and takes no count away
        open();
        QCOMPARE(verifyStore(m_fixture->url()).differences, QStringList());
        QVERIFY(loadCall(*m_connection, callOf(600'000, -1).uuid()).id > 0);
        QVERIFY(loadTotals(*m_connection, {}, {}).calls > 0 && !figures.isEmpty());
    }

    void thirtyDaysAreTheLeast()
    {
        begin(5 * DayMs);
        settle();
        QCOMPARE(callsKeptSince(*m_connection), bucketStart(m_time->wall() - 30 * DayMs, QuarterMs));
    }

    void aWrongClockRemovesNoCall()
    {
        const qint64 calls = number(u"SELECT COUNT(*) FROM call"_s);
        m_time->move(400 * DayMs);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"clock moved"_s));
        run();
        QCOMPARE(number(u"SELECT COUNT(*) FROM call"_s), calls);
        QCOMPARE(callsKeptSince(*m_connection), 0);
    }

    void whatWasKnownAtAnEarlierMomentIsRefused()
    {
        run();
        const qint64 since = callsKeptSince(*m_connection);
        const Totals now = loadTotals(*m_connection, {}, {});
        Connection reader(m_fixture->url(), Access::Read);
        QVERIFY_THROWS_EXCEPTION(StoreError, AsOfStore(reader, since - 1));
        AsOfStore known(reader, m_time->wall());
        const Totals then = loadTotals(known.connection(), {}, {});
        QCOMPARE(then.calls, now.calls);
        QCOMPARE(then.outboundOnly, now.outboundOnly);
        QCOMPARE(then.both, now.both);
    }

    void theFileShrinks()
    {
        close();
        {
            BulkLoader loader(m_fixture->url());
            for (int i = 0; i < 12'000; ++i) {
                const TestCall call = callOf(200'000 + i, Days - i * Days / 12'000);
                loader.add(hangupOf(call), call.outbound());
            }
            loader.finish();
        }
        const qint64 before = QFileInfo(m_fixture->url().localFile()).size();
        open();
        pushNow(2);
        run();
        close();
        const qint64 after = QFileInfo(m_fixture->url().localFile()).size();
        QVERIFY2(after < before * 3 / 4, qPrintable(u"%1 of %2"_s.arg(after).arg(before)));
        QCOMPARE(verifyStore(m_fixture->url()).differences, QStringList());
    }

    void anOldStoreShrinksOnceItIsCompact()
    {
        close();
        {
            Connection connection(m_fixture->url(), Access::Write);
            connection.execute(u"PRAGMA auto_vacuum = NONE"_s);
            connection.execute(u"VACUUM"_s);
            connection.execute(u"DELETE FROM call"_s); // stands for what went before
        }
        const CompactReport report = compactStore(m_fixture->url());
        QVERIFY(report.bytesAfter < report.bytesBefore);
        Connection connection(m_fixture->url(), Access::Write);
        QCOMPARE(connection.value(u"PRAGMA auto_vacuum"_s).toInt(), 2);
    }

private:
    QStringList rollupRows()
    {
        QStringList rows;
        QSqlQuery &query = m_connection->prepared(
            u"SELECT %1 FROM rollup WHERE calls <> 0 ORDER BY quarter, task_id, task_result, basic_only, outbound, "
            "answered"_s.arg(rollupColumns()));
        m_connection->run(query);
        while (m_connection->next(query)) {
            QStringList row;
            for (int i = 0; i < 11; ++i)
                row.append(query.value(i).toString());
            rows.append(row.join(u' '));
        }
        query.finish();
        return rows;
    }

    /// What charts, totals and reports show of all of it.
    QStringList figuresOf()
    {
        QStringList lines;
        const Totals totals = loadTotals(*m_connection, {}, {});
        lines.append(u"%1 %2 %3 %4 %5"_s.arg(totals.calls)
                         .arg(totals.answered)
                         .arg(totals.basicOnly)
                         .arg(totals.outboundOnly)
                         .arg(totals.both));
        for (const TaskTotals &task : totals.tasks)
            lines.append(u"%1 %2 %3 %4"_s.arg(task.taskId).arg(task.calls).arg(task.answered).arg(task.talkMs));
        const TimeRange range{Noon - 62 * DayMs, Noon + DayMs};
        for (const qint64 bucket : {MinuteMs, QuarterMs, HourMs, DayMs}) {
            CellSums sums;
            for (const CellSums &cell : loadCells(*m_connection, range, bucket, {u"1"_s}).cells)
                sums += cell;
            lines.append(u"%1 %2 %3"_s.arg(bucket).arg(sums.calls).arg(sums.talkMs));
        }
        const auto parts = loadCompleteness(*m_connection, scopeOf(range, {}), DayMs);
        for (auto it = parts.cbegin(); it != parts.cend(); ++it)
            lines.append(u"%1 %2 %3 %4 %5"_s.arg(it.key().first)
                             .arg(it.key().second)
                             .arg(it->both)
                             .arg(it->basicOnly)
                             .arg(it->outboundOnly));
        return lines;
    }
};

QTEST_GUILESS_MAIN(TestStoreKeptCalls)
#include "test_store_kept_calls.moc"
