// SPDX-License-Identifier: GPL-3.0-or-later
#include "fits.h"
#include "random_calls.h"
#include "running_program.h"

#include "ui/calls/calls_saved.h"
#include "ui/campaigns/campaign_view.h"
#include "ui/campaigns/campaigns_matrix.h"
#include "ui/campaigns/campaigns_page.h"
#include "ui/session/alerts/alert_monitor.h"
#include "ui/settings/settings_page.h"
#include "ui/window/page_table.h"

#include <QDialog>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

#include <future>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

/// Every page, tab and dialog at the smallest size, in both languages: no word is cut off.
class TestFits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data();
    void initTestCase();
    void cleanup() { m_program.reset(); }
    void cutWordsAreFound();
    void welcome();
    void pages();
    void oneCampaign();
    void callDetail();
    void alerts();
    void settings();
    void dialogs();

private:
    MainWindow *window() const { return m_program->session.window(); }
    void start(const QString &folder);
    void show(QLatin1StringView page) const { window()->showPage(window()->pageIndex(page)); }
    void checkWindow(const QString &what);
    void checkDialog(const QString &what, const std::function<void()> &open);
    QDialog *dialog() const;
    void click(const QString &name) const;

    QTemporaryDir m_folder;
    std::unique_ptr<Program> m_program;
};

void TestFits::initTestCase_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("Chinese") << u"zh_CN"_s;
}

void TestFits::initTestCase()
{
    const StoreUrl url = StoreUrl::ofFile(m_folder.filePath(u"calls.db"_s));
    std::async(std::launch::async, seedRandomCalls, url, 400, 3).get();
}

void TestFits::start(const QString &folder)
{
    QFETCH_GLOBAL(const QString, language);
    {
        QSettings settings(folder + u"/window.ini"_s, QSettings::IniFormat);
        settings.setValue("appearance/language"_L1, language);
    }
    m_program = std::make_unique<Program>(folder, language);
    QVERIFY(m_program->isShown());
    window()->resize(1280, 720);
}

/// Once the answers are there: what is cut off then stays so.
void TestFits::checkWindow(const QString &what)
{
    QCOMPARE(window()->size(), QSize(1280, 720));
    QTRY_VERIFY2(cutOff(window()).isEmpty(), qPrintable(what + u": "_s + cutOff(window()).join(u'\n')));
}

QDialog *TestFits::dialog() const
{
    const auto dialogs = window()->findChildren<QDialog *>();
    const auto found = std::find_if(dialogs.begin(), dialogs.end(), [](QDialog *d) { return d->isVisible(); });
    return found == dialogs.end() ? nullptr : *found;
}

void TestFits::click(const QString &name) const
{
    auto *button = window()->findChild<QAbstractButton *>(name);
    QVERIFY2(button, qPrintable(name));
    button->click();
}

void TestFits::checkDialog(const QString &what, const std::function<void()> &open)
{
    open();
    QTRY_VERIFY2(dialog(), qPrintable(what));
    QTRY_VERIFY2(cutOff(dialog()).isEmpty(), qPrintable(what + u": "_s + cutOff(dialog()).join(u'\n')));
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY2(!dialog(), qPrintable(what));
}

void TestFits::cutWordsAreFound()
{
    QWidget box;
    auto *button = new QPushButton(u"Acknowledge all of them"_s, &box);
    button->resize(60, 30);
    box.show();
    QCOMPARE(cutOff(&box).size(), 1);
    button->resize(button->sizeHint());
    QCOMPARE(cutOff(&box), QStringList());
}

void TestFits::welcome()
{
    const QTemporaryDir empty;
    start(empty.path());
    window()->showPage(0);
    checkWindow(u"welcome"_s);
}

void TestFits::pages()
{
    start(m_folder.path());
    QTRY_VERIFY(m_program->live()->snapshot().total.calls > 0);
    for (int i = 0; i < static_cast<int>(pageTable().size()); ++i) {
        window()->showPage(i);
        checkWindow(window()->currentPage()->objectName());
    }
    show(ReportsPageId);
    window()->findChild<QTabWidget *>(u"reportTabs"_s)->setCurrentIndex(1);
    checkWindow(u"schedules"_s);
    show("receiver"_L1);
    window()->findChild<QTabWidget *>(u"messageTabs"_s)->setCurrentIndex(1);
    checkWindow(u"refused messages"_s);
}

