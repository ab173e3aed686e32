// SPDX-License-Identifier: GPL-3.0-or-later
#include "running_program.h"

#include "simulator/platform_connection.h"
#include "store/database/connection.h"
#include "store/settings/alert_table.h"
#include "store/upkeep/maintenance.h"
#include "ui/alerts/alert_banner.h"
#include "ui/calls/calls_table_view.h"
#include "ui/common/tables/detail_table.h"
#include "ui/live/campaign_model.h"
#include "ui/live/campaign_table.h"
#include "ui/window/navigation_bar.h"
#include "ui/window/page_table.h"

#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSplitter>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QToolButton>

#include <future>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 30'000; ///< ms that anything may take on a busy computer
constexpr int Connections = 4;
constexpr qint64 LineFailureRule = 2; ///< the ready-made one: over 15 % of at least 50 attempts

/// A call that has just ended; answered ones talked for twenty seconds. The basic message.
QJsonObject callOf(int number, const QString &taskId, const QString &result)
{
    const qint64 hangup = QDateTime::currentMSecsSinceEpoch() - 1'000;
    return {{u"call_uuid"_s, u"morning-%1"_s.arg(number)},
            {u"caller"_s, u"055196866001"_s},
            {u"callee"_s, u"1990000%1"_s.arg(number, 4, 10, QChar(u'0'))},
            {u"direction"_s, 2},
            {u"task_id"_s, taskId},
            {u"time_dial"_s, hangup - 30'000},
            {u"time_answer"_s, result == u"0"_s ? hangup - 20'000 : 0},
            {u"time_hangup"_s, hangup}};
}

QByteArray basicMessage(const QJsonObject &call)
{
    return QJsonDocument(call).toJson(QJsonDocument::Compact);
}

QByteArray outboundMessage(QJsonObject call, int row, const QString &result)
{
    call.insert(u"task_row_index"_s, row);
    call.insert(u"task_data_id"_s, u"d%1"_s.arg(row));
    call.insert(u"task_result"_s, result);
    call.insert(u"task_tries"_s, 0);
    call.insert(u"task_row_head"_s, QJsonArray{u"客户手机号码"_s, u"城市"_s});
    call.insert(u"task_row_value"_s, QJsonArray{call.value(u"callee"_s), u"武汉市"_s});
    return basicMessage(call);
}

/// A message that the program could not read when it came, and can read now.
void keepOldRefusal(const StoreUrl &url, const QByteArray &body)
{
    BulkLoader(url).finish();
    Connection connection(url, Access::Write);
    QSqlQuery &query = connection.prepared(
        u"INSERT INTO rejected (arrived_at, remote, reason, error, field, body) VALUES (?, '127.0.0.1', ?, ?, '', ?)"_s);
    query.bindValue(0, QDateTime::currentMSecsSinceEpoch() - 60'000);
    query.bindValue(1, static_cast<int>(RefusalReason::BadField));
    query.bindValue(2, u"The field task_row_value can't be converted."_s);
    query.bindValue(3, body);
    connection.run(query);
}

} // namespace

/// What a supervisor sees between the first push and the next start of the program, in one go: each function goes on
/// where the one before it ended.
class TestMorning : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_program.reset(); }
    void init();
    void welcomeUntilTheFirstPush();
    void liveSaysWhatWasPushed();
    void lineFailuresRaiseAnAlert();
    void alertLeadsToItsCalls();
    void callOpensWithCustomerAndMessages();
    void refusedMessagesAreReplayed();
    void restartBringsEverythingBack();
    void acknowledgedStaysAcknowledged();

private:
    struct Expected
    {
        int tile;
        qint64 numerator, denominator;
    };
    MainWindow &window() const { return *m_program->session.window(); }
    AlertMonitor &alerts() const { return m_program->session.alerts(); }
    AlertBanner &banner() const { return *window().findChild<AlertBanner *>(); }
    template <class W>
    W *on(QLatin1StringView page, const QString &name = {}) const
    {
        return window().page(page)->findChild<W *>(name);
    }
    void show(QLatin1StringView page) { window().showPage(window().pageIndex(page)); }
    QStringList railNames() const;
    qint64 failuresOfAlert() const;
    void addCalls(int count, const QString &taskId, const QString &result);
    bool pushAll();
    void compareTiles(const QList<Expected> &expected);
    void restart();
    void pushAnotherFailure();

    QTemporaryDir m_folder;
    std::unique_ptr<Program> m_program;
    std::unique_ptr<QSignalSpy> m_raised;
    QList<QByteArray> m_messages; ///< to be pushed
    int m_calls = 0; ///< numbers given so far
    qint64 m_raisedAt = 0;
    qint64 m_failures = 30;
    QList<int> m_sizes;
};

