// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/files/erasure_proof.h"

#include "store/database/store_error.h"
#include "store/sqlite/files/database_bytes.h"
#include "store/sqlite/files/database_files.h"
#include "store/sqlite/files/locked_file.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 PieceBytes = 4 * 1024 * 1024;
constexpr qsizetype LongNumber = 11;

/// The digits as they stand in a file: each with so many zero bytes before and behind it.
QByteArray widened(const QByteArray &digits, qsizetype before, qsizetype behind)
{
    QByteArray bytes;
    for (const char digit : digits) {
        bytes.append(before, '\0');
        bytes.append(digit);
        bytes.append(behind, '\0');
    }
    return bytes;
}

bool isDigit(QByteArrayView bytes, qsizetype at)
{
    return at >= 0 && at < bytes.size() && bytes[at] >= '0' && bytes[at] <= '9';
}

/// Places that begin before `end`; behind it the next piece begins.
qint64 placesIn(QByteArrayView piece, const QByteArray &wanted, qsizetype end, bool isShort)
{
    qint64 places = 0;
    for (qsizetype at = piece.indexOf(wanted); at >= 0 && at < end; at = piece.indexOf(wanted, at + 1)) {
        const bool isInside = isDigit(piece, at - 1) || isDigit(piece, at + wanted.size());
        places += isShort && isInside ? 0 : 1;
    }
    return places;
}

/// Of a log: numbers of pages, no content. Reading it would end the locks that the database has on it.
bool isIndex(const QFileInfo &file)
{
    return file.fileName().endsWith(indexOf({}));
}

/// The database whose log a file is, by its name; else the file itself.
QString databaseOf(const QString &file)
{
    const QString end = logOf({});
    return file.endsWith(end) ? file.chopped(end.size()) : file;
}

qint64 placesIn(const QString &name, const QByteArray &digits)
{
    DatabaseBytes file(name);
    const auto require = [&] {
        if (!file.error().isEmpty())
            throw StoreError(StoreErrorCode::CannotSearch, {name, ReportedText{file.error()}});
    };
    require();
    const std::array<QByteArray, 3> forms{digits, widened(digits, 0, 1), widened(digits, 1, 0)};
    const qsizetype overlap = 2 * digits.size();
    qint64 places = 0;
    QByteArray piece;
    for (;;) {
        const QByteArray more = file.read(PieceBytes);
        require();
        piece.append(more);
        const bool isLast = more.size() < PieceBytes;
        const qsizetype end = isLast ? piece.size() : piece.size() - overlap;
        for (const QByteArray &form : forms)
            places += placesIn(piece, form, end, digits.size() < LongNumber);
        if (isLast)
            return places;
        piece = piece.last(overlap);
    }
}

} // namespace

QList<FoundBytes> searchFiles(const QString &storeFile, const QByteArray &digits)
{
    const QFileInfo store(storeFile);
    QList<FoundBytes> found;
    const QFileInfoList files =
        store.absoluteDir().entryInfoList(QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDir::Name);
    for (const QFileInfo &info : files) {
        const bool isOwn = info.fileName() == store.fileName() || info.fileName() == logOf(store.fileName());
        if (isIndex(info) || (!isOwn && !info.isReadable()))
            continue;
        if (const qint64 places = placesIn(info.absoluteFilePath(), digits); places > 0)
            found.append({info.absoluteFilePath(), databaseOf(info.absoluteFilePath()), places, isOwn});
    }
    return found;
}

QStringList copiesBesideFile(const QString &storeFile)
{
    const QByteArrayView mark(DatabaseMark);
    const QFileInfo store(storeFile);
    QStringList copies;
    const QFileInfoList files = store.absoluteDir().entryInfoList(QDir::Files | QDir::Hidden, QDir::Name);
    for (const QFileInfo &info : files) {
        const bool isOwn = FileIdentity::of(info.absoluteFilePath()) == FileIdentity::of(storeFile); // links, too
        if (!isOwn && !isIndex(info) && beginningOf(info.absoluteFilePath(), mark.size()) == mark)
            copies.append(info.absoluteFilePath());
    }
    return copies;
}

} // namespace callboard
