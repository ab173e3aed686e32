// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports_window.h"

#include "ui/calls/calls_filter_bar.h"
#include "ui/campaigns/campaign_view.h"
#include "ui/campaigns/campaigns_matrix.h"
#include "ui/campaigns/campaigns_page.h"
#include "ui/common/charts/chart_panel.h"
#include "ui/common/charts/chart_view.h"
#include "ui/common/tables/detail_table.h"
#include "ui/common/tables/figure_table_view.h"
#include "ui/reports/report_list.h"
#include "ui/settings/settings_page.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

/// "Export…" of the menu beside a chart's or a table's title.
QAction *exportAction(const QWidget *panel)
{
    const auto menus = panel->findChildren<QMenu *>();
    for (const QMenu *menu : menus) {
        for (QAction *action : menu->actions()) {
            if (action->text() == u"Export…"_s)
                return action;
        }
    }
    return nullptr;
}

/// The tables of a campaign's tab show their figures, or say why there are none.
bool hasAnswer(const QWidget *part)
{
    const auto panels = part->findChildren<FigurePanel *>();
    return std::all_of(panels.begin(), panels.end(), [](const FigurePanel *panel) {
        const FigureTable &table = panel->view().figures().table();
        return panel->isVisible() && (!table.rows.isEmpty() || !table.emptyReason.isEmpty());
    });
}

/// What stands in a place that can be exported.
struct Place
{
    QString name;
    std::function<void()> exportIt;
    std::function<qint64()> rows; ///< of the table as it stands now: a live one may renew itself between two places
};

} // namespace

/// "Export…" of every table and chart lands on the page of reports with its own report, filter and rows.
class TestExportOrders : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_window = std::make_unique<ReportsWindow>(m_folder->path());
        QVERIFY(m_window->isShown());
    }
    void cleanup()
    {
        m_window.reset();
        m_folder.reset();
    }

    void live();
    void matrix();
    void everyTabOfACampaign();
    void calls();
    void alerts();
    void receiver();
    void detailOfACall();
    void nothingIsWithoutExport();

private:
    void showPage(const QString &id)
    {
        m_window->window()->showPage(m_window->window()->pageIndex(QLatin1StringView(id.toLatin1())));
    }
    Page *pageOf(const char *id) { return m_window->window()->page(QLatin1StringView(id)); }
    QList<Place> placesIn(const QWidget *part) const;
    void chooseACall();
    /// Every table and chart that can be seen in this part has an "Export…" of its own; `part` names it.
    void checkExports(Page *page, const QString &part);
    QString chosen() { return m_window->page().findChild<ReportList *>()->chosen(); }
    CallFilter asked() { return m_window->page().maker().job().request.filter; }
    /// Clicks, and compares what landed: the report where it is known, else the table; and the table's rows in a file.
    void checkPlace(const Place &place, const QString &report);
    void checkAll(const QList<Place> &places, const QMap<QString, QString> &reports);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ReportsWindow> m_window;
    int m_files = 0;
    qsizetype m_seen = 0; ///< tables and charts that were looked at
};

QList<Place> TestExportOrders::placesIn(const QWidget *part) const
{
    QList<Place> places;
    for (const ChartPanel *panel : part->findChildren<ChartPanel *>()) {
        if (panel->isVisible())
            places.append({panel->accessibleName(), [panel] { exportAction(panel)->trigger(); },
                           [panel] { return panel->view().data().categories.size(); }});
    }
    for (const FigurePanel *panel : part->findChildren<FigurePanel *>()) {
        if (panel->isVisible())
            places.append({panel->title(), [panel] { exportAction(panel)->trigger(); },
                           [panel] { return panel->view().figures().rowCount(); }});
    }
    return places;
}

void TestExportOrders::checkPlace(const Place &place, const QString &report)
{
    const qint64 rows = place.rows();
    place.exportIt();
    QCOMPARE(m_window->window()->currentPage()->objectName(), QString(ReportsPageId));
    const bool isKnown = reportNames().contains(report);
    QCOMPARE(chosen(), isKnown ? report : ReportList::shownTableName());
    QVERIFY(m_window->hasPreview());
    QCOMPARE(m_window->preview().preview().error, QString());
    QVERIFY(m_window->page().maker().isPlain() || !isKnown || asked().taskIds.size() == 1 || !asked().uuid.isEmpty());
    m_window->choose(ReportList::shownTableName());
    m_window->setFormat(u"csv-raw"_s);
    const QString file = m_window->path(u"table%1.csv"_s.arg(++m_files));
    const qint64 id = m_window->exportTo(file);
    QVERIFY(id > 0);
    QVERIFY(m_window->waitFor(id));
    QCOMPARE(m_window->exports().find(id)->error, QString());
    QCOMPARE(m_window->exports().find(id)->rows, rows);
    QCOMPARE(csvRows(file).size(), rows + 1);
}

