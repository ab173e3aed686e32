// SPDX-License-Identifier: GPL-3.0-or-later
#include "heard_signals.h"
#include "store/database/connection.h"
#include "store/read/queries.h"
#include "store/settings/meaning_table.h"
#include "store/upkeep/maintenance.h"
#include "store/write/store_writer.h"
#include "store_fixture.h"

#include <QSignalSpy>
#include <QTest>

#include <thread>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

Arrival numbered(const QByteArray &body, const std::shared_ptr<CollectingSink> &sink, quint64 sequence)
{
    Arrival arrival = arrivalOf(body, Noon + HourMs);
    arrival.sink = sink;
    arrival.connection = 5;
    arrival.sequence = sequence;
    return arrival;
}

} // namespace

class TestStoreWriter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answersAfterCommit()
    {
        const StoreFixture fixture;
        StoreWriter writer(fixture.url());
        QString error;
        QVERIFY2(writer.startAndWait(&error), qPrintable(error));
        const auto sink = std::make_shared<CollectingSink>();
        QVERIFY(writer.offer(numbered(TestCall(1).outbound(), sink, 1)));
        QVERIFY(writer.offer(numbered("broken", sink, 2)));
        const QList<Receipt> receipts = sink->wait(2);
        QCOMPARE(receipts.size(), 2);
        QCOMPARE(receipts.at(0).kind, ReceiptKind::Stored);
        QCOMPARE(receipts.at(1).kind, ReceiptKind::Kept);
        QCOMPARE(receipts.at(0).connection, 5U);
        Connection reader(fixture.url(), Access::Read); // while the writer still has the store
        QCOMPARE(loadTotals(reader, {}, {}).calls, 1);
    }

    void tellsWhatWasCommitted()
    {
        const StoreFixture fixture;
        StoreWriter writer(fixture.url());
        QSignalSpy committed(&writer, &StoreWriter::committed);
        QVERIFY(writer.startAndWait(nullptr));
        const auto sink = std::make_shared<CollectingSink>();
        qint64 accepted = 0;
        for (int i = 0; i < 500; ++i)
            QVERIFY(writer.offer(numbered(TestCall(i).outbound(), sink, static_cast<quint64>(i))));
        QTRY_VERIFY(sink->wait(500).size() == 500);
        writer.stop();
        QCoreApplication::sendPostedEvents();
        qint64 commit = 0;
        for (const QList<QVariant> &arguments : committed) {
            const auto notice = arguments.first().value<CommitNotice>();
            accepted += notice.accepted;
            for (const CommitDelta &delta : notice.commits)
                QCOMPARE(delta.commit, ++commit);
        }
        QCOMPARE(accepted, 500);
    }

    void manyThreadsOffer()
    {
        const StoreFixture fixture;
        StoreWriter writer(fixture.url());
        QVERIFY(writer.startAndWait(nullptr));
        const auto sink = std::make_shared<CollectingSink>();
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&, t] {
                for (int i = 0; i < 200; ++i)
                    writer.offer(numbered(
                        i % 2 ? TestCall(i / 2 + 100 * t).basic() : TestCall(i / 2 + 100 * t).outbound(), sink, 0));
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(sink->wait(800).size(), 800);
        writer.stop();
        QCOMPARE(verifyStore(fixture.url()).differences, QStringList());
        Connection reader(fixture.url(), Access::Read);
        QCOMPARE(loadTotals(reader, {}, {}).both, 400);
    }

    void stopDrainsWhatIsQueued()
    {
        const StoreFixture fixture;
        const auto sink = std::make_shared<CollectingSink>();
        qsizetype taken = 0;
        {
            StoreWriter writer(fixture.url());
            QVERIFY(writer.startAndWait(nullptr));
            for (int i = 0; i < 300; ++i)
                taken += writer.offer(numbered(TestCall(i).basic(), sink, 0)) ? 1 : 0;
            writer.stop();
            QVERIFY(!writer.offer(numbered(TestCall(1).basic(), sink, 0)));
        }
        QCOMPARE(sink->wait(taken).size(), taken);
        Connection reader(fixture.url(), Access::Read);
        QCOMPARE(loadTotals(reader, {}, {}).calls, taken);
    }

    void fullQueueRefuses()
    {
        const StoreFixture fixture;
        WriterOptions options;
        options.queueArrivals = 0;
        StoreWriter writer(fixture.url(), options);
        QVERIFY(writer.startAndWait(nullptr));
        QVERIFY(!writer.offer(numbered(TestCall(1).basic(), nullptr, 0)));
    }

    void secondWriterIsTurnedAway()
    {
        const StoreFixture fixture;
        StoreWriter first(fixture.url());
        QVERIFY(first.startAndWait(nullptr));
        StoreWriter second(fixture.url());
        QString error;
        QVERIFY(!second.startAndWait(&error));
        QVERIFY2(error.contains(QString::number(QCoreApplication::applicationPid())), qPrintable(error));
        first.stop();
        StoreWriter third(fixture.url());
        QVERIFY2(third.startAndWait(&error), qPrintable(error));
    }

    void fullDiskIsSaidAndSurvived()
    {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"disk is full"_s));
        const StoreFixture fixture;
        WriterOptions options;
        options.minimumFreeBytes = std::numeric_limits<qint64>::max();
        StoreWriter writer(fixture.url(), options);
        QSignalSpy writable(&writer, &StoreWriter::writableChanged);
        QVERIFY(writer.startAndWait(nullptr));
        QTRY_VERIFY_WITH_TIMEOUT(!writer.ingestState().writable, 10'000);
        QVERIFY(writer.ingestState().trouble.contains(u"disk is full"_s));
        QVERIFY(!writer.offer(numbered(TestCall(1).basic(), nullptr, 0)));
        QTRY_COMPARE(writable.size(), 2);
        QCOMPARE(writable.last().first().toBool(), false);
    }

    void refusedMessagesAreReplayed()
    {
        const StoreFixture fixture;
        StoreWriter writer(fixture.url());
        QVERIFY(writer.startAndWait(nullptr));
        const auto sink = std::make_shared<CollectingSink>();
        Arrival good = numbered(TestCall(1).outbound(), sink, 1);
        good.content = Refusal{RefusalReason::BadField, u"an older program could not read it"_s, u"x"_s};
        QVERIFY(writer.offer(std::move(good)));
        QVERIFY(writer.offer(numbered("broken", sink, 2)));
        QCOMPARE(sink->wait(2).size(), 2);
        std::optional<ReplayResult> result;
        writer.replay({}, this, [&](const ReplayResult &r) { result = r; });
        QTRY_VERIFY(result.has_value());
        QCOMPARE(result->accepted, 1);
        QCOMPARE(result->refusedAgain, 1);
        Connection reader(fixture.url(), Access::Read);
        QCOMPARE(loadTotals(reader, {}, {}).calls, 1);
        QCOMPARE(loadOverview(reader).rejected, 1);
    }

    void replayAfterStopIsAnswered()
    {
        const StoreFixture fixture;
        StoreWriter writer(fixture.url());
        QVERIFY(writer.startAndWait(nullptr));
        writer.stop();
        std::optional<ReplayResult> result;
        writer.replay({}, this, [&](const ReplayResult &r) { result = r; });
        QTRY_VERIFY(result.has_value());
        QVERIFY(!result->problem.isNone());
    }

    void severalTasksAreOneCommit()
    {
        const StoreFixture fixture;
        StoreWriter writer(fixture.url());
        QVERIFY(writer.startAndWait(nullptr));
        const TaskInfo first{u"7"_s, u"春季回访"_s, 500, {u"0"_s, u"19"_s}, u"[]"_s};
        const TaskInfo second{u"8"_s, {}, 0, {}, {}};
        HeardSignals decided(&writer, &StoreWriter::decisionsChanged);
        std::optional<QString> answer;
        writer.setTasks({second, first}, this, [&answer](const QString &error) { answer = error; });
        QTRY_COMPARE(answer, QString());
        QTRY_COMPARE(decided.size(), 1);
        QCOMPARE(writer.ingestState().commits, 0);
        {
            Connection reader(fixture.url(), Access::Read);
            const QList<TaskInfo> stored = loadTasks(reader);
            QCOMPARE(stored.size(), 2);
            QCOMPARE(stored[0], first);
            QCOMPARE(stored[1].alias, QString());
            QVERIFY(stored[1].successCodes.isEmpty());
        }
        writer.stop();
        writer.setTasks({first}, this, [&answer](const QString &error) { answer = error; });
        QTRY_VERIFY(!answer->isEmpty());
    }

    void allMeaningsOfACodeAreReplaced()
    {
        const StoreFixture fixture;
        StoreWriter writer(fixture.url());
        QVERIFY(writer.startAndWait(nullptr));
        const ResultMeaning first{u"18"_s, 0, OutcomeClass::Connected, ResultFlag::Success, {}, {}};
        const ResultMeaning second{u"18"_s, Noon, OutcomeClass::TransferFailed, ResultFlag::LineFault, {}, {}};
        const ResultMeaning other{u"20"_s, Noon, OutcomeClass::TransferFailed, {}, {}, {}};
        int answers = 0;
        const auto count = [&answers](const QString &error) { answers += error.isEmpty() ? 1 : 0; };
        writer.replaceMeanings(u"20"_s, {other}, this, count);
        writer.replaceMeanings(u"18"_s, {first, second}, this, count);
        writer.replaceMeanings(u"18"_s, {second}, this, count);
        QTRY_COMPARE(answers, 3);
        Connection reader(fixture.url(), Access::Read);
        QCOMPARE(loadMeanings(reader).of(u"18"_s), QList<ResultMeaning>{second});
        QCOMPARE(loadMeanings(reader).of(u"20"_s), QList<ResultMeaning>{other});
    }

    void limitsCanBeChangedWhileItRuns()
    {
        const StoreFixture fixture;
        StoreWriter writer(fixture.url());
        QVERIFY(writer.startAndWait(nullptr));
        QSignalSpy told(&writer, &StoreWriter::writableChanged);
        QVERIFY(writer.ingestState().writable);
        writer.setLimits(0, std::numeric_limits<qint64>::max());
        QTRY_VERIFY(!writer.ingestState().writable);
        writer.setLimits(0, 1);
        QTRY_VERIFY(writer.ingestState().writable);
    }

    void meaningsAreDatedAndCanBeTakenBack()
    {
        const StoreFixture fixture;
        StoreWriter writer(fixture.url());
        QVERIFY(writer.startAndWait(nullptr));
        HeardSignals decided(&writer, &StoreWriter::decisionsChanged);
        const ResultMeaning first{u"18"_s,        0, OutcomeClass::Connected, ResultFlag::Success, u"有意向"_s,
                                  u"Interested"_s};
        const ResultMeaning second{u"18"_s, Noon, OutcomeClass::TransferFailed, ResultFlag::LineFault, {}, {}};
        writer.setMeaning(second);
        writer.setMeaning(first);
        writer.setMeaning({u"99"_s, Noon, OutcomeClass::BadNumber, ResultFlag::BadNumber, {}, {}});
        QTRY_COMPARE(decided.size(), 3);
        {
            Connection reader(fixture.url(), Access::Read);
            const MeaningHistory history = loadMeanings(reader);
            QCOMPARE(history.of(u"18"_s), (QList<ResultMeaning>{first, second}));
            QCOMPARE(loadRules(reader, Noon - 1).ruleOf(u"1"_s).codes, (QStringList{u"0"_s, u"18"_s}));
            QCOMPARE(loadRules(reader, Noon).ruleOf(u"1"_s).codes, QStringList{u"0"_s});
        }
        writer.dropMeanings(u"18"_s);
        QTRY_COMPARE(decided.size(), 4);
        writer.stop();
        Connection reader(fixture.url(), Access::Read);
        QVERIFY(loadMeanings(reader).of(u"18"_s).isEmpty());
        QCOMPARE(loadMeanings(reader).all().size(), 1);
    }

    void taskNamesAndAuditAreStored()
    {
        const StoreFixture fixture;
        StoreWriter writer(fixture.url());
        QVERIFY(writer.startAndWait(nullptr));
        writer.setTask(u"7"_s, u"春季回访"_s, 1'000);
        writer.audit(u"reveal"_s, u"call list"_s);
        writer.stop();
        Connection reader(fixture.url(), Access::Read);
        QCOMPARE(loadTasks(reader).value(0).alias, u"春季回访"_s);
        QCOMPARE(reader.value(u"SELECT COUNT(*) FROM audit"_s).toInt(), 1);
    }
};

QTEST_GUILESS_MAIN(TestStoreWriter)
#include "test_store_writer.moc"
