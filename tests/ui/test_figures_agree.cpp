// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_fixture.h"
#include "random_calls.h"
#include "recount.h"

#include "ui/calls/calls_page.h"
#include "ui/campaigns/campaign_view.h"
#include "ui/campaigns/campaigns_matrix.h"
#include "ui/campaigns/campaigns_page.h"
#include "ui/common/charts/chart_panel.h"
#include "ui/common/charts/chart_view.h"
#include "ui/common/tables/detail_table.h"
#include "ui/common/tables/figure_table_view.h"
#include "ui/live/campaign_model.h"
#include "ui/live/campaign_table.h"
#include "ui/live/live_page.h"
#include "ui/live/tile.h"
#include "ui/receiver/receiver_page.h"

#include <QLabel>
#include <QRegularExpression>
#include <QTest>

#include <cmath>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Calls = 50'000, DataRows = 3'000;

/// What the store answers about one choice of period and campaigns.
struct Stored
{
    QList<CallRecord> calls;
    Totals totals;
    qint64 count = -1;
};

} // namespace

/// One store of many odd calls: whatever a page says about them, a person who counts the listed calls says too.
class TestFiguresAgree : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin).*"_s)); }
    void figuresOfAllPages_data();
    void figuresOfAllPages();

private:
    template <class P>
    void open(std::unique_ptr<P> &page);
    void ask(const CallFilter &filter);
    void totals();
    void tiles();
    void callsOverTime();
    void outcomesByResult();
    void talkTimes();
    void rates();
    void campaignTable();
    void completeness();
    void callsPage();
    void matrix();
    void rowOfMatrix(const FigureRow &attempts, const FigureRow &contacts, const Recount &counted);
    void oneCampaign(const QString &taskId);
    void keyFigures(const Recount &counted);
    const ChartData &chart(const QString &name) const { return m_live->findChild<ChartPanel *>(name)->view().data(); }
    QMap<qint64, Recount> bySlice() const;

    std::unique_ptr<PageFixture> m_fixture;
    std::unique_ptr<LivePage> m_live;
    std::unique_ptr<CampaignsPage> m_campaigns;
    std::unique_ptr<CallsPage> m_calls;
    std::unique_ptr<ReceiverPage> m_receiver;
    qint64 m_now = 0;
    Stored m_stored;
    Recount m_all;
    QMap<QString, Recount> m_byTask;
};

template <class P>
void TestFiguresAgree::open(std::unique_ptr<P> &page)
{
    page = std::make_unique<P>(m_fixture->services());
    page->resize(1400, 800);
    page->show();
    page->setActive(true);
}

void TestFiguresAgree::initTestCase()
{
    m_fixture = std::make_unique<PageFixture>(
        [](const StoreUrl &url) { seedRandomContacts(url, Calls, 20'261'122, DataRows); });
    for (const ResultMeaning &meaning : meaningsOfRecount())
        m_fixture->writer.setMeaning(meaning);
    m_now = bucketStart(QDateTime::currentMSecsSinceEpoch(), MinuteMs);
    open(m_live);
    open(m_campaigns);
    open(m_calls);
    open(m_receiver);
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->feed.meanings().addedCodes(), QStringList{u"x"_s}, 30'000);
}

void TestFiguresAgree::cleanupTestCase()
{
    m_live.reset();
    m_campaigns.reset();
    m_calls.reset();
    m_receiver.reset();
    m_fixture.reset();
}

void TestFiguresAgree::figuresOfAllPages_data()
{
    QTest::addColumn<qint64>("minutes");
    QTest::addColumn<qint64>("end"); // minutes ago
    QTest::addColumn<QStringList>("tasks");
    QTest::newRow("everything, by quarter hours") << qint64(26 * 60) << qint64(0) << QStringList();
    QTest::newRow("two campaigns, between quarter hours") << qint64(437) << qint64(11) << QStringList{u"2"_s, u""_s};
    QTest::newRow("two campaigns, by minutes") << qint64(113) << qint64(4) << QStringList{u"1"_s, u"3"_s};
}

