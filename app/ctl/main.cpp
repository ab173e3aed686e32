// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/command_line.h"
#include "program/process_start.h"
#include "report/report_language.h"
#include "store/database/connection.h"
#include "store/database/private_folder.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>
#include <string_view>

namespace {

/// Only pages need fonts, and with them the part of Qt that wants a display. A schedule may ask for pages at any time.
bool mayWritePages(int argc, char **argv)
{
    const std::string_view command(argc > 1 ? argv[1] : "");
    const auto any = [argc, argv](const auto &isMeant) { return std::any_of(argv, argv + argc, isMeant); };
    if (command == "report")
        return any([](std::string_view word) { return word == "pdf" || word == "--format=pdf"; });
    return command == "serve"
        || (command == "schedules" && any([](std::string_view word) { return word.substr(0, 5) == "--run"; }));
}

/// What the environment of a desktop asks for, and would end the program where there is no display.
void forgetDisplay()
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qunsetenv("QT_QPA_PLATFORMTHEME");
    qunsetenv("QT_IM_MODULE");
}

/// The folder that a session would give; without one that part of Qt complains.
void giveRuntimeFolder(std::optional<callboard::PrivateFolder> &folder)
{
    if (qEnvironmentVariableIsSet("XDG_RUNTIME_DIR"))
        return;
    try {
        folder.emplace(QDir::tempPath(), QStringLiteral("callboard-run-"));
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(folder->path()));
    } catch (const callboard::StoreError &) {
        // Then it complains; what is asked for may work all the same.
    }
}

/// A QGuiApplication makes the main thread one that may not touch the store (see Connection); the commands that may
/// write pages leave that to other threads.
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv,
                                                  std::optional<callboard::PrivateFolder> &folder)
{
    if (!mayWritePages(argc, argv))
        return std::make_unique<QCoreApplication>(argc, argv);
    forgetDisplay();
    giveRuntimeFolder(folder);
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace

int main(int argc, char **argv)
{
    callboard::prepareProcess();
    std::optional<callboard::PrivateFolder> runtimeFolder;
    const std::unique_ptr<QCoreApplication> application = makeApplication(argc, argv, runtimeFolder);
    QCoreApplication::setApplicationName(QStringLiteral("callboardctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CALLBOARD_VERSION));
    const callboard::LanguageSwitch languages;
    callboard::TerminalStream out(stdout), err(stderr);
    callboard::Console console{out, err};
    const int code = callboard::runCommandLine(
        QCoreApplication::arguments(),
        {callboard::serveCommand(), callboard::simulateCommand(), callboard::seedCommand(), callboard::totalsCommand(),
         callboard::callsCommand(), callboard::reportCommand(), callboard::schedulesCommand(),
         callboard::rejectedCommand(), callboard::verifyCommand(), callboard::rebuildCommand(),
         callboard::salvageCommand(), callboard::retentionCommand(), callboard::backupCommand(),
         callboard::compactCommand(), callboard::restoreCommand(), callboard::eraseCommand()},
        console);
    return callboard::checkOutput(console, code);
}
