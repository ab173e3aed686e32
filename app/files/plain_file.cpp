// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/plain_file.h"

#include <QFile>

#include <cerrno>

#include <sys/stat.h>

namespace callboard {

FileKind fileKindOf(const QString &path, int *systemError)
{
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0) {
        if (errno == ENOENT || errno == ENOTDIR)
            return FileKind::Missing;
        if (systemError)
            *systemError = errno;
        return FileKind::Closed;
    }
    switch (status.st_mode & S_IFMT) {
    case S_IFREG:
        return FileKind::Plain;
    case S_IFDIR:
        return FileKind::Folder;
    case S_IFIFO:
        return FileKind::Pipe;
    case S_IFSOCK:
        return FileKind::Socket;
    default:
        return FileKind::Device;
    }
}

} // namespace callboard
