// SPDX-License-Identifier: GPL-3.0-or-later
#include "markup_walk.h"
#include "opened_file.h"
#include "running_program.h"

#include "simulator/test_push.h"
#include "ui/calls/calls_saved.h"
#include "ui/campaigns/campaign_view.h"
#include "ui/campaigns/campaigns_page.h"
#include "ui/common/charts/chart_panel.h"
#include "ui/common/tables/figure_table_view.h"
#include "ui/session/alerts/alert_monitor.h"
#include "ui/session/page.h"
#include "ui/settings/settings_page.h"
#include "ui/wallboard/wallboard.h"
#include "ui/window/page_table.h"

#include "record/protocol/call_fields.h"

#include <QClipboard>
#include <QDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Accepted = 6;

QTableView *tableIn(const QWidget *root, const QString &name)
{
    return root->findChild<QTableView *>(name);
}

} // namespace

/// Markup in all that comes from outside: every page, dialog, tip, picture and copy shows its signs, and no file that
/// it names is opened.
class TestMarkup : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup() { QVERIFY(!m_canary.wasOpened()); }
    void pages();
    void oneCampaign();
    void callsAndTheirDetail();
    void refusedMessages();
    void alertsAndWallboard();
    void dialogs();
    void copies();
    void allOfItWasShown();
    void cleanupTestCase() { m_program.reset(); }

private:
    MainWindow *window() const { return m_program->session.window(); }
    void show(QLatin1StringView page) const { window()->showPage(window()->pageIndex(page)); }
    /// `<b>name</b>`, a picture to load, and what else could mean more than itself.
    QString markup(QLatin1StringView name) const;
    QJsonObject push(int number) const;
    void send(const QJsonObject &body);
    void decide();
    void look(QWidget *root, const QString &place);
    void lookAtTabs(const QString &place);
    bool shows(QLatin1StringView name) const
    {
        return MarkupWalk::wordsOf(window()).contains(u"<b>%1</b>"_s.arg(name));
    }
    void lookAtDialog(const QString &what, const std::function<void()> &open);
    void click(const QString &name) const;

    OpenedFile m_canary;
    QTemporaryDir m_folder;
    std::unique_ptr<Program> m_program;
    TestPush m_network;
    MarkupWalk m_walk;
};

QString TestMarkup::markup(QLatin1StringView name) const
{
    return u"<b>"_s + name + u"</b> <img src=\"file://"_s + m_canary.path() + u"\"> "_s + MarkupWalk::ampersand()
        + u" &amp; %1 [*]"_s;
}

