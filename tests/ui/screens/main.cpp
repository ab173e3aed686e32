// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/call_shots.h"
#include "screens/fixed_environment.h"
#include "screens/own_folders.h"
#include "screens/photographer.h"
#include "screens/receiver_shots.h"
#include "screens/report_shots.h"
#include "screens/screen_options.h"
#include "screens/seeded_store.h"

#include "receiver/server/receiver.h"
#include "store/database/connection.h"
#include "store/database/store_problem_text.h"
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

constexpr int SeededDays = 3, SeededTasks = 9;

StartupOptions startupFor(const ScreenOptions &options, const QString &storeFile, const QString &settingsFile)
{
    QSettings settings(settingsFile, QSettings::IniFormat);
    settings.setValue("appearance/language"_L1, options.language);
    settings.setValue("appearance/theme"_L1, options.theme);
    StartupOptions startup;
    startup.store = StoreUrl::ofFile(storeFile);
    startup.receiver.port = 0;
    startup.settingsFile = settingsFile;
    return startup;
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

Shot pageShot(const ScreenOptions &options, MainWindow *window, int index)
{
    const QString name = options.prefix + QString(pageTable()[static_cast<std::size_t>(index)].id);
    return {name,
            [window, index] {
                closeDialogs(window);
                window->showPage(index);
            },
            [] { return true; }, [window] { return window; }};
}

Shot dialogShot(const ScreenOptions &options, MainWindow *window, const QString &name,
                const std::function<void()> &open)
{
    return {options.prefix + name,
            [window, open] {
                closeDialogs(window);
                open();
            },
            [window] { return openDialog(window) != nullptr; }, [window]() -> QWidget * { return openDialog(window); }};
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
Shot alertShot(const ScreenOptions &options, const ApplicationSession &session)
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
    return {options.prefix + u"alerts-raised"_s, raise, [&alerts] { return alerts.open().size() > 1; },
            [window] { return window; }};
}

/// The board for the wall in the size of the window: all campaigns, then the first one.
QList<Shot> wallShots(const ScreenOptions &options, const ApplicationSession &session)
{
    MainWindow *window = session.window();
    const auto wall = [window]() -> QWidget * { return window->wallboard(); };
    const auto shown = [window] { return window->wallboard() != nullptr && !window->wallboard()->slides().isEmpty(); };
    const auto open = [window, size = options.size] {
        closeDialogs(window);
        window->toggleWallboard();
        window->wallboard()->showNormal();
        window->wallboard()->resize(size);
    };
    const auto first = [window] { QCoreApplication::postEvent(window->wallboard(), rightKey()); };
    return {{options.prefix + u"wallboard"_s, open, shown, wall},
            {options.prefix + u"wallboard-campaign"_s, first,
             [window] { return window->wallboard()->currentSlide() == 1; }, wall},
            {options.prefix + u"alerts-acknowledged"_s,
             [window, &session] {
                 window->toggleWallboard();
                 session.alerts().acknowledgeAll();
             },
             [window] { return !window->wallboard()->isVisible(); }, [window] { return window; }}};
}

QString sampleList()
{
    QFile file(QDir::home().filePath(u"sample-campaigns.csv"_s));
    const QString text = u"2026年11月外呼任务一览,,,,\n"
                         "*任务ID（必填）,任务名称,名单数量(条),呼叫时段,成功规则\n"
                         "1001,春季回访,12500,周一至周五 09:00-12:00、13:30-20:00,0 19\n"
                         "=\"9001\",满意度调查,\"8,000\",每天 10:00-21:00,\n"
                         "9002,续费提醒,许多,工作日 9-18,\n"
                         "1.23457E+14,生日祝福,300,,\n"
                         "合计,,20800,,\n"
                         "制表：王五,,,,\n"_s;
    return file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) > 0 ? file.fileName() : QString();
}

