// SPDX-License-Identifier: GPL-3.0-or-later
#include "list_cells.h"
#include "page_fixture.h"

#include "live/runner/alert_rows.h"
#include "store/read/queries.h"
#include "store/settings/alert_table.h"
#include "ui/alerts/alert_banner.h"
#include "ui/alerts/alert_notifier.h"
#include "ui/alerts/alert_rule_dialog.h"
#include "ui/alerts/alerts_page.h"
#include "ui/alerts/desktop.h"
#include "ui/alerts/hours_field.h"
#include "ui/session/alerts/alert_monitor.h"
#include "ui/session/logs/alert_words.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTimer>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

/// A rule that a handful of calls can break.
AlertRule easyRule()
{
    return {.metric = Metric::LineFailureRate,
            .eachTask = true,
            .threshold = 0.15,
            .clearThreshold = 0.10,
            .windowMinutes = 15,
            .leastCalls = 5};
}

/// Switches off everything that came with the program.
void keepOnly(AlertMonitor &alerts, const QList<AlertRule> &rules)
{
    for (AlertRule rule : QList<AlertRule>(alerts.rules())) {
        rule.enabled = false;
        alerts.saveRule(rule);
    }
    for (const AlertRule &rule : rules)
        alerts.saveRule(rule);
}

void pushCalls(PageFixture &fixture, int first, int count, const QString &result)
{
    for (int i = first; i < first + count; ++i)
        fixture.pushCall(i, 60, result);
}

qint64 countOf(PageFixture &fixture, const CallFilter &filter)
{
    qint64 count = -1;
    fixture.readers.ask<qint64>(
        &fixture.view, [filter](Connection &connection) { return countCalls(connection, filter); },
        [&count](const qint64 &answer) { count = answer; });
    return QTest::qWaitFor([&count] { return count >= 0; }) ? count : -1;
}

QList<AlertRow> storedOpen(PageFixture &fixture)
{
    std::optional<QList<AlertRow>> rows;
    fixture.readers.ask<QList<AlertRow>>(
        &fixture.view, [](Connection &connection) { return loadOpenAlerts(connection); },
        [&rows](const QList<AlertRow> &answer) { rows = answer; });
    return QTest::qWaitFor([&rows] { return rows.has_value(); }) ? *rows : QList<AlertRow>();
}

class FakeDesktop : public Desktop
{
public:
    bool hasTray() const override { return true; }
    void beep() override { ++beeps; }
    void setTrayVisible(bool visible) override { isTrayVisible = visible; }
    void notify(const QString &title, const QString &text) override { notes.append(title + u'\n' + text); }
    int beeps = 0;
    bool isTrayVisible = false;
    QStringList notes;
};

Alert alertOf(AlertWatch watch, Metric metric, const AlertFigure &figure)
{
    AlertRule rule{.watch = watch, .metric = metric, .eachTask = true};
    return {.rule = rule, .taskId = u"7"_s, .raisedAt = 1, .figure = figure, .worst = figure};
}

} // namespace

class TestAlertsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin).*"_s)); }
    void readsTheHistoryAgainWhenItCouldNot();
    void raisedShownAndAcknowledged();
    void figureLeadsToItsCalls();
    void everyFigureCountsItsCalls();
    void yesterdayIsAskedFromTheStore();
    void restartKeepsThemOpen();
    void rulesAreEditedAndSwitched();
    void dialogSaysWhatDoesNotFit();
    void dialogGivesBackWhatItGot();
    void hoursOfSeveralRangesSurvive();
    void bannerShowsTheMostSevere();
    void noisesAndNotes();
    void wordsOfAlerts();
    void preferencesSurvive();
};

