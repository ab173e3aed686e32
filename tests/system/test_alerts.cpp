// SPDX-License-Identifier: GPL-3.0-or-later
// Alerts while no window is open: the receiver raises them, logs them and stores them; the window that is opened
// afterwards shows them and goes on with those that are open.
#include "programs.h"
#include "tests/ui/running_program.h"

#include "live/runner/alert_rows.h"
#include "store/retention/clock_memory.h"
#include "store/write/store_writer.h"
#include "ui/alerts/alert_banner.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 60'000; ///< ms; only ever reached when something is broken
constexpr qint64 Silence = 1, LineFailures = 2; ///< ready-made rules

/// Waits until the log has a line that matches, and returns all that it has by then.
QByteArray logWith(ServeProcess &serve, const QString &pattern)
{
    const QRegularExpression wanted(pattern);
    QByteArray log;
    const bool found =
        QTest::qWaitFor([&] { return wanted.match(QString::fromUtf8(log += serve.errors())).hasMatch(); }, Patience);
    return found ? log : log + "\n(never came)";
}

bool isComplete(const QByteArray &log)
{
    return !log.endsWith("(never came)");
}

} // namespace

class TestAlerts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void theWindowShowsWhatTheReceiverRaised();
    void theLogHoldsIdsAlone();

private:
    StoreUrl url() const { return StoreUrl::ofFile(m_dir->filePath(u"calls.db"_s)); }
    QString store() const { return u"sqlite:"_s + url().localFile(); }
    void writeRules(const QList<AlertRule> &rules) const;
    QList<Alert> open() const;
    Alert openOf(qint64 ruleId) const;
    /// An open alert of silence since the last push: nothing can end it but another one.
    bool isSilent() const;
    static bool simulate(const ServeProcess &serve, int calls, const QString &rate);

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestAlerts::writeRules(const QList<AlertRule> &rules) const
{
    const auto write = [rules, url = url()] {
        StoreWriter writer(url);
        QString error;
        if (!writer.startAndWait(&error))
            qFatal("%s", qPrintable(error));
        for (const AlertRule &rule : rules)
            writer.saveAlertRule({rule.id, ruleToJson(rule)});
        writer.stop();
    };
    std::async(std::launch::async, write).get(); // the window's thread opens no store
}

QList<Alert> TestAlerts::open() const
{
    const auto read = [url = url()] {
        Connection connection(url, Access::Read);
        return alertsFromRows(loadOpenAlerts(connection));
    };
    return std::async(std::launch::async, read).get();
}

Alert TestAlerts::openOf(qint64 ruleId) const
{
    const QList<Alert> all = open();
    for (const Alert &alert : all) {
        if (alert.rule.id == ruleId)
            return alert;
    }
    return {};
}

bool TestAlerts::isSilent() const
{
    const auto lastPush = [url = url()] {
        Connection connection(url, Access::Read);
        return newestArrival(connection);
    };
    return openOf(Silence).figure.range.from == std::async(std::launch::async, lastPush).get();
}

/// A wave of line failures.
bool TestAlerts::simulate(const ServeProcess &serve, int calls, const QString &rate)
{
    return runCtl({u"simulate"_s, u"--url"_s, serve.url().toString(), u"--calls"_s, QString::number(calls), u"--rate"_s,
                   rate, u"--tasks"_s, u"1"_s, u"--line-failures"_s, u"0.8"_s})
               .code
        == 0;
}