void TestFiguresAgree::figuresOfAllPages()
{
    QFETCH(const qint64, minutes);
    QFETCH(const qint64, end);
    QFETCH(const QStringList, tasks);
    CallFilter filter;
    filter.range = {m_now - (end + minutes) * MinuteMs, m_now - end * MinuteMs};
    filter.taskIds = tasks;
    m_fixture->view.setPeriod({PeriodKind::Custom, filter.range});
    m_fixture->view.setTaskIds(tasks);
    ask(filter);
    constexpr void (TestFiguresAgree::*Checks[])() = {
        &TestFiguresAgree::totals,        &TestFiguresAgree::tiles,
        &TestFiguresAgree::callsOverTime, &TestFiguresAgree::outcomesByResult,
        &TestFiguresAgree::talkTimes,     &TestFiguresAgree::rates,
        &TestFiguresAgree::campaignTable, &TestFiguresAgree::completeness,
        &TestFiguresAgree::callsPage,     &TestFiguresAgree::matrix};
    for (const auto check : Checks) {
        (this->*check)();
        if (QTest::currentTestFailed())
            return;
    }
    oneCampaign(m_byTask.firstKey());
    oneCampaign(m_byTask.lastKey());
}

void TestFiguresAgree::ask(const CallFilter &filter)
{
    m_stored = {};
    m_all = {};
    m_fixture->readers.ask<Stored>(
        m_live.get(),
        [filter](Connection &connection) {
            return Stored{listCalls(connection, filter), loadTotals(connection, filter.range, filter.taskIds),
                          countCalls(connection, filter)};
        },
        [this](const Stored &stored) { m_stored = stored; });
    QTRY_VERIFY_WITH_TIMEOUT(m_stored.count >= 0, 60'000);
    for (const CallRecord &call : std::as_const(m_stored.calls))
        m_all.add(call);
    m_byTask = recountBy<QString>(m_stored.calls, [](const CallRecord &call) { return call.fields.taskId; });
    QVERIFY(m_all.calls > 1'000 && m_all.awaiting > 0 && m_all.inbound > 0 && m_all.outboundOnly > 0);
}

/// What `callboardctl totals` prints.
void TestFiguresAgree::totals()
{
    const Totals &totals = m_stored.totals;
    QCOMPARE(m_stored.count, m_all.calls);
    QCOMPARE(totals.calls, m_all.calls);
    QCOMPARE(totals.answered, m_all.answered);
    QCOMPARE(totals.both, m_all.both);
    QCOMPARE(totals.outboundOnly, m_all.outboundOnly);
    QCOMPARE(totals.basicOnly, m_all.awaiting + m_all.inbound);
    QCOMPARE(totals.tasks.size(), m_byTask.size() - (m_byTask.contains(u""_s) ? 1 : 0));
    for (const TaskTotals &task : totals.tasks) {
        const Recount &counted = m_byTask.value(task.taskId);
        QCOMPARE(task.calls, counted.calls);
        QCOMPARE(task.answered, counted.answered);
        QCOMPARE(task.contacts, counted.contacts.size());
        QCOMPARE(task.talkMs, counted.allTalkMs);
        QCOMPARE(task.results, counted.saidResults);
    }
}

void TestFiguresAgree::tiles()
{
    const Format &format = m_fixture->format;
    const TimeRange range = m_fixture->view.period().custom;
    for (const Tile *tile : m_live->tiles()) {
        const Metric metric = tile->figure().metric;
        const Ratio expected = metric == Metric::CallsPerMinute ? Ratio{m_all.calls, (range.to - range.from) / MinuteMs}
                                                                : m_all.ratio(metric);
        const QString text =
            metric == Metric::ContactsReached ? format.count(expected.numerator) : format.metric(metric, expected);
        const auto shown = [tile] {
            return std::pair(tile->figure().ratio.numerator, tile->figure().ratio.denominator);
        };
        QTRY_COMPARE_WITH_TIMEOUT(shown(), std::pair(expected.numerator, expected.denominator), 30'000);
        QCOMPARE(tile->figure().figure, text);
    }
    QTRY_COMPARE(qRound64(chart(u"talkChart"_s).total(0)), m_all.talkClasses[0]); // drawn to the last part
}

QMap<qint64, Recount> TestFiguresAgree::bySlice() const
{
    const QList<TimeSlice> &slices = m_live->snapshot().slices;
    return recountBy<qint64>(m_stored.calls, [&slices](const CallRecord &call) {
        const auto next = std::upper_bound(slices.begin(), slices.end(), call.placedAt(),
                                           [](qint64 at, const TimeSlice &slice) { return at < slice.figures.from; });
        return std::distance(slices.begin(), next) - 1;
    });
}

void TestFiguresAgree::callsOverTime()
{
    const ChartData &data = chart(u"timeChart"_s);
    const QMap<qint64, Recount> counted = bySlice();
    QVERIFY(counted.firstKey() >= 0);
    QVERIFY(data.categories.size() > 25);
    QCOMPARE(data.series.size(), OutcomeClassCount + 2);
    for (int slice = 0; slice < data.categories.size(); ++slice) {
        const Recount expected = counted.value(slice);
        for (int i = 0; i < OutcomeClassCount; ++i)
            QCOMPARE(qRound64(data.series.at(i).values.at(slice)), expected.byClass[static_cast<std::size_t>(i)]);
        QCOMPARE(qRound64(data.series.at(OutcomeClassCount).values.at(slice)), expected.awaiting);
        QCOMPARE(qRound64(data.series.at(OutcomeClassCount + 1).values.at(slice)), expected.inbound);
    }
}

void TestFiguresAgree::outcomesByResult()
{
    const ChartData &data = chart(u"resultChart"_s);
    qint64 compared = 0;
    for (int row = 0; row < data.categories.size(); ++row) {
        const QString label = data.categories.at(row).label;
        const QString code = label == u"No result"_s ? QString() : label.section(u' ', 0, 0);
        for (int i = 0; i < OutcomeClassCount; ++i)
            QCOMPARE(qRound64(data.series.at(i).values.at(row)), m_all.settled.value({code, i}));
        compared += qRound64(data.total(row));
    }
    QCOMPARE(compared, m_all.attempts - m_all.awaiting);
}

void TestFiguresAgree::talkTimes()
{
    const ChartData &data = chart(u"talkChart"_s);
    QCOMPARE(data.categories.size(), TalkClassCount);
    for (int i = 0; i < TalkClassCount; ++i)
        QCOMPARE(qRound64(data.total(i)), m_all.talkClasses[static_cast<std::size_t>(i)]);
}

void TestFiguresAgree::rates()
{
    const ChartData &data = chart(u"rateChart"_s);
    const QMap<qint64, Recount> counted = bySlice();
    for (int slice = 0; slice < data.categories.size(); ++slice) {
        int series = 0;
        for (const Metric metric : {Metric::ConnectRate, Metric::SuccessRate}) {
            const Ratio expected = counted.value(slice).ratio(metric);
            const double shown = data.series.at(series++).values.at(slice);
            QCOMPARE(std::isnan(shown), expected.denominator < FewestForTrend);
            if (!std::isnan(shown))
                QCOMPARE(shown, *expected.value());
        }
    }
}

void TestFiguresAgree::campaignTable()
{
    const QAbstractItemModel *model = m_live->findChild<CampaignTable *>()->model();
    const auto tasks = [model] {
        QStringList ids;
        for (int row = 0; row < model->rowCount(); ++row)
            ids.append(model->index(row, 0).data(CampaignModel::TaskIdRole).toString());
        ids.sort();
        return ids;
    };
    QTRY_COMPARE_WITH_TIMEOUT(tasks(), m_byTask.keys(), 30'000);
    constexpr std::pair<int, Metric> Columns[] = {{CampaignModel::Attempts, Metric::Attempts},
                                                  {CampaignModel::Connected, Metric::Connected},
                                                  {CampaignModel::ConnectRate, Metric::ConnectRate},
                                                  {CampaignModel::SuccessRate, Metric::SuccessRate},
                                                  {CampaignModel::Talk, Metric::Acd}};
    for (int row = 0; row < model->rowCount(); ++row) {
        const Recount counted = m_byTask.value(model->index(row, 0).data(CampaignModel::TaskIdRole).toString());
        for (const auto &[column, metric] : Columns)
            QTRY_COMPARE(model->index(row, column).data().toString(),
                         m_fixture->format.metric(metric, counted.ratio(metric)));
        QList<double> strip(counted.byClass.begin(), counted.byClass.end());
        strip.append(static_cast<double>(counted.awaiting));
        QCOMPARE(model->index(row, CampaignModel::Outcomes).data(CampaignModel::StripRole).value<QList<double>>(),
                 strip);
    }
}

void TestFiguresAgree::completeness()
{
    const auto *table = m_receiver->findChild<DetailTable *>(u"receiverCompleteness"_s);
    const auto figure = [table](int row) {
        return table->rowCount() > row ? table->item(row, 1)->text().section(u' ', 0, 0) : QString();
    };
    const qint64 expected[] = {m_all.both, m_all.awaiting, m_all.outboundOnly, m_all.inbound};
    for (int row = 0; row < 4; ++row)
        QTRY_COMPARE_WITH_TIMEOUT(figure(row), m_fixture->format.count(expected[row]), 30'000);
}

void TestFiguresAgree::callsPage()
{
    const auto *count = m_calls->findChild<QLabel *>(u"callCount"_s);
    QTRY_COMPARE_WITH_TIMEOUT(count->text(), u"%1 calls"_s.arg(m_fixture->format.count(m_all.calls)), 30'000);
}

void TestFiguresAgree::matrix()
{
    m_campaigns->showAll();
    const CampaignsMatrix &matrix = m_campaigns->matrix();
    QTRY_COMPARE_WITH_TIMEOUT(matrix.matrix().range, m_fixture->view.period().custom, 30'000);
    QTRY_COMPARE(matrix.attemptsView().figures().table().rows.size(), m_byTask.size() + 1);
    const FigureTable &attempts = matrix.attemptsView().figures().table();
    const FigureTable &contacts = matrix.contactsView().figures().table();
    QCOMPARE(contacts.rows.size(), attempts.rows.size());
    for (qsizetype row = 0; row < attempts.rows.size(); ++row) {
        QCOMPARE(contacts.rows.at(row).key, attempts.rows.at(row).key);
        const QString key = attempts.rows.at(row).key;
        const Recount counted = attempts.rows.at(row).isTotal ? m_all : m_byTask.value(key);
        rowOfMatrix(attempts.rows.at(row), contacts.rows.at(row), counted);
        for (qsizetype column = 3; column < attempts.columns.size(); ++column) {
            const QString code = attempts.columns.at(column).id.section(u':', 1);
            QCOMPARE(attempts.rows.at(row).cells.at(column).count, counted.results.value(code));
            QCOMPARE(contacts.rows.at(row).cells.at(column).count, counted.lastResults.value(code));
        }
    }
}

void TestFiguresAgree::rowOfMatrix(const FigureRow &attempts, const FigureRow &contacts, const Recount &counted)
{
    const Format &format = m_fixture->format;
    QCOMPARE(attempts.cells.at(0).text, format.count(counted.attempts));
    QCOMPARE(attempts.cells.at(1).text, format.share(counted.ratio(Metric::ConnectRate)));
    QCOMPARE(attempts.cells.at(2).text, format.count(counted.success));
    QCOMPARE(contacts.cells.at(0).text, format.count(counted.contacts.size()));
    QCOMPARE(contacts.cells.at(1).text, format.share(counted.contactRatio()));
    QCOMPARE(contacts.cells.at(2).text, format.count(counted.successfulContacts.size()));
}

void TestFiguresAgree::oneCampaign(const QString &taskId)
{
    m_campaigns->showCampaign(taskId);
    const CampaignView &campaign = m_campaigns->campaign();
    const Recount &counted = m_byTask.value(taskId);
    QTRY_COMPARE_WITH_TIMEOUT(campaign.figures().range, m_fixture->view.period().custom, 30'000);
    const CampaignFigures &figures = campaign.figures();
    QTRY_COMPARE_WITH_TIMEOUT(figures.tally.calls, counted.calls, 30'000);
    QCOMPARE(figures.tally.seizures, counted.seizures);
    QCOMPARE(figures.tally.talkMs, counted.talkMs);
    QCOMPARE(figures.tally.talkClasses, counted.talkClasses);
    QCOMPARE(figures.contacts.last, counted.lastResults);
    Ratio week;
    for (const auto &day : figures.hours) {
        for (const Ratio &hour : day)
            week = {week.numerator + hour.numerator, week.denominator + hour.denominator};
    }
    QCOMPARE(week.numerator, counted.connected);
    QCOMPARE(week.denominator, counted.attempts);
    for (const ResultSplit &split : figures.results) {
        QCOMPARE(split.answered, counted.splits.value({split.result, true}));
        QCOMPARE(split.unanswered, counted.splits.value({split.result, false}));
    }
    keyFigures(counted);
}

void TestFiguresAgree::keyFigures(const Recount &counted)
{
    const auto *view = m_campaigns->findChild<FigureTableView *>(u"keyFigures"_s);
    const Format &format = m_fixture->format;
    const auto check = [&](const QString &key, const Ratio &expected) {
        const auto rows = view->figures().table().rows;
        const auto row = std::find_if(rows.begin(), rows.end(), [&key](const FigureRow &r) { return r.key == key; });
        QVERIFY2(row != rows.end(), qPrintable(key));
        QCOMPARE(row->cells.at(2).text, format.count(expected.numerator));
        QCOMPARE(row->cells.at(3).text, format.count(expected.denominator));
    };
    for (const Metric metric : {Metric::ConnectRate, Metric::SuccessRate, Metric::LineFailureRate})
        check(QString(metric.word()), counted.ratio(metric));
    check(u"awaiting"_s, {counted.awaiting, counted.attempts});
    check(u"contact_connect_rate"_s, counted.contactRatio());
    check(u"conversion"_s, {counted.successfulContacts.size(), counted.connectedContacts.size()});
    check(u"attempts_per_contact"_s, {counted.attempts, counted.contacts.size()});
}

QTEST_MAIN(TestFiguresAgree)
#include "test_figures_agree.moc"
