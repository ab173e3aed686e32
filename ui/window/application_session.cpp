// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/application_session.h"

#include "live/runner/alert_runner.h"
#include "receiver/server/receiver.h"
#include "report/report_language.h"
#include "report/schedule/schedule_runner.h"
#include "store/database/private_file.h"
#include "store/database/reader_pool.h"
#include "store/write/store_writer.h"
#include "ui/alerts/alert_notifier.h"
#include "ui/alerts/tray_desktop.h"
#include "ui/session/appearance.h"
#include "ui/session/preferences.h"
#include "ui/session/receiver_control.h"
#include "ui/window/demo.h"
#include "ui/window/main_window.h"

#include <QApplication>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int HeartbeatReportMs = 10'000;
/// Numbers that somebody searched for, and perhaps the token, are in it.
QString closed(const QString &settingsFile)
{
    closeToOthers(settingsFile);
    return settingsFile;
}

/// One entry per settings file: two configurations of one user do not share their token.
std::unique_ptr<SecretStore> keyringFor(const StartupOptions &options)
{
    if (options.demo || !options.useKeyring)
        return nullptr;
    const QString key = u"receiver token of %1"_s.arg(options.settingsFile);
    return std::make_unique<ThreadedSecretStore>(std::make_unique<KeyringSecretStore>(key));
}

} // namespace

ApplicationSession::ApplicationSession(QApplication &application, const StartupOptions &options, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_plainText(application)
    , m_demoFolder(options.demo ? std::make_unique<QTemporaryDir>() : nullptr)
    , m_settings(closed(options.settingsFile), QSettings::IniFormat)
    , m_preferences(std::make_unique<Preferences>(m_settings, options, keyringFor(options)))
    , m_options(completed(options))
    , m_appearance(std::make_unique<Appearance>(application, m_settings))
    , m_languages(std::make_unique<LanguageSwitch>())
    , m_writer(std::make_unique<StoreWriter>(m_options.store, writerOptions()))
    , m_readers(std::make_unique<ReaderPool>(m_options.store, ReaderThreads))
    , m_scheduleReaders(std::make_unique<ReaderPool>(m_options.store, ScheduleThreads))
    , m_schedules(std::make_unique<ScheduleRunner>(*m_scheduleReaders, *m_writer, scheduleOptions()))
    , m_receiver(std::make_unique<Receiver>(m_preferences->receiver(), *m_writer))
    , m_control(std::make_unique<ReceiverControl>(*m_receiver, *m_preferences, *m_readers))
    , m_feed(std::make_unique<LiveFigures>(*m_readers, *m_writer, m_view))
    , m_alertRunner(std::make_unique<AlertRunner>(*m_readers, *m_writer, alertOptions()))
    , m_alerts(std::make_unique<AlertMonitor>(*m_alertRunner, *m_readers, *m_writer))
    , m_exports(std::make_unique<ExportQueue>(m_options.store))
    , m_desktop(std::make_unique<TrayDesktop>())
{
    connect(m_writer.get(), &StoreWriter::opened, this, &ApplicationSession::showWindow);
    connect(m_writer.get(), &StoreWriter::opened, this, &ApplicationSession::startSchedules);
    connect(m_writer.get(), &StoreWriter::failed, this, &ApplicationSession::failed);
    if (!m_options.demo)
        return;
    m_demo = std::make_unique<Demo>(m_options.store);
    connect(m_demo.get(), &Demo::prepared, m_writer.get(), [this] { m_writer->start(); });
    connect(m_receiver.get(), &Receiver::listening, m_demo.get(), &Demo::push);
}

ApplicationSession::~ApplicationSession()
{
    m_demo.reset();
    m_notifier.reset();
    m_window.reset();
    m_schedules.reset();
    m_scheduleReaders.reset();
    m_exports.reset();
    m_alerts.reset();
    m_alertRunner.reset(); // before the receiver, which is in no trouble when it is ended
    m_feed.reset();
    m_receiver->shutdown();
    m_readers.reset(); // before the writer, which leaves a store of one file where it is the last one
    m_writer->stop();
    m_receiver.reset();
}

StartupOptions ApplicationSession::completed(StartupOptions options) const
{
    if (m_demoFolder)
        options.store = StoreUrl::ofFile(m_demoFolder->filePath(u"demo.db"_s));
    else
        options.store = m_preferences->store();
    return options;
}

WriterOptions ApplicationSession::writerOptions() const
{
    const StoragePreferences storage = m_preferences->storage();
    WriterOptions options;
    options.journalKeepMs = storage.keepDays * DayMs;
    options.callKeepMs = storage.keepCallDays * DayMs;
    options.minimumFreeBytes = storage.freeMb * 1'000'000;
    return options;
}

ScheduleRunnerOptions ApplicationSession::scheduleOptions() const
{
    ScheduleRunnerOptions options;
    options.personalColumns = [this] { return m_preferences->privacy().personalColumns; };
    return options;
}

AlertRunnerOptions ApplicationSession::alertOptions() const
{
    AlertRunnerOptions options;
    options.isReceiving = [this] { return !m_receiver->url().isEmpty(); };
    options.turnedAway = [this] { return pushesTurnedAway(m_receiver->stats()); };
    return options;
}

void ApplicationSession::startSchedules()
{
    connect(m_writer.get(), &StoreWriter::schedulesChanged, m_schedules.get(), &ScheduleRunner::checkDue);
    connect(m_appearance.get(), &Appearance::languageChanged, m_languages.get(), &LanguageSwitch::installAgain);
    m_schedules->start();
}

void ApplicationSession::start()
{
    if (m_demo)
        m_demo->prepare();
    else
        m_writer->start();
}

void ApplicationSession::showWindow()
{
    const Services services{*m_readers,
                            *m_writer,
                            *m_receiver,
                            *m_feed,
                            m_view,
                            m_appearance->theme(),
                            m_appearance->format(),
                            *m_alerts,
                            *m_preferences,
                            *m_control,
                            *m_appearance,
                            *m_exports,
                            *m_schedules};
    m_window = std::make_unique<MainWindow>(services, *m_appearance, m_settings);
    connect(m_window.get(), &MainWindow::restoreRequested, this, &ApplicationSession::restoreRequested);
    m_window->show();
    if (m_demo)
        m_demo->closeDialog();
    m_control->startFromPreferences();
    m_alertRunner->start();
    connectDesktop();
    if (m_options.wallboard)
        m_window->toggleWallboard();
    if (m_options.heartbeat) {
        m_heartBeat = std::make_unique<EventLoopMonitor>();
        m_heartBeat->report(HeartbeatReportMs);
    }
    Q_EMIT windowShown();
}

void ApplicationSession::connectDesktop()
{
    m_notifier = std::make_unique<AlertNotifier>(*m_alerts, *m_feed, m_appearance->format(), *m_desktop);
    const auto followTray = [this] {
        m_window->setClosesToTray(m_alerts->preferences().tray() && m_desktop->hasTray());
    };
    connect(&m_alerts->preferences(), &AlertPreferences::changed, m_window.get(), followTray);
    connect(m_desktop.get(), &Desktop::windowRequested, m_window.get(), &MainWindow::comeForward);
    connect(m_desktop.get(), &Desktop::quitRequested, this, &ApplicationSession::quit);
    followTray();
}

void ApplicationSession::quit()
{
    if (m_window)
        m_window->leave();
    QCoreApplication::quit();
}

void ApplicationSession::keepState()
{
    if (m_window)
        m_window->saveState();
}

} // namespace callboard
