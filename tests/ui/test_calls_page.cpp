// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_calls.h"
#include "page_fixture.h"
#include "ui/calls/calls_detail.h"
#include "ui/calls/calls_filter_bar.h"
#include "ui/calls/calls_header.h"
#include "ui/calls/calls_page.h"
#include "ui/calls/calls_result_picker.h"
#include "ui/calls/calls_table_view.h"
#include "ui/common/tables/detail_table.h"

#include "ui/calls/calls_saved.h"
#include "ui/calls/saved_filters_dialog.h"

#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
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
    void secondMessageShowsWhileReading();
    void menuLeavesOut();
    void anErasedNumberLeavesTheSavedFilters();
    void savedFiltersComeBack();
    void copyIsCoveredUntilRevealed();
    void columnsSurviveARestart();
    void exportAsksForWhatIsShown();
    void headerSorts();
    void resultsHaveTicksAndChips();
    void searchLooksBeyondThePeriod();

private:
    CallsTableView &table() const { return *m_page->findChild<CallsTableView *>(); }
    QString countText() const { return m_page->findChild<QLabel *>(u"callCount"_s)->text(); }
    QString cell(int row, const char *column) const;
    void choose(int row);
    QMenu *openMenu(int row);
    void trigger(const QMenu *menu, const QString &text);

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
    QCOMPARE(cell(0, "result"), u"0 Success"_s);
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
    QTRY_COMPARE(countText(), u"2 of 6 calls"_s);
    m_page->findChild<QToolButton *>(u"rangeChip"_s)->click();
    QTRY_COMPARE(table().model()->rowCount(), 4);
    m_fixture->view.setTaskIds({u"8"_s});
    QTRY_COMPARE(table().model()->rowCount(), 0);
}

QMenu *TestCallsPage::openMenu(int row)
{
    const QPoint place = table().visualRect(table().model()->index(row, 0)).center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, table().viewport()->mapToGlobal(place));
    QCoreApplication::sendEvent(table().viewport(), &event);
    return table().findChild<QMenu *>(u"callMenu"_s);
}

void TestCallsPage::trigger(const QMenu *menu, const QString &text)
{
    for (QAction *action : menu->actions()) {
        if (action->text() == text)
            return action->trigger();
    }
    QFAIL(qPrintable(text));
}

/// The call's second message comes while somebody reads: the row changes where it is, and nothing else moves.
void TestCallsPage::secondMessageShowsWhileReading()
{
    QJsonObject body{{u"call_uuid"_s, u"late"_s},
                     {u"direction"_s, 2},
                     {u"task_id"_s, u"7"_s},
                     {u"time_hangup"_s, QDateTime::currentMSecsSinceEpoch()}};
    m_fixture->push(QJsonDocument(body).toJson());
    QTRY_COMPARE(table().model()->rowCount(), 13);
    QCOMPARE(cell(0, "result"), u"Awaiting outcome"_s);
    choose(2);
    QVERIFY(table().isReading());
    const int scrolled = table().verticalScrollBar()->value();
    body.insert(u"task_result"_s, u"5"_s);
    body.insert(u"task_row_index"_s, 77);
    m_fixture->push(QJsonDocument(body).toJson());
    m_fixture->pushCall(14, 0);
    QTRY_COMPARE(cell(0, "result"), u"5 Busy"_s);
    QCOMPARE(table().model()->rowCount(), 13);
    QCOMPARE(table().currentIndex().row(), 2);
    QCOMPARE(table().verticalScrollBar()->value(), scrolled);
}

void TestCallsPage::menuLeavesOut()
{
    choose(0);
    QMenu *menu = openMenu(0); // a success
    auto *without = menu->findChild<QMenu *>(QString(), Qt::FindDirectChildrenOnly);
    for (QMenu *child : menu->findChildren<QMenu *>()) {
        if (child->title() == u"Without")
            without = child;
    }
    QVERIFY(without);
    trigger(without, u"This result"_s);
    menu->close();
    QTRY_COMPARE(table().model()->rowCount(), 8);
    QVERIFY(m_page->findChild<QToolButton *>(u"excludedResultsChip"_s));
    CallFilter campaigns;
    campaigns.range = m_page->filter().range;
    campaigns.excludedTaskIds = {u"7"_s};
    m_page->showFilter(campaigns);
    QTRY_COMPARE(table().model()->rowCount(), 0);
    QVERIFY(m_page->findChild<QToolButton *>(u"excludedTaskIdsChip"_s));
}