void TestExportOrders::checkAll(const QList<Place> &places, const QMap<QString, QString> &reports)
{
    QStringList names;
    for (const Place &place : places)
        names.append(place.name);
    names.sort();
    QCOMPARE(names, reports.keys());
    const QString page = m_window->window()->currentPage()->objectName();
    for (const Place &place : places) {
        showPage(page);
        checkPlace(place, reports.value(place.name));
        QVERIFY2(!QTest::currentTestFailed(), qPrintable(place.name));
    }
    showPage(page);
}

void TestExportOrders::live()
{
    showPage(u"live"_s);
    QTRY_VERIFY(m_window->program().live()->snapshot().total.calls > 0);
    QTRY_VERIFY(!m_window->program().live()->findChild<ChartPanel *>(u"talkChart"_s)->view().data().isEmpty());
    checkAll(placesIn(pageOf("live")),
             {{u"Calls over time"_s, u"hours"_s},
              {u"Connect and success rate"_s, u"hours"_s},
              {u"Outcomes by result"_s, u"results"_s},
              {u"Talk time of connected calls"_s, QString()}});
    const auto *table = pageOf("live")->findChild<QTableView *>(u"campaignTable"_s);
    QTRY_VERIFY(table->model()->rowCount() > 0);
    checkPlace({u"Campaigns"_s, [this] { pageOf("live")->findChild<QPushButton *>(u"exportCampaigns"_s)->click(); },
                [table] { return table->model()->rowCount(); }},
               u"tasks"_s);
}

void TestExportOrders::matrix()
{
    showPage(u"campaigns"_s);
    const auto *campaigns = qobject_cast<CampaignsPage *>(pageOf("campaigns"));
    QTRY_VERIFY(!campaigns->matrix().matrix().rows.isEmpty());
    checkAll(placesIn(campaigns), {{u"Attempts by result"_s, u"results"_s}, {u"Contacts by result"_s, u"results"_s}});
}

void TestExportOrders::everyTabOfACampaign()
{
    showPage(u"campaigns"_s);
    auto *campaigns = qobject_cast<CampaignsPage *>(pageOf("campaigns"));
    campaigns->showCampaign(u"1"_s);
    const QList<QMap<QString, QString>> tabs{{{u"From attempt to success"_s, u"dossier"_s},
                                              {u"Outcomes by result"_s, u"results"_s},
                                              {u"Calls and contacts"_s, u"dossier"_s},
                                              {u"Result and answer"_s, u"dossier"_s}},
                                             {{u"Connect rate by weekday and hour"_s, u"hours"_s}},
                                             {{u"Yield of each try"_s, u"retries"_s},
                                              {u"Tries"_s, u"retries"_s},
                                              {u"From one try to the next"_s, u"retries"_s}},
                                             {{u"Lines compared"_s, u"lines"_s}},
                                             {{u"By a customer column"_s, QString()}},
                                             {{u"Contacts and their tries"_s, u"retries"_s}}};
    QCOMPARE(campaigns->campaign().tabCount(), tabs.size());
    for (int tab = 0; tab < tabs.size(); ++tab) {
        campaigns->campaign().showTab(tab);
        const auto *tabWidget = campaigns->campaign().findChild<QTabWidget *>(u"campaignTabs"_s);
        const QWidget *part = tabWidget->currentWidget();
        QTRY_VERIFY2(hasAnswer(part), qPrintable(QString::number(tab)));
        checkAll(placesIn(part), tabs.at(tab));
        QVERIFY2(!QTest::currentTestFailed(), qPrintable(QString::number(tab)));
    }
    // The report is about that campaign alone.
    campaigns->campaign().showTab(0);
    placesIn(campaigns->campaign().findChild<QTabWidget *>(u"campaignTabs"_s)->currentWidget()).constFirst().exportIt();
    QCOMPARE(m_window->page().findChildren<QToolButton *>(u"taskChip"_s).size(), 1);
}

void TestExportOrders::calls()
{
    showPage(u"calls"_s);
    auto *page = pageOf("calls");
    page->findChild<QLineEdit *>(u"numberFilter"_s)->setText(u"0007"_s);
    const auto *table = page->findChild<QTableView *>(u"callTable"_s);
    QTRY_VERIFY(table->model()->rowCount() > 0 && table->model()->rowCount() < ReportsWindow::Calls / 10);
    const int rows = table->model()->rowCount();
    page->findChild<QPushButton *>(u"exportCalls"_s)->click();
    QCOMPARE(m_window->window()->currentPage()->objectName(), QString(ReportsPageId));
    QCOMPARE(chosen(), u"calls"_s);
    QCOMPARE(asked().numberContains, u"0007"_s);
    const QString file = m_window->path(u"one.csv"_s);
    QVERIFY(m_window->waitFor(m_window->exportTo(file)));
    QCOMPARE(csvRows(file).size(), rows + 1);
}

