// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign_fixture.h"
#include "ui/campaigns/campaign_view.h"
#include "ui/campaigns/campaigns_matrix.h"
#include "ui/campaigns/campaigns_page.h"
#include "ui/common/charts/chart_panel.h"
#include "ui/common/charts/chart_view.h"
#include "ui/common/tables/figure_table_view.h"

#include <QComboBox>
#include <QHeaderView>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QToolButton>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

enum Tab { Overview, Hours, Tries, Lines, Columns, Contacts };

} // namespace

class TestCampaignsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_fixture = std::make_unique<CampaignFixture>(5); }
    void cleanupTestCase() { m_fixture.reset(); }
    void init();
    void cleanup() { m_page.reset(); }
    void everyCellOfTheMatrixIsExact();
    void matrixSaysWhatTotalsSay();
    void tablesOfTheMatrixGoTogether();
    void sharesOfNothingAreADash();
    void cellsAndNamesLeadOn();
    void everyCellOfACampaignIsExact_data();
    void everyCellOfACampaignIsExact();
    void hoursOfFewCallsArePale();
    void hoursAreOfFourWeeks();
    void chartsLeadToTheirCalls();
    void progressIsOfAllTime();
    void followsWhatCodesMean();
    void numbersAreCovered();
    void pivotNeverCutsSilently();
    void personalColumnsAreCovered();
    void remembersWhereItWas();
    void frameRestrictsTheMatrix();
    void followsCommitsOnlyWhileVisible();

private:
    FigureTableView &table(const QString &name) const { return *m_page->findChild<FigureTableView *>(name); }
    const FigureTable &shown(const QString &name) const { return table(name).figures().table(); }
    bool isFilled(const QString &name) const { return !shown(name).rows.isEmpty(); }
    void click(const QString &name) { m_page->findChild<QAbstractButton *>(name)->click(); }
    void open(int tab, const QString &taskId = u"1"_s);

    std::unique_ptr<CampaignFixture> m_fixture;
    std::unique_ptr<CampaignsPage> m_page;
};

void TestCampaignsPage::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin).*"_s));
    m_fixture->view.setTaskIds({});
    m_fixture->view.setPrivacy(Privacy::Masked);
    m_page = std::make_unique<CampaignsPage>(m_fixture->services());
    m_page->resize(1184, 600);
    m_page->show();
    m_page->setActive(true);
    QTRY_VERIFY(isFilled(u"attemptsMatrix"_s));
}

void TestCampaignsPage::open(int tab, const QString &taskId)
{
    m_page->campaign().showTab(tab);
    m_page->showCampaign(taskId);
    // What belonged to another campaign is hidden until the answer for this one has come.
    QTRY_VERIFY(m_page->campaign().figures().tally.calls > 0);
    QTRY_VERIFY([this] {
        const auto tables = m_page->findChildren<FigureTableView *>();
        return std::any_of(tables.begin(), tables.end(), [](const FigureTableView *each) { return each->isVisible(); });
    }());
}

void TestCampaignsPage::everyCellOfTheMatrixIsExact()
{
    for (const QString &button : {u"showShares"_s, u"byBest"_s, u"showCounts"_s, u"byLast"_s}) {
        click(button);
        QCOMPARE(m_fixture->wrongCell(shown(u"attemptsMatrix"_s)), QString());
        QCOMPARE(m_fixture->wrongCell(shown(u"contactsMatrix"_s)), QString());
    }
    for (const QString &name : {u"attemptsMatrix"_s, u"contactsMatrix"_s}) {
        const FigureTable &matrix = shown(name);
        QVERIFY(matrix.rows.constFirst().isTotal);
        for (const FigureRow &row : matrix.rows) {
            qint64 codes = 0;
            for (qsizetype i = 3; i < row.cells.size(); ++i)
                codes += row.cells.at(i).count;
            QCOMPARE(codes, row.cells.constFirst().count);
        }
        for (qsizetype column = 0; column < matrix.columns.size(); ++column) {
            qint64 sum = 0;
            for (const FigureRow &row : matrix.rows)
                sum += row.isTotal ? 0 : row.cells.at(column).count;
            QCOMPARE(matrix.rows.constFirst().cells.at(column).count, sum);
        }
    }
}

void TestCampaignsPage::matrixSaysWhatTotalsSay()
{
    std::optional<Totals> totals;
    const TimeRange range = m_page->matrix().matrix().range;
    m_fixture->readers.ask<Totals>(
        m_page.get(), [range](Connection &connection) { return loadTotals(connection, range, {}); },
        [&totals](const Totals &answer) { totals = answer; });
    QTRY_VERIFY(totals.has_value());
    for (const TaskTotals &task : std::as_const(totals->tasks)) {
        const auto rows = m_page->matrix().matrix().rows;
        const auto row =
            std::find_if(rows.begin(), rows.end(), [&task](const TaskRow &each) { return each.taskId == task.taskId; });
        QVERIFY(row != rows.end());
        QCOMPARE(row->tally.calls, task.calls);
        QCOMPARE(row->tally.answered, task.answered);
        QCOMPARE(row->contacts.attempted, task.contacts);
        QMap<QString, qint64> results = row->results;
        results.remove(QString());
        QCOMPARE(results, task.results);
    }
}

