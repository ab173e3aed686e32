// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_calls.h"
#include "page_fixture.h"
#include "ui/pages/calls_detail.h"
#include "ui/pages/calls_filter_bar.h"
#include "ui/pages/calls_page.h"
#include "ui/pages/calls_table_view.h"
#include "ui/pages/detail_table.h"

#include <QCheckBox>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

class TestCallsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void listsTheCallsOfThePeriod();
    void followsAtTheTopAndWaitsWhileReading();
    void drillDownShowsExactlyTheseCalls();
    void menuNarrowsTheFilter();
    void exampleInDetail();
    void triesLeadToEachOther();
    void copyIsCoveredUntilRevealed();
    void columnsSurviveARestart();
    void exportWritesWhatIsShown();
    void unmaskedExportAsksAndIsNoted();

private:
    CallsTableView &table() const { return *m_page->findChild<CallsTableView *>(); }
    QString countText() const { return m_page->findChild<QLabel *>(u"callCount"_s)->text(); }
    QString cell(int row, const char *column) const;
    void choose(int row);
    ExportDialog *openExport(const QString &file);

    std::unique_ptr<PageFixture> m_fixture;
    std::unique_ptr<CallsPage> m_page;
};

void TestCallsPage::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin).*"_s));
    m_fixture = std::make_unique<PageFixture>();
    for (int number = 1; number <= 12; ++number)
        m_fixture->pushCall(number, 1000 - number * 60, number % 3 == 0 ? u"0"_s : u"20"_s);
    m_page = std::make_unique<CallsPage>(m_fixture->services());
    m_page->resize(1300, 700);
    m_page->show();
    m_page->setActive(true);
    QTRY_COMPARE(table().model()->rowCount(), 12);
}

void TestCallsPage::cleanup()
{
    m_page.reset();
    m_fixture.reset();
}

QString TestCallsPage::cell(int row, const char *column) const
{
    return table().model()->index(row, callTableColumn(QLatin1StringView(column))).data().toString();
}

void TestCallsPage::choose(int row)
{
    const QRect place = table().visualRect(table().model()->index(row, 0));
    QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, place.center());
}

void TestCallsPage::listsTheCallsOfThePeriod()
{
    QCOMPARE(countText(), u"12 calls"_s);
    QCOMPARE(cell(0, "callee"), u"199****0012"_s);
    QCOMPARE(cell(0, "result"), u"Success · 0"_s);
    QCOMPARE(cell(0, "talk"), u"0:20"_s);
    QCOMPARE(cell(1, "talk"), u"–"_s);
    QTest::keyClicks(m_page->findChild<QLineEdit *>(u"numberFilter"_s), u"0007"_s);
    QTRY_COMPARE(table().model()->rowCount(), 1);
    QTRY_COMPARE(countText(), u"1 of 12 calls"_s);
    QTest::mouseClick(m_page->findChild<QPushButton *>(u"resetFilter"_s), Qt::LeftButton);
    QTRY_COMPARE(table().model()->rowCount(), 12);
}

void TestCallsPage::followsAtTheTopAndWaitsWhileReading()
{
    QSignalSpy reset(table().model(), &QAbstractItemModel::modelReset);
    m_fixture->pushCall(13, 0);
    QTRY_COMPARE(table().model()->rowCount(), 13);
    QCOMPARE(cell(0, "callee"), u"199****0013"_s);
    choose(2);
    QVERIFY(table().isReading());
    m_fixture->pushCall(14, 0);
    auto *chip = m_page->findChild<QPushButton *>(u"newCalls"_s);
    QTRY_VERIFY(chip->isVisible());
    QCOMPARE(chip->text(), u"▲ 1 new call"_s);
    QCOMPARE(table().model()->rowCount(), 13);
    QCOMPARE(table().currentIndex().row(), 2);
    QTest::mouseClick(chip, Qt::LeftButton);
    QTRY_COMPARE(table().model()->rowCount(), 14);
    QCOMPARE(cell(0, "callee"), u"199****0014"_s);
    QVERIFY(!chip->isVisible());
    QCOMPARE(reset.size(), 0);
}