/// What is raised meanwhile is shown with what was stored before, each once.
void TestAlertsPage::readsTheHistoryAgainWhenItCouldNot()
{
    PageFixture fixture;
    const StoreUrl later = StoreUrl::ofFile(fixture.path(u"later.db"_s));
    ReaderPool readers(later, 1);
    AlertMonitor monitor(fixture.alertRunner, readers, fixture.writer);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"could not be read, which is tried again.*"_s));
    fixture.alertRunner.start();
    auto *retry = monitor.findChild<QTimer *>(u"alertHistoryRetry"_s);
    QVERIFY(retry);
    QTRY_VERIFY(retry->isActive());
    QTRY_VERIFY(fixture.alerts.isLoaded());
    keepOnly(fixture.alerts, {easyRule()});
    pushCalls(fixture, 0, 8, u"28"_s);
    QTRY_COMPARE(fixture.alerts.open().size(), 1);
    QVERIFY(!monitor.isLoaded());
    const Alert raised = fixture.alerts.open().constFirst();
    Alert old = raised;
    old.raisedAt -= 60'000;
    old.clearedAt = raised.raisedAt;
    StoreWriter writer(later); // now there is a store
    QVERIFY(writer.startAndWait(nullptr));
    bool stored = false;
    writer.saveAlerts({rowOf(raised), rowOf(old)}, &monitor, [&stored](const QString &) { stored = true; });
    QTRY_VERIFY(stored);
    retry->start(0); // a minute has gone by
    QTRY_VERIFY(monitor.isLoaded());
    QCOMPARE(monitor.alertsEver(), 2);
    QCOMPARE(monitor.alerts().size(), 2);
    QCOMPARE(monitor.alerts().constLast().raisedAt, old.raisedAt);
}

