// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/files/disk_reserve.h"

#include "store/database/private_file.h"
#include "store/database/store_error.h"
#include "store/sqlite/files/database_files.h"

#include <QFile>
#include <QFileInfo>

#include <filesystem>
#include <system_error>

namespace callboard {

namespace {

constexpr qint64 Size = 8 * 1024 * 1024;
constexpr qint64 Plenty = 64 * Size;

} // namespace

DiskReserve::DiskReserve(const QString &storeFile)
    : m_file(reserveOf(storeFile))
{ }

void DiskReserve::restore()
{
    QFile file(m_file);
    if (file.size() >= Size || freeBytes() < Plenty || !makePrivate() || !file.open(QIODevice::WriteOnly))
        return;
    const QByteArray block(1024 * 1024, '\0');
    for (qint64 written = 0; written < Size; written += block.size()) {
        if (file.write(block) != block.size()) {
            file.remove();
            return;
        }
    }
}

bool DiskReserve::makePrivate() const
{
    try {
        makePrivateFile(m_file);
        return true;
    } catch (const StoreError &) {
        return false; // it is only a reserve
    }
}

void DiskReserve::release()
{
    QFile::remove(m_file);
}

qint64 DiskReserve::freeBytes() const
{
    // Not QStorageInfo: it looks for the volume in the list of mounts, and finds none inside a chroot.
    std::error_code error;
    const auto volume =
        std::filesystem::space(QFile::encodeName(QFileInfo(m_file).absolutePath()).toStdString(), error);
    return error ? -1 : static_cast<qint64>(volume.available);
}

} // namespace callboard