void TestCallsPage::drillDownShowsExactlyTheseCalls()
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    CallFilter filter;
    filter.range = {now - 600'000, now};
    filter.taskIds = {u"7"_s};
    filter.results = {u"0"_s};
    filter.outbound = true;
    m_page->showFilter(filter);
    QCOMPARE(m_page->filter(), filter);
    QTRY_COMPARE(table().model()->rowCount(), 2);
    QTRY_COMPARE(countText(), u"2 of 12 calls"_s);
    m_page->findChild<QToolButton *>(u"rangeChip"_s)->click();
    QTRY_COMPARE(table().model()->rowCount(), 4);
    m_fixture->view.setTaskIds({u"8"_s});
    QTRY_COMPARE(table().model()->rowCount(), 0);
}

void TestCallsPage::menuNarrowsTheFilter()
{
    choose(1);
    const QPoint place = table().visualRect(table().model()->index(1, 0)).center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, table().viewport()->mapToGlobal(place));
    QCoreApplication::sendEvent(table().viewport(), &event);
    auto *menu = table().findChild<QMenu *>(u"callMenu"_s);
    QVERIFY(menu);
    for (QAction *action : menu->actions()) {
        if (action->text() == u"Only this called number")
            action->trigger();
    }
    menu->close();
    QTRY_COMPARE(table().model()->rowCount(), 1);
    QVERIFY(m_page->findChild<QToolButton *>(u"calleeChip"_s));
    QCOMPARE(m_page->filter().callee, u"19900000011"_s);
}

void TestCallsPage::exampleInDetail()
{
    m_fixture->push(exampleBody());
    CallFilter all;
    all.uuid = u"123425c-6483-11e8-b8fa-2769c24918cd"_s;
    m_page->showFilter(all);
    QTRY_COMPARE(table().model()->rowCount(), 1);
    choose(0);
    auto *detail = m_page->findChild<CallsDetail *>();
    QTRY_VERIFY(detail->callId() != 0);
    const auto *durations = m_page->findChild<DetailTable *>(u"durationTable"_s);
    QCOMPARE(durations->item(0, 1)->text(), u"21.4 s"_s);
    QCOMPARE(durations->item(0, 2)->text(), u"28 s"_s);
    const auto *customer = m_page->findChild<DetailTable *>(u"customerTable"_s);
    QCOMPARE(customer->item(2, 1)->text(), u"河北省张家口市张北县"_s);
    QCOMPARE(customer->item(0, 1)->text(), u"027***1111"_s);
    const auto *raw = m_page->findChild<QPlainTextEdit *>(u"outboundMessage"_s);
    QVERIFY(raw->toPlainText().contains(u"199****0001"_s));
    QTest::mouseClick(m_page->findChild<QPushButton *>(u"revealButton"_s), Qt::LeftButton);
    QCOMPARE(customer->item(0, 1)->text(), u"0271111111"_s);
    QVERIFY(raw->toPlainText().contains(u"19900000001"_s));
    QCOMPARE(cell(0, "callee"), u"19900000001"_s);
    QTRY_COMPARE(m_fixture->audits(u"reveal"_s), 1);
}

void TestCallsPage::triesLeadToEachOther()
{
    choose(0); // number 12: contact d2, as number 2
    auto *detail = m_page->findChild<CallsDetail *>();
    QTRY_VERIFY(detail->callId() != 0);
    const qint64 before = detail->callId();
    auto *tries = m_page->findChild<DetailTable *>(u"tryTable"_s);
    QCOMPARE(tries->rowCount(), 2);
    QVERIFY(tries->item(1, 0)->text().startsWith(u'▸'));
    Q_EMIT tries->itemClicked(tries->item(0, 0));
    QTRY_VERIFY(detail->callId() != before);
    QTRY_COMPARE(m_page->findChild<QLabel *>(u"detailNumber"_s)->text(), u"199****0002"_s);
}