QJsonObject TestMarkup::push(int number) const
{
    QJsonObject body;
    for (const FieldInfo &field : fieldTable()) {
        if (field.kind == FieldKind::Text)
            body.insert(field.name, markup(field.name));
        else if (field.kind == FieldKind::TextList)
            body.insert(field.name, QJsonArray{markup(field.name), markup(field.name) + u" 2"_s});
    }
    const qint64 now = QDateTime::currentMSecsSinceEpoch() - number * 1'000;
    body.insert(u"call_uuid"_s, markup("call_uuid"_L1) + QString::number(number));
    body.insert(u"direction"_s, 2);
    body.insert(u"time_dial"_s, now - 40'000);
    body.insert(u"time_ring"_s, now - 39'000);
    body.insert(u"time_answer"_s, number % 2 == 0 ? now - 30'000 : 0);
    body.insert(u"time_hangup"_s, now);
    body.insert(u"task_row_index"_s, number / 2);
    body.insert(u"task_tries"_s, number % 2);
    body.insert(markup("unknown"_L1), markup("unknown"_L1));
    return body;
}

void TestMarkup::send(const QJsonObject &body)
{
    m_network.send(m_program->session.receiver().url(), {}, QJsonDocument(body).toJson());
}

/// What persons and their lists may have named so.
void TestMarkup::decide()
{
    ApplicationSession &session = m_program->session;
    session.view().setPrivacy(Privacy::Revealed);
    session.writer().setTask(markup("task_id"_L1), markup("alias"_L1), 10);
    session.writer().setMeaning(
        {.code = markup("task_result"_L1), .zh = markup("meaning"_L1), .en = markup("meaning"_L1)});
    session.alerts().saveRule(
        {.name = markup("rule"_L1), .metric = Metric::Attempts, .eachTask = true, .threshold = 0, .windowMinutes = 60});
    window()->findChild<CallsSaved *>()->put({markup("filter"_L1), {}, {}, {}, {}, {}});
}

void TestMarkup::initTestCase()
{
    QVERIFY(m_canary.isWatched());
    QLabel control(markup("control"_L1));
    control.sizeHint();
    QVERIFY(m_canary.wasOpened());
    m_program = std::make_unique<Program>(m_folder.path());
    QVERIFY(m_program->isShown());
    window()->resize(1440, 900);
    for (int number = 0; number < Accepted; ++number)
        send(push(number));
    for (const FieldInfo &field : fieldTable()) {
        QJsonObject body = push(Accepted);
        if (field.kind != FieldKind::Text && field.kind != FieldKind::TextList) {
            body.insert(field.name, markup(field.name));
            send(body);
        }
    }
    decide();
    QTRY_COMPARE(m_program->live()->snapshot().total.calls, qint64(Accepted));
}

void TestMarkup::look(QWidget *root, const QString &place)
{
    m_walk.look(root, place);
    const QStringList problems = std::exchange(m_walk.problems, {});
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    QVERIFY2(!m_canary.wasOpened(), qPrintable(place));
}

/// The window, and once more for every tab of what it shows.
void TestMarkup::lookAtTabs(const QString &place)
{
    look(window(), place);
    for (QTabWidget *tabs : window()->findChildren<QTabWidget *>()) {
        for (int tab = tabs->count() - 1; tabs->isVisible() && tab >= 0; --tab) {
            tabs->setCurrentIndex(tab);
            look(window(), u"%1, tab %2"_s.arg(place).arg(tab));
        }
    }
}

void TestMarkup::pages()
{
    show("live"_L1);
    QTRY_VERIFY(shows("alias"_L1));
    for (ChartPanel *panel : window()->findChildren<ChartPanel *>()) {
        look(window(), u"live, charts"_s);
        panel->setTable(true);
    }
    for (int i = 0; i < static_cast<int>(pageTable().size()); ++i) {
        window()->showPage(i);
        lookAtTabs(window()->currentPage()->objectName());
    }
    show(ReportsPageId);
    auto *reports = window()->findChild<QListWidget *>(u"reportList"_s);
    for (int row = 0; row < reports->count(); ++row) {
        reports->setCurrentRow(row);
        look(window(), u"report "_s + reports->item(row)->text());
    }
    const auto calls = reports->findItems(u"Call"_s, Qt::MatchStartsWith);
    QVERIFY(!calls.isEmpty());
    reports->setCurrentItem(calls.constFirst());
    QTRY_VERIFY(shows("task_id"_L1)); // the preview
    look(window(), u"preview"_s);
}

void TestMarkup::oneCampaign()
{
    show(CampaignsPageId);
    auto *campaigns = qobject_cast<CampaignsPage *>(window()->page(CampaignsPageId));
    QTRY_VERIFY(shows("alias"_L1));
    look(window(), u"matrix"_s);
    campaigns->showCampaign(markup("task_id"_L1));
    QTRY_VERIFY(campaigns->campaign().figures().tally.calls > 0);
    for (int tab = 0; tab < campaigns->campaign().tabCount(); ++tab) {
        campaigns->campaign().showTab(tab);
        const auto hasRows = [](const FigurePanel *panel) {
            const FigureTable &table = panel->view().figures().table();
            return !panel->isVisible() || !table.rows.isEmpty() || !table.emptyReason.isEmpty();
        };
        const auto panels = campaigns->findChildren<FigurePanel *>();
        QTRY_VERIFY(std::all_of(panels.begin(), panels.end(), hasRows));
        look(window(), u"campaign, tab %1"_s.arg(tab));
    }
}

void TestMarkup::callsAndTheirDetail()
{
    CallFilter filter;
    filter.taskIds = {markup("task_id"_L1)};
    filter.results = {markup("task_result"_L1)};
    filter.numberContains = markup("callee"_L1);
    filter.customerContains = markup("task_row_value"_L1);
    filter.excludedTaskIds = {u"<i>"_s + MarkupWalk::ampersand()};
    filter.drill.customerColumn = markup("task_row_head"_L1);
    filter.drill.customerValues = {markup("task_row_value"_L1)};
    show(CallsPageId);
    window()->page(CallsPageId)->showFilter(filter);
    look(window(), u"chips"_s);
    window()->page(CallsPageId)->showFilter({});
    auto *table = tableIn(window(), u"callTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), Accepted);
    QTRY_VERIFY(shows("alias"_L1));
    for (int row = 0; row < Accepted; ++row) {
        const auto *raw = window()->findChild<QPlainTextEdit *>(u"outboundMessage"_s);
        const auto showsRow = [&] {
            table->selectRow(row); // again where the list was renewed meanwhile
            return raw->toPlainText().contains(u"</b>"_s);
        };
        QTRY_VERIFY(showsRow());
        lookAtTabs(u"call %1"_s.arg(row));
    }
    table->selectAll();
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"<b>alias</b>"_s));
}

void TestMarkup::refusedMessages()
{
    show("receiver"_L1);
    window()->findChild<QTabWidget *>(u"messageTabs"_s)->setCurrentIndex(1);
    auto *refused = tableIn(window(), u"refusedTable"_s);
    auto *body = window()->findChild<QPlainTextEdit *>(u"refusedBody"_s);
    QTRY_VERIFY(refused->model()->rowCount() > 5);
    for (int row = 0; row < refused->model()->rowCount(); ++row) {
        body->clear();
        refused->selectRow(row);
        QTRY_VERIFY(!body->toPlainText().isEmpty()); // which is read from the store
        look(window(), u"refused %1"_s.arg(row));
    }
}

void TestMarkup::alertsAndWallboard()
{
    QTRY_VERIFY_WITH_TIMEOUT(!m_program->session.alerts().open().isEmpty(), 60'000);
    show(AlertsPageId);
    QTRY_VERIFY(shows("rule"_L1));
    look(window(), u"alerts"_s);
    window()->toggleWallboard();
    window()->wallboard()->showNormal();
    for (int slide = 0; slide < 3; ++slide) {
        look(window()->wallboard(), u"wallboard"_s);
        QTest::keyClick(window()->wallboard(), Qt::Key_Right);
    }
    window()->toggleWallboard();
}

void TestMarkup::click(const QString &name) const
{
    auto *button = window()->findChild<QAbstractButton *>(name);
    QVERIFY2(button, qPrintable(name));
    button->click();
}

void TestMarkup::lookAtDialog(const QString &what, const std::function<void()> &open)
{
    const auto dialog = [this]() -> QDialog * {
        for (QDialog *each : window()->findChildren<QDialog *>()) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    };
    open();
    QTRY_VERIFY2(dialog(), qPrintable(what));
    look(dialog(), what);
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY2(!dialog(), qPrintable(what));
}

void TestMarkup::dialogs()
{
    lookAtDialog(u"campaign"_s, [this] { Q_EMIT window()->currentPage()->taskEditRequested(markup("task_id"_L1)); });
    show("settings"_L1);
    auto *page = qobject_cast<SettingsPage *>(window()->page("settings"_L1));
    for (const QString &section : page->sectionNames()) {
        page->showSection(section);
        look(window(), u"settings, "_s + section);
    }
    page->showSection(u"results"_s);
    auto *codes = tableIn(page, u"resultTable"_s);
    QTRY_VERIFY(shows("task_result"_L1));
    for (int row = 0; row < codes->model()->rowCount(); ++row) {
        if (!codes->model()->index(row, 0).data().toString().contains(u"task_result"_s))
            continue;
        lookAtDialog(u"result code"_s, [this, codes, row] {
            codes->selectRow(row);
            click(u"resultEdit"_s);
        });
    }
    show(AlertsPageId);
    auto *rules = tableIn(window(), u"ruleTable"_s);
    lookAtDialog(u"rule"_s, [this, rules] {
        rules->selectRow(rules->model()->rowCount() - 1);
        click(u"editRule"_s);
    });
    show(ReportsPageId);
    lookAtDialog(u"schedule"_s, [this] { click(u"newSchedule"_s); });
    show(CallsPageId);
    const auto actions = window()->findChild<QToolButton *>(u"savedFilters"_s)->menu()->actions();
    lookAtDialog(u"saved filters"_s, [&actions] { actions.constLast()->trigger(); });
}

/// "Copy table" and "Copy picture" of every chart and table; what is copied as HTML holds the signs.
void TestMarkup::copies()
{
    show("live"_L1);
    int copied = 0;
    const auto menus = window()->findChildren<QMenu *>();
    for (const QMenu *menu : menus) {
        for (QAction *action : menu->actions()) {
            if (action->text() != u"Copy table"_s && action->text() != u"Copy picture"_s)
                continue;
            action->trigger();
            const QString html = QGuiApplication::clipboard()->mimeData()->html();
            QVERIFY2(!html.contains(u"<img"_s) && !html.contains(u"<b><b>"_s), qPrintable(html));
            copied += html.contains(u"&lt;b&gt;"_s) ? 1 : 0;
            QVERIFY(!m_canary.wasOpened());
        }
    }
    QVERIFY(copied > 2);
}

/// Not one of the fields was left out of all that was looked at.
void TestMarkup::allOfItWasShown()
{
    for (const FieldInfo &field : fieldTable())
        QVERIFY2(m_walk.seen.contains(u"<b>%1</b>"_s.arg(field.name)), field.name.data());
    for (const QLatin1StringView name : {"unknown"_L1, "alias"_L1, "rule"_L1, "filter"_L1, "meaning"_L1})
        QVERIFY2(m_walk.seen.contains(u"<b>%1</b>"_s.arg(name)), name.data());
    QVERIFY(m_walk.tips > 200);
}

QTEST_MAIN(TestMarkup)
#include "test_markup.moc"
