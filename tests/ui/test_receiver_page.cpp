// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_fixture.h"
#include "tests/store/fake_clocks.h"
#include "ui/common/tables/detail_table.h"
#include "ui/receiver/receiver_figures.h"
#include "ui/receiver/receiver_page.h"
#include "ui/session/network_dialog.h"
#include "ui/session/push_address_field.h"

#include "receiver/config/push_address.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTableView>
#include <QTest>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

class TestReceiverPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin).*"_s)); }
    void rateByMinuteAndNow();
    void theRateGoesByTheSteadyClock();
    void ackPercentiles();
    void addressTestPushAndRefused();
    void replayTellsWhatBecameOfThem();
    void lastMessagesComeAsTheyCome();
    void lagsAreShown();
    void addressOfThisComputerOnly();
    void addressesOfTheMachine();
    void pushesToOtherPaths();
};

void TestReceiverPage::rateByMinuteAndNow()
{
    FakeClocks time(1'790'000'040'000);
    const qint64 minute = bucketStart(time.wall(), MinuteMs);
    PushRate rate(time.clocks());
    rate.note(100);
    QCOMPARE(rate.perSecond(), 0.0);
    time.pass(1000);
    rate.note(110);
    time.pass(1000);
    rate.note(130);
    QCOMPARE(rate.perSecond(), 15.0);
    QCOMPARE(rate.perMinute().constLast(), 30);
    QCOMPARE(rate.firstMinute(), minute - 59 * MinuteMs);
    time.pass(59'000);
    rate.note(131);
    QCOMPARE(rate.perMinute().constLast(), 1);
    QCOMPARE(rate.perMinute().at(58), 30);
    time.pass(2 * HourMs);
    rate.note(131);
    QCOMPARE(rate.perMinute(), QList<qint64>(60, 0));
    rate.note(5); // the receiver counts anew
    QCOMPARE(rate.perMinute(), QList<qint64>(60, 0));
}

/// Somebody sets the clock by hours, days and years: the counts of the hour stay, under minutes of the new clock.
void TestReceiverPage::theRateGoesByTheSteadyClock()
{
    FakeClocks time(1'790'000'040'000);
    PushRate rate(time.clocks());
    qint64 total = 0;
    rate.note(total);
    for (const qint64 jump : {HourMs, -HourMs, 3 * DayMs, -91 * DayMs, 7'300 * DayMs, -7'300 * DayMs}) {
        for (int second = 0; second < 120; ++second) {
            time.pass(1000);
            rate.note(total += 10);
        }
        const QList<qint64> before = rate.perMinute();
        const qint64 first = rate.firstMinute();
        time.move(jump);
        time.pass(1);
        rate.note(total);
        QCOMPARE(rate.perMinute(), before);
        QCOMPARE(rate.lastHour(), total);
        QVERIFY(rate.perSecond() > 9 && rate.perSecond() < 11);
        QCOMPARE(rate.firstMinute(), first + jump);
    }
}

void TestReceiverPage::ackPercentiles()
{
    ReceiverStats stats;
    QCOMPARE(ackWithinMs(stats, 0.5), -1);
    stats.ackCount = 100;
    stats.ackBuckets[2] = 90; // within 5 ms
    stats.ackBuckets[5] = 9; // within 50 ms
    stats.ackBuckets[AckBucketCount - 1] = 1;
    QCOMPARE(ackWithinMs(stats, 0.50), 5);
    QCOMPARE(ackWithinMs(stats, 0.90), 5);
    QCOMPARE(ackWithinMs(stats, 0.99), 50);
    QCOMPARE(ackWithinMs(stats, 1.00), std::numeric_limits<int>::max());
}

void TestReceiverPage::addressTestPushAndRefused()
{
    PageFixture fixture;
    ReceiverPage page(fixture.services());
    page.resize(1300, 700);
    page.show();
    page.setActive(true);
    auto *table = page.findChild<QTableView *>(u"refusedTable"_s);
    const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    QTest::mouseClick(page.findChild<QPushButton *>(u"copyUrl"_s), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), fixture.receiver.url().toString());
    QTest::mouseClick(page.findChild<QPushButton *>(u"testPush"_s), Qt::LeftButton);
    auto *outcome = page.findChild<QLabel *>(u"testPushOutcome"_s);
    QTRY_VERIFY2(outcome->text().contains(u"\"success\""_s), qPrintable(outcome->text()));
    auto *counters = page.findChild<DetailTable *>(u"receiverCounters"_s);
    QTRY_COMPARE(counters->item(1, 1)->text(), u"1"_s);
    fixture.push("{\"caller\":\"13800138000\"}");
    QTRY_COMPARE(table->model()->rowCount(), 1);
    fixture.push("nothing");
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QCOMPARE(table->model()->index(1, 1).data().toString(), u"no call_uuid"_s);
    table->selectRow(1);
    auto *body = page.findChild<QPlainTextEdit *>(u"refusedBody"_s);
    QTRY_VERIFY(body->toPlainText().contains(u"138****8000"_s));
    QVERIFY(!page.findChild<QLabel *>(u"refusedError"_s)->text().isEmpty());
    fixture.view.setPrivacy(Privacy::Revealed);
    QVERIFY(body->toPlainText().contains(u"13800138000"_s));
}

