// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/files/store_folder.h"

#include "store/database/store_error.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// Some file systems do not know how to sync a folder; they have nothing to lose there.
bool syncNames(const QString &folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return errno == EACCES; // may be passed through, not read: the one above a person's own, which is older
    const bool done = ::fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP;
    ::close(descriptor);
    return done;
}

} // namespace

void makeFolderOf(const QString &storeFile)
{
    const QString folder = QFileInfo(storeFile).absolutePath();
    QStringList holders; ///< of a new name each
    for (QString missing = folder; !QFileInfo::exists(missing); missing = holders.constLast())
        holders.append(QFileInfo(missing).absolutePath());
    if (!QDir().mkpath(folder))
        return;
    for (const QString &holder : std::as_const(holders)) {
        if (!syncNames(holder))
            throw StoreError(StoreErrorCode::FolderNotSynced, {folder});
    }
}

} // namespace callboard
