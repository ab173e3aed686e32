// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/files/volume_kind.h"

#include <QFileInfo>
#include <QStorageInfo>

#include <algorithm>
#include <array>

namespace callboard {

bool isRemoteVolume(const QByteArray &type)
{
    static constexpr std::array Remote{"nfs",   "nfs3",  "nfs4",     "cifs",   "smb2",   "smb3",
                                       "smbfs", "ncpfs", "afs",      "ceph",   "gfs2",   "lustre",
                                       "coda",  "9p",    "virtiofs", "vboxsf", "vmhgfs", "prl_fs"};
    const QByteArray name = type.toLower();
    return name.startsWith("fuse") || std::ranges::find(Remote, name) != Remote.end();
}

QByteArray volumeTypeOf(const QString &file)
{
    return QStorageInfo(QFileInfo(file).absolutePath()).fileSystemType();
}

} // namespace callboard