void TestCampaignsPage::sharesOfNothingAreADash()
{
    click(u"showShares"_s);
    const FigureTableModel &contacts = table(u"contactsMatrix"_s).figures();
    for (const FigureRow &row : contacts.table().rows) {
        for (qsizetype column = 3; column < row.cells.size(); ++column)
            QCOMPARE(row.cells.at(column).text == u"–"_s, row.cells.at(0).text == u"0"_s);
    }
    click(u"showCounts"_s);
}

void TestCampaignsPage::tablesOfTheMatrixGoTogether()
{
    FigureTableView &attempts = table(u"attemptsMatrix"_s), &contacts = table(u"contactsMatrix"_s);
    const auto sortBy = [](FigureTableView &view, int column) {
        QHeaderView *header = view.horizontalHeader();
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          {header->sectionViewportPosition(column) + 5, header->height() / 2});
    };
    sortBy(attempts, 0);
    QCOMPARE(contacts.figures().order(), attempts.figures().order());
    QVERIFY(attempts.figures().table().rows.at(1).cells.at(0).count
            >= attempts.figures().table().rows.at(2).cells.at(0).count);
    sortBy(contacts, 3);
    QCOMPARE(attempts.figures().order(), contacts.figures().order());
    QVERIFY(attempts.figures().table().rows.constFirst().isTotal);
    attempts.horizontalScrollBar()->setValue(40);
    QCOMPARE(contacts.horizontalScrollBar()->value(), 40);
}

