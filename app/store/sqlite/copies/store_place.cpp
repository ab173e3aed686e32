// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/copies/store_place.h"

#include "files/output_target.h"
#include "store/database/connection.h"
#include "store/sqlite/files/database_files.h"
#include "store/sqlite/files/still_file.h"

#include <QFile>
#include <QFileInfo>
#include <QVariant>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

namespace callboard {

namespace {

constexpr qint64 CopyBytes = 1024 * 1024;

void removeFile(const QString &file)
{
    if (::unlink(QFile::encodeName(file).constData()) != 0 && errno != ENOENT)
        throw StoreError(StoreErrorCode::CannotRemove, {file, SystemError::last()});
}

void requireSynced(const QString &file)
{
    if (const QString problem = syncFolderOf(file); !problem.isEmpty())
        throw StoreError(StoreErrorCode::PlaceNotSynced, {file, ReportedText{problem}});
}

/// A log that belongs to another database file, as after a careless copy, would ruin this one.
bool fitsTogether(const QString &place)
{
    try {
        Connection reader(StoreUrl::ofFile(place), Access::Read);
        return reader.checkIntegrity(IntegrityDepth::Contents).isEmpty();
    } catch (const StoreError &) {
        return false;
    }
}

/// Copies until the end; false with errno where the disk did not take it.
bool pour(QFile &from, int to, const std::function<bool()> &cancelled)
{
    for (;;) {
        if (cancelled && cancelled())
            throw QueryCancelled();
        const QByteArray piece = from.read(CopyBytes);
        if (piece.isEmpty())
            return from.error() == QFileDevice::NoError && ::fsync(to) == 0;
        for (qsizetype written = 0; written < piece.size();) {
            const ssize_t taken = ::write(to, piece.constData() + written, static_cast<size_t>(piece.size() - written));
            if (taken < 0)
                return false;
            written += taken;
        }
    }
}

} // namespace

void copyFileTo(const QString &from, const QString &to, const std::function<bool()> &cancelled)
{
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        throw StoreError(StoreErrorCode::CannotReadFile, {from, ReportedText{source.errorString()}});
    const QByteArray name = QFile::encodeName(to);
    const int descriptor = ::open(name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0)
        throw StoreError(StoreErrorCode::CannotMakeCopy, {to, SystemError::last()});
    try {
        if (!pour(source, descriptor, cancelled))
            throw StoreError(StoreErrorCode::CannotWriteCopy, {to, SystemError::last()});
    } catch (...) {
        ::close(descriptor);
        ::unlink(name.constData());
        throw;
    }
    ::close(descriptor);
}

StorePlace::StorePlace(const QString &place, const QString &finished, const QString &aside)
    : m_place(place)
    , m_finished(finished)
    , m_aside(aside)
    , m_hasOlder(QFileInfo(place).size() > 0)
{ }

bool StorePlace::foldLog() const
{
    if (!fitsTogether(m_place))
        return false;
    {
        Connection writer(StoreUrl::ofFile(m_place), Access::Write);
        writer.foldLog();
    }
    return isLogEmpty(m_place);
}

void StorePlace::foldOlder()
{
    if (isLogEmpty(m_place) || (m_hasOlder && foldLog()) || m_aside.isEmpty())
        return;
    copyFileTo(logOf(m_place), logOf(m_aside));
    copyFileTo(m_place, m_aside);
    requireSynced(m_aside);
    m_isAside = true;
}

void StorePlace::removeLog()
{
    removeFile(logOf(m_place));
    removeFile(indexOf(m_place));
    requireSynced(m_place);
}

void StorePlace::putInPlace()
{
    if (m_hasOlder && !m_aside.isEmpty() && !m_isAside)
        return exchange();
    if (const QString problem = replaceFile(m_finished, m_place); !problem.isEmpty())
        throw StoreError(StoreErrorCode::CannotReplace, {m_finished, m_place, ReportedText{problem}});
}

/// In one step both have each other's name. Where the volume knows no such step the older one is copied first.
void StorePlace::exchange()
{
    const QByteArray finished = QFile::encodeName(m_finished);
    const QByteArray place = QFile::encodeName(m_place);
    m_isExchanged = ::renameat2(AT_FDCWD, finished.constData(), AT_FDCWD, place.constData(), RENAME_EXCHANGE) == 0;
    if (m_isExchanged)
        return requireSynced(m_place);
    copyFileTo(m_place, m_aside);
    requireSynced(m_aside);
    m_isAside = true;
    putInPlace();
}

void StorePlace::nameOlder()
{
    if (!m_isExchanged)
        return;
    if (const QString problem = replaceFile(m_finished, m_aside); !problem.isEmpty()) {
        throw StoreError(StoreErrorCode::CannotNameOlder, {m_place, m_finished, m_aside, ReportedText{problem}});
    }
}

} // namespace callboard
