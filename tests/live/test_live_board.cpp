// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/board/live_board.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Start = 1'790'000'100'000 / HourMs * HourMs; ///< a full hour in 2026

CellKey key(qint64 minute, const QString &task, const QString &result, bool answered, quint8 parts = 3)
{
    return CellKey{.bucket = Start + minute * MinuteMs,
                   .taskId = task,
                   .result = result,
                   .basicOnly = parts == 1,
                   .outbound = true,
                   .answered = answered};
}

CellSums sums(qint64 calls, qint64 talkMs = 0)
{
    CellSums result;
    result.calls = calls;
    result.talkMs = talkMs;
    return result;
}

CommitNotice notice(qint64 commit, const CellMap &cells)
{
    CommitNotice n;
    n.commits = {CommitDelta{commit, cells}};
    return n;
}

LiveBoard boardOf(qint64 bucketMs = QuarterMs, qint64 minutes = 120)
{
    LiveBoard board;
    board.load({.range = {Start, Start + minutes * MinuteMs}, .bucketMs = bucketMs, .taskIds = {}}, {});
    return board;
}

CellMap randomCells(QRandomGenerator &random, int count)
{
    static const QStringList results{u"0"_s, u"5"_s, u"20"_s, u"28"_s, u"-1"_s, QString()};
    CellMap cells;
    for (int i = 0; i < count; ++i) {
        const QString result = results.at(random.bounded(6));
        const quint8 parts = result.isEmpty() ? 1 : 3;
        cells[key(random.bounded(120), QString::number(random.bounded(3)), result, result == u"0"_s, parts)] +=
            sums(random.bounded(5), random.bounded(9'000));
    }
    return cells;
}

qint64 sumOf(const QList<BucketFigures> &buckets)
{
    return std::accumulate(buckets.begin(), buckets.end(), qint64(0),
                           [](qint64 n, const BucketFigures &b) { return n + b.tally.attempts; });
}

} // namespace

class TestLiveBoard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void figuresOfASnapshot()
    {
        LiveBoard board;
        board.load(
            {.range = {Start, Start + HourMs}, .bucketMs = QuarterMs, .taskIds = {}},
            {.cells = {{key(0, u"1"_s, u"0"_s, true), sums(4, 80'000)}, {key(20, u"2"_s, u"20"_s, false), sums(6)}},
             .watermark = 9});
        QCOMPARE(board.total().attempts, 10);
        QCOMPARE(board.total().connected, 4);
        QCOMPARE(board.total().talkMs, 80'000);
        QCOMPARE(board.watermark(), 9);
        const QList<BucketFigures> buckets = board.buckets();
        QCOMPARE(buckets.size(), 4);
        QCOMPARE(buckets.at(0).byClass[0], 4);
        QCOMPARE(buckets.at(1).byClass[1], 6);
        QCOMPARE(buckets.at(3).tally.calls, 0);
        QCOMPARE(board.results().first().result, u"20"_s);
        QCOMPARE(board.tasks(Start + HourMs).size(), 2);
    }

    void takesOnlyCommitsItDoesNotHold()
    {
        LiveBoard board;
        board.load({.range = {Start, Start + HourMs}, .bucketMs = QuarterMs, .taskIds = {}},
                   {.cells = {}, .watermark = 5});
        CommitNotice both = notice(5, {{key(1, u"1"_s, u"0"_s, true), sums(100)}});
        both.append(notice(6, {{key(1, u"1"_s, u"0"_s, true), sums(1)}}));
        QVERIFY(board.apply(both));
        QCOMPARE(board.total().attempts, 1);
        QVERIFY(board.apply(both)); // again: nothing new
        QCOMPARE(board.total().attempts, 1);
        QVERIFY(!board.apply(notice(8, {}))); // 7 is missing
        QCOMPARE(board.watermark(), 6);
    }

    void anEmptyBoardWaitsForItsSnapshot()
    {
        LiveBoard board;
        QVERIFY(!board.isLoaded());
        QVERIFY(board.apply(notice(77, {{key(1, u"1"_s, u"0"_s, true), sums(1)}})));
        QCOMPARE(board.total(), Tally());
    }

    void aCallThatGetsItsOutcomeMoves()
    {
        LiveBoard board = boardOf();
        const CellKey awaiting = key(3, QString(), QString(), false, 1);
        board.apply(notice(1, {{awaiting, sums(1)}}));
        QCOMPARE(board.total().awaiting, 1);
        QVERIFY(board.results().isEmpty());
        board.apply(notice(2, {{awaiting, sums(-1)}, {key(3, u"7"_s, u"0"_s, true), sums(1, 5'000)}}));
        QCOMPARE(board.total().awaiting, 0);
        QCOMPARE(board.total().success, 1);
        QCOMPARE(board.tasks(Start + HourMs).size(), 1); // the task-less row is gone with its only call
        QCOMPARE(board.buckets().first().awaiting, 0);
    }

    void callsOutsideTheWindowAreNotCounted()
    {
        LiveBoard board;
        board.load({.range = {Start, Start + HourMs}, .bucketMs = QuarterMs, .taskIds = {u"1"_s}}, {});
        board.apply(notice(1,
                           {{key(-1, u"1"_s, u"0"_s, true), sums(1)},
                            {key(60, u"1"_s, u"0"_s, true), sums(1)},
                            {key(5, u"2"_s, u"0"_s, true), sums(1)}}));
        QCOMPARE(board.total().calls, 0);
        board.apply(notice(2, {{key(59, u"1"_s, u"0"_s, true), sums(1)}}));
        QCOMPARE(board.total().calls, 1);
    }

    void slidingForgetsWhatLeft()
    {
        LiveBoard board = boardOf(MinuteMs, 60);
        board.apply(notice(1, {{key(0, u"1"_s, u"0"_s, true), sums(3)}, {key(30, u"1"_s, u"5"_s, false), sums(4)}}));
        board.slideTo({Start + MinuteMs, Start + 61 * MinuteMs});
        QCOMPARE(board.total().attempts, 4);
        QCOMPARE(board.total().connected, 0);
        board.apply(notice(2, {{key(60, u"1"_s, u"0"_s, true), sums(1)}}));
        QCOMPARE(board.total().attempts, 5);
        QCOMPARE(board.buckets().size(), 60);
    }

    void successFollowsTheTasksRule()
    {
        LiveBoard board = boardOf();
        board.apply(notice(1,
                           {{key(0, u"1"_s, u"18"_s, true), sums(3)},
                            {key(0, u"2"_s, u"18"_s, true), sums(4)},
                            {key(0, u"2"_s, u"0"_s, true), sums(5)}}));
        QCOMPARE(board.total().success, 5);
        board.setRules({{}, {{u"1"_s, SuccessRule{{u"18"_s}}}}});
        QCOMPARE(board.total().success, 8);
        QCOMPARE(board.tasks(Start + HourMs).first().tally.success, 3);
    }

    void figuresFollowTheMeanings()
    {
        LiveBoard board = boardOf();
        board.apply(notice(1, {{key(0, u"1"_s, u"18"_s, true), sums(3)}, {key(0, u"1"_s, u"20"_s, false), sums(4)}}));
        ResultMeanings meanings;
        meanings.set({.code = u"18"_s, .outcomeClass = OutcomeClass::Connected, .flags = ResultFlag::Success});
        meanings.set({.code = u"20"_s, .outcomeClass = OutcomeClass::LineFault, .flags = ResultFlag::LineFault});
        board.setRules({meanings, {}});
        QCOMPARE(board.total().success, 3);
        QCOMPARE(board.total().lineFaults, 4);
        const TaskFigures task = board.tasks(Start + HourMs).first();
        QCOMPARE(task.byClass[static_cast<std::size_t>(OutcomeClass::LineFault)], 4);
        QCOMPARE(task.byClass[static_cast<std::size_t>(OutcomeClass::Unanswered)], 0);
    }

    void recentCallsStandAtTheirAge()
    {
        LiveBoard board = boardOf(MinuteMs, 60);
        board.apply(notice(1, {{key(10, u"1"_s, u"0"_s, true), sums(2)}, {key(9, u"1"_s, u"0"_s, true), sums(7)}}));
        const QList<qint64> recent = board.tasks(Start + 11 * MinuteMs).first().recentCalls;
        QCOMPARE(recent.size(), 60);
        QCOMPARE(recent.at(59), 2);
        QCOMPARE(recent.at(58), 7);
        QCOMPARE(recent.at(0), 0);
    }

    void allViewsAgree_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 10; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    /// Moved by notices in any split, or loaded at once: the same figures, and every view sums up to the total.
    void allViewsAgree()
    {
        QFETCH(const quint32, seed);
        QRandomGenerator random(seed);
        LiveBoard moved = boardOf();
        CellMap all;
        for (int commit = 1; commit <= 20; ++commit) {
            const CellMap cells = randomCells(random, 30);
            for (auto it = cells.cbegin(); it != cells.cend(); ++it)
                all[it.key()] += it.value();
            QVERIFY(moved.apply(notice(commit, cells)));
        }
        LiveBoard loaded;
        loaded.load(moved.window(), {.cells = all, .watermark = 20});
        QCOMPARE(moved.total(), loaded.total());
        QCOMPARE(sumOf(moved.buckets()), moved.total().attempts);
        qint64 ofTasks = 0;
        for (const TaskFigures &task : moved.tasks(Start + 2 * HourMs))
            ofTasks += task.tally.attempts;
        QCOMPARE(ofTasks, moved.total().attempts);
        qint64 ofResults = moved.total().awaiting;
        for (const ResultFigures &result : moved.results())
            ofResults += result.tally.attempts;
        QCOMPARE(ofResults, moved.total().attempts);
    }
};

QTEST_GUILESS_MAIN(TestLiveBoard)
#include "test_live_board.moc"
