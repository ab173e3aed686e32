// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/xlsx/xlsx_check.h"

#include <QCoreApplication>
#include <QFile>
#include <QHash>

#include <algorithm>

#include <zlib.h>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 PartBytes = 256 * 1024;
constexpr qsizetype EndBytes = 256; ///< enough for the end tag of any root element
constexpr quint16 Stored = 0, Deflated = 8;
constexpr quint32 InZip64 = 0xFFFFFFFF;

[[noreturn]] void fail()
{
    throw ReportError("XlsxWriter", QT_TRANSLATE_NOOP("XlsxWriter", "the disk did not take it (is it full?)"));
}

QByteArray readAt(QFile &file, qint64 position, qint64 size)
{
    if (position < 0 || !file.seek(position))
        fail();
    const QByteArray bytes = file.read(size);
    if (bytes.size() != size)
        fail();
    return bytes;
}

/// Little endian.
template <typename Number>
Number numberAt(const QByteArray &bytes, qsizetype position)
{
    quint64 number = 0;
    for (qsizetype i = qsizetype(sizeof(Number)); i > 0; --i) {
        if (position + i > bytes.size())
            fail();
        number = number << 8 | static_cast<quint8>(bytes.at(position + i - 1));
    }
    return static_cast<Number>(number);
}

/// One part of the package, by the entry in the list at the end of the file.
struct ZipPart
{
    QByteArray name;
    quint16 method = 0;
    qint64 packed = 0, size = 0, position = 0;
    qsizetype entryBytes = 0;
};

/// Sizes of 4 GB and more stand in an extra field, in this order and only those that do not fit.
void readZip64(ZipPart &part, const QByteArray &extra)
{
    for (qsizetype at = 0; at + 4 <= extra.size(); at += 4 + numberAt<quint16>(extra, at + 2)) {
        if (numberAt<quint16>(extra, at) != 1)
            continue;
        qsizetype value = at + 4;
        for (qint64 *number : {&part.size, &part.packed, &part.position}) {
            if (*number == InZip64) {
                *number = numberAt<qint64>(extra, value);
                value += 8;
            }
        }
        return;
    }
}

ZipPart readEntry(const QByteArray &list, qsizetype at)
{
    if (numberAt<quint32>(list, at) != 0x02014b50)
        fail();
    const qsizetype name = numberAt<quint16>(list, at + 28);
    const qsizetype extra = numberAt<quint16>(list, at + 30);
    const qsizetype comment = numberAt<quint16>(list, at + 32);
    ZipPart part{.name = list.mid(at + 46, name),
                 .method = numberAt<quint16>(list, at + 10),
                 .packed = numberAt<quint32>(list, at + 20),
                 .size = numberAt<quint32>(list, at + 24),
                 .position = numberAt<quint32>(list, at + 42),
                 .entryBytes = 46 + name + extra + comment};
    readZip64(part, list.mid(at + 46 + name, extra));
    return part;
}

/// The list's place stands in the last 22 bytes (the package has no comment), or further ahead in a large file's
/// record.
QList<ZipPart> readList(QFile &file)
{
    const QByteArray end = readAt(file, file.size() - 22, 22);
    if (numberAt<quint32>(end, 0) != 0x06054b50)
        fail();
    qint64 position = numberAt<quint32>(end, 16), bytes = numberAt<quint32>(end, 12);
    if (position == InZip64) {
        const QByteArray locator = readAt(file, file.size() - 22 - 20, 20);
        const QByteArray record = readAt(file, numberAt<qint64>(locator, 8), 56);
        position = numberAt<qint64>(record, 48);
        bytes = numberAt<qint64>(record, 40);
    }
    const QByteArray list = readAt(file, position, bytes);
    QList<ZipPart> parts;
    for (qsizetype at = 0; at < list.size(); at += parts.constLast().entryBytes)
        parts.append(readEntry(list, at));
    return parts;
}

/// Unpacks a part piece by piece and keeps its beginning and end.
class Unpacker
{
public:
    Unpacker()
    {
        if (inflateInit2(&m_stream, -MAX_WBITS) != Z_OK)
            fail();
    }
    ~Unpacker() { inflateEnd(&m_stream); }
    Q_DISABLE_COPY_MOVE(Unpacker)

    void take(QByteArray packed);
    void keep(const QByteArray &bytes);
    bool isWhole(qint64 size) const;

private:
    z_stream m_stream{};
    QByteArray m_buffer{PartBytes, Qt::Uninitialized};
    QByteArray m_start, m_end;
    qint64 m_size = 0;
};

void Unpacker::take(QByteArray packed)
{
    m_stream.next_in = reinterpret_cast<Bytef *>(packed.data());
    m_stream.avail_in = static_cast<uInt>(packed.size());
    do {
        m_stream.next_out = reinterpret_cast<Bytef *>(m_buffer.data());
        m_stream.avail_out = static_cast<uInt>(m_buffer.size());
        const int result = inflate(&m_stream, Z_NO_FLUSH);
        if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR)
            fail();
        keep(QByteArray::fromRawData(m_buffer.constData(), m_buffer.size() - qsizetype(m_stream.avail_out)));
    } while (m_stream.avail_out == 0);
}

void Unpacker::keep(const QByteArray &bytes)
{
    m_size += bytes.size();
    if (m_start.size() < EndBytes)
        m_start += bytes.left(EndBytes);
    m_end = bytes.size() >= EndBytes ? QByteArray(bytes.right(EndBytes).constData(), EndBytes)
                                     : (m_end + bytes).right(EndBytes);
}

/// The root element that begins after the XML declaration also ends.
bool Unpacker::isWhole(qint64 size) const
{
    const qsizetype open = m_start.indexOf('<', m_start.indexOf("?>") + 2) + 1;
    qsizetype close = open;
    while (close < m_start.size() && !QByteArrayView(" />\n").contains(m_start.at(close)))
        ++close;
    const QByteArray root = m_start.mid(open, close - open);
    return m_size == size && !root.isEmpty() && m_end.trimmed().endsWith("</" + root + '>');
}

void checkPart(QFile &file, const ZipPart &part, const ReportCancelled &cancelled)
{
    const QByteArray header = readAt(file, part.position, 30);
    if (numberAt<quint32>(header, 0) != 0x04034b50 || (part.method != Deflated && part.method != Stored))
        fail();
    qint64 at = part.position + 30 + numberAt<quint16>(header, 26) + numberAt<quint16>(header, 28);
    Unpacker unpacker;
    for (qint64 left = part.packed; left > 0;) {
        if (cancelled && cancelled())
            throw ReportCancelledError();
        const QByteArray piece = readAt(file, at, std::min(left, PartBytes));
        part.method == Deflated ? unpacker.take(piece) : unpacker.keep(piece);
        at += piece.size();
        left -= piece.size();
    }
    if (!unpacker.isWhole(part.size))
        fail();
}

} // namespace

void checkXlsx(QFile &file, const QList<qint64> &rowBytes, const ReportCancelled &cancelled)
{
    constexpr qint64 LeastAround = 300; // a sheet's own XML around its rows is longer
    QHash<QByteArray, qint64> least;
    for (qsizetype i = 0; i < rowBytes.size(); ++i)
        least.insert("xl/worksheets/sheet" + QByteArray::number(i + 1) + ".xml", rowBytes.at(i) + LeastAround);
    const QList<ZipPart> parts = readList(file);
    for (const ZipPart &part : parts) {
        checkPart(file, part, cancelled);
        if (part.size < least.take(part.name))
            fail();
    }
    if (!least.isEmpty())
        fail();
}

} // namespace callboard
