// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/write/store_writer.h"
#include "ui/common/theme/plain_text_guard.h"
#include "ui/session/alerts/alert_monitor.h"
#include "ui/session/exports/export_queue.h"
#include "ui/session/figures/live_figures.h"
#include "ui/session/startup_options.h"
#include "ui/session/view_state.h"
#include "ui/window/event_loop_monitor.h"

#include <QObject>
#include <QSettings>
#include <QTemporaryDir>

#include <memory>

class QApplication;

namespace callboard {

class AlertNotifier;
class Appearance;
class Demo;
class Desktop;
class LanguageSwitch;
class MainWindow;
class Preferences;
class ReaderPool;
class Receiver;
class ReceiverControl;
class ScheduleRunner;
struct ScheduleRunnerOptions;

/// Everything that one running window consists of, made and ended in the right order. GUI thread; opening the store and
/// the port happens on their own threads, and the window appears when the store is open.
class ApplicationSession : public QObject
{
    Q_OBJECT
public:
    /// So many queries of the pages run at the same time.
    static constexpr int ReaderThreads = 2;

    ApplicationSession(QApplication &application, const StartupOptions &options, QObject *parent = nullptr);
    /// Stops the demo, then reports and alerts, then the receiver, then the writer, then the readers: nothing
    /// acknowledged is lost.
    ~ApplicationSession() override;

    void start();
    /// Keeps the window's state and ends the program's event loop; what is left to end, the destructor does.
    void quit();
    void keepState(); ///< of the window, as its end does
    const StoreUrl &store() const { return m_options.store; }
    MainWindow *window() const { return m_window.get(); }
    Receiver &receiver() const { return *m_receiver; }
    LiveFigures &feed() const { return *m_feed; }
    AlertMonitor &alerts() const { return *m_alerts; }
    ReaderPool &readers() const { return *m_readers; }
    ViewState &view() { return m_view; }
    Appearance &appearance() const { return *m_appearance; }
    ScheduleRunner &schedules() const { return *m_schedules; }
    StoreWriter &writer() const { return *m_writer; }
    ExportQueue &exports() const { return *m_exports; }

Q_SIGNALS:
    void windowShown();
    /// The store can't be opened; the session is of no further use. The reason speaks to a person.
    void failed(const callboard::StoreProblem &problem);
    /// A copy shall take the place of the store, which this session has open.
    void restoreRequested(const QString &copy);

private:
    StartupOptions completed(StartupOptions options) const;
    WriterOptions writerOptions() const;
    ScheduleRunnerOptions scheduleOptions() const;
    AlertRunnerOptions alertOptions() const;
    void showWindow();
    void connectDesktop();
    void startSchedules();

    QApplication &m_application;
    PlainTextGuard m_plainText; ///< before the first widget
    std::unique_ptr<QTemporaryDir> m_demoFolder;
    QSettings m_settings;
    std::unique_ptr<Preferences> m_preferences;
    StartupOptions m_options;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<LanguageSwitch> m_languages;
    ViewState m_view;
    std::unique_ptr<StoreWriter> m_writer;
    std::unique_ptr<ReaderPool> m_readers;
    std::unique_ptr<ReaderPool> m_scheduleReaders; ///< of its own: a report takes as long as it takes
    std::unique_ptr<ScheduleRunner> m_schedules;
    std::unique_ptr<Receiver> m_receiver;
    std::unique_ptr<ReceiverControl> m_control;
    std::unique_ptr<LiveFigures> m_feed;
    std::unique_ptr<AlertRunner> m_alertRunner;
    std::unique_ptr<AlertMonitor> m_alerts;
    std::unique_ptr<ExportQueue> m_exports;
    std::unique_ptr<Desktop> m_desktop;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<AlertNotifier> m_notifier;
    std::unique_ptr<Demo> m_demo;
    std::unique_ptr<EventLoopMonitor> m_heartBeat;
};

} // namespace callboard
