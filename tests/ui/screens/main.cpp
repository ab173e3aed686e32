// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/call_shots.h"
#include "screens/photographer.h"
#include "screens/report_shots.h"
#include "screens/sample_pushes.h"
#include "screens/seeded_store.h"

#include "receiver/server/receiver.h"
#include "store/database/connection.h"
#include "ui/campaigns/campaign_view.h"
#include "ui/campaigns/campaigns_matrix.h"
#include "ui/campaigns/campaigns_page.h"
#include "ui/common/charts/chart_panel.h"
#include "ui/live/live_page.h"
#include "ui/session/alerts/alert_monitor.h"
#include "ui/session/appearance.h"
#include "ui/settings/campaigns/task_import_dialog.h"
#include "ui/settings/settings_page.h"
#include "ui/wallboard/wallboard.h"
#include "ui/window/application_session.h"
#include "ui/window/main_window.h"
#include "ui/window/page_table.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDialog>
#include <QFile>
#include <QKeyEvent>
#include <QPushButton>
#include <QShortcut>
#include <QTabWidget>
#include <QTableView>
#include <QTextStream>
#include <QToolButton>

#include <future>

namespace {

using namespace callboard;
using namespace Qt::StringLiterals;
using Shot = Photographer::Shot;

constexpr qint64 SeededCalls = 24'000;
constexpr int SeededDays = 3, SeededTasks = 9;

struct Wish
{
    QDir folder;
    QString language, theme, prefix;
    QSize size;
    QString store;
};

StartupOptions optionsFor(const Wish &wish, const QString &storeFile, const QString &settingsFile)
{
    QSettings settings(settingsFile, QSettings::IniFormat);
    settings.setValue("appearance/language"_L1, wish.language);
    settings.setValue("appearance/theme"_L1, wish.theme);
    StartupOptions options;
    options.store.filePath = storeFile;
    options.receiver.port = 0;
    options.settingsFile = settingsFile;
    return options;
}

QKeyEvent *rightKey()
{
    return new QKeyEvent(QEvent::KeyPress, Qt::Key_Right, Qt::NoModifier);
}

QDialog *openDialog(const MainWindow *window)
{
    const QList<QDialog *> dialogs = window->findChildren<QDialog *>();
    for (QDialog *dialog : dialogs) {
        if (dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

void closeDialogs(const MainWindow *window)
{
    if (QDialog *dialog = openDialog(window))
        dialog->close();
}

Shot pageShot(const Wish &wish, MainWindow *window, int index)
{
    const QString name = wish.prefix + QString(pageTable()[static_cast<std::size_t>(index)].id);
    return {name,
            [window, index] {
                closeDialogs(window);
                window->showPage(index);
            },
            [] { return true; }, [window] { return window; }};
}

Shot dialogShot(const Wish &wish, MainWindow *window, const QString &name, const std::function<void()> &open)
{
    return {wish.prefix + name,
            [window, open] {
                closeDialogs(window);
                open();
            },
            [window] { return openDialog(window) != nullptr; }, [window]() -> QWidget * { return openDialog(window); }};
}

/// The receiver after it has taken and refused messages: the last ones, and a refused one.
QList<Shot> receiverShots(const Wish &wish, ApplicationSession &session, int index)
{
    MainWindow *window = session.window();
    const auto rows = [window](const QString &name) {
        const auto *table = window->findChild<QTableView *>(name);
        return table ? table->model()->rowCount() : 0;
    };
    const auto show = [window, &session, index] {
        closeDialogs(window);
        window->showPage(index);
        (new SamplePushes(session.receiver(), window))->send();
    };
    const auto showRefused = [window] {
        window->findChild<QTabWidget *>(u"messageTabs"_s)->setCurrentIndex(1);
        window->findChild<QTableView *>(u"refusedTable"_s)->selectRow(0);
    };
    return {
        {wish.prefix + u"receiver"_s, show,
         [rows] { return rows(u"pushTable"_s) >= SamplePushes::Good && rows(u"refusedTable"_s) >= SamplePushes::Bad; },
         [window] { return window; }},
        {wish.prefix + u"receiver-refused"_s, showRefused, [] { return true; }, [window] { return window; }}};
}

void pressKey(QWidget *window, Qt::Key key)
{
    const auto shortcuts = window->findChildren<QShortcut *>();
    for (QShortcut *shortcut : shortcuts) {
        if (shortcut->key() == QKeySequence(key))
            Q_EMIT shortcut->activated();
    }
}

void clickNamed(QWidget *window, const QString &name)
{
    if (auto *button = window->findChild<QAbstractButton *>(name))
        button->click();
}

/// Rules as a company might have them, which the seeded campaigns break: arrears and car insurance are hard to reach,
/// surveys take their time. With the banner; the alerts stay for the wallboard.
Shot alertShot(const Wish &wish, const ApplicationSession &session)
{
    MainWindow *window = session.window();
    AlertMonitor &alerts = session.alerts();
    const auto raise = [window, &alerts] {
        closeDialogs(window);
        window->showPage(window->pageIndex(AlertsPageId));
        alerts.saveRule({.metric = Metric::ConnectRate,
                         .eachTask = true,
                         .below = true,
                         .threshold = 0.45,
                         .clearThreshold = 0.50,
                         .windowMinutes = 60,
                         .leastCalls = 3,
                         .severity = AlertSeverity::Critical});
        alerts.saveRule({.metric = Metric::Acd,
                         .eachTask = true,
                         .threshold = 60'000,
                         .clearThreshold = 50'000,
                         .windowMinutes = 60,
                         .leastCalls = 3});
    };
    return {wish.prefix + u"alerts-raised"_s, raise, [&alerts] { return alerts.open().size() > 1; },
            [window] { return window; }};
}

/// The board for the wall in the size of the window: all campaigns, then the first one.
QList<Shot> wallShots(const Wish &wish, const ApplicationSession &session)
{
    MainWindow *window = session.window();
    const auto wall = [window]() -> QWidget * { return window->wallboard(); };
    const auto shown = [window] { return window->wallboard() != nullptr && !window->wallboard()->slides().isEmpty(); };
    const auto open = [window, size = wish.size] {
        closeDialogs(window);
        window->toggleWallboard();
        window->wallboard()->showNormal();
        window->wallboard()->resize(size);
    };
    const auto first = [window] { QCoreApplication::postEvent(window->wallboard(), rightKey()); };
    return {{wish.prefix + u"wallboard"_s, open, shown, wall},
            {wish.prefix + u"wallboard-campaign"_s, first,
             [window] { return window->wallboard()->currentSlide() == 1; }, wall},
            {wish.prefix + u"alerts-acknowledged"_s,
             [window, &session] {
                 window->toggleWallboard();
                 session.alerts().acknowledgeAll();
             },
             [window] { return !window->wallboard()->isVisible(); }, [window] { return window; }}};
}

QString sampleList(const QDir &folder)
{
    QFile file(folder.filePath(u"sample-campaigns.csv"_s));
    const QString text = u"任务ID,任务名称,名单数量,呼叫时段,成功规则\n"
                         "1001,春季回访,12500,周一至周五 09:00-12:00、13:30-20:00,0 19\n"
                         "9001,满意度调查,\"8,000\",每天 10:00-21:00,\n"
                         "9002,续费提醒,许多,工作日 9-18,\n"_s;
    return file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) > 0 ? file.fileName() : QString();
}

/// Every section of the settings, and the editors behind them.
QList<Shot> settingsShots(const Wish &wish, MainWindow *window)
{
    auto *page = qobject_cast<SettingsPage *>(window->page("settings"_L1));
    QList<Shot> shots;
    for (const QString &name : page->sectionNames()) {
        shots.append({wish.prefix + u"settings-"_s + name,
                      [window, page, name] {
                          closeDialogs(window);
                          window->showPage(window->pageIndex("settings"_L1));
                          page->showSection(name);
                      },
                      [] { return true; }, [window] { return window; }});
    }
    const auto showCampaigns = [page] { page->showSection(u"campaigns"_s); };
    shots.append(dialogShot(wish, window, u"task-editor"_s, [page, showCampaigns] {
        showCampaigns();
        page->findChild<QTableView *>(u"taskTable"_s)->selectRow(0);
        clickNamed(page, u"taskEdit"_s);
    }));
    shots.append(dialogShot(wish, window, u"result-code"_s, [page] {
        page->showSection(u"results"_s);
        page->findChild<QTableView *>(u"resultTable"_s)->selectRow(1);
        clickNamed(page, u"resultEdit"_s);
    }));
    shots.append(dialogShot(wish, window, u"task-import"_s, [wish, window, page, showCampaigns] {
        showCampaigns();
        clickNamed(page, u"taskImport"_s);
        if (auto *dialog = qobject_cast<TaskImportDialog *>(openDialog(window)))
            dialog->setFile(sampleList(wish.folder));
    }));
    return shots;
}

QString largestOf(const TaskMatrix &matrix)
{
    const auto largest =
        std::max_element(matrix.rows.begin(), matrix.rows.end(),
                         [](const TaskRow &a, const TaskRow &b) { return a.tally.attempts < b.tally.attempts; });
    return largest == matrix.rows.end() ? QString() : largest->taskId;
}

/// The matrix with shares, and every tab of one campaign.
QList<Shot> campaignShots(const Wish &wish, MainWindow *window)
{
    auto *campaigns = qobject_cast<CampaignsPage *>(window->page(CampaignsPageId));
    const auto whole = [window]() -> QWidget * { return window; };
    QList<Shot> shots{{wish.prefix + u"campaigns-shares"_s,
                       [window] {
                           window->showPage(window->pageIndex(CampaignsPageId));
                           clickNamed(window, u"showShares"_s);
                       },
                       [campaigns] { return !campaigns->matrix().matrix().rows.isEmpty(); }, whole},
                      {wish.prefix + u"campaigns-beside"_s, [window] { clickNamed(window, u"stackMatrix"_s); },
                       [] { return true; }, whole}};
    for (int tab = 0; tab < campaigns->campaign().tabCount(); ++tab) {
        const auto open = [window, campaigns, tab] {
            window->showPage(window->pageIndex(CampaignsPageId));
            if (!campaigns->showsOne())
                campaigns->showCampaign(largestOf(campaigns->matrix().matrix()));
            campaigns->campaign().showTab(tab);
        };
        shots.append({wish.prefix + u"campaign-%1"_s.arg(tab + 1), open,
                      [campaigns] { return campaigns->campaign().figures().tally.calls > 0; }, whole});
    }
    return shots;
}

/// Every page, the first call's detail, the table twin, and every dialog.
QList<Shot> seededShots(const Wish &wish, ApplicationSession &session)
{
    MainWindow *window = session.window();
    auto *live = qobject_cast<LivePage *>(window->page("live"_L1));
    const auto loaded = [&session, live] {
        return session.feed().board().isLoaded() && !live->snapshot().triedContacts.isEmpty();
    };
    QList<Shot> shots{
        {wish.prefix + u"live"_s, [window] { window->showPage(0); }, loaded, [window] { return window; }}};
    shots.append({wish.prefix + u"live-tables"_s,
                  [live] {
                      for (ChartPanel *panel : live->findChildren<ChartPanel *>())
                          panel->setTable(true);
                  },
                  loaded, [window] { return window; }});
    for (int i = 1; i < static_cast<int>(pageTable().size()); ++i) {
        const QLatin1StringView id = pageTable()[static_cast<std::size_t>(i)].id;
        if (id == "receiver"_L1)
            shots += receiverShots(wish, session, i);
        else if (id != ReportsPageId) // has its pictures further below
            shots.append(pageShot(wish, window, i));
    }
    shots.append(campaignShots(wish, window));
    shots += callShots(wish.prefix, session) + menuShots(wish.prefix, session);
    shots.append(dialogShot(wish, window, u"alert-rule"_s, [window] {
        window->showPage(window->pageIndex(AlertsPageId));
        clickNamed(window, u"newRule"_s);
    }));
    shots.append(dialogShot(wish, window, u"alert-rule-silence"_s, [window] {
        if (auto *rules = window->findChild<QTableView *>(u"ruleTable"_s))
            rules->selectRow(0);
        clickNamed(window, u"editRule"_s);
    }));
    shots.append(alertShot(wish, session));
    shots += wallShots(wish, session);
    shots.append(dialogShot(wish, window, u"help"_s, [window] { pressKey(window, Qt::Key_F1); }));
    shots.append(dialogShot(wish, window, u"custom-period"_s, [window] { clickNamed(window, u"period6"_s); }));
    shots += reportShots(wish.prefix, session);
    return shots + settingsShots(wish, window);
}

QList<Shot> emptyShots(const Wish &wish, ApplicationSession &session)
{
    MainWindow *window = session.window();
    return {{wish.prefix + u"welcome"_s, [] {}, [&session] { return !session.receiver().url().isEmpty(); },
             [window] { return window; }}};
}

using ShotList = QList<Shot> (*)(const Wish &, ApplicationSession &);

/// One run of the real program over one store; true when every picture was taken.
bool photograph(QApplication &application, const Wish &wish, const QString &storeFile, ShotList shotList)
{
    const QTemporaryDir settings;
    ApplicationSession session(application, optionsFor(wish, storeFile, settings.filePath(u"screens.ini"_s)));
    Photographer photographer(wish.folder);
    QObject::connect(&session, &ApplicationSession::windowShown, &photographer, [&] {
        session.window()->resize(wish.size);
        photographer.take(shotList(wish, session));
    });
    QObject::connect(&photographer, &Photographer::finished, &application,
                     [](bool all) { QCoreApplication::exit(all ? 0 : 1); });
    QObject::connect(&session, &ApplicationSession::failed, &application, [](const QString &why) {
        QTextStream(stderr) << why << '\n';
        QCoreApplication::exit(1);
    });
    session.start();
    return QApplication::exec() == 0;
}

std::optional<Wish> readWish(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{u"out"_s, u"Folder for the pictures."_s, u"DIR"_s},
                       {u"lang"_s, u"en or zh_CN."_s, u"LANG"_s, u"en"_s},
                       {u"theme"_s, u"light or dark."_s, u"THEME"_s, u"light"_s},
                       {u"size"_s, u"Size of the window."_s, u"WxH"_s, u"1440x900"_s},
                       {u"store"_s, u"A store to show instead of a seeded one."_s, u"URL"_s}});
    parser.process(arguments);
    const QStringList size = parser.value(u"size"_s).split(u'x');
    if (!parser.isSet(u"out"_s) || size.size() != 2 || !QDir().mkpath(parser.value(u"out"_s)))
        return std::nullopt;
    return Wish{QDir(parser.value(u"out"_s)),
                parser.value(u"lang"_s),
                parser.value(u"theme"_s),
                parser.value(u"lang"_s) + u'-' + parser.value(u"theme"_s) + u'-',
                QSize(size[0].toInt(), size[1].toInt()),
                parser.value(u"store"_s)};
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen"); // no display is needed
    QApplication application(argc, argv);
    const auto wish = readWish(QCoreApplication::arguments());
    if (!wish) {
        QTextStream(stderr)
            << "callboard-screens --out DIR [--lang en|zh_CN] [--theme light|dark] [--size 1440x900] [--store URL]\n";
        return 2;
    }
    try {
        const QTemporaryDir folder;
        StoreUrl seeded{folder.filePath(u"seeded.db"_s)};
        QString error;
        if (wish->store.isEmpty())
            // Not on this thread: a store refuses to be opened where windows live.
            std::async(std::launch::async, seedStore, seeded, SeededCalls, SeededDays, SeededTasks, 7).get();
        else if (const auto url = StoreUrl::parse(wish->store, &error))
            seeded = *url;
        const bool pages = photograph(application, *wish, seeded.filePath, seededShots);
        const bool welcome = photograph(application, *wish, folder.filePath(u"empty.db"_s), emptyShots);
        return pages && welcome ? 0 : 1;
    } catch (const StoreError &error) {
        QTextStream(stderr) << error.text() << '\n';
        return 1;
    }
}