void TestAlertsPage::raisedShownAndAcknowledged()
{
    PageFixture fixture;
    AlertsPage page(fixture.services());
    page.resize(1200, 700);
    page.show();
    page.setActive(true);
    auto *table = page.findChild<QTableView *>(u"alertTable"_s);
    const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    fixture.alertRunner.start();
    QTRY_VERIFY(fixture.alerts.isLoaded());
    keepOnly(fixture.alerts, {easyRule()});
    pushCalls(fixture, 0, 4, u"28"_s);
    pushCalls(fixture, 10, 4, u"5"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QTRY_COMPARE(cellText(*table, 0, u"figure"_s), u"50.0\u00a0% (4 of 8), clears at 10.0\u00a0%"_s);
    QCOMPARE(cellText(*table, 0, u"state"_s), u"Warning, new"_s);
    auto *acknowledge = page.findChild<QPushButton *>(u"acknowledge"_s);
    QVERIFY(!acknowledge->isEnabled());
    table->selectRow(0);
    QTest::mouseClick(acknowledge, Qt::LeftButton);
    QCOMPARE(cellText(*table, 0, u"state"_s), u"Warning, seen"_s);
    QVERIFY(!acknowledge->isEnabled());
    QVERIFY(fixture.alerts.waiting().isEmpty());
    pushCalls(fixture, 100, 40, u"5"_s);
    QTRY_COMPARE(cellText(*table, 0, u"state"_s), u"Warning, over"_s);
    QVERIFY(!cellText(*table, 0, u"cleared"_s).isEmpty());
    QCOMPARE(page.findChild<QLabel *>(u"alertSummary"_s)->text(), u"0 open, 1 so far"_s);
}

void TestAlertsPage::figureLeadsToItsCalls()
{
    PageFixture fixture;
    AlertsPage page(fixture.services());
    page.show();
    page.setActive(true);
    QSignalSpy wanted(&page, &Page::callsRequested);
    fixture.alertRunner.start();
    QTRY_VERIFY(fixture.alerts.isLoaded());
    keepOnly(fixture.alerts, {easyRule()});
    pushCalls(fixture, 0, 3, u"26"_s);
    pushCalls(fixture, 10, 2, u"28"_s);
    pushCalls(fixture, 20, 7, u"5"_s);
    QTRY_VERIFY(!fixture.alerts.open().isEmpty() && fixture.alerts.open().constFirst().figure.calls == 12);
    auto *table = page.findChild<QTableView *>(u"alertTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    table->selectRow(0);
    QTest::mouseClick(page.findChild<QPushButton *>(u"alertCalls"_s), Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(countOf(fixture, wanted.constFirst().constFirst().value<CallFilter>()), 5);
}

void TestAlertsPage::everyFigureCountsItsCalls()
{
    PageFixture fixture;
    pushCalls(fixture, 0, 5, u"0"_s);
    pushCalls(fixture, 10, 4, u"28"_s);
    pushCalls(fixture, 20, 3, u"5"_s);
    fixture.push("{\"call_uuid\":\"w\",\"direction\":2,\"time_hangup\":"
                 + QByteArray::number(QDateTime::currentMSecsSinceEpoch() - 60'000) + "}");
    QSignalSpy figures(&fixture.feed, &LiveFigures::figuresChanged);
    fixture.view.setPeriod({PeriodKind::LastHour, {}});
    QTRY_VERIFY(fixture.feed.board().isLoaded() && fixture.feed.board().total().calls == 13);
    const Tally total = fixture.feed.board().total();
    const TimeRange range = fixture.feed.board().window().range;
    for (const Metric metric : metricsAt(&MetricPlaces::alert)) {
        const AlertFigure figure{.known = true, .ratio = metricRatio(metric, total, 60), .range = range};
        Alert alert = alertOf(AlertWatch::Figure, metric, figure);
        alert.rule.eachTask = false;
        const bool isAverage = metric.info().unit == MetricUnit::Milliseconds;
        const qint64 counted = metric == Metric::CallsPerMinute ? total.calls
            : isAverage                                         ? total.connected
                                                                : figure.ratio.numerator;
        QVERIFY2(countOf(fixture, *fixture.alerts.callsOf(alert)) == counted, qPrintable(metricName(metric)));
    }
    QVERIFY(!fixture.alerts.callsOf(alertOf(AlertWatch::Receiver, Metric::Attempts, {})));
    QVERIFY(!fixture.alerts.callsOf(alertOf(AlertWatch::Store, Metric::Attempts, {})));
}

void TestAlertsPage::yesterdayIsAskedFromTheStore()
{
    constexpr int Day = 86'400;
    PageFixture fixture;
    for (int i = 0; i < 8; ++i)
        fixture.pushCall(i, Day + 240, i < 6 ? u"0"_s : u"5"_s);
    for (int i = 10; i < 18; ++i)
        fixture.pushCall(i, Day + 3600, u"5"_s); // another time of yesterday
    for (int i = 20; i < 30; ++i)
        fixture.pushCall(i, 240, i < 22 ? u"0"_s : u"5"_s);
    fixture.alertRunner.start();
    QTRY_VERIFY(fixture.alerts.isLoaded());
    AlertRule rule = easyRule();
    rule.watch = AlertWatch::RelativeDrop;
    rule.metric = Metric::ConnectRate;
    rule.threshold = 0.3;
    rule.clearThreshold = 0.2;
    keepOnly(fixture.alerts, {rule});
    QTRY_COMPARE(fixture.alerts.open().size(), 1);
    const Alert alert = fixture.alerts.open().constFirst();
    QCOMPARE(alert.figure.reference, 0.75);
    QCOMPARE(alert.figure.ratio.numerator, 2);
    QCOMPARE(countOf(fixture, *fixture.alerts.callsOf(alert)), 2);
}

void TestAlertsPage::restartKeepsThemOpen()
{
    PageFixture fixture;
    fixture.alertRunner.start();
    QTRY_VERIFY(fixture.alerts.isLoaded());
    keepOnly(fixture.alerts, {easyRule()});
    pushCalls(fixture, 0, 8, u"28"_s);
    QTRY_COMPARE(fixture.alerts.open().size(), 1);
    fixture.alerts.acknowledgeAll();
    const Alert before = fixture.alerts.open().constFirst();

    QTRY_VERIFY(storedOpen(fixture).value(0).acknowledgedAt != 0);

    AlertRunner runner(fixture.readers, fixture.writer);
    AlertMonitor again(runner, fixture.readers, fixture.writer);
    QSignalSpy raised(&again, &AlertMonitor::raised);
    runner.start();
    QTRY_VERIFY(again.isLoaded());
    QVERIFY(again.waiting().isEmpty());
    QCOMPARE(again.open().size(), 1);
    QCOMPARE(again.open().constFirst().raisedAt, before.raisedAt);
    QCOMPARE(again.open().constFirst().figure, before.figure);
    pushCalls(fixture, 20, 1, u"28"_s);
    QTRY_COMPARE(again.open().constFirst().figure.ratio.numerator, 9); // looked, and not raised again
    QVERIFY(raised.isEmpty());
    QCOMPARE(again.rules().constLast().threshold, 0.15);
    QVERIFY(!again.rules().constFirst().enabled);
}

void TestAlertsPage::rulesAreEditedAndSwitched()
{
    PageFixture fixture;
    AlertsPage page(fixture.services());
    page.resize(1200, 700);
    page.show();
    page.setActive(true);
    auto *table = page.findChild<QTableView *>(u"ruleTable"_s);
    const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    fixture.alertRunner.start();
    QTRY_COMPARE(table->model()->rowCount(), readyMadeRules().size());
    const QModelIndex box = cellAt(*table, 1, u"enabled"_s);
    QVERIFY(table->model()->setData(box, Qt::Unchecked, Qt::CheckStateRole));
    QVERIFY(!fixture.alerts.rules().at(1).enabled);
    QCOMPARE(box.data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    table->selectRow(1);
    auto *remove = page.findChild<QPushButton *>(u"removeRule"_s);
    QCOMPARE(remove->text(), u"As it came"_s);
    QTest::mouseClick(remove, Qt::LeftButton);
    QCOMPARE(fixture.alerts.rules(), readyMadeRules());
    QTest::mouseClick(page.findChild<QPushButton *>(u"newRule"_s), Qt::LeftButton);
    auto *dialog = page.findChild<AlertRuleDialog *>();
    QVERIFY(dialog != nullptr);
    dialog->findChild<QLineEdit *>(u"ruleName"_s)->setText(u"线路 13800138000"_s);
    dialog->accept();
    const int own = static_cast<int>(readyMadeRules().size());
    QCOMPARE(table->model()->rowCount(), own + 1);
    QCOMPARE(fixture.alerts.rules().constLast().id, FirstOwnRule);
    QVERIFY(!cellText(*table, own, u"rule"_s).contains(u"13800138000"_s));
    table->selectRow(own);
    QCOMPARE(remove->text(), u"Delete"_s);
    QTest::mouseClick(remove, Qt::LeftButton);
    QCOMPARE(fixture.alerts.rules(), readyMadeRules());
}

void TestAlertsPage::dialogSaysWhatDoesNotFit()
{
    AlertRuleDialog dialog(easyRule());
    auto *save = dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save);
    auto *clear = dialog.findChild<QDoubleSpinBox *>(u"ruleClear"_s);
    auto *problem = dialog.findChild<QLabel *>(u"ruleClearNote"_s);
    QVERIFY(save->isEnabled() && problem->text().isEmpty());
    QCOMPARE(clear->value(), 10.0);
    clear->setValue(20);
    QVERIFY(!save->isEnabled() && !problem->text().isEmpty());
    clear->setValue(15);
    QVERIFY(save->isEnabled() && problem->text().isEmpty());
    auto *subject = dialog.findChild<QComboBox *>(u"ruleSubject"_s);
    subject->setCurrentIndex(subject->findText(watchName(AlertWatch::NoPushes, Metric::Attempts)));
    QVERIFY(save->isEnabled());
    QCOMPARE(dialog.rule().threshold, 10.0);
    dialog.findChild<HoursField *>()->setHours({});
    QVERIFY(!save->isEnabled());
    QVERIFY(!dialog.findChild<QLabel *>(u"ruleHoursNote"_s)->text().isEmpty());
}

void TestAlertsPage::dialogGivesBackWhatItGot()
{
    QList<AlertRule> rules = readyMadeRules();
    AlertRule below = easyRule();
    below.id = 1001;
    below.metric = Metric::ConnectRate;
    below.below = true;
    below.threshold = 0.1;
    below.clearThreshold = 0.125;
    below.name = u"接通"_s;
    rules.append(below);
    AlertRule slow = easyRule();
    slow.metric = Metric::Acd;
    slow.threshold = 12'500;
    slow.clearThreshold = 10'000;
    rules.append(slow);
    for (const AlertRule &rule : rules) {
        AlertRule got = AlertRuleDialog(rule).rule();
        QVERIFY2(qAbs(got.threshold - rule.threshold) <= qAbs(rule.threshold) * 1e-9, qPrintable(ruleTitle(rule)));
        QVERIFY(qAbs(got.clearThreshold - rule.clearThreshold) <= qAbs(rule.clearThreshold) * 1e-9);
        got.threshold = rule.threshold;
        got.clearThreshold = rule.clearThreshold;
        if (rule.watch != AlertWatch::Figure && rule.watch != AlertWatch::RelativeDrop)
            got.metric = rule.metric;
        QCOMPARE(ruleToJson(got), ruleToJson(rule));
    }
}

void TestAlertsPage::hoursOfSeveralRangesSurvive()
{
    const CallingHours hours({CallingRange{{1, 2}, 540, 1440}, CallingRange{{6}, 600, 700}});
    HoursField field;
    field.setHours(hours);
    QCOMPARE(field.hours(), hours);
}

void TestAlertsPage::bannerShowsTheMostSevere()
{
    PageFixture fixture;
    AlertBanner banner(fixture.services());
    QSignalSpy wanted(&banner, &AlertBanner::callsRequested);
    fixture.alertRunner.start();
    QTRY_VERIFY(fixture.alerts.isLoaded());
    QVERIFY(!banner.isVisibleTo(nullptr));
    AlertRule critical = easyRule();
    critical.severity = AlertSeverity::Critical;
    critical.name = u"线路"_s;
    critical.eachTask = false;
    keepOnly(fixture.alerts, {easyRule(), critical});
    pushCalls(fixture, 0, 6, u"28"_s);
    QTRY_COMPARE(fixture.alerts.waiting().size(), 2);
    auto *text = banner.findChild<QLabel *>(u"alertBannerText"_s);
    QTRY_VERIFY2(text->text().startsWith(u"线路 100.0"_s), qPrintable(text->text()));
    QVERIFY(text->text().endsWith(u"1 more"_s));
    QCOMPARE(banner.property("styleClass").toString(), u"alarm"_s);
    QTest::mouseClick(banner.findChild<QPushButton *>(u"alertBannerCalls"_s), Qt::LeftButton);
    QCOMPARE(countOf(fixture, wanted.value(0).value(0).value<CallFilter>()), 6);
    QTest::mouseClick(banner.findChild<QPushButton *>(u"alertBannerAcknowledge"_s), Qt::LeftButton);
    QVERIFY(text->text().startsWith(u"7: Line failure rate 100.0"_s));
    QCOMPARE(banner.property("styleClass").toString(), u"caution"_s);
    QTest::mouseClick(banner.findChild<QPushButton *>(u"alertBannerAcknowledge"_s), Qt::LeftButton);
    QVERIFY(!banner.isVisibleTo(nullptr));
}

void TestAlertsPage::noisesAndNotes()
{
    PageFixture fixture;
    FakeDesktop desktop;
    const AlertNotifier notifier(fixture.alerts, fixture.feed, fixture.format, desktop);
    fixture.alertRunner.start();
    QTRY_VERIFY(fixture.alerts.isLoaded());
    AlertRule other = easyRule();
    other.name = u"call 13800138000 now"_s;
    keepOnly(fixture.alerts, {easyRule(), other});
    QVERIFY(!desktop.isTrayVisible);
    pushCalls(fixture, 0, 6, u"28"_s);
    QTRY_COMPARE(desktop.notes.size(), 1); // one for both
    QCOMPARE(desktop.beeps, 1);
    QVERIFY2(desktop.notes.constFirst().startsWith(u"Callboard: 2 alerts\n7: "_s), qPrintable(desktop.notes.at(0)));
    QVERIFY(!desktop.notes.constFirst().contains(u"13800138000"_s));
    QVERIFY(desktop.isTrayVisible);
    fixture.alerts.acknowledgeAll();
    QVERIFY(!desktop.isTrayVisible);
    fixture.alerts.preferences().setTray(true);
    QVERIFY(desktop.isTrayVisible);
    fixture.alerts.preferences().setTray(false);
    fixture.alerts.preferences().setSound(false);
    fixture.alerts.preferences().setDesktop(false);
    AlertRule third = easyRule();
    third.metric = Metric::ConnectRate;
    third.below = true;
    fixture.alerts.saveRule(third);
    QTRY_COMPARE(fixture.alerts.waiting().size(), 1);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(desktop.beeps, 1);
    QCOMPARE(desktop.notes.size(), 1);
    QVERIFY(!desktop.isTrayVisible);
}

void TestAlertsPage::wordsOfAlerts()
{
    const Format format{QLocale::c(), QTimeZone::utc()};
    QCOMPARE(alertFigureText(alertOf(AlertWatch::RelativeDrop, Metric::ConnectRate,
                                     {.known = true, .value = 0.13, .ratio = {13, 100}, .reference = 0.2}),
                             format),
             u"13.0\u00a0% (13 of 100), yesterday 20.0\u00a0%, clears at 0\u00a0% below yesterday"_s);
    QCOMPARE(alertFigureText(alertOf(AlertWatch::NoPushes, Metric::Attempts, {.known = true, .value = 12.4}), format),
             u"12 min"_s);
    QCOMPARE(alertFigureText(alertOf(AlertWatch::AwaitingGrowth, Metric::Awaiting, {.known = true, .ratio = {70, 12}}),
                             format),
             u"70, before 12, clears at 0 more"_s);
    Alert alert =
        alertOf(AlertWatch::Figure, Metric::LineFailureRate, {.known = true, .value = 0.46, .ratio = {46, 100}});
    alert.rule.clearThreshold = 0.1;
    QCOMPARE(alertFigureText(alert, format), u"46.0\u00a0% (46 of 100), clears at 10.0\u00a0%"_s);
    alert.follow({.known = true, .value = 0.131, .ratio = {131, 1000}});
    QCOMPARE(alertFigureText(alert, format), u"13.1\u00a0% (131 of 1000), worst 46.0\u00a0%, clears at 10.0\u00a0%"_s);
    alert.follow({});
    QCOMPARE(alertFigureText(alert, format), u"too few calls now, worst 46.0\u00a0%, clears at 10.0\u00a0%"_s);
    alert.clearedAt = 2;
    QCOMPARE(alertFigureText(alert, format), u"46.0\u00a0% (46 of 100)"_s);
    for (const AlertRule &rule : readyMadeRules())
        QVERIFY(!ruleTitle(rule).isEmpty() && !ruleCondition(rule, format).isEmpty());
    QCOMPARE(ruleCondition(readyMadeRules().at(1), format), u"above 15.0\u00a0% over 15 min, at least 50 calls"_s);
}

void TestAlertsPage::preferencesSurvive()
{
    PageFixture fixture;
    QSettings settings(fixture.path(u"window.ini"_s), QSettings::IniFormat);
    {
        AlertsPage page(fixture.services());
        page.restoreState(settings);
        auto *sound = page.findChild<QCheckBox *>(u"alertSound"_s);
        QVERIFY(sound->isChecked());
        sound->click();
        fixture.alerts.preferences().setTray(true);
        page.saveState(settings);
    }
    fixture.alerts.preferences().setSound(true);
    fixture.alerts.preferences().setTray(false);
    AlertsPage page(fixture.services());
    page.restoreState(settings);
    QVERIFY(!page.findChild<QCheckBox *>(u"alertSound"_s)->isChecked());
    QVERIFY(fixture.alerts.preferences().tray());
}

QTEST_MAIN(TestAlertsPage)
#include "test_alerts_page.moc"
