// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_fixture.h"

#include "receiver/config/exposure.h"
#include "simulator/test_push.h"
#include "ui/common/forms/warning_bar.h"
#include "ui/receiver/receiver_address.h"
#include "ui/receiver/receiver_failures.h"
#include "ui/settings/settings_receiver.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

ReceiverConfig openConfig()
{
    ReceiverConfig config;
    config.address = QHostAddress(QHostAddress::AnyIPv4);
    return config;
}

} // namespace

/// What a window warns of loudly, and only as long as it is so.
class TestWarnings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aBarIsThereOnlyWithAWarning();
    void theReceiverPageWarns();
    void theSettingsWarnBeforeTheyAreApplied();
    void wrongTokensAreShownByAddress();
    void aRealWrongTokenIsCounted();
};

void TestWarnings::aBarIsThereOnlyWithAWarning()
{
    QWidget window;
    auto *bar = new WarningBar(u"bar"_s, &window);
    window.show();
    QVERIFY(!bar->isVisible());
    bar->setWarning(u"<b>careful</b>"_s);
    QVERIFY(bar->isVisible());
    auto *button = bar->findChild<QPushButton *>();
    QVERIFY(!button->isVisible());
    bar->setAction(u"Do it"_s);
    QVERIFY(button->isVisible());
    const QSignalSpy wanted(bar, &WarningBar::actionRequested);
    button->click();
    QCOMPARE(wanted.size(), 1);
    bar->setWarning({});
    QVERIFY(!bar->isVisible());
}

void TestWarnings::theReceiverPageWarns()
{
    PageFixture fixture;
    const ReceiverAddress local(fixture.services());
    QVERIFY(local.findChild<WarningBar *>()->isHidden());
    Receiver open(openConfig(), fixture.writer); // is not started: nothing listens outside of this computer
    const Services all = fixture.services();
    const Services services{all.readers,    all.writer,  open,         all.feed,        all.view,
                            all.theme,      all.format,  all.alerts,   all.preferences, all.control,
                            all.appearance, all.exports, all.schedules};
    const ReceiverAddress address(services);
    const auto *bar = address.findChild<WarningBar *>(u"openAddress"_s);
    QVERIFY(!bar->isHidden());
    QVERIFY(bar->warning().contains(exposureWarnings(openConfig()).constFirst()));
}

void TestWarnings::theSettingsWarnBeforeTheyAreApplied()
{
    PageFixture fixture;
    SettingsReceiver settings(fixture.services());
    const auto *bar = settings.findChild<WarningBar *>(u"openSettings"_s);
    QVERIFY(bar->isHidden());
    auto *address = settings.findChild<QComboBox *>(u"receiverAddress"_s);
    address->setEditText(u"0.0.0.0"_s);
    QVERIFY(!bar->isHidden());
    const QString bare = bar->warning();
    settings.findChild<QLineEdit *>(u"receiverToken"_s)->setText(u"a-token-of-some-length"_s);
    QVERIFY(!bar->isHidden());
    QVERIFY(bar->warning() != bare);
    address->setEditText(u"127.0.0.1"_s);
    QVERIFY(bar->isHidden());
    QVERIFY(fixture.receiver.config().address.isLoopback());
}

void TestWarnings::wrongTokensAreShownByAddress()
{
    PageFixture fixture;
    ReceiverFailures panel(fixture.services());
    const auto *table = panel.findChild<QTableWidget *>(u"failureTable"_s);
    QVERIFY(table->isHidden());
    const QString quiet = panel.tabText();
    ReceiverStats stats;
    stats.unauthorized = 1'234;
    stats.bans = 2;
    stats.refusedByBan = 77;
    stats.failures = {{u"10.0.0.7"_s, 1'200, 1'764'000'000'000, true},
                      {u"2001:db8::/64"_s, 34, 1'764'000'000'000, false}};
    panel.setStats(stats);
    QVERIFY(!table->isHidden());
    QCOMPARE(table->rowCount(), 2);
    QCOMPARE(table->item(0, 0)->text(), u"10.0.0.7"_s);
    QCOMPARE(table->item(0, 1)->text(), fixture.format.count(1'200));
    QVERIFY(table->item(0, 3)->text() != table->item(1, 3)->text());
    QVERIFY(panel.tabText() != quiet && panel.tabText().contains(fixture.format.count(1'234)));
    QVERIFY(panel.findChild<QLabel *>(u"failureSummary"_s)->text().contains(u"77"_s));
}

void TestWarnings::aRealWrongTokenIsCounted()
{
    PageFixture fixture;
    ReceiverConfig config;
    config.port = 0;
    config.token = "the-right-token";
    Receiver guarded(config, fixture.writer);
    QString error;
    QVERIFY2(guarded.startAndWait(&error), qPrintable(error));
    TestPush push;
    const QSignalSpy answered(&push, &TestPush::answered);
    push.send(guarded.url(), "the-wrong-token", "{}");
    QTRY_COMPARE(answered.size(), 1);
    QCOMPARE(answered.at(0).at(0).toInt(), 401);
    ReceiverFailures panel(fixture.services());
    panel.setStats(guarded.stats());
    const auto *table = panel.findChild<QTableWidget *>(u"failureTable"_s);
    QCOMPARE(table->rowCount(), 1);
    QCOMPARE(table->item(0, 0)->text(), u"127.0.0.1"_s);
    guarded.shutdown();
}

QTEST_MAIN(TestWarnings)
#include "test_warnings.moc"
