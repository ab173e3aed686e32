// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_fixture.h"

#include "text/metric_text.h"
#include "ui/live/campaign_model.h"
#include "ui/live/live_charts.h"
#include "ui/session/figures/live_tiles.h"
#include "ui/session/view_state.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QSignalSpy>
#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

/// The charts of the Live page, in their order.
enum Charts : std::size_t { Slices, Results, Rates, Talk };

class TestLiveFigures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void tilesSayWhatTheBoardCounts()
    {
        const QList<TileFigure> tiles = liveTiles(filled().snapshot(), m_format);
        QCOMPARE(tiles.size(), metricsAt(&MetricPlaces::tile).size());
        QCOMPARE(tiles[0].figure, u"100"_s);
        QCOMPARE(tiles[1].figure, u"30.0\u00a0%"_s);
        QCOMPARE(tiles[2].figure, u"22.2\u00a0%"_s); // 20 of the 90 with an outcome
        QCOMPARE(tiles[2].details.constFirst(), u"20.0–30.0\u00a0%, 10 awaiting"_s);
        QCOMPARE(tiles[3].figure, u"0:40"_s);
        QCOMPARE(tiles[5].figure, u"5.0\u00a0%"_s);
        QCOMPARE(tiles[6].figure, u"10"_s);
    }

    void boundsAreWrittenWhereTheyDiffer()
    {
        const auto bounds = [this](qint64 low, qint64 high, qint64 of) {
            return boundsText({.known = {}, .low = {low, of}, .high = {high, of}}, m_format);
        };
        QCOMPARE(bounds(116, 118, 1'000), u"11.6–11.8\u00a0%"_s);
        QCOMPARE(bounds(11'601, 11'604, 100'000), QString());
        QCOMPARE(bounds(0, 4, 4), u"0.0–100.0\u00a0%"_s);
        QCOMPARE(bounds(0, 0, 0), QString());
        BoardFixture board;
        board.add(u"1"_s, 1, u"0"_s, true, 1'000, 40'000);
        board.add(u"1"_s, 20, u"18"_s, true, 9'000, 40'000);
        board.addAwaiting(u"1"_s, 1, 1);
        const TileFigure success = liveTiles(board.snapshot(), m_format)[2];
        QCOMPARE(success.figure, u"10.0\u00a0%"_s);
        QVERIFY(!success.details.join(u' ').contains(u'–'));
    }

    void tilesLeadToTheirCalls()
    {
        const LiveSnapshot snapshot = filled().snapshot();
        const QList<TileFigure> tiles = liveTiles(snapshot, m_format);
        for (const TileFigure &tile : tiles)
            QCOMPARE(tile.calls.range, snapshot.window.range);
        QCOMPARE(tiles[0].calls.outbound, true);
        QCOMPARE(tiles[1].calls.answered, true);
        QCOMPARE(tiles[2].calls.choices, QList<CallChoice>{choiceOfSuccess({})});
        QVERIFY(tiles[2].calls.onlySettled);
        QVERIFY(!tiles[4].calls.outbound.has_value());
        QCOMPARE(tiles[5].calls.choices, QList<CallChoice>{choiceOfFlag(ResultFlag::LineFault, {})});
        QCOMPARE(tiles[7].calls.drill.pick, ContactPick::FirstConnect);
        QVERIFY(tiles[6].calls.onlyAwaiting);
    }

    void emptyBoardPrintsDashes()
    {
        const QList<TileFigure> tiles = liveTiles(BoardFixture().snapshot(), m_format);
        QCOMPARE(tiles[0].figure, u"0"_s);
        QCOMPARE(tiles[1].figure, u"–"_s);
        QCOMPARE(tiles[3].figure, u"–"_s);
    }

    void progressWaitsForTheCountOfContacts()
    {
        CampaignRow row;
        row.listSize = 200;
        QCOMPARE(row.progress().value(), 0.0);
        row.figures.tally.attempts = 7;
        QVERIFY(!row.progress().value()); // not "0 %": the contacts are still being counted
        row.triedContacts = {5};
        QCOMPARE(row.progress().value(), 0.025);
    }

    /// Calls of theirs are no longer kept: then there is no figure, and no part of one.
    void contactsThatAreNotKnownPrintDashes()
    {
        LiveSnapshot snapshot = filled().snapshot();
        snapshot.contacts = {90, 25};
        QCOMPARE(liveTiles(snapshot, m_format)[7].figure, u"25"_s);
        snapshot.contacts += ContactCount{0, 0, false};
        snapshot.past.days = 1;
        snapshot.past.contacts = {80, 20};
        const TileFigure tile = liveTiles(snapshot, m_format)[7];
        QCOMPARE(tile.figure, u"–"_s);
        QVERIFY(tile.changes.constFirst().startsWith(u"–"_s));
        QVERIFY(!tile.toolTip.contains(u"25"_s) && !tile.toolTip.contains(u" / 90"_s));
        CampaignRow row;
        row.listSize = 200;
        row.triedContacts = {0, 0, false};
        QVERIFY(!row.progress().value());
    }

    void timeChartStacksEveryCallOnce()
    {
        const LiveSnapshot snapshot = filled().snapshot();
        const ChartData chart = liveCharts()[Slices].data(snapshot, m_theme, m_format);
        double sum = 0;
        for (qsizetype i = 0; i < chart.categories.size(); ++i)
            sum += chart.total(i);
        QCOMPARE(qRound64(sum), snapshot.total.calls);
        QCOMPARE(chart.series.size(), OutcomeClassCount + 2);
    }

    void segmentLeadsToItsClass()
    {
        const LiveSnapshot snapshot = filled().snapshot();
        const CallFilter lines = liveCharts()[Slices].calls(snapshot, 0, 0, static_cast<int>(OutcomeClass::LineFault));
        QCOMPARE(lines.choices, QList<CallChoice>{choiceOfClass(OutcomeClass::LineFault, {})});
        QVERIFY(lines.onlySettled);
        QCOMPARE(lines.range, (TimeRange{snapshot.slices[0].figures.from, snapshot.slices[0].to}));
        QVERIFY(liveCharts()[Slices].calls(snapshot, 0, 0, OutcomeClassCount).onlyAwaiting);
        QCOMPARE(liveCharts()[Slices].calls(snapshot, 0, 0, OutcomeClassCount + 1).outbound, false);
    }

    void ratePointLeadsToWhatItCounts()
    {
        const LiveSnapshot snapshot = filled().snapshot();
        QCOMPARE(liveCharts()[Rates].calls(snapshot, 0, 0, 0).answered, true);
        QVERIFY(liveCharts()[Rates].calls(snapshot, 0, 0, 1).onlySettled);
        const CallFilter attempts = liveCharts()[Rates].calls(snapshot, 0, 0, -1);
        QCOMPARE(attempts.outbound, true);
        QVERIFY(!attempts.answered);
    }

    void tilesAreSetAgainstYesterday()
    {
        BoardFixture board = filled();
        QVERIFY(liveTiles(board.snapshot(), m_format)[0].changes.isEmpty()); // not known yet
        board.comparison.past.days = 1;
        board.comparison.past.endsNow = true;
        board.comparison.past.range = {0, HourMs};
        QCOMPARE(liveTiles(board.snapshot(), m_format)[1].changes.constFirst(), u"– vs yesterday"_s);
        board.comparison.past.total.attempts = 80;
        board.comparison.past.total.connected = 20;
        board.comparison.past.total.talkMs = 20 * 30'000;
        board.comparison.past.total.calls = 80;
        const QList<TileFigure> tiles = liveTiles(board.snapshot(), m_format);
        QCOMPARE(tiles[0].changes, (QStringList{u"▲ 25\u00a0% vs yesterday"_s, u"▲ 25\u00a0%"_s}));
        QCOMPARE(tiles[1].changes.constLast(), u"▲ 5.0 pts"_s);
        QCOMPARE(tiles[3].changes.constLast(), u"▲ 0:10"_s);
        QCOMPARE(tiles[6].changes.constLast(), u"–"_s); // nothing was awaited then
        board.comparison.past.days = 7;
        QCOMPARE(liveTiles(board.snapshot(), m_format)[1].changes.constFirst(), u"▲ 5.0 pts vs 7 days before"_s);
        board.comparison.past.total.attempts = 10'000;
        board.comparison.past.total.connected = 3'001;
        QCOMPARE(liveTiles(board.snapshot(), m_format)[1].changes.constLast(), u"0.0 pts"_s);
    }

    void pastHasTheSameWallClock()
    {
        const QTimeZone berlin("Europe/Berlin");
        const qint64 now = QDateTime({2026, 3, 29}, {12, 0}, berlin).toMSecsSinceEpoch(); // clocks changed that night
        const PastFigures past = PastFigures::before({PeriodKind::Today, {}}, now, berlin);
        QCOMPARE(past.range.from, QDateTime({2026, 3, 28}, {0, 0}, berlin).toMSecsSinceEpoch());
        QCOMPARE(past.range.to, QDateTime({2026, 3, 28}, {12, 0}, berlin).toMSecsSinceEpoch());
        QCOMPARE(past.days, 1);
        QVERIFY(past.endsNow);
        QCOMPARE(PastFigures::before({PeriodKind::Last7Days, {}}, now, berlin).days, 7);
        QVERIFY(!PastFigures::before({PeriodKind::Yesterday, {}}, now, berlin).endsNow);
        const TimeRange threeDays{now - 3 * DayMs, now};
        QCOMPARE(PastFigures::before({PeriodKind::Custom, threeDays}, now, berlin).days, 3);
    }

    void trendIsOfTheLastHour()
    {
        BoardFixture board = filled();
        CellSnapshot minutes;
        const qint64 now = BoardFixture::Start + HourMs;
        for (int minute = 0; minute < 60; ++minute)
            minutes.cells[{now - minute * MinuteMs, u"1"_s, u"0"_s, false, true, true}].calls = 12;
        board.comparison.hour.load({{now - 59 * MinuteMs, now + DayMs}, MinuteMs, {}}, minutes);
        const LiveSnapshot snapshot = board.snapshot();
        const QList<TileFigure> tiles = liveTiles(snapshot, m_format);
        QCOMPARE(tiles[0].trend, QList<double>(59, 12));
        QCOMPARE(tiles[1].trend, QList<double>(59, 1));
        QCOMPARE(snapshot.callsByMinute.value(u"1"_s), QList<qint64>(60, 12));
    }

    /// Yesterday's tiles show yesterday, not the last hour of today.
    void trendOfAPeriodThatEndedIsItsOwn()
    {
        BoardFixture board = filled();
        CellSnapshot minutes;
        minutes.cells[{BoardFixture::Start + DayMs, u"1"_s, u"0"_s, false, true, true}].calls = 12;
        board.comparison.hour.load(
            {{BoardFixture::Start + DayMs - HourMs, BoardFixture::Start + 2 * DayMs}, MinuteMs, {}}, minutes);
        LiveSnapshot snapshot = board.snapshot();
        snapshot.nowMs = snapshot.window.range.to + HourMs;
        const TileFigure attempts = liveTiles(snapshot, m_format).constFirst();
        QCOMPARE(attempts.trend.size(), snapshot.slices.size());
        for (qsizetype i = 0; i < attempts.trend.size(); ++i)
            QCOMPARE(attempts.trend[i], static_cast<double>(snapshot.slices[i].figures.tally.attempts));
        QVERIFY(attempts.toolTip.contains(u"The line shows the period."_s));
        QVERIFY(liveTiles(snapshot, m_format).constLast().trend.isEmpty());
    }

    void campaignKnowsProgressAndPace()
    {
        CampaignModel model(m_format);
        CampaignRow campaign = row(u"1"_s, 5);
        campaign.listSize = 200;
        campaign.triedContacts = {84};
        campaign.callsByMinute = QList<qint64>(60, 3);
        model.setRows({campaign, row(u"2"_s, 1)}, 0);
        QCOMPARE(column(model, CampaignModel::Progress), (QStringList{u"42.0\u00a0%"_s, u"–"_s}));
        QCOMPARE(column(model, CampaignModel::CallsPerMinute), (QStringList{u"3.0"_s, u"0.0"_s}));
        QCOMPARE(model.index(0, CampaignModel::Progress).data(CampaignModel::ShareRole).toDouble(), 0.42);
        QVERIFY(!model.index(1, CampaignModel::Progress).data(CampaignModel::ShareRole).isValid());
    }

    void resultsAreSortedWithShares()
    {
        const LiveSnapshot snapshot = filled().snapshot();
        const ChartData chart = liveCharts()[Results].data(snapshot, m_theme, m_format);
        QCOMPARE(chart.categories.constFirst().label, u"20 No answer"_s);
        QCOMPARE(chart.total(0), 55.0);
        QCOMPARE(chart.categories.constFirst().note, u"61.1\u00a0%"_s);
        QCOMPARE(liveCharts()[Results].calls(snapshot, 0, 1, -1).results, (QStringList{u"20"_s, u"0"_s}));
    }

    void talkClassesLeadToTheirBounds()
    {
        const LiveSnapshot snapshot = filled().snapshot();
        const ChartData chart = liveCharts()[Talk].data(snapshot, m_theme, m_format);
        QCOMPARE(chart.categories.size(), TalkClassCount);
        QCOMPARE(chart.total(4), 30.0); // 30 to 60 s
        const CallFilter filter = liveCharts()[Talk].calls(snapshot, 4, 4, -1);
        QCOMPARE(filter.talkAtLeastMs, 30'000);
        QCOMPARE(filter.talkBelowMs, 60'000);
        QVERIFY(!liveCharts()[Talk].calls(snapshot, TalkClassCount - 1, TalkClassCount - 1, -1).talkBelowMs);
    }

    void manyHoursBecomeLocalDays()
    {
        BoardFixture board(HourMs);
        board.add(u"1"_s, 1, u"0"_s, true, 2, 9'000);
        QVERIFY(board.snapshot(60).slices.size() <= 2);
    }

    void campaignsAreRefreshedByDifference()
    {
        CampaignModel model(m_format);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.setRows({row(u"1"_s, 5), row(u"3"_s, 7)}, 0);
        const QPersistentModelIndex third(model.index(1, 0));
        model.setRows({row(u"1"_s, 6), row(u"2"_s, 1), row(u"3"_s, 8), row(u"4"_s, 1)}, 0);
        QCOMPARE(third.row(), 2);
        QCOMPARE(column(model, CampaignModel::Attempts), (QStringList{u"6"_s, u"1"_s, u"8"_s, u"1"_s}));
        model.setRows({row(u"3"_s, 9)}, 0);
        QCOMPARE(third.row(), 0);
        QCOMPARE(column(model, CampaignModel::Attempts), QStringList{u"9"_s});
        model.setRows({}, 0);
        QVERIFY(!third.isValid());
        QCOMPARE(resets.size(), 0);
    }

private:
    static BoardFixture filled()
    {
        BoardFixture board;
        board.add(u"1"_s, 1, u"0"_s, true, 20, 40'000);
        board.add(u"1"_s, 20, u"18"_s, true, 10, 40'000);
        board.add(u"2"_s, 1, u"20"_s, false, 55);
        board.add(u"2"_s, 20, u"28"_s, false, 5);
        board.addAwaiting(u"2"_s, 40, 10);
        board.addInbound(5, 4);
        return board;
    }
    static CampaignRow row(const QString &id, qint64 attempts)
    {
        CampaignRow made;
        made.name = u"Campaign "_s + id;
        made.figures.taskId = id;
        made.figures.tally.calls = made.figures.tally.attempts = attempts;
        return made;
    }
    static QStringList column(const CampaignModel &model, int which)
    {
        QStringList texts;
        for (int i = 0; i < model.rowCount(); ++i)
            texts.append(model.index(i, which).data().toString());
        return texts;
    }

    Theme m_theme;
    Format m_format{QLocale(QLocale::English), QTimeZone::utc()};
};

QTEST_MAIN(TestLiveFigures)
#include "test_live_figures.moc"
