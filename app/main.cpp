// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/terminal_stream.h"
#include "program/process_start.h"
#include "program/single_instance.h"
#include "program/termination_signals.h"
#include "ui/session/startup_options.h"
#include "ui/window/application_session.h"
#include "ui/window/main_window.h"
#include "ui/window/session_keeper.h"

#include <QApplication>
#include <QTimer>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace {

using namespace callboard;
using namespace Qt::StringLiterals;

constexpr int ActivateMs = 1'000;
constexpr int KnockAgainMs = 250;
constexpr int MostKnocks = 12;
constexpr int QuitMs = 60'000; ///< what arrived is stored first

void nameProgram()
{
    QCoreApplication::setApplicationName(u"callboard"_s);
    QCoreApplication::setApplicationVersion(QLatin1StringView(CALLBOARD_VERSION));
}

/// A demo has a store of its own that nobody else can mean.
bool sharesStore(const StartupOptions &options)
{
    return !options.demo;
}

void sayAlreadyOpen()
{
    TerminalStream(stdout) << QCoreApplication::translate(
        "main", "Callboard is already open with this store; its window was brought forward.")
                           << '\n';
}

int quitRunning(const StartupOptions &options)
{
    switch (quitRunningInstance(options.store.identity(), ActivateMs, QuitMs)) {
    case QuitAnswer::Ended:
        TerminalStream(stdout) << QCoreApplication::translate("main", "Callboard has ended.") << '\n';
        return 0;
    case QuitAnswer::StillRunning:
        TerminalStream(stderr) << QCoreApplication::translate("main",
                                                              "Callboard was told to end, but has not ended yet.")
                               << '\n';
        return 1;
    case QuitAnswer::NotRunning:
        break;
    }
    TerminalStream(stderr) << QCoreApplication::translate(
        "main", "No Callboard has this store open. \"callboardctl serve\" is ended by SIGTERM.")
                           << '\n';
    return 1;
}

/// Qt would end the program with an abort.
bool lacksDisplay(int argc, char **argv)
{
    const bool isChosen = qEnvironmentVariableIsSet("QT_QPA_PLATFORM")
        || std::any_of(argv, argv + argc, [](std::string_view word) { return word.ends_with("-platform"); });
    return !isChosen && qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
}

int printNoDisplay()
{
    TerminalStream(stderr) << QCoreApplication::translate(
        "main",
        "There is no display for the window: neither DISPLAY nor WAYLAND_DISPLAY is set. Nothing was opened. "
        "Without a display, \"callboardctl serve\" receives into the same store.")
                           << '\n';
    return 1;
}

/// What needs no display: questions that a terminal asks, and a second start on a store that a window has open.
std::optional<int> answerOnTerminal(int argc, char **argv, StartupOptions *options)
{
    const QCoreApplication application(argc, argv);
    if (const auto answer = StartupOptions::parse(QCoreApplication::arguments(), options)) {
        TerminalStream stream(answer->exitCode == 0 ? stdout : stderr);
        stream.lines(answer->text);
        return stream.flush() ? answer->exitCode : std::max(answer->exitCode, 1);
    }
    if (options->quit)
        return quitRunning(*options);
    if (sharesStore(*options) && activateRunningInstance(options->store.identity(), ActivateMs)) {
        sayAlreadyOpen();
        return 0;
    }
    return lacksDisplay(argc, argv) ? std::optional(printNoDisplay()) : std::nullopt;
}

/// Who started the program from a terminal or a script reads what it prints; so must whoever has no screen to see a box
/// on. Nobody would ever close that.
bool isReadAsText()
{
    struct stat status = {};
    const bool isPiped = ::fstat(STDERR_FILENO, &status) == 0 && S_ISFIFO(status.st_mode);
    const QString platform = QGuiApplication::platformName();
    return isPiped || ::isatty(STDERR_FILENO) == 1 || platform == "offscreen"_L1 || platform == "minimal"_L1;
}

void reportStartupFailure(SessionKeeper &keeper)
{
    TerminalStream(stderr) << keeper.failureText() << '\n';
    if (isReadAsText())
        return QCoreApplication::exit(1);
    keeper.rescue();
}

/// Started twice in a moment: the other one has the store, and will hear soon. Otherwise says why there is no window.
void knockAgain(const StartupOptions &options, SessionKeeper &keeper, int knocks)
{
    if (knocks == 0 || !sharesStore(options))
        return reportStartupFailure(keeper);
    if (activateRunningInstance(options.store.identity(), ActivateMs)) {
        sayAlreadyOpen();
        return QCoreApplication::exit(0);
    }
    QTimer::singleShot(KnockAgainMs, qApp, [&options, &keeper, knocks] { knockAgain(options, keeper, knocks - 1); });
}

} // namespace

int main(int argc, char **argv)
{
    prepareProcess();
    nameProgram();
    StartupOptions options;
    if (const auto exitCode = answerOnTerminal(argc, argv, &options))
        return *exitCode;
    QApplication application(argc, argv);
    QGuiApplication::setDesktopFileName(u"callboard"_s);
    const TerminationSignals signals_;
    SingleInstanceServer server; // ends after the session: who waits for the end of the program learns it then
    SessionKeeper keeper(application, options);
    QObject::connect(&signals_, &TerminationSignals::requested, &keeper, &SessionKeeper::quit);
    QObject::connect(&server, &SingleInstanceServer::quitRequested, &keeper, &SessionKeeper::quit);
    QObject::connect(&application, &QCoreApplication::aboutToQuit, &server, &SingleInstanceServer::close);
    bool wasShown = false; // then the server is this program's own
    QObject::connect(&keeper, &SessionKeeper::failed, &application, [&](const StoreProblem &problem) {
        const bool isHeld = problem.code == StoreErrorCode::HeldByProgram;
        knockAgain(options, keeper, isHeld && !wasShown ? MostKnocks : 0);
    });
    QObject::connect(&keeper, &SessionKeeper::windowShown, &server, [&] {
        QObject::connect(&server, &SingleInstanceServer::activationRequested, keeper.session()->window(),
                         &MainWindow::comeForward);
        if (sharesStore(options) && !std::exchange(wasShown, true))
            server.open(options.store.identity()); // its folder exists by now
    });
    keeper.start();
    return QApplication::exec();
}