void TestAlerts::theWindowShowsWhatTheReceiverRaised()
{
    AlertRule silence = readyMadeRules().at(0);
    QCOMPARE(silence.id, Silence);
    silence.threshold = silence.clearThreshold = 0.02; // minutes
    silence.hours = {};
    writeRules({silence});
    qint64 failingSince = 0;
    {
        ServeProcess serve;
        QVERIFY2(serve.start(store()), serve.errors().constData());
        QVERIFY(simulate(serve, 300, u"0"_s));
        const QByteArray log =
            logWith(serve, u"Alert raised: rule 2 \\(line_failure_rate, critical\\), task \\S+: [\\d.]+ % \\("_s);
        QVERIFY2(isComplete(log), log.constData());
        QTRY_VERIFY_WITH_TIMEOUT(openOf(LineFailures).raisedAt > 0, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(isSilent(), Patience);
        failingSince = openOf(LineFailures).raisedAt;
        serve.kill();
        QVERIFY2((log + serve.errors()).contains("Alert raised: rule 1 (silence, critical): no push for "),
                 log.constData());
    }
    {
        ServeProcess again;
        QVERIFY2(again.start(store()), again.errors().constData());
        QVERIFY(simulate(again, 20, u"8"_s)); // the silence ends, and begins again
        const QByteArray log = logWith(again, u"Alert cleared: rule 1 \\(silence, critical\\), after \\d+ s\\.\\n"_s);
        QVERIFY2(isComplete(log), log.constData());
        QTRY_VERIFY_WITH_TIMEOUT(isSilent(), Patience);
        QCOMPARE(again.terminate(), 0);
        QVERIFY2(!(log + again.errors()).contains("rule 2"), log.constData());
        QCOMPARE(openOf(LineFailures).raisedAt, failingSince);
    }
    Program program(m_dir->path());
    AlertMonitor &alerts = program.session.alerts();
    const QSignalSpy raised(&alerts, &AlertMonitor::raised);
    QVERIFY(program.isShown());
    QTRY_VERIFY_WITH_TIMEOUT(alerts.isLoaded(), Patience);
    const auto ruleIds = [](const QList<Alert> &list) {
        QSet<qint64> ids;
        for (const Alert &alert : list)
            ids.insert(alert.rule.id);
        return ids;
    };
    QVERIFY(ruleIds(alerts.open()).contains(LineFailures));
    QVERIFY(ruleIds(alerts.open()).contains(Silence));
    const auto past = std::count_if(alerts.alerts().begin(), alerts.alerts().end(),
                                    [](const Alert &alert) { return !alert.isOpen(); });
    QVERIFY(past > 0); // the first silence
    MainWindow &window = *program.session.window();
    window.showPage(window.pageIndex("alerts"_L1));
    const auto *table = window.page("alerts"_L1)->findChild<QTableView *>(u"alertTable"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), alerts.alerts().size(), Patience);
    QTRY_VERIFY_WITH_TIMEOUT(window.findChild<AlertBanner *>()->isVisible(), Patience);
    for (const auto &arguments : raised)
        QVERIFY(arguments.constFirst().value<Alert>().rule.id != LineFailures);
    alerts.acknowledgeAll();
    QTRY_VERIFY_WITH_TIMEOUT(openOf(LineFailures).acknowledgedAt > 0, Patience);
    QCOMPARE(openOf(LineFailures).raisedAt, failingSince);
}

/// No name that people gave, no phone number, nothing that steers a terminal.
void TestAlerts::theLogHoldsIdsAlone()
{
    AlertRule any{.id = FirstOwnRule,
                  .name = u"线路 13900139000"_s,
                  .metric = Metric::Attempts,
                  .eachTask = true,
                  .threshold = 0};
    writeRules({any});
    ServeProcess serve;
    QVERIFY2(serve.start(store()), serve.errors().constData());
    const QByteArray now = QByteArray::number(QDateTime::currentMSecsSinceEpoch());
    for (const QByteArray task : {"13800138000", "7\\u202e"}) {
        const QByteArray body = R"({"call_uuid":"a)" + task + R"(","direction":2,"task_row_index":1,"task_result":"0",)"
            + R"("task_id":")" + task + R"(","time_hangup":)" + now + '}';
        QCOMPARE(post(serve.url(), body).status, 200);
    }
    QByteArray log = logWith(serve, u"(rule 1000[^\\0]*){2}"_s);
    QVERIFY2(isComplete(log), log.constData());
    QCOMPARE(serve.terminate(), 0);
    log += serve.errors();
    QVERIFY2(log.contains("rule 1000 (attempts, warning), task 7\\u202e: 1 in 15 min.\n"), log.constData());
    QVERIFY2(log.contains("task 138****8000: 1 in 15 min.\n"), log.constData());
    for (const char *word : {"13800138000", "13900139000", "线路", "\u202e"})
        QVERIFY2(!log.contains(word), log.constData());
}

QTEST_MAIN(TestAlerts)
#include "test_alerts.moc"
