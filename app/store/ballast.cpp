// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ballast.h"

#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Size = 8 * 1024 * 1024;
constexpr qint64 Plenty = 64 * Size;

} // namespace

Ballast::Ballast(const StoreUrl &url)
    : m_file(url.filePath + u".ballast"_s)
{ }

void Ballast::restore()
{
    QFile file(m_file);
    if (file.size() >= Size || freeBytes() < Plenty || !file.open(QIODevice::WriteOnly))
        return;
    const QByteArray block(1024 * 1024, '\0');
    for (qint64 written = 0; written < Size; written += block.size()) {
        if (file.write(block) != block.size()) {
            file.remove();
            return;
        }
    }
}

void Ballast::release()
{
    QFile::remove(m_file);
}

qint64 Ballast::freeBytes() const
{
    const QStorageInfo volume(QFileInfo(m_file).absolutePath());
    return volume.isValid() ? volume.bytesAvailable() : -1;
}

} // namespace callboard