void TestCampaignsPage::cellsAndNamesLeadOn()
{
    QSignalSpy calls(m_page.get(), &Page::callsRequested);
    FigureTableView &attempts = table(u"attemptsMatrix"_s);
    QTest::mouseClick(attempts.viewport(), Qt::LeftButton, {},
                      attempts.visualRect(attempts.model()->index(2, 0)).center());
    QCOMPARE(calls.size(), 1);
    const auto filter = calls.constFirst().constFirst().value<CallFilter>();
    QCOMPARE(m_fixture->countAll({filter}).value(0), attempts.figures().table().rows.at(2).cells.at(0).count);
    const QString task = attempts.figures().keyOf(2);
    QTest::keyClick(&attempts, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(m_page->showsOne());
    QCOMPARE(m_page->campaign().taskId(), task);
    click(u"backToCampaigns"_s);
    QVERIFY(!m_page->showsOne());
    click(u"openCampaign"_s);
    QVERIFY(m_page->showsOne());
    QSignalSpy edits(m_page.get(), &Page::taskEditRequested);
    QTRY_VERIFY(m_page->campaign().figures().tally.calls > 0);
    if (!task.isEmpty())
        click(u"editTask"_s);
    QCOMPARE(edits.size(), task.isEmpty() ? 0 : 1);
}

void TestCampaignsPage::everyCellOfACampaignIsExact_data()
{
    QTest::addColumn<int>("tab");
    QTest::addColumn<QStringList>("tables");
    QTest::newRow("overview") << int(Overview) << QStringList{u"keyFigures"_s, u"disagreement"_s};
    QTest::newRow("hours") << int(Hours) << QStringList{u"weekHours"_s};
    QTest::newRow("tries") << int(Tries) << QStringList{u"yields"_s, u"transitions"_s};
    QTest::newRow("lines") << int(Lines) << QStringList{u"lines"_s};
    QTest::newRow("columns") << int(Columns) << QStringList{u"pivot"_s};
    QTest::newRow("contacts") << int(Contacts) << QStringList{u"journeys"_s};
}

void TestCampaignsPage::everyCellOfACampaignIsExact()
{
    QFETCH(const int, tab);
    QFETCH(const QStringList, tables);
    open(tab);
    for (const QString &name : tables) {
        QTRY_VERIFY(isFilled(name));
        QCOMPARE(m_fixture->wrongCell(shown(name)), QString());
        QVERIFY(!table(name).accessibleName().isEmpty());
    }
    for (QToolButton *button : m_page->findChildren<QToolButton *>()) {
        if (button->isVisible() && button->property("styleClass") == u"segment"_s)
            button->click();
    }
    for (const QString &name : tables)
        QCOMPARE(m_fixture->wrongCell(shown(name)), QString());
}

/// One call of two is not the best hour of the week.
void TestCampaignsPage::hoursOfFewCallsArePale()
{
    const Theme theme;
    const Format format(QLocale(QLocale::English), QTimeZone::utc());
    const CampaignContext context{theme, format, {}, {}};
    CampaignFigures figures;
    figures.hours[0][9] = {1, 2};
    figures.hours[0][10] = {12, 30};
    figures.hours[0][11] = {15, 50};
    const auto heats = [&](CampaignTables::Show show) {
        QList<double> heat;
        const FigureTable table = CampaignTables::weekHours(figures, u"1"_s, show, context);
        for (int hour : {9, 10, 11})
            heat.append(table.rows.constFirst().cells.at(hour).heat);
        return heat;
    };
    const QList<double> rates = heats(CampaignTables::Show::Share), counts = heats(CampaignTables::Show::Count);
    QVERIFY(rates[0] > 0 && rates[0] < rates[2] / 2);
    QCOMPARE(rates[1], 1.0);
    QVERIFY(counts[0] < counts[1] && counts[1] < counts[2]);
}

void TestCampaignsPage::hoursAreOfFourWeeks()
{
    const Period before = m_fixture->view.period();
    constexpr qint64 end = CampaignFixture::Begin + 8 * DayMs;
    m_fixture->view.setPeriod({PeriodKind::Custom, {end - DayMs, end}});
    open(Overview);
    const qint64 ofTheDay = m_page->campaign().figures().tally.attempts;
    m_page->campaign().showTab(Hours);
    QTRY_VERIFY(isFilled(u"weekHours"_s));
    QVERIFY(shown(u"weekHours"_s).rows.constLast().cells.constLast().calls->range.from <= end - 28 * DayMs);
    click(u"showAttempts"_s);
    QVERIFY(shown(u"weekHours"_s).rows.constLast().cells.constLast().count > ofTheDay);
    QCOMPARE(m_fixture->wrongCell(shown(u"weekHours"_s)), QString());
    m_fixture->view.setPeriod(before);
}

void TestCampaignsPage::chartsLeadToTheirCalls()
{
    QSignalSpy calls(m_page.get(), &Page::callsRequested);
    for (const int tab : {Overview, Tries}) {
        open(tab);
        for (ChartPanel *panel : m_page->findChildren<ChartPanel *>()) {
            if (!panel->isVisible())
                continue;
            QTRY_VERIFY(!panel->view().data().categories.isEmpty());
            const ChartData data = panel->view().data();
            QVERIFY(data.categories.size() >= 4);
            for (int i = 0; i < data.categories.size(); ++i) {
                Q_EMIT panel->clicked(i, i, -1);
                const auto filter = calls.takeLast().constFirst().value<CallFilter>();
                const qint64 stored = m_fixture->countAll({filter}).value(0);
                if (data.unit == ChartUnit::Count)
                    QCOMPARE(stored, qRound64(data.total(i)));
                else
                    QVERIFY2(data.categories.at(i).words.contains(u": %1 "_s.arg(stored)),
                             qPrintable(data.categories.at(i).words));
            }
        }
    }
    QSignalSpy lost(m_page.get(), &Page::callsRequested);
    click(u"estimatedLost"_s);
    const qint64 stored = m_fixture->countAll({lost.constFirst().constFirst().value<CallFilter>()}).value(0);
    QVERIFY(m_page->findChild<QToolButton *>(u"estimatedLost"_s)->text().endsWith(u": %1"_s.arg(stored)));
}

void TestCampaignsPage::progressIsOfAllTime()
{
    QSignalSpy calls(m_page.get(), &Page::callsRequested);
    open(Overview);
    const CampaignFigures &figures = m_page->campaign().figures();
    QCOMPARE(figures.listSize, 4'000);
    click(u"campaignProgress"_s);
    QCOMPARE(m_fixture->countAll({calls.constFirst().constFirst().value<CallFilter>()}).value(0),
             figures.contactsEver.attempted);
}

void TestCampaignsPage::followsWhatCodesMean()
{
    open(Overview);
    const auto codes = [this] { return m_page->campaign().figures().rules.ruleOf(u"1"_s).codes; };
    QTRY_COMPARE_WITH_TIMEOUT(codes(), (QStringList{u"0"_s, u"77"_s}), 20'000);
    CallFilter filter = CampaignTables::callsOf(m_page->campaign().figures(), u"1"_s);
    filter.outbound = true;
    filter.results = codes();
    QCOMPARE(m_fixture->countAll({filter}).value(0), m_page->campaign().figures().tally.success);
    filter.results = {u"3"_s, u"26"_s, u"27"_s, u"28"_s};
    QCOMPARE(m_fixture->countAll({filter}).value(0), m_page->campaign().figures().tally.lineFaults);
    QCOMPARE(m_fixture->wrongCell(shown(u"keyFigures"_s)), QString());
}

void TestCampaignsPage::numbersAreCovered()
{
    const QRegularExpression number(u"1990000\\d{4}|055196866\\d{3}"_s);
    for (const auto &[tab, name] : {std::pair(Lines, u"lines"_s), std::pair(Contacts, u"journeys"_s)}) {
        open(tab);
        QTRY_VERIFY(isFilled(name));
        QVERIFY(!table(name).text(false).contains(number));
        m_fixture->view.setPrivacy(Privacy::Revealed);
        QTRY_VERIFY(table(name).text(false).contains(number));
        m_fixture->view.setPrivacy(Privacy::Masked);
        QVERIFY(!table(name).text(false).contains(number));
    }
}

void TestCampaignsPage::pivotNeverCutsSilently()
{
    open(Columns);
    QTRY_VERIFY(isFilled(u"pivot"_s));
    auto *columns = m_page->findChild<QComboBox *>(u"pivotColumn"_s);
    QCOMPARE(columns->currentText(), u"城市"_s);
    columns->setCurrentIndex(1);
    Q_EMIT columns->activated(1);
    QTRY_VERIFY(shown(u"pivot"_s).rows.constLast().isTotal); // one row for all values beyond the first hundred
    qint64 attempts = 0;
    for (const FigureRow &row : shown(u"pivot"_s).rows)
        attempts += row.cells.at(1).count;
    QCOMPARE(attempts, m_page->campaign().figures().tally.attempts);
    QCOMPARE(m_fixture->wrongCell(shown(u"pivot"_s)), QString());
    QVERIFY(!table(u"pivot"_s).text(false).contains(QRegularExpression(u"1990000\\d{4}"_s)));
}

/// The rows still lead to their calls; only what they are called is covered.
void TestCampaignsPage::personalColumnsAreCovered()
{
    open(Columns);
    QTRY_VERIFY(isFilled(u"pivot"_s));
    const auto written = [this] {
        const QString text = table(u"pivot"_s).text(false);
        qsizetype found = 0;
        for (const FigureRow &row : shown(u"pivot"_s).rows)
            found += !row.isTotal && row.key.size() > 2 && text.contains(row.key.mid(2)) ? 1 : 0;
        return found;
    };
    QVERIFY(written() > 2);
    m_fixture->view.setPersonalColumns({m_page->findChild<QComboBox *>(u"pivotColumn"_s)->currentData().toString()});
    QCOMPARE(written(), 0);
    QCOMPARE(m_fixture->wrongCell(shown(u"pivot"_s)), QString());
    m_fixture->view.setPersonalColumns({});
    QVERIFY(written() > 2);
}

void TestCampaignsPage::remembersWhereItWas()
{
    open(Lines, u"2"_s);
    click(u"showShares"_s);
    QSettings settings(m_fixture->path(u"page.ini"_s), QSettings::IniFormat);
    m_page->saveState(settings);
    CampaignsPage again(m_fixture->services());
    again.restoreState(settings);
    QVERIFY(again.showsOne());
    QCOMPARE(again.campaign().taskId(), u"2"_s);
    QVERIFY(again.findChild<QToolButton *>(u"showShares"_s)->isChecked());
    again.show();
    again.setActive(true);
    QTRY_VERIFY(!again.findChild<FigureTableView *>(u"lines"_s)->figures().table().rows.isEmpty());
    QTest::keyClick(again.findChild<FigureTableView *>(u"lines"_s), Qt::Key_Escape);
    QTRY_VERIFY(!again.showsOne());
}

void TestCampaignsPage::frameRestrictsTheMatrix()
{
    m_fixture->view.setTaskIds({u"1"_s, u"3"_s});
    QTRY_COMPARE(shown(u"attemptsMatrix"_s).rows.size(), 3);
    QCOMPARE(m_fixture->wrongCell(shown(u"attemptsMatrix"_s)), QString());
}

void TestCampaignsPage::followsCommitsOnlyWhileVisible()
{
    const auto attempts = [this] { return shown(u"attemptsMatrix"_s).rows.constFirst().cells.at(0).count; };
    const qint64 before = attempts();
    m_fixture->push(TestCall(8'001, u"1"_s).outbound());
    QTRY_COMPARE_WITH_TIMEOUT(attempts(), before + 1, 20'000);
    m_page->setActive(false);
    QSignalSpy committed(&m_fixture->feed, &LiveFigures::committed);
    m_fixture->push(TestCall(8'002, u"1"_s).outbound());
    QVERIFY(committed.wait(10'000));
    QCOMPARE(attempts(), before + 1);
    m_page->setActive(true);
    QTRY_COMPARE_WITH_TIMEOUT(attempts(), before + 2, 20'000);
}

QTEST_MAIN(TestCampaignsPage)
#include "test_campaigns_page.moc"
