// SPDX-License-Identifier: GPL-3.0-or-later
#include "../store/fake_clocks.h"
#include "page_fixture.h"
#include "shown_widget.h"

#include "store/database/connection.h"
#include "store/upkeep/maintenance.h"
#include "ui/calls/calls_page.h"
#include "ui/campaigns/campaigns_page.h"
#include "ui/common/tables/figure_table_model.h"
#include "ui/common/tables/figure_table_view.h"
#include "ui/live/live_page.h"
#include "ui/settings/clock_warning.h"
#include "ui/settings/settings_restore.h"
#include "ui/settings/settings_retention.h"
#include "ui/settings/store_place_warning.h"

#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

/// How long things are kept: the setting for calls, and what is said while the computer's clock is doubted.
class TestKeeping : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void callsAreKeptForEverAtFirst();
    void aShorterTimeAsksFirst();
    void wrongDaysSayWhy();
    void listsSayWhatIsOnlyCounted();
    void pagesOfFiguresSayItToo();
    void aDoubtedClockIsConfirmed();
    void aStoreOnANetworkVolumeIsWarnedOf();
    void whatAKilledRestoreLeftIsShown();
};

void TestKeeping::callsAreKeptForEverAtFirst()
{
    PageFixture fixture;
    const SettingsRetention settings(fixture.services());
    QVERIFY(settings.findChild<QCheckBox *>(u"keepCallsForever"_s)->isChecked());
    QVERIFY(!settings.findChild<QPushButton *>(u"retentionApply"_s)->isEnabled());
    QCOMPARE(fixture.preferences.storage().keepCallDays, 0);
}

