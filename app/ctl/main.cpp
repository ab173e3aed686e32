// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/command_line.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("callboardctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CALLBOARD_VERSION));
    QTextStream out(stdout), err(stderr);
    callboard::Console console{out, err};
    return callboard::runCommandLine(QCoreApplication::arguments(),
                                     {callboard::serveCommand(), callboard::simulateCommand(), callboard::seedCommand(),
                                      callboard::totalsCommand(), callboard::callsCommand(), callboard::reportCommand(),
                                      callboard::rejectedCommand(), callboard::verifyCommand(),
                                      callboard::rebuildCommand(), callboard::backupCommand()},
                                     console);
}