void TestExportOrders::alerts()
{
    AlertMonitor &alerts = m_window->program().session.alerts();
    alerts.saveRule({.metric = Metric::ConnectRate,
                     .below = true,
                     .threshold = 0.999,
                     .clearThreshold = 0.999,
                     .windowMinutes = 60,
                     .severity = AlertSeverity::Critical});
    QTRY_VERIFY_WITH_TIMEOUT(alerts.alertsEver() > 0, 20'000);
    showPage(u"alerts"_s);
    pageOf("alerts")->findChild<QPushButton *>(u"exportAlerts"_s)->click();
    QCOMPARE(chosen(), ReportList::shownTableName());
    QVERIFY(m_window->hasPreview());
    QTRY_COMPARE(m_window->preview().preview().head.rows, alerts.alertsEver());
}

void TestExportOrders::receiver()
{
    showPage(u"receiver"_s);
    const auto *page = pageOf("receiver");
    QTRY_VERIFY(page->findChild<QTableView *>(u"pushTable"_s)->model()->rowCount() > 0);
    QList<Place> places = placesIn(page);
    for (DetailTable *table : page->findChildren<DetailTable *>())
        places.append({table->accessibleName(), [table] { Q_EMIT table->exportRequested(); },
                       [table] { return table->rowCount(); }});
    for (const auto &[button, table] :
         {std::pair(u"exportPushes"_s, u"pushTable"_s), std::pair(u"exportRefused"_s, u"refusedTable"_s)}) {
        const auto *view = page->findChild<QTableView *>(table);
        auto *exporter = page->findChild<QPushButton *>(button);
        places.append(
            {view->accessibleName(), [exporter] { exporter->click(); }, [view] { return view->model()->rowCount(); }});
    }
    checkAll(places,
             {{u"Answer times and lags"_s, QString()},
              {u"Answers by status"_s, QString()},
              {u"Completeness of outbound calls"_s, u"completeness"_s},
              {u"Messages per minute"_s, QString()},
              {u"Messages since the start"_s, QString()},
              {u"Pushes to other paths"_s, QString()},
              {u"Refused messages, newest first"_s, QString()},
              {u"The last messages, newest first"_s, QString()},
              {u"Wrong tokens by address"_s, QString()}});
}

void TestExportOrders::chooseACall()
{
    showPage(u"calls"_s);
    auto *table = pageOf("calls")->findChild<QTableView *>(u"callTable"_s);
    QTRY_VERIFY(table->model()->rowCount() > 0);
    table->setCurrentIndex(table->model()->index(0, 0));
    QTRY_VERIFY(pageOf("calls")->findChild<QPushButton *>(u"exportDetail"_s)->isVisible());
}

void TestExportOrders::detailOfACall()
{
    chooseACall();
    const auto *page = pageOf("calls");
    auto *tabs = page->findChild<QTabWidget *>(u"detailTabs"_s);
    auto *exporter = page->findChild<QPushButton *>(u"exportDetail"_s);
    const auto *fields = page->findChild<DetailTable *>(u"fieldTable"_s);
    checkPlace({u"All fields"_s, [exporter] { exporter->click(); }, [fields] { return fields->rowCount(); }},
               u"calls"_s);
    m_window->choose(u"calls"_s);
    QVERIFY(!asked().uuid.isEmpty());
    QVERIFY(m_window->hasPreview());
    QCOMPARE(m_window->preview().preview().head.rows, 1);
    chooseACall();
    tabs->setCurrentIndex(2);
    exporter->click();
    m_window->choose(ReportList::shownTableName());
    m_window->setFormat(u"csv"_s);
    const QString file = m_window->path(u"messages.csv"_s);
    QVERIFY(m_window->waitFor(m_window->exportTo(file)));
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray text = written.readAll();
    QVERIFY2(text.contains("call_uuid") && text.contains("****"), text.constData());
}

namespace {

/// What it takes to export a table that stands for itself: the nearest button that says so, or the table's own menu.
std::function<void()> wayOf(QTableView *table, const QWidget *page, QSet<QPushButton *> *taken)
{
    if (qobject_cast<DetailTable *>(table)) {
        return [table] {
            QContextMenuEvent asked(QContextMenuEvent::Keyboard, {}, table->mapToGlobal(QPoint()));
            QApplication::sendEvent(table->viewport(), &asked);
            if (QAction *action = exportAction(table))
                action->trigger();
            for (QMenu *menu : table->findChildren<QMenu *>())
                menu->close();
        };
    }
    for (const QWidget *around = table->parentWidget(); around && around != page->parentWidget();
         around = around->parentWidget()) {
        for (QPushButton *each : around->findChildren<QPushButton *>()) {
            if (!each->isVisible() || !each->text().startsWith(u"Export"_s) || taken->contains(each))
                continue;
            taken->insert(each);
            return [each] { each->click(); };
        }
    }
    return {};
}

/// Of all that can be seen: names, and how each is exported.
QMap<QString, std::function<void()>> waysIn(const QWidget *page)
{
    QMap<QString, std::function<void()>> ways;
    for (const QWidget *panel : page->findChildren<QWidget *>()) {
        const auto *figures = qobject_cast<const FigurePanel *>(panel);
        if (panel->isVisible() && (figures || qobject_cast<const ChartPanel *>(panel)))
            ways.insert(figures ? figures->title() : panel->accessibleName(), [panel] {
                if (QAction *action = exportAction(panel))
                    action->trigger();
            });
    }
    QSet<QPushButton *> taken;
    for (QTableView *table : page->findChildren<QTableView *>()) {
        const bool isInPanel = qobject_cast<const ChartPanel *>(table->parentWidget())
            || qobject_cast<const FigureTableView *>(table) || table->objectName() == u"previewTable"_s;
        if (table->isVisible() && !isInPanel)
            ways.insert(table->objectName() + table->accessibleName(), wayOf(table, page, &taken));
    }
    return ways;
}

} // namespace

void TestExportOrders::checkExports(Page *page, const QString &part)
{
    int orders = 0;
    QStringList without;
    const auto counted = connect(page, &Page::exportRequested, this, [&orders](const ExportRequest &order) {
        orders += order.table || !order.report.isEmpty() ? 1 : 0;
    });
    const auto ways = waysIn(page);
    for (auto way = ways.begin(); way != ways.end(); ++way) {
        const int before = orders;
        if (way.value())
            way.value()();
        if (orders != before + 1)
            without.append(way.key());
        showPage(page->objectName());
    }
    disconnect(counted);
    QVERIFY2(without.isEmpty(), qPrintable(part + u": "_s + without.join(u", "_s)));
    QVERIFY2(page->findChildren<QTreeView *>().isEmpty(), qPrintable(part));
    m_seen += ways.size();
}

void TestExportOrders::nothingIsWithoutExport()
{
    for (const char *id : {"live", "campaigns", "alerts", "receiver"}) {
        showPage(QString::fromLatin1(id));
        QTRY_VERIFY(m_window->program().live()->snapshot().total.calls > 0);
        checkExports(pageOf(id), QString::fromLatin1(id));
    }
    chooseACall();
    auto *detail = pageOf("calls")->findChild<QTabWidget *>(u"detailTabs"_s);
    for (int tab = 0; tab < detail->count(); ++tab) {
        detail->setCurrentIndex(tab);
        checkExports(pageOf("calls"), u"calls %1"_s.arg(tab));
    }
    showPage(u"campaigns"_s);
    auto *campaigns = qobject_cast<CampaignsPage *>(pageOf("campaigns"));
    campaigns->showCampaign(u"1"_s);
    for (int tab = 0; tab < campaigns->campaign().tabCount(); ++tab) {
        campaigns->campaign().showTab(tab);
        QTRY_VERIFY(hasAnswer(campaigns->campaign().findChild<QTabWidget *>(u"campaignTabs"_s)->currentWidget()));
        checkExports(campaigns, u"campaign %1"_s.arg(tab));
    }
    auto *reports = pageOf("reports")->findChild<QTabWidget *>(u"reportTabs"_s);
    showPage(u"reports"_s);
    for (const char *table : {"scheduleTable", "runTable"}) { // an export shows the other tab
        reports->setCurrentIndex(1);
        QVERIFY(pageOf("reports")->findChild<QTableView *>(QString::fromLatin1(table))->isVisible());
        pageOf("reports")
            ->findChild<QPushButton *>(QString::fromLatin1(table) == u"runTable"_s ? u"exportRuns"_s
                                                                                   : u"exportSchedules"_s)
            ->click();
        QCOMPARE(reports->currentIndex(), 0);
        QCOMPARE(chosen(), ReportList::shownTableName());
    }
    auto *settings = qobject_cast<SettingsPage *>(pageOf("settings"));
    for (const QString &section : settings->sectionNames()) {
        showPage(u"settings"_s);
        settings->showSection(section);
        checkExports(settings, section);
    }
    QVERIFY2(m_seen > 30, qPrintable(QString::number(m_seen)));
}

QTEST_MAIN(TestExportOrders)
#include "test_export_requests.moc"