/// Every section of the settings, and the editors behind them.
QList<Shot> settingsShots(const ScreenOptions &options, MainWindow *window)
{
    auto *page = qobject_cast<SettingsPage *>(window->page("settings"_L1));
    QList<Shot> shots;
    for (const QString &name : page->sectionNames()) {
        shots.append({options.prefix + u"settings-"_s + name,
                      [window, page, name] {
                          closeDialogs(window);
                          window->showPage(window->pageIndex("settings"_L1));
                          page->showSection(name);
                      },
                      [] { return true; }, [window] { return window; }});
    }
    const auto showCampaigns = [page] { page->showSection(u"campaigns"_s); };
    shots.append(dialogShot(options, window, u"task-editor"_s, [page, showCampaigns] {
        showCampaigns();
        page->findChild<QTableView *>(u"taskTable"_s)->selectRow(0);
        clickNamed(page, u"taskEdit"_s);
    }));
    shots.append(dialogShot(options, window, u"result-code"_s, [page] {
        page->showSection(u"results"_s);
        page->findChild<QTableView *>(u"resultTable"_s)->selectRow(1);
        clickNamed(page, u"resultEdit"_s);
    }));
    shots.append(dialogShot(options, window, u"task-import"_s, [window, page, showCampaigns] {
        showCampaigns();
        clickNamed(page, u"taskImport"_s);
        if (auto *dialog = qobject_cast<TaskImportDialog *>(openDialog(window)))
            dialog->setFile(sampleList());
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
QList<Shot> campaignShots(const ScreenOptions &options, MainWindow *window)
{
    auto *campaigns = qobject_cast<CampaignsPage *>(window->page(CampaignsPageId));
    const auto whole = [window]() -> QWidget * { return window; };
    QList<Shot> shots{{options.prefix + u"campaigns-shares"_s,
                       [window] {
                           window->showPage(window->pageIndex(CampaignsPageId));
                           clickNamed(window, u"showShares"_s);
                       },
                       [campaigns] { return !campaigns->matrix().matrix().rows.isEmpty(); }, whole},
                      {options.prefix + u"campaigns-beside"_s, [window] { clickNamed(window, u"stackMatrix"_s); },
                       [] { return true; }, whole}};
    for (int tab = 0; tab < campaigns->campaign().tabCount(); ++tab) {
        const auto open = [window, campaigns, tab] {
            window->showPage(window->pageIndex(CampaignsPageId));
            if (!campaigns->showsOne())
                campaigns->showCampaign(largestOf(campaigns->matrix().matrix()));
            campaigns->campaign().showTab(tab);
        };
        shots.append({options.prefix + u"campaign-%1"_s.arg(tab + 1), open,
                      [campaigns] { return campaigns->campaign().figures().tally.calls > 0; }, whole});
    }
    return shots;
}

/// Every page, the first call's detail, the table twin, and every dialog.
QList<Shot> seededShots(const ScreenOptions &options, ApplicationSession &session)
{
    MainWindow *window = session.window();
    auto *live = qobject_cast<LivePage *>(window->page("live"_L1));
    const auto loaded = [&session, live] {
        return session.feed().board().isLoaded() && !live->snapshot().triedContacts.isEmpty();
    };
    QList<Shot> shots{
        {options.prefix + u"live"_s, [window] { window->showPage(0); }, loaded, [window] { return window; }}};
    shots.append({options.prefix + u"live-tables"_s,
                  [live] {
                      for (ChartPanel *panel : live->findChildren<ChartPanel *>())
                          panel->setTable(true);
                  },
                  loaded, [window] { return window; }});
    for (int i = 1; i < static_cast<int>(pageTable().size()); ++i) {
        const QLatin1StringView id = pageTable()[static_cast<std::size_t>(i)].id;
        if (id == "receiver"_L1)
            shots += receiverShots(options, session);
        else if (id != ReportsPageId) // has its pictures further below
            shots.append(pageShot(options, window, i));
    }
    shots.append(campaignShots(options, window));
    shots += callShots(options.prefix, session) + menuShots(options.prefix, session);
    shots.append(dialogShot(options, window, u"alert-rule"_s, [window] {
        window->showPage(window->pageIndex(AlertsPageId));
        clickNamed(window, u"newRule"_s);
    }));
    shots.append(dialogShot(options, window, u"alert-rule-silence"_s, [window] {
        if (auto *rules = window->findChild<QTableView *>(u"ruleTable"_s))
            rules->selectRow(0);
        clickNamed(window, u"editRule"_s);
    }));
    shots.append(alertShot(options, session));
    shots += wallShots(options, session);
    shots.append(dialogShot(options, window, u"help"_s, [window] { pressKey(window, Qt::Key_F1); }));
    shots.append(dialogShot(options, window, u"custom-period"_s, [window] { clickNamed(window, u"period6"_s); }));
    shots += reportShots(options.prefix, session);
    return shots + settingsShots(options, window);
}

QList<Shot> emptyShots(const ScreenOptions &options, ApplicationSession &session)
{
    MainWindow *window = session.window();
    return {{options.prefix + u"welcome"_s, [] {}, [&session] { return !session.receiver().url().isEmpty(); },
             [window] { return window; }}};
}

using ShotList = QList<Shot> (*)(const ScreenOptions &, ApplicationSession &);

QList<Shot> wanted(QList<Shot> shots, const ScreenOptions &options)
{
    if (!options.only.isEmpty())
        shots.removeIf([&](const Shot &shot) { return !options.only.contains(shot.name.mid(options.prefix.size())); });
    return shots;
}

/// One run of the real program over one store; true when every picture was taken.
bool photograph(QApplication &application, const ScreenOptions &options, const OwnFolders &folders,
                const QString &storeFile, ShotList shotList)
{
    const QTemporaryDir settings;
    ApplicationSession session(application, startupFor(options, storeFile, settings.filePath(u"screens.ini"_s)));
    Photographer photographer(options.folder, session.readers(), ApplicationSession::ReaderThreads);
    QObject::connect(&session, &ApplicationSession::windowShown, &photographer, [&] {
        session.window()->resize(options.size);
        photographer.take(wanted(shotList(options, session), options), [&] {
            return folders.replacements() << TextReplacement{session.receiver().url().authority(), u"127.0.0.1:8787"_s};
        });
    });
    QObject::connect(&photographer, &Photographer::finished, &application,
                     [](bool all) { QCoreApplication::exit(all ? 0 : 1); });
    QObject::connect(&session, &ApplicationSession::failed, &application, [](const StoreProblem &problem) {
        QTextStream(stderr) << storeProblemText(problem) << '\n';
        QCoreApplication::exit(1);
    });
    session.start();
    return QApplication::exec() == 0;
}

/// Fills a store, or finds the one that is to be shown. Not on this thread: a store refuses to be opened where windows
/// live.
QString storeFor(const ScreenOptions &options, const OwnFolders &folders)
{
    if (const auto url = StoreUrl::parse(options.store, nullptr); url && !options.store.isEmpty())
        return url->localFile();
    const StoreUrl seeded = StoreUrl::ofFile(folders.store(u"calls.db"_s));
    std::async(std::launch::async, seedStore, seeded, options.calls, SeededDays, SeededTasks, options.seed).get();
    return seeded.localFile();
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen"); // no display is needed
    QHashSeed::setDeterministicGlobalSeed();
    QApplication application(argc, argv);
    QApplication::setCursorFlashTime(0);
    QString problem;
    const auto options = readScreenOptions(QCoreApplication::arguments(), problem);
    if (!options) {
        QTextStream(stderr) << problem << '\n';
        return 2;
    }
    stopClocks(options->nowMs);
    try {
        const OwnFolders folders;
        const bool pages = photograph(application, *options, folders, storeFor(*options, folders), seededShots);
        const bool welcome = photograph(application, *options, folders, folders.store(u"empty.db"_s), emptyShots);
        return pages && welcome ? 0 : 1;
    } catch (const StoreError &error) {
        QTextStream(stderr) << error.text() << '\n';
        return 1;
    }
}
