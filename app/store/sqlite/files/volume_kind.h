// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace callboard {

/// Whether a volume of this type, in the words of the system ("ext4", "nfs4", "fuse.sshfs"), is on another computer or
/// in the hands of another program, so that its locks and its synced writes are only as good as that. Any thread.
bool isRemoteVolume(const QByteArray &type);

/// The type of the volume that a file lies on, or will lie on. May wait for the volume: any thread but the GUI's.
QByteArray volumeTypeOf(const QString &file);

} // namespace callboard
