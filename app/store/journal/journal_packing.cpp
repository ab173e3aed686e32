// SPDX-License-Identifier: GPL-3.0-or-later
// How the messages of a segment are written together and compressed.
#include "store/journal/journal.h"

#include <QDataStream>
#include <QIODevice>

#include <zstd.h>

#include <algorithm>
#include <memory>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int CompressionLevel = 1;
constexpr unsigned long long LargestFrame = 1ULL << 30;
/// In the place of the first arrival, and a time that none has: every message is followed by its kind. Without it all
/// are records, as in every segment once.
constexpr qint64 WithKinds = -2;

/// With zstd's own checksum of what was packed.
ZSTD_CCtx *packer()
{
    thread_local const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context = [] {
        std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> made(ZSTD_createCCtx(), &ZSTD_freeCCtx);
        ZSTD_CCtx_setParameter(made.get(), ZSTD_c_compressionLevel, CompressionLevel);
        ZSTD_CCtx_setParameter(made.get(), ZSTD_c_checksumFlag, 1);
        return made;
    }();
    return context.get();
}

bool hasKinds(const QList<JournalEntry> &entries)
{
    return std::any_of(entries.begin(), entries.end(),
                       [](const JournalEntry &entry) { return entry.kind != PushKind::Record; });
}

QByteArray serialised(const QList<JournalEntry> &entries)
{
    QByteArray plain;
    QDataStream stream(&plain, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    const bool withKinds = hasKinds(entries);
    if (withKinds)
        stream << WithKinds;
    for (const JournalEntry &entry : entries) {
        stream << entry.arrivedAt << entry.remote.toUtf8() << entry.body;
        if (withKinds)
            stream << static_cast<quint8>(entry.kind);
    }
    return plain;
}

bool startsWithKinds(const QByteArray &plain)
{
    QDataStream stream(plain);
    qint64 first = 0;
    stream >> first;
    return stream.status() == QDataStream::Ok && first == WithKinds;
}

JournalEntry readEntry(QDataStream &stream, bool withKinds)
{
    JournalEntry entry;
    QByteArray remote;
    quint8 kind = 0;
    stream >> entry.arrivedAt >> remote >> entry.body;
    if (withKinds)
        stream >> kind;
    entry.remote = QString::fromUtf8(remote);
    entry.kind = static_cast<PushKind>(kind);
    return entry;
}

} // namespace

namespace Journal {

QByteArray pack(const QList<JournalEntry> &entries)
{
    const QByteArray plain = serialised(entries);
    const auto size = static_cast<std::size_t>(plain.size());
    QByteArray packed(static_cast<qsizetype>(ZSTD_compressBound(size)), Qt::Uninitialized);
    const std::size_t written =
        ZSTD_compress2(packer(), packed.data(), static_cast<std::size_t>(packed.size()), plain.constData(), size);
    if (ZSTD_isError(written))
        throw StoreError(StoreErrorCode::CannotCompress, {QString::fromLatin1(ZSTD_getErrorName(written))});
    packed.truncate(static_cast<qsizetype>(written));
    return packed;
}

QList<JournalEntry> unpack(const QByteArray &segment)
{
    const auto size = static_cast<std::size_t>(segment.size());
    const unsigned long long plainSize = ZSTD_getFrameContentSize(segment.constData(), size);
    if (plainSize > LargestFrame)
        throw StoreError(StoreErrorCode::SegmentDamaged);
    QByteArray plain(static_cast<qsizetype>(plainSize), Qt::Uninitialized);
    const std::size_t read =
        ZSTD_decompress(plain.data(), static_cast<std::size_t>(plain.size()), segment.constData(), size);
    if (ZSTD_isError(read))
        throw StoreError(StoreErrorCode::SegmentDamagedBy, {QString::fromLatin1(ZSTD_getErrorName(read))});
    const bool withKinds = startsWithKinds(plain);
    QDataStream stream(plain);
    stream.setVersion(QDataStream::Qt_6_4);
    if (withKinds)
        stream.skipRawData(sizeof(qint64));
    QList<JournalEntry> entries;
    while (!stream.atEnd() && stream.status() == QDataStream::Ok)
        entries.append(readEntry(stream, withKinds));
    if (stream.status() != QDataStream::Ok)
        throw StoreError(StoreErrorCode::SegmentDamaged);
    return entries;
}

} // namespace Journal
} // namespace callboard
