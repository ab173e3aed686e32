// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database/private_file.h"

#include "store/database/store_error.h"

#include <QFile>
#include <QLoggingCategory>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace callboard {

using namespace Qt::StringLiterals;

Q_DECLARE_LOGGING_CATEGORY(lcStore)

void makePrivateFile(const QString &path)
{
    constexpr mode_t OwnerOnly = S_IRUSR | S_IWUSR;
    const QByteArray name = QFile::encodeName(path);
    ::unlink(name.constData());
    const int descriptor = ::open(name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, OwnerOnly);
    if (descriptor < 0)
        throw StoreError(StoreErrorCode::CannotMakeFile, {path, SystemError::last()});
    ::close(descriptor);
}

QString exposureOf(const QString &path)
{
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0 || (status.st_mode & (S_IRGRP | S_IROTH)) == 0)
        return {};
    const QString who =
        (status.st_mode & S_IROTH) != 0 ? u"Everybody on this computer"_s : u"The group of %1"_s.arg(path);
    return u"%1 can read %2. Close it to others: chmod 600 %2"_s.arg(who, path);
}

void closeToOthers(const QString &path)
{
    constexpr mode_t OwnerOnly = S_IRUSR | S_IWUSR;
    const QByteArray name = QFile::encodeName(path);
    struct stat status = {};
    if (::stat(name.constData(), &status) != 0 || !S_ISREG(status.st_mode))
        return;
    const bool isOpen = (status.st_mode & S_IRWXO) != 0;
    if (isOpen && status.st_uid == ::geteuid() && ::chmod(name.constData(), status.st_mode & OwnerOnly) == 0) {
        qCWarning(lcStore).noquote() << u"Everybody on this computer could read %1; now only its owner can."_s.arg(
            path);
    } else if (const QString exposure = exposureOf(path); !exposure.isEmpty()) {
        qCWarning(lcStore).noquote() << exposure;
    }
}

} // namespace callboard