void TestMorning::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    const QByteArray old = outboundMessage(callOf(9'000, u"1001"_s, u"20"_s), 9'000, u"20"_s);
    std::async(std::launch::async, keepOldRefusal, StoreUrl::ofFile(m_folder.filePath(u"calls.db"_s)), old).get();
    m_program = std::make_unique<Program>(m_folder.path());
    m_raised = std::make_unique<QSignalSpy>(&alerts(), &AlertMonitor::raised);
    QVERIFY(m_program->isShown());
}

void TestMorning::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
}

QStringList TestMorning::railNames() const
{
    QStringList names;
    const auto buttons = window().findChild<NavigationBar *>()->findChildren<QToolButton *>();
    for (const QToolButton *button : buttons)
        names.append(button->accessibleName());
    return names;
}

/// What the open alert about line failures counts; -1: there is none.
qint64 TestMorning::failuresOfAlert() const
{
    const QList<Alert> open = alerts().open();
    for (const Alert &alert : open) {
        if (alert.key() == AlertKey{LineFailureRule, u"1002"_s})
            return alert.figure.ratio.numerator;
    }
    return -1;
}

void TestMorning::addCalls(int count, const QString &taskId, const QString &result)
{
    for (int i = 0; i < count; ++i) {
        const int number = m_calls++;
        const QJsonObject call = callOf(number, taskId, result);
        m_messages.append({basicMessage(call), outboundMessage(call, number, result)});
    }
}

/// Pushes what was added over several connections at once; true when every message was taken.
bool TestMorning::pushAll()
{
    const QList<QByteArray> messages = std::exchange(m_messages, {});
    std::vector<std::unique_ptr<PlatformConnection>> lines;
    qsizetype next = 0, answered = 0, taken = 0;
    const auto postNext = [&](PlatformConnection &line) {
        if (next < messages.size())
            line.post(messages.at(next++));
    };
    for (int i = 0; i < Connections; ++i) {
        lines.push_back(std::make_unique<PlatformConnection>(m_program->session.receiver().url(), QByteArray()));
        PlatformConnection &line = *lines.back();
        connect(&line, &PlatformConnection::answered, &line, [&](const PushAnswer &answer) {
            ++answered;
            taken += answer.isSuccess() ? 1 : 0;
            postNext(line);
        });
        postNext(line);
    }
    return QTest::qWaitFor([&] { return answered == messages.size(); }, 2 * Patience) && taken == messages.size();
}

void TestMorning::compareTiles(const QList<Expected> &expected)
{
    for (const auto &[tile, numerator, denominator] : expected) {
        const TileFigure &shown = m_program->live()->tiles().at(tile)->figure();
        const auto ratio = [&shown] { return std::pair(shown.ratio.numerator, shown.ratio.denominator); };
        QTRY_COMPARE_WITH_TIMEOUT(ratio(), std::pair(numerator, denominator), Patience);
    }
}

void TestMorning::welcomeUntilTheFirstPush()
{
    QCOMPARE(window().currentPage(), m_program->live());
    m_program->session.view().setPeriod({PeriodKind::Last24Hours, {}});
    QTRY_VERIFY_WITH_TIMEOUT(alerts().isLoaded(), Patience);
    QVERIFY(m_program->live()->showsWelcome());
    addCalls(1, u"1001"_s, u"0"_s);
    QVERIFY(pushAll());
    QTRY_VERIFY_WITH_TIMEOUT(!m_program->live()->showsWelcome(), Patience);
    compareTiles({{0, 1, 1}, {1, 1, 1}, {6, 0, 1}});
}

