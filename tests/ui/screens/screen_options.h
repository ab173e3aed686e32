// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace callboard {

/// What callboard-screens was started with.
struct ScreenOptions
{
    QDir folder;
    QString language, theme;
    QString prefix; ///< of every picture's file name
    QSize size; ///< of the window, pixels
    QString store; ///< URL; empty: a seeded one
    QByteArray zone; ///< IANA name
    qint64 nowMs = 0; ///< what the clocks show, epoch ms
    quint64 seed = 0; ///< of the history and of the messages
    qint64 calls = 0; ///< of the history
    QStringList only; ///< names of pictures, without prefix; empty: all
};

/// Makes the folder, and sets the process's time zone, because times are read in it. Empty where the arguments can't be
/// used: `problem` says why. Prints the help and ends the program where that is asked for.
std::optional<ScreenOptions> readScreenOptions(const QStringList &arguments, QString &problem);

} // namespace callboard