void TestCallsPage::anErasedNumberLeavesTheSavedFilters()
{
    auto *saved = m_page->findChild<CallsSaved *>();
    SavedFilter byNumber{u"A"_s, {}, {}, {}, {}, {}}, byCallee = byNumber, byName = byNumber, other = byNumber;
    byNumber.filter.numberContains = u"138 1234 5678"_s;
    byCallee.name = u"B"_s;
    byCallee.filter.excludedCallees = {u"19900000002"_s, u"+8613812345678"_s};
    byName.name = u"calls to 13812345678"_s;
    other.name = u"C"_s;
    other.filter.numberContains = u"13812345679"_s;
    for (const SavedFilter &filter : {byNumber, byCallee, byName, other})
        saved->put(filter);
    QSignalSpy changed(m_page.get(), &Page::stateChanged);
    m_fixture->view.noteErased(*PersonNumber::parse(u"13812345678"_s));
    QCOMPARE(saved->filters().names(), QStringList{u"C"_s});
    QVERIFY(!changed.isEmpty());
}

void TestCallsPage::savedFiltersComeBack()
{
    m_page->findChild<QComboBox *>(u"classFilter"_s)->setCurrentIndex(1); // connected
    QTRY_COMPARE(table().model()->rowCount(), 4);
    const CallFilter kept = m_page->filter();
    auto *saved = m_page->findChild<CallsSaved *>();
    trigger(saved->menu(), u"Save this filter…"_s);
    auto *saving = m_page->window()->findChild<SaveFilterDialog *>();
    QVERIFY(saving);
    saving->findChild<QLineEdit *>(u"filterName"_s)->setText(u"Connected & more"_s);
    QTest::mouseClick(saving->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save), Qt::LeftButton);
    QTest::mouseClick(m_page->findChild<QPushButton *>(u"resetFilter"_s), Qt::LeftButton);
    QTRY_COMPARE(table().model()->rowCount(), 12);
    m_fixture->view.setTaskIds({u"8"_s});
    QTRY_COMPARE(table().model()->rowCount(), 0);
    QSettings settings(m_fixture->path(u"settings.ini"_s), QSettings::IniFormat);
    m_page->saveState(settings);

    CallsPage again(m_fixture->services());
    again.restoreState(settings);
    auto *restored = again.findChild<CallsSaved *>();
    QCOMPARE(restored->filters().names(), QStringList{u"Connected & more"_s});
    trigger(restored->menu(), u"Connected && more"_s);
    QCOMPARE(m_fixture->view.taskIds(), QStringList());
    CallFilter shown = again.filter();
    shown.range = kept.range; // has moved on meanwhile
    QCOMPARE(shown, kept);
    trigger(restored->menu(), u"Rename or delete…"_s);
    auto *managing = again.findChild<ManageFiltersDialog *>();
    QVERIFY(managing);
    managing->findChild<QLineEdit *>(u"filterName"_s)->setText(u"Reached"_s);
    QTest::mouseClick(managing->findChild<QPushButton *>(u"renameFilter"_s), Qt::LeftButton);
    QCOMPARE(restored->filters().names(), QStringList{u"Reached"_s});
    QTest::mouseClick(managing->findChild<QPushButton *>(u"deleteFilter"_s), Qt::LeftButton);
    QVERIFY(restored->filters().names().isEmpty());
}

