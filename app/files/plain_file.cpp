// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/plain_file.h"

#include <QFile>

#include <cerrno>
#include <cstring>

#include <sys/stat.h>

namespace callboard {

using namespace Qt::StringLiterals;

QString plainFileProblem(const QString &path)
{
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0) {
        const bool isMissing = errno == ENOENT || errno == ENOTDIR;
        return isMissing ? u"There is no file %1."_s.arg(path)
                         : u"%1 can't be read: %2."_s.arg(path, QString::fromLocal8Bit(std::strerror(errno)));
    }
    switch (status.st_mode & S_IFMT) {
    case S_IFREG:
        return {};
    case S_IFDIR:
        return u"%1 is a folder, not a file."_s.arg(path);
    case S_IFIFO:
        return u"%1 is a pipe, not a file."_s.arg(path);
    case S_IFSOCK:
        return u"%1 is a socket, not a file."_s.arg(path);
    default:
        return u"%1 is a device, not a file."_s.arg(path);
    }
}

} // namespace callboard
