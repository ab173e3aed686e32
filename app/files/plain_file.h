// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace callboard {

/// What stands under a name.
enum class FileKind : quint8 {
    Plain,
    Missing,
    Closed, ///< the system does not let this program look
    Folder,
    Pipe,
    Socket,
    Device,
};

/// Of the file at `path`, or behind the links there. `systemError` (errno) is set where it is Closed. Does not open it:
/// opening a pipe waits for ever. Any thread.
FileKind fileKindOf(const QString &path, int *systemError = nullptr);

} // namespace callboard