void TestCallsPage::menuNarrowsTheFilter()
{
    choose(1);
    QMenu *menu = openMenu(1);
    QVERIFY(menu);
    trigger(menu, u"Only this called number"_s);
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
    QCOMPARE(cell(0, "callee"), u"199****0001"_s); // of the list, and of every other call
    QTRY_COMPARE(m_fixture->audits(u"reveal"_s), 1);
    detail->findChild<QTimer *>(u"cover"_s)->start(0); // the minute is over
    QTRY_COMPARE(customer->item(0, 1)->text(), u"027***1111"_s);
    QTest::mouseClick(m_page->findChild<QPushButton *>(u"revealButton"_s), Qt::LeftButton);
    QCOMPARE(customer->item(0, 1)->text(), u"0271111111"_s);
    QTest::mouseClick(m_page->findChild<QPushButton *>(u"revealButton"_s), Qt::LeftButton);
    QCOMPARE(customer->item(0, 1)->text(), u"027***1111"_s);
    QTRY_COMPARE(m_fixture->audits(u"reveal"_s), 2);
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

void TestCallsPage::exportAsksForWhatIsShown()
{
    m_page->findChild<CallsFilterBar *>()->findChild<QLineEdit *>(u"numberFilter"_s)->setText(u"0007"_s);
    QSignalSpy requested(m_page.get(), &CallsPage::exportRequested);
    QTest::mouseClick(m_page->findChild<QPushButton *>(u"exportCalls"_s), Qt::LeftButton);
    QCOMPARE(requested.size(), 1);
    const auto order = requested.constFirst().constFirst().value<ExportRequest>();
    QCOMPARE(order.report, u"calls"_s);
    QCOMPARE(order.filter.numberContains, u"0007"_s);
    QCOMPARE(order.filter.taskIds, m_page->filter().taskIds);
    QVERIFY(!order.table);
}

void TestCallsPage::headerSorts()
{
    CallsHeader &header = table().header();
    const auto click = [&header](const char *column) {
        const int section = callTableColumn(QLatin1StringView(column));
        QTest::mouseClick(header.viewport(), Qt::LeftButton, {},
                          {header.sectionViewportPosition(section) + 20, header.height() / 2});
    };
    const QString newest = cell(0, "time");
    click("time"); // the oldest first
    QTRY_VERIFY(cell(0, "time") < cell(11, "time"));
    QCOMPARE(cell(11, "time"), newest);
    click("talk");
    QTRY_COMPARE(cell(3, "talk"), u"0:20"_s);
    QCOMPARE(cell(4, "talk"), u"–"_s);
    m_fixture->pushCall(15, 0, u"0"_s); // comes in where it belongs
    QTRY_COMPARE(table().model()->rowCount(), 13);
    QCOMPARE(cell(4, "talk"), u"0:20"_s);
    click("callee"); // would tell covered digits
    QCOMPARE(header.orderWord(), u"talk"_s);
    click("talk");
    QCOMPARE(header.orderWord(), u"talk ascending"_s);
    QTRY_COMPARE(cell(4, "talk"), u"0:20"_s);
    QSettings settings(m_fixture->path(u"settings.ini"_s), QSettings::IniFormat);
    m_page->saveState(settings);
    CallsPage again(m_fixture->services());
    again.restoreState(settings);
    QCOMPARE(again.findChild<CallsHeader *>()->orderWord(), u"talk ascending"_s);
    click("time");
    QTRY_COMPARE(cell(0, "callee"), u"199****0015"_s);
}

void TestCallsPage::resultsHaveTicksAndChips()
{
    auto *picker = m_page->findChild<CallsResultPicker *>();
    const auto entry = [picker](const QString &code) {
        const QList<QAction *> all = picker->menu()->actions();
        return *std::find_if(all.begin(), all.end(),
                             [&code](const QAction *a) { return a->isCheckable() && a->data().toString() == code; });
    };
    const auto image = [&entry](const QString &code) { return entry(code)->icon().pixmap(16).toImage(); };
    const QImage before = image(u"20"_s);
    entry(u"20"_s)->trigger();
    entry(u"0"_s)->trigger();
    QVERIFY(image(u"20"_s) != before); // its tick
    const auto chips = [this] { return m_page->findChildren<QToolButton *>(u"resultChip"_s); };
    QCOMPARE(chips().size(), 2);
    QVERIFY(chips().constFirst()->isVisible());
    QVERIFY(chips().constFirst()->text().startsWith(u"20 "_s));
    chips().constFirst()->click();
    QTRY_COMPARE(table().model()->rowCount(), 4);
    QCOMPARE(picker->codes(), QStringList{u"0"_s});
    QCOMPARE(image(u"20"_s), before);
    m_page->findChild<QPushButton *>(u"resetFilter"_s)->click();
    QTRY_COMPARE(table().model()->rowCount(), 12);
    QVERIFY(chips().isEmpty());
}

void TestCallsPage::searchLooksBeyondThePeriod()
{
    auto *elsewhere = m_page->findChild<QPushButton *>(u"elsewhere"_s);
    QVERIFY(!elsewhere->isVisible());
    auto *number = m_page->findChild<QLineEdit *>(u"numberFilter"_s);
    number->setText(u"0003"_s);
    QTRY_COMPARE(table().model()->rowCount(), 1);
    QVERIFY(!elsewhere->isVisible());
    m_fixture->view.setPeriod({PeriodKind::Custom, {1, 1000}});
    QTRY_COMPARE(table().model()->rowCount(), 0);
    QTRY_COMPARE(elsewhere->text(), u"None in this period, 1 at other times: show"_s);
    QTRY_VERIFY(elsewhere->isVisible());
    elsewhere->click();
    QTRY_COMPARE(table().model()->rowCount(), 1);
    QCOMPARE(m_page->scope().range, TimeRange());
    QVERIFY(!elsewhere->isVisible());
}

QTEST_MAIN(TestCallsPage)
#include "test_calls_page.moc"
