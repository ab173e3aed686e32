// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receiver/config/receiver_config.h"
#include "store/database/store_url.h"

#include <QStringList>

namespace callboard {

/// What the command line of `callboard` asks for.
struct StartupOptions
{
    StoreUrl store;
    ReceiverConfig receiver;
    QString settingsFile; ///< ini
    bool storeGiven = false, listenGiven = false; ///< said on the command line: wins over the settings
    bool quit = false; ///< end the program that has the store open, and nothing else
    bool demo = false;
    bool wallboard = false; ///< begin with the board for the wall
    bool useKeyring = true; ///< for the receiver's token; a file otherwise
    bool heartbeat = false; ///< print the longest stall of the GUI thread every ten seconds

    /// What to print instead of opening a window, with the exit code: help, version, debug information, wrong usage.
    struct Answer
    {
        QString text;
        int exitCode = 0;
    };

    /// Reads arguments (the program's name first). Needs no display. Returns an answer to print, or fills `options`.
    static std::optional<Answer> parse(const QStringList &arguments, StartupOptions *options);
};

} // namespace callboard