void TestMorning::liveSaysWhatWasPushed()
{
    addCalls(20, u"1001"_s, u"0"_s);
    addCalls(40, u"1001"_s, u"20"_s);
    addCalls(20, u"1002"_s, u"0"_s);
    for (int awaiting = 0; awaiting < 5; ++awaiting)
        m_messages.append(basicMessage(callOf(m_calls++, u"1001"_s, u"20"_s)));
    for (int inbound = 0; inbound < 3; ++inbound) {
        QJsonObject call = callOf(m_calls++, u"1001"_s, u"20"_s);
        call.insert(u"direction"_s, 1);
        m_messages.append(basicMessage(call));
    }
    m_messages.append(m_messages.constFirst()); // pushed again: nothing counts twice
    QVERIFY(pushAll());
    compareTiles({{0, 86, 1}, {1, 41, 86}, {2, 41, 81}, {3, 41 * 20'000, 41}, {5, 0, 86}, {6, 5, 1}, {7, 41, 81}});
    QCOMPARE(m_program->figure(1), u"47.7\u00a0%"_s);
    const QAbstractItemModel *campaigns = on<CampaignTable>("live"_L1)->model();
    QTRY_COMPARE(campaigns->rowCount(), 2);
    for (int row = 0; row < 2; ++row) {
        const bool isFirst = campaigns->index(row, 0).data(CampaignModel::TaskIdRole) == u"1001"_s;
        QTRY_COMPARE(campaigns->index(row, CampaignModel::Attempts).data().toString(), isFirst ? u"66"_s : u"20"_s);
        QTRY_COMPARE(campaigns->index(row, CampaignModel::Connected).data().toString(), isFirst ? u"21"_s : u"20"_s);
    }
}

void TestMorning::lineFailuresRaiseAnAlert()
{
    QVERIFY(alerts().open().isEmpty());
    QVERIFY(!banner().isVisible());
    addCalls(static_cast<int>(m_failures), u"1002"_s, u"26"_s);
    QVERIFY(pushAll());
    QTRY_COMPARE_WITH_TIMEOUT(failuresOfAlert(), m_failures, Patience);
    QCOMPARE(m_raised->size(), 1);
    const Alert alert = alerts().open().constFirst();
    QCOMPARE(alert.figure.ratio.denominator, 50);
    m_raisedAt = alert.raisedAt;
    QVERIFY(banner().isVisible());
    QVERIFY(banner().findChild<QLabel *>(u"alertBannerText"_s)->text().contains(u"1002"_s));
    QVERIFY(railNames().contains(u"Alerts, 1 new"_s));
    compareTiles({{0, 116, 1}, {5, 30, 116}});
}

void TestMorning::alertLeadsToItsCalls()
{
    QTest::mouseClick(banner().findChild<QPushButton *>(u"alertBannerCalls"_s), Qt::LeftButton);
    QCOMPARE(window().currentPage()->objectName(), CallsPageId);
    QTRY_COMPARE_WITH_TIMEOUT(on<QLabel>(CallsPageId, u"callCount"_s)->text(), u"30 of 50 calls"_s, Patience);
    QCOMPARE(on<CallsTableView>(CallsPageId)->model()->rowCount(), m_failures);
}

void TestMorning::callOpensWithCustomerAndMessages()
{
    auto *table = on<CallsTableView>(CallsPageId);
    const int column = table->horizontalHeader()->logicalIndex(0);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                      table->visualRect(table->model()->index(0, column)).center());
    const auto *customer = on<DetailTable>(CallsPageId, u"customerTable"_s);
    QTRY_COMPARE_WITH_TIMEOUT(customer->rowCount(), 2, Patience);
    QVERIFY(customer->item(0, 1)->text().startsWith(u"199****0"_s));
    QCOMPARE(customer->item(1, 1)->text(), u"武汉市"_s);
    on<QTabWidget>(CallsPageId, u"detailTabs"_s)->setCurrentIndex(2);
    for (const QString &name : {u"basicMessage"_s, u"outboundMessage"_s}) {
        const auto *message = on<QPlainTextEdit>(CallsPageId, name);
        QVERIFY(message->isVisible());
        QVERIFY(message->toPlainText().contains(u"morning-"_s));
        QVERIFY(!message->toPlainText().contains(QRegularExpression(u"1990000\\d{4}"_s)));
        QCOMPARE(message->toPlainText().contains(u"task_row_index"_s), name == u"outboundMessage"_s);
    }
}

void TestMorning::refusedMessagesAreReplayed()
{
    PlatformConnection platform(m_program->session.receiver().url(), QByteArray());
    QSignalSpy answered(&platform, &PlatformConnection::answered);
    platform.post("{\"call_uuid\": \"cut off");
    QVERIFY(answered.wait(Patience));
    QCOMPARE(answered.constFirst().constFirst().value<PushAnswer>().status, 400);
    show("receiver"_L1);
    on<QTabWidget>("receiver"_L1, u"messageTabs"_s)->setCurrentIndex(1);
    const auto *model = on<QTableView>("receiver"_L1, u"refusedTable"_s)->model();
    QTRY_COMPARE_WITH_TIMEOUT(model->rowCount(), 2, Patience); // with the one of the day before
    QCOMPARE(model->index(0, 1).data().toString(), u"not JSON"_s);
    QTRY_VERIFY(on<QPushButton>("receiver"_L1, u"replayAll"_s)->isEnabled());
    QTest::mouseClick(on<QPushButton>("receiver"_L1, u"replayAll"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(on<QLabel>("receiver"_L1, u"refusedStatus"_s)->text(),
                              u"Replayed: 1 accepted, 1 refused again and kept."_s, Patience);
    QTRY_VERIFY(model->index(1, 4).data().toString().startsWith(u"accepted"_s));
    QCOMPARE(model->index(0, 4).data().toString(), u"kept"_s);
    show("live"_L1);
    compareTiles({{0, 117, 1}, {5, 30, 117}, {7, 41, 112}});
}

/// The window is closed, the program ends, and is started again with the same store and settings.
void TestMorning::restart()
{
    QVERIFY(window().close());
    m_raised.reset();
    m_program.reset();
    m_program = std::make_unique<Program>(m_folder.path());
    m_raised = std::make_unique<QSignalSpy>(&alerts(), &AlertMonitor::raised);
    QVERIFY(m_program->isShown());
    QTRY_VERIFY_WITH_TIMEOUT(alerts().isLoaded(), Patience);
}

/// The alert follows: it has been looked at since the start, and would have been raised anew by now.
void TestMorning::pushAnotherFailure()
{
    ++m_failures;
    addCalls(1, u"1002"_s, u"26"_s);
    QVERIFY(pushAll());
    QTRY_COMPARE_WITH_TIMEOUT(failuresOfAlert(), m_failures, Patience);
    QCOMPARE(alerts().open().constFirst().raisedAt, m_raisedAt);
    QCOMPARE(alerts().alertsEver(), 1);
    QVERIFY(m_raised->isEmpty());
}

void TestMorning::restartBringsEverythingBack()
{
    window().resize(window().minimumSize()); // fits on any screen, so that it comes back as wide
    m_program->session.view().setTaskIds({u"1002"_s});
    show(CallsPageId);
    m_program->session.view().setPeriod({PeriodKind::Last24Hours, {}}); // leaves the span of the alert
    auto *splitter = on<QSplitter>(CallsPageId);
    const QList<int> before = splitter->sizes();
    splitter->setSizes({before.at(0) - 40, before.at(1) + 40});
    m_sizes = splitter->sizes();
    QVERIFY(m_sizes != before);
    restart();
    QCOMPARE(window().currentPage()->objectName(), CallsPageId);
    QCOMPARE(m_program->session.view().period().kind, PeriodKind::Last24Hours);
    QCOMPARE(m_program->session.view().taskIds(), QStringList{u"1002"_s});
    QTRY_COMPARE(on<QSplitter>(CallsPageId)->sizes(), m_sizes);
    QTRY_COMPARE_WITH_TIMEOUT(on<QLabel>(CallsPageId, u"callCount"_s)->text(), u"30 of 50 calls"_s, Patience);
    pushAnotherFailure();
    QVERIFY(banner().isVisible());
    QVERIFY(railNames().contains(u"Alerts, 1 new"_s));
    QTRY_COMPARE_WITH_TIMEOUT(on<QLabel>(CallsPageId, u"callCount"_s)->text(), u"31 of 51 calls"_s, Patience);
}

void TestMorning::acknowledgedStaysAcknowledged()
{
    QTest::mouseClick(banner().findChild<QPushButton *>(u"alertBannerAcknowledge"_s), Qt::LeftButton);
    QVERIFY(!banner().isVisible());
    restart();
    pushAnotherFailure();
    QVERIFY(alerts().open().constFirst().acknowledgedAt > 0);
    QVERIFY(!banner().isVisible());
    QVERIFY(railNames().contains(u"Alerts"_s));
}

QTEST_MAIN(TestMorning)
#include "test_morning.moc"