void TestKeeping::aShorterTimeAsksFirst()
{
    PageFixture fixture;
    fixture.pushCall(1, 100 * 86'400);
    fixture.pushCall(2, 60);
    SettingsRetention settings(fixture.services());
    settings.show();
    settings.findChild<QCheckBox *>(u"keepCallsForever"_s)->setChecked(false);
    settings.findChild<QLineEdit *>(u"keepCallDays"_s)->setText(u"60"_s);
    auto *apply = settings.findChild<QPushButton *>(u"retentionApply"_s);
    apply->click();
    QTRY_VERIFY(shown<QMessageBox>(u"retentionQuestion"_s));
    QVERIFY(shown<QMessageBox>(u"retentionQuestion"_s)->text().contains(u"60"_s));
    QTest::keyClick(shown<QMessageBox>(u"retentionQuestion"_s), Qt::Key_Escape);
    QTRY_VERIFY(!shown<QMessageBox>(u"retentionQuestion"_s));
    QCOMPARE(fixture.preferences.storage().keepCallDays, 0);
    apply->click();
    QTRY_VERIFY(shown<QMessageBox>(u"retentionQuestion"_s));
    shown<QPushButton>(u"retentionYes"_s)->click();
    QTRY_COMPARE(fixture.preferences.storage().keepCallDays, 60);
    QVERIFY(!apply->isEnabled());
    settings.findChild<QCheckBox *>(u"keepCallsForever"_s)->setChecked(true); // a longer time asks nothing
    apply->click();
    QCOMPARE(fixture.preferences.storage().keepCallDays, 0);
    QVERIFY(!shown<QMessageBox>(u"retentionQuestion"_s));
}

void TestKeeping::wrongDaysSayWhy()
{
    PageFixture fixture;
    SettingsRetention settings(fixture.services());
    settings.findChild<QCheckBox *>(u"keepCallsForever"_s)->setChecked(false);
    for (const QString &days : {u"29"_s, u"0"_s, u"x"_s, u"4000"_s}) {
        settings.findChild<QLineEdit *>(u"keepCallDays"_s)->setText(days);
        QCOMPARE(settings.findChild<QLabel *>(u"keepCallDaysNote"_s)->property("styleClass").toString(), u"bad"_s);
        QVERIFY(!settings.findChild<QPushButton *>(u"retentionApply"_s)->isEnabled());
    }
}

void TestKeeping::listsSayWhatIsOnlyCounted()
{
    PageFixture fixture([](const StoreUrl &url) {
        BulkLoader(url).finish(); // the tables
        Connection connection(url, Access::Write);
        connection.execute(u"INSERT INTO meta (key, value) VALUES ('calls_kept_since', 1764547200000)"_s);
    });
    fixture.pushCall(1, 60);
    CallsPage page(fixture.services());
    page.show();
    page.setActive(true);
    const auto *kept = page.findChild<QLabel *>(u"keptSince"_s);
    CallFilter old;
    old.range = {0, QDateTime::currentMSecsSinceEpoch()};
    page.showFilter(old);
    QTRY_VERIFY(kept->isVisible());
    QVERIFY(kept->text().contains(u"2025-12-01"_s));
    CallFilter recent;
    recent.range = {QDateTime::currentMSecsSinceEpoch() - 3'600'000, QDateTime::currentMSecsSinceEpoch()};
    page.showFilter(recent);
    QTRY_VERIFY(!kept->isVisible());
}

/// A period that reaches back: figures of contacts have no value there, and the page says from when on they have.
void TestKeeping::pagesOfFiguresSayItToo()
{
    PageFixture fixture([](const StoreUrl &url) {
        BulkLoader(url).finish();
        Connection connection(url, Access::Write);
        connection.execute(u"INSERT INTO meta (key, value) VALUES ('calls_kept_since', 1764547200000)"_s);
        connection.execute(
            u"INSERT INTO rollup VALUES (1764543600000, '7', '0', 0, 1, 1, 5%1)"_s.arg(u", 0"_s.repeated(14)));
        connection.execute(u"INSERT INTO past_contact VALUES ('7', 3)"_s);
    });
    fixture.pushCall(1, 60);
    const Period all{PeriodKind::Custom, {1'764'000'000'000, QDateTime::currentMSecsSinceEpoch() + DayMs}};
    fixture.view.setPeriod(all);
    fixture.view.setTaskIds({u"7"_s});
    CampaignsPage page(fixture.services());
    LivePage live(fixture.services());
    for (Page *shown : QList<Page *>{&page, &live}) {
        shown->show();
        shown->setActive(true);
        QTRY_VERIFY(shown->findChild<QLabel *>(u"keptSince"_s)->isVisible());
        QVERIFY(shown->findChild<QLabel *>(u"keptSince"_s)->text().contains(u"2025-12-01"_s));
    }
    auto *matrix = page.findChild<FigureTableView *>(u"contactsMatrix"_s);
    QTRY_VERIFY(matrix && matrix->model()->rowCount() > 0);
    QCOMPARE(matrix->model()->index(0, 0).data().toString(), u"–"_s);
    page.showCampaign(u"7"_s);
    const auto *progress = page.findChild<QToolButton *>(u"campaignProgress"_s);
    const auto parts = [&page] { // of the attempts per contact: value, numerator, denominator
        QStringList texts;
        for (const FigureTableView *table : page.findChildren<FigureTableView *>()) {
            for (const FigureRow &row : table->figures().table().rows) {
                for (qsizetype i = 1; row.key == "attempts_per_contact"_L1 && i < row.cells.size(); ++i)
                    texts.append(row.cells.at(i).text);
            }
        }
        return texts;
    };
    QTRY_COMPARE(parts(), QStringList(3, u"–"_s));
    QTRY_VERIFY2(progress->text().startsWith(u"Progress –"_s), qPrintable(progress->text()));
    fixture.view.setPeriod({PeriodKind::Last24Hours, {}});
    for (const Page *shown : QList<Page *>{&page, &live})
        QTRY_VERIFY(!shown->findChild<QLabel *>(u"keptSince"_s)->isVisible());
}

void TestKeeping::aDoubtedClockIsConfirmed()
{
    PageFixture fixture;
    const StoreUrl url = StoreUrl::ofFile(fixture.path(u"clock.db"_s));
    FakeClocks clocks(QDateTime::currentMSecsSinceEpoch());
    WriterOptions options;
    options.clocks = clocks.clocks();
    QString error;
    StoreWriter writer(url, options);
    QVERIFY2(writer.startAndWait(&error), qPrintable(error));
    const Services all = fixture.services();
    ReaderPool readers(url, 1);
    const Services services{readers,        writer,      all.receiver, all.feed,        all.view,
                            all.theme,      all.format,  all.alerts,   all.preferences, all.control,
                            all.appearance, all.exports, all.schedules};
    ClockWarning warning(services);
    QVERIFY(warning.isHidden());
    clocks.move(200 * 86'400'000LL);
    const auto warns = [&warning] {
        warning.look();
        return !warning.isHidden();
    };
    QTRY_VERIFY_WITH_TIMEOUT(warns(), 60'000);
    warning.findChild<QPushButton *>(u"clockWarningAction"_s)->click();
    QTRY_VERIFY(shown<QMessageBox>(u"clockQuestion"_s));
    shown<QPushButton>(u"clockYes"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(!warns(), 60'000);
    writer.stop();
}

void TestKeeping::aStoreOnANetworkVolumeIsWarnedOf()
{
    PageFixture fixture;
    StorePlaceWarning warning(fixture.services());
    QVERIFY(warning.isHidden());
    warning.setProblem({StoreErrorCode::VolumeRemote, {u"/mnt/<b>calls</b>.db"_s, u"nfs4"_s}});
    QVERIFY(!warning.isHidden());
    QVERIFY(warning.warning().contains(u"/mnt/<b>calls</b>.db"_s) && warning.warning().contains(u"nfs4"_s));
    warning.setProblem({});
    QVERIFY(warning.isHidden());
}

void TestKeeping::whatAKilledRestoreLeftIsShown()
{
    PageFixture fixture;
    SettingsRestore settings(fixture.services());
    const auto *left = settings.findChild<QLabel *>(u"restoreLeft"_s);
    settings.show();
    QFile file(fixture.path(u"calls.db.restoring-20260102-030405"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    settings.hide();
    settings.show();
    QTRY_VERIFY(left->isVisible());
    QVERIFY2(left->text().contains(file.fileName()), qPrintable(left->text()));
    QVERIFY(file.remove());
    settings.hide();
    settings.show();
    QTRY_VERIFY(!left->isVisible());
}

QTEST_MAIN(TestKeeping)
#include "test_keeping.moc"
