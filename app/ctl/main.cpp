// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/command_line.h"
#include "report/report_language.h"

#include <QGuiApplication>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string_view>

namespace {

/// Only pages need fonts, and with them the part of Qt that wants a display; the one without will do.
bool writesPages(int argc, char **argv)
{
    const bool isReport = argc > 1 && std::string_view(argv[1]) == "report";
    return isReport && std::any_of(argv, argv + argc, [](const char *argument) {
               const std::string_view word(argument);
               return word == "pdf" || word == "--format=pdf";
           });
}

std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv)
{
    if (!writesPages(argc, argv))
        return std::make_unique<QCoreApplication>(argc, argv);
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace

int main(int argc, char **argv)
{
    const std::unique_ptr<QCoreApplication> application = makeApplication(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("callboardctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CALLBOARD_VERSION));
    const callboard::LanguageSwitch languages;
    QTextStream out(stdout), err(stderr);
    callboard::Console console{out, err};
    return callboard::runCommandLine(QCoreApplication::arguments(),
                                     {callboard::serveCommand(), callboard::simulateCommand(), callboard::seedCommand(),
                                      callboard::totalsCommand(), callboard::callsCommand(), callboard::reportCommand(),
                                      callboard::schedulesCommand(), callboard::rejectedCommand(),
                                      callboard::verifyCommand(), callboard::rebuildCommand(),
                                      callboard::backupCommand()},
                                     console);
}