void TestReceiverPage::replayTellsWhatBecameOfThem()
{
    PageFixture fixture;
    fixture.push("[]");
    ReceiverPage page(fixture.services());
    page.show();
    page.setActive(true);
    auto *all = page.findChild<QPushButton *>(u"replayAll"_s);
    QTRY_VERIFY(all->isEnabled());
    QTest::mouseClick(all, Qt::LeftButton);
    auto *status = page.findChild<QLabel *>(u"refusedStatus"_s);
    QTRY_COMPARE(status->text(), u"Replayed: 0 accepted, 1 refused again and kept."_s);
}

void TestReceiverPage::lastMessagesComeAsTheyCome()
{
    PageFixture fixture;
    ReceiverPage page(fixture.services());
    page.resize(1300, 700);
    page.show();
    page.setActive(true);
    auto *table = page.findChild<QTableView *>(u"pushTable"_s);
    const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    fixture.pushCall(1, 10, u"5"_s);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QCOMPARE(table->model()->index(0, 1).data().toString(), u"outbound"_s);
    QCOMPARE(table->model()->index(0, 3).data().toString(), u"199****0001"_s);
    QCOMPARE(table->model()->index(0, 4).data().toString(), u"5"_s);
    table->selectRow(1);
    auto *body = page.findChild<QPlainTextEdit *>(u"pushBody"_s);
    QVERIFY(body->toPlainText().contains(u"199****0001"_s));
    fixture.pushCall(2, 5);
    QTRY_COMPARE(table->model()->rowCount(), 4);
    QCOMPARE(table->currentIndex().row(), 3);
    fixture.view.setPrivacy(Privacy::Revealed);
    QCOMPARE(table->model()->index(3, 3).data().toString(), u"19900000001"_s);
    QVERIFY(body->toPlainText().contains(u"19900000001"_s));
}

void TestReceiverPage::lagsAreShown()
{
    PageFixture fixture;
    for (int number = 1; number <= 3; ++number)
        fixture.pushCall(number, 90);
    ReceiverPage page(fixture.services());
    page.show();
    page.setActive(true);
    const auto *times = page.findChild<DetailTable *>(u"receiverTimes"_s);
    QTRY_COMPARE(times->item(1, 4)->text(), u"3"_s);
    QCOMPARE(times->item(1, 1)->text(), u"1:30"_s);
    QVERIFY(times->item(2, 1)->text().endsWith(u" ms"_s));
    QCOMPARE(times->item(0, 1)->text(), u"–"_s);
}

void TestReceiverPage::addressOfThisComputerOnly()
{
    PageFixture fixture;
    PushAddressField field(fixture.services());
    field.show();
    auto *copyToken = field.findChild<QPushButton *>(u"copyUrlToken"_s);
    QVERIFY(field.findChild<QLabel *>(u"onlyThisComputer"_s)->isVisible());
    QVERIFY(field.findChild<QPushButton *>(u"letNetworkReach"_s)->isVisible());
    QVERIFY(!copyToken->isVisible());
    const NetworkDialog dialog(fixture.services(), {u"192.168.7.5"_s});
    const ReceiverConfig proposed = dialog.proposal();
    QCOMPARE(proposed.address, QHostAddress(QHostAddress::AnyIPv4));
    QCOMPARE(proposed.port, fixture.receiver.url().port());
    QVERIFY(proposed.token.size() >= 16);
    ReceiverConfig config = fixture.receiver.config();
    config.token = proposed.token;
    fixture.control.apply(config);
    QTRY_VERIFY(copyToken->isVisible());
    copyToken->click();
    QCOMPARE(QGuiApplication::clipboard()->text(),
             fixture.receiver.url().toString() + u"?token="_s + QString::fromLatin1(proposed.token));
}

void TestReceiverPage::addressesOfTheMachine()
{
    const QUrl any(u"http://0.0.0.0:8787/receiveCallRecord"_s), one(u"http://127.0.0.1:8787/receiveCallRecord"_s);
    const QStringList machine{u"10.0.0.7"_s, u"2001:db8::7"_s};
    QCOMPARE(addressesFor(one, machine), QList<QUrl>{one});
    QCOMPARE(addressesFor(any, {}), QList<QUrl>{any});
    QCOMPARE(addressesFor(any, machine), QList<QUrl>{QUrl(u"http://10.0.0.7:8787/receiveCallRecord"_s)});
    const QUrl six(u"http://[::]:8787/x"_s);
    QCOMPARE(addressesFor(six, machine).size(), 2);
    QCOMPARE(addressesFor(six, machine).constLast().toString(), u"http://[2001:db8::7]:8787/x"_s);
    QCOMPARE(withToken(one, "a-b"), u"http://127.0.0.1:8787/receiveCallRecord?token=a-b"_s);
}

void TestReceiverPage::pushesToOtherPaths()
{
    PageFixture fixture;
    ReceiverPage page(fixture.services());
    page.resize(1300, 700);
    page.show();
    page.setActive(true);
    QUrl wrong = fixture.receiver.url();
    wrong.setPath(u"/receiveCallRecords"_s);
    QNetworkAccessManager network;
    QNetworkRequest request(wrong);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const std::unique_ptr<QNetworkReply> reply(network.post(request, "{}"));
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 404);
    const auto *paths = page.findChild<DetailTable *>(u"otherPathTable"_s);
    QTRY_COMPARE(paths->rowCount(), 1);
    QCOMPARE(paths->item(0, 0)->text(), u"/receiveCallRecords"_s);
    QCOMPARE(paths->item(0, 1)->text(), u"1"_s);
}

QTEST_MAIN(TestReceiverPage)
#include "test_receiver_page.moc"