void TestFits::oneCampaign()
{
    start(m_folder.path());
    show(CampaignsPageId);
    auto *campaigns = qobject_cast<CampaignsPage *>(window()->page(CampaignsPageId));
    QTRY_VERIFY(!campaigns->matrix().matrix().rows.isEmpty());
    campaigns->showCampaign(campaigns->matrix().matrix().rows.constLast().taskId);
    for (int tab = 0; tab < campaigns->campaign().tabCount(); ++tab) {
        campaigns->campaign().showTab(tab);
        checkWindow(u"campaign, tab %1"_s.arg(tab));
    }
}

void TestFits::callDetail()
{
    start(m_folder.path());
    show(CallsPageId);
    auto *table = window()->findChild<QTableView *>(u"callTable"_s);
    QTRY_VERIFY(table->model()->rowCount() > 0);
    table->setCurrentIndex(table->model()->index(0, 0));
    auto *tabs = window()->findChild<QTabWidget *>(u"detailTabs"_s);
    QTRY_VERIFY(tabs->isVisible());
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        checkWindow(u"call, tab %1"_s.arg(tab));
    }
}

void TestFits::alerts()
{
    start(m_folder.path());
    show(AlertsPageId);
    AlertMonitor &alerts = m_program->session.alerts();
    alerts.saveRule({.metric = Metric::Attempts, .threshold = 0, .windowMinutes = 60});
    alerts.saveRule({.metric = Metric::ConnectRate,
                     .eachTask = true,
                     .below = true,
                     .threshold = 1,
                     .clearThreshold = 1,
                     .windowMinutes = 60,
                     .leastCalls = 1});
    auto *rules = window()->findChild<QTableView *>(u"ruleTable"_s);
    QTRY_VERIFY(rules->model()->rowCount() > 7);
    checkWindow(u"alerts"_s);
}

void TestFits::settings()
{
    start(m_folder.path());
    show("settings"_L1);
    auto *page = qobject_cast<SettingsPage *>(window()->page("settings"_L1));
    for (const QString &name : page->sectionNames()) {
        page->showSection(name);
        checkWindow(u"settings, "_s + name);
    }
    page->showSection(u"results"_s);
    auto *codes = page->findChild<QTableView *>(u"resultTable"_s);
    QTRY_VERIFY(codes->model()->rowCount() > 1);
    checkDialog(u"result code"_s, [this, codes] {
        codes->selectRow(1);
        click(u"resultEdit"_s);
    });
    page->showSection(u"campaigns"_s);
    auto *tasks = page->findChild<QTableView *>(u"taskTable"_s);
    QTRY_VERIFY(tasks->model()->rowCount() > 0);
    checkDialog(u"campaign"_s, [this, tasks] {
        tasks->selectRow(0);
        click(u"taskEdit"_s);
    });
    checkDialog(u"import"_s, [this] { click(u"taskImport"_s); });
}

void TestFits::dialogs()
{
    start(m_folder.path());
    window()->showPage(0);
    checkDialog(u"help"_s, [this] {
        for (QShortcut *shortcut : window()->findChildren<QShortcut *>()) {
            if (shortcut->key() == QKeySequence(Qt::Key_F1))
                Q_EMIT shortcut->activated();
        }
    });
    checkDialog(u"period"_s, [this] { click(u"period6"_s); });
    show(AlertsPageId);
    checkDialog(u"alert rule"_s, [this] { click(u"newRule"_s); });
    auto *rules = window()->findChild<QTableView *>(u"ruleTable"_s);
    QTRY_VERIFY(rules->model()->rowCount() > 5);
    for (int row = 0; row < 6; ++row) {
        checkDialog(u"alert rule %1"_s.arg(row), [this, rules, row] {
            rules->selectRow(row);
            click(u"editRule"_s);
        });
    }
    show(ReportsPageId);
    checkDialog(u"schedule"_s, [this] { click(u"newSchedule"_s); });
    show(CallsPageId);
    const auto saved = window()->findChild<QToolButton *>(u"savedFilters"_s)->menu()->actions();
    checkDialog(u"save filter"_s, [&saved] { saved.at(saved.size() - 2)->trigger(); });
    window()->findChild<CallsSaved *>()->put({u"筛选 1"_s, {}, {}, {}, {}, {}});
    const auto more = window()->findChild<QToolButton *>(u"savedFilters"_s)->menu()->actions();
    checkDialog(u"filters"_s, [&more] { more.constLast()->trigger(); });
}

QTEST_MAIN(TestFits)
#include "test_fits.moc"