void TestCallsPage::copyIsCoveredUntilRevealed()
{
    choose(0);
    QTest::keyClick(&table(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&table(), Qt::Key_C, Qt::ControlModifier);
    const QString covered = QGuiApplication::clipboard()->text();
    QCOMPARE(covered.count(u'\n'), 13);
    QVERIFY(covered.contains(u"199****0012"_s));
    QVERIFY(!covered.contains(u"19900000012"_s));
    QVERIFY(!covered.contains(u"02711110012"_s));
    m_fixture->view.setPrivacy(Privacy::Revealed);
    QTest::keyClick(&table(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"19900000012"_s));
}

void TestCallsPage::columnsSurviveARestart()
{
    const int uuid = callTableColumn("uuid"_L1);
    table().setColumnHidden(uuid, false);
    table().setColumnWidth(uuid, 333);
    table().horizontalHeader()->moveSection(table().horizontalHeader()->visualIndex(uuid), 0);
    QSettings settings(m_fixture->path(u"settings.ini"_s), QSettings::IniFormat);
    m_page->saveState(settings);
    CallsPage again(m_fixture->services());
    again.restoreState(settings);
    auto *restored = again.findChild<CallsTableView *>();
    QVERIFY(!restored->isColumnHidden(uuid));
    QCOMPARE(restored->columnWidth(uuid), 333);
    QCOMPARE(restored->horizontalHeader()->visualIndex(uuid), 0);
}

ExportDialog *TestCallsPage::openExport(const QString &file)
{
    QTest::mouseClick(m_page->findChild<QPushButton *>(u"exportCalls"_s), Qt::LeftButton);
    auto *dialog = m_page->findChild<ExportDialog *>();
    dialog->setFile(file);
    return dialog;
}

void TestCallsPage::exportWritesWhatIsShown()
{
    m_page->findChild<CallsFilterBar *>()->findChild<QLineEdit *>(u"numberFilter"_s)->setText(u"0007"_s);
    const QString file = m_fixture->path(u"calls.csv"_s);
    ExportDialog *dialog = openExport(file);
    QSignalSpy exported(dialog, &ExportDialog::exported);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"exportStart"_s), Qt::LeftButton);
    QTRY_COMPARE(exported.size(), 1);
    QCOMPARE(dialog->findChild<QLabel *>(u"exportStatus"_s)->text(), u"1 call written."_s);
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray bytes = written.readAll();
    QCOMPARE(bytes.count("\r\n"), 2);
    QVERIFY(bytes.contains("199****0007"));
    QVERIFY(!bytes.contains("19900000007"));
    QCOMPARE(m_fixture->audits(u"export unmasked"_s), 0);
    dialog->close();
}

void TestCallsPage::unmaskedExportAsksAndIsNoted()
{
    bool answer = false;
    QString asked;
    ExportPrompts prompts = ExportPrompts::withDialogs();
    prompts.confirm = [&](QWidget *, const QString &question, const std::function<void(bool)> &then) {
        asked = question;
        then(answer);
    };
    m_page->setExportPrompts(prompts);
    const QString file = m_fixture->path(u"full.csv"_s);
    ExportDialog *dialog = openExport(file);
    QSignalSpy exported(dialog, &ExportDialog::exported);
    dialog->findChild<QCheckBox *>(u"exportUnmasked"_s)->setChecked(true);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"exportStart"_s), Qt::LeftButton);
    QVERIFY(!asked.isEmpty());
    QVERIFY(!dialog->isRunning());
    answer = true;
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"exportStart"_s), Qt::LeftButton);
    QTRY_COMPARE(exported.size(), 1);
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(written.readAll().contains("19900000012"));
    QTRY_COMPARE(m_fixture->audits(u"export unmasked"_s), 1);
    dialog->close();
}

QTEST_MAIN(TestCallsPage)
#include "test_calls_page.moc"
