// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/abandoned_files.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 FreshSeconds = 60;

/// By its open descriptor, so that another file of the same name is not taken for it.
bool isAbandoned(int descriptor, const QByteArray &name)
{
    struct stat open = {}, named = {};
    return ::fstat(descriptor, &open) == 0 && ::lstat(name.constData(), &named) == 0 && S_ISREG(named.st_mode)
        && open.st_dev == named.st_dev && open.st_ino == named.st_ino && open.st_uid == ::geteuid()
        && QDateTime::currentSecsSinceEpoch() - open.st_mtim.tv_sec > FreshSeconds
        && ::flock(descriptor, LOCK_EX | LOCK_NB) == 0;
}

} // namespace

QString unfinishedPattern(const QString &folder)
{
    return QDir(folder).filePath(u".callboard-unfinished-XXXXXX"_s);
}

void removeAbandonedFiles(const QString &folder)
{
    const QStringList names = QDir(folder).entryList({u".callboard-unfinished-??????"_s}, QDir::Files | QDir::Hidden);
    for (const QString &name : names) {
        const QByteArray file = QFile::encodeName(QDir(folder).filePath(name));
        const int descriptor = ::open(file.constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
        if (descriptor < 0)
            continue;
        if (isAbandoned(descriptor, file))
            ::unlink(file.constData());
        ::close(descriptor);
    }
}

} // namespace callboard
