// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_fixture.h"
#include "random_calls.h"

#include "ui/common/charts/chart_panel.h"
#include "ui/common/charts/chart_view.h"
#include "ui/common/tables/detail_table.h"
#include "ui/live/campaign_model.h"
#include "ui/live/campaign_table.h"
#include "ui/live/live_page.h"
#include "ui/live/tile.h"
#include "ui/receiver/receiver_page.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

/// Every kind of figure of the Live and Receiver pages leads to exactly the calls that it counts.
class TestDrilldown : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin).*"_s)); }
    void cleanup() { check(); }
    void tiles();
    void callsOverTime();
    void outcomesByResult();
    void rates();
    void talkTimes();
    void campaigns();
    void completeness();
    void mouseOnABar();

private:
    ChartPanel &panel(const QString &name) const { return *m_live->findChild<ChartPanel *>(name); }
    const LiveSnapshot &snapshot() const { return m_live->snapshot(); }
    /// Remembers a click on a figure: what it counts, and the filter that it asked for.
    void expect(const QString &what, qint64 figure, const std::function<void()> &click);
    void expectChart(ChartPanel &chart, int category, int series, qint64 figure);
    void check();

    struct Expected
    {
        QString what;
        qint64 figure;
    };
    std::unique_ptr<PageFixture> m_fixture;
    std::unique_ptr<LivePage> m_live;
    std::unique_ptr<ReceiverPage> m_receiver;
    QList<CallFilter> m_wanted;
    QList<Expected> m_expected;
};

void TestDrilldown::initTestCase()
{
    m_fixture = std::make_unique<PageFixture>([](const StoreUrl &url) { seedRandomCalls(url, 2'000, 5); });
    // A code that somebody gave another meaning, and an unknown one that got its first.
    m_fixture->writer.setMeaning(
        {.code = u"5"_s, .outcomeClass = OutcomeClass::LineFault, .flags = ResultFlag::LineFault});
    m_fixture->writer.setMeaning({.code = u"x"_s, .outcomeClass = OutcomeClass::Timeout, .flags = ResultFlag::Success});
    m_live = std::make_unique<LivePage>(m_fixture->services());
    m_receiver = std::make_unique<ReceiverPage>(m_fixture->services());
    for (Page *page : std::initializer_list<Page *>{m_live.get(), m_receiver.get()}) {
        connect(page, &Page::callsRequested, this, [this](const CallFilter &filter) { m_wanted.append(filter); });
        page->resize(1500, 900);
        page->show();
        page->setActive(true);
    }
    QTRY_VERIFY_WITH_TIMEOUT(snapshot().total.calls == 2'000, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(snapshot().rules.meanings().addedCodes() == QStringList{u"x"_s}, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(snapshot().contacts.attempted > 0 && !snapshot().triedContacts.isEmpty(), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(!snapshot().callsByMinute.isEmpty(), 30'000);
    // What the widgets show is of that moment too.
    QTRY_COMPARE(m_live->tiles().at(7)->figure().ratio.numerator, snapshot().contacts.connected);
    QTRY_COMPARE(m_live->tiles().at(5)->figure().ratio.numerator, snapshot().total.lineFaults);
    QTRY_COMPARE(m_live->findChild<CampaignTable *>()->model()->rowCount(), 4);
}

void TestDrilldown::cleanupTestCase()
{
    m_live.reset();
    m_receiver.reset();
    m_fixture.reset();
}

void TestDrilldown::expect(const QString &what, qint64 figure, const std::function<void()> &click)
{
    const qsizetype before = m_wanted.size();
    click();
    QVERIFY2(m_wanted.size() == before + 1, qPrintable(what + u" leads nowhere"_s));
    m_expected.append({what, figure});
}

void TestDrilldown::check()
{
    const QList<qint64> counts = m_fixture ? m_fixture->countsOf(m_wanted) : QList<qint64>();
    QCOMPARE(counts.size(), m_expected.size());
    for (qsizetype i = 0; i < counts.size(); ++i) {
        const auto &[what, figure] = m_expected.at(i);
        QVERIFY2(counts.at(i) == figure,
                 qPrintable(u"%1: shows %2, leads to %3"_s.arg(what).arg(figure).arg(counts.at(i))));
    }
    m_wanted.clear();
    m_expected.clear();
}

void TestDrilldown::tiles()
{
    for (Tile *tile : m_live->tiles()) {
        const TileFigure &figure = tile->figure();
        const MetricInfo &info = figure.metric.info();
        const qint64 counted = info.amount            ? figure.ratio.denominator
            : figure.metric == Metric::CallsPerMinute ? snapshot().total.calls
                                                      : figure.ratio.numerator;
        QVERIFY2(counted > 0, qPrintable(figure.name));
        expect(figure.name, counted, [tile] { QTest::mouseClick(tile, Qt::LeftButton); });
    }
    QCOMPARE(m_expected.size(), metricsAt(&MetricPlaces::tile).size());
}

void TestDrilldown::expectChart(ChartPanel &chart, int category, int series, qint64 figure)
{
    const QString what = u"%1, category %2, series %3"_s.arg(chart.objectName()).arg(category).arg(series);
    expect(what, figure, [&] { Q_EMIT chart.view().clicked(category, category, series); });
}

void TestDrilldown::callsOverTime()
{
    ChartPanel &chart = panel(u"timeChart"_s);
    const ChartData data = chart.view().data();
    for (int category = 0; category < data.categories.size(); ++category) {
        for (int series = 0; series < data.series.size(); ++series)
            expectChart(chart, category, series, qRound64(data.series[series].values[category]));
        expectChart(chart, category, -1, qRound64(data.total(category)));
    }
    QVERIFY(m_expected.size() > 500);
}

void TestDrilldown::outcomesByResult()
{
    ChartPanel &chart = panel(u"resultChart"_s);
    const ChartData data = chart.view().data();
    for (int category = 0; category < data.categories.size(); ++category) {
        for (int series = 0; series < data.series.size(); ++series)
            expectChart(chart, category, series, qRound64(data.series[series].values[category]));
        expectChart(chart, category, -1, qRound64(data.total(category)));
    }
    const int last = static_cast<int>(data.categories.size()) - 1;
    QCOMPARE(last + 1, 15);
    qint64 rest = 0;
    for (int category = 9; category <= last; ++category)
        rest += qRound64(data.total(category));
    expect(u"the rows summed up"_s, rest, [&] { Q_EMIT chart.view().clicked(9, last, -1); });
}

void TestDrilldown::rates()
{
    ChartPanel &chart = panel(u"rateChart"_s);
    const ChartData data = chart.view().data();
    for (int category = 0; category < data.categories.size(); ++category) {
        const Tally &tally = snapshot().slices.at(category).figures.tally;
        expectChart(chart, category, 0, metricRatio(Metric::ConnectRate, tally).numerator);
        expectChart(chart, category, 1, metricRatio(Metric::SuccessRate, tally).numerator);
        expectChart(chart, category, -1, tally.attempts);
    }
}

void TestDrilldown::talkTimes()
{
    ChartPanel &chart = panel(u"talkChart"_s);
    const ChartData data = chart.view().data();
    for (int category = 0; category < data.categories.size(); ++category)
        expectChart(chart, category, -1, qRound64(data.total(category)));
}

void TestDrilldown::campaigns()
{
    const auto *table = m_live->findChild<CampaignTable *>();
    const LiveSnapshot &shown = snapshot();
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        const QString id = table->model()->index(row, 0).data(CampaignModel::TaskIdRole).toString();
        const auto task = std::find_if(shown.tasks.begin(), shown.tasks.end(),
                                       [&id](const TaskFigures &figures) { return figures.taskId == id; });
        QVERIFY(task != shown.tasks.end());
        CampaignRow campaign;
        campaign.callsByMinute = shown.callsByMinute.value(id);
        const Tally &tally = task->tally;
        const qint64 figures[] = {tally.calls,     shown.triedContacts.value(id).attempted,
                                  tally.attempts,  tally.connected,
                                  tally.connected, metricRatio(Metric::SuccessRate, tally).numerator,
                                  tally.attempts,  campaign.callsPerMinute().numerator,
                                  tally.connected, tally.calls};
        static_assert(std::size(figures) == CampaignModel::ColumnCount);
        for (int column = CampaignModel::Campaign + 1; column < CampaignModel::ColumnCount;
             ++column) { // names open pages
            const QModelIndex cell = table->model()->index(row, column);
            expect(u"campaign %1, column %2"_s.arg(id).arg(column), figures[column],
                   [&] { Q_EMIT const_cast<CampaignTable *>(table)->activated(cell); });
        }
    }
}

void TestDrilldown::completeness()
{
    auto *table = m_receiver->findChild<DetailTable *>(u"receiverCompleteness"_s);
    const auto figure = [table](int row) {
        return table->item(row, 1)->text().section(u' ', 0, 0).remove(u',').toLongLong();
    };
    QTRY_VERIFY_WITH_TIMEOUT(figure(0) > 0, 30'000);
    for (int row = 0; row < table->rowCount(); ++row) {
        QVERIFY(figure(row) > 0);
        expect(table->item(row, 0)->text(), figure(row), [&] {
            QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                              table->visualItemRect(table->item(row, 0)).center());
        });
    }
    QCOMPARE(m_expected.size(), 4);
}

void TestDrilldown::mouseOnABar()
{
    ChartView &view = panel(u"timeChart"_s).view();
    const int category = static_cast<int>(view.data().categories.size()) - 4;
    const QPointF foot(view.categoryRect(category).center().x(), view.categoryRect(category).bottom() - 2);
    const QList<ChartSeries> &series = view.data().series;
    const auto lowest =
        std::find_if(series.begin(), series.end(), [=](const auto &s) { return s.values[category] > 0; });
    QVERIFY(lowest != series.end());
    expect(u"the lowest bar"_s, qRound64(lowest->values[category]),
           [&] { QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, foot.toPoint()); });
}

QTEST_MAIN(TestDrilldown)
#include "test_drilldown.moc"
