// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/pages/page_cells.h"

#include <QtEndian>

#include <algorithm>
#include <bit>

namespace callboard {

namespace {

// https://www.sqlite.org/fileformat2.html
constexpr qsizetype FileHeadBytes = 100;
constexpr quint64 LargestPayload = 1ULL << 30;
constexpr quint64 FirstTextType = 12; ///< even from here on: a blob, odd: a text

PageKind kindOf(char type)
{
    switch (type) {
    case 0x02:
        return PageKind::IndexInterior;
    case 0x05:
        return PageKind::TableInterior;
    case 0x0A:
        return PageKind::IndexLeaf;
    case 0x0D:
        return PageKind::TableLeaf;
    default:
        return PageKind::Other;
    }
}

/// A number of one to nine bytes; moves `at` behind it. Nothing where the bytes end before it.
std::optional<quint64> readVarint(QByteArrayView bytes, qsizetype &at)
{
    constexpr int MostBytes = 9;
    quint64 number = 0;
    for (int i = 0; i < MostBytes; ++i) {
        if (at >= bytes.size())
            return std::nullopt;
        const auto byte = static_cast<quint8>(bytes.at(at++));
        if (i == MostBytes - 1)
            return (number << 8) | byte;
        number = (number << 7) | (byte & 0x7F);
        if ((byte & 0x80) == 0)
            return number;
    }
    return number;
}

/// Bytes of a value; nothing for a type that does not exist.
std::optional<qsizetype> sizeOfType(quint64 type)
{
    constexpr qsizetype Sizes[] = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0};
    if (type < std::size(Sizes))
        return Sizes[type];
    if (type < FirstTextType || type > LargestPayload)
        return std::nullopt;
    return static_cast<qsizetype>((type - FirstTextType) / 2);
}

qint64 readInteger(QByteArrayView bytes)
{
    quint64 number = static_cast<quint8>(bytes.front()) & 0x80 ? ~0ULL : 0;
    for (const char byte : bytes)
        number = (number << 8) | static_cast<quint8>(byte);
    return static_cast<qint64>(number);
}

CellValue valueOf(quint64 type, QByteArrayView bytes)
{
    using Kind = CellValue::Kind;
    if (type == 0)
        return {};
    if (type >= FirstTextType)
        return {type % 2 == 1 ? Kind::Text : Kind::Blob, 0, 0, bytes.toByteArray()};
    if (type == 7)
        return {Kind::Real, 0, std::bit_cast<double>(qFromBigEndian<quint64>(bytes.data())), {}};
    if (type == 8 || type == 9)
        return {Kind::Integer, static_cast<qint64>(type - 8), 0, {}};
    return {Kind::Integer, readInteger(bytes), 0, {}};
}

/// The values of a row; nothing unless all of it fits exactly.
std::optional<QList<CellValue>> readRecord(QByteArrayView payload)
{
    qsizetype at = 0;
    const auto head = readVarint(payload, at);
    if (!head || *head < 2 || *head > quint64(payload.size()))
        return std::nullopt;
    const auto headEnd = static_cast<qsizetype>(*head);
    QList<CellValue> values;
    qsizetype body = headEnd;
    while (at < headEnd) {
        const auto type = readVarint(payload.first(headEnd), at);
        const auto size = type ? sizeOfType(*type) : std::nullopt;
        if (!size || *size > payload.size() - body)
            return std::nullopt;
        values.append(valueOf(*type, payload.sliced(body, *size)));
        body += *size;
    }
    return body == payload.size() ? std::optional(values) : std::nullopt;
}

} // namespace

PageCells::PageCells(const PageSource &source, qint64 number)
    : m_source(source)
    , m_page(source.page(number))
{
    if (m_page.isEmpty())
        return;
    // Where the file has lost its head, another page may have been written over the first one.
    const bool isMisplaced = !source.hasHeader() && kindOf(m_page.at(0)) != PageKind::Other;
    m_start = number == 1 && !isMisplaced ? FileHeadBytes : 0;
    m_kind = kindOf(m_page.at(m_start));
    if (m_kind == PageKind::Other)
        return;
    m_count = qFromBigEndian<quint16>(m_page.constData() + m_start + 3);
    if (m_start + headBytes() + 2 * m_count > source.usableSize()) {
        m_kind = PageKind::Other;
        m_count = 0;
    }
}

/// Where a cell begins, 0 where its pointer can't be right.
qsizetype PageCells::cellOffset(int cell) const
{
    const qsizetype pointers = m_start + headBytes();
    const qsizetype offset = qFromBigEndian<quint16>(m_page.constData() + pointers + 2 * cell);
    return offset >= pointers + 2 * m_count && offset + 4 <= m_source.usableSize() ? offset : 0;
}

std::optional<CellRecord> PageCells::record(int cell) const
{
    qsizetype at = m_kind == PageKind::Other || m_kind == PageKind::TableInterior ? 0 : cellOffset(cell);
    if (at == 0)
        return std::nullopt;
    if (m_kind == PageKind::IndexInterior)
        at += 4; // the page below
    const QByteArrayView usable = QByteArrayView(m_page).first(m_source.usableSize());
    const auto size = readVarint(usable, at);
    CellRecord record;
    if (m_kind == PageKind::TableLeaf) {
        const auto rowId = readVarint(usable, at);
        if (!rowId)
            return std::nullopt;
        record.rowId = static_cast<qint64>(*rowId);
    }
    if (!size || *size < 2 || *size > LargestPayload)
        return std::nullopt;
    const auto whole = payload(at, *size, record.overflow);
    auto values = whole ? readRecord(*whole) : std::nullopt;
    if (!values)
        return std::nullopt;
    record.values = std::move(*values);
    return record;
}

/// The payload that begins there: as much of it as the page keeps, the rest from a chain of other pages.
std::optional<QByteArray> PageCells::payload(qsizetype at, quint64 size, QList<qint64> &overflow) const
{
    const auto usable = m_source.usableSize();
    const auto whole = static_cast<qsizetype>(size);
    const qsizetype most = isTable() ? usable - 35 : (usable - 12) * 64 / 255 - 23;
    const qsizetype least = (usable - 12) * 32 / 255 - 23;
    const qsizetype fitting = least + (whole - least) % (usable - 4);
    const qsizetype here = whole <= most ? whole : fitting <= most ? fitting : least;
    const bool overflows = here < whole;
    if (at + here + (overflows ? 4 : 0) > usable || whole - here > m_source.pages() * usable)
        return std::nullopt;
    QByteArray bytes = m_page.mid(at, here);
    if (overflows && !appendOverflow(bytes, qFromBigEndian<quint32>(m_page.constData() + at + here), whole, overflow))
        return std::nullopt;
    return bytes;
}

bool PageCells::appendOverflow(QByteArray &payload, qint64 page, qsizetype size, QList<qint64> &overflow) const
{
    const qsizetype room = m_source.usableSize() - 4;
    while (payload.size() < size) {
        const QByteArray next = m_source.page(page);
        const qsizetype part = std::min(room, size - payload.size());
        const QByteArrayView bytes = next.isEmpty() ? QByteArrayView() : QByteArrayView(next).sliced(4, part);
        const bool isBlank = std::all_of(bytes.begin(), bytes.end(), [](char byte) { return byte == '\0'; });
        if (isBlank) // no such page, or one that was wiped
            return false;
        overflow.append(page);
        payload.append(bytes);
        page = qFromBigEndian<quint32>(next.constData());
        if ((page == 0) != (payload.size() == size)) // a chain ends where its row does
            return false;
    }
    return true;
}

QList<qint64> PageCells::children() const
{
    if (!isInterior())
        return {};
    QList<qint64> pages;
    for (int cell = 0; cell < m_count; ++cell) {
        const qsizetype at = cellOffset(cell);
        pages.append(at == 0 ? 0 : qFromBigEndian<quint32>(m_page.constData() + at));
    }
    pages.append(qFromBigEndian<quint32>(m_page.constData() + m_start + 8));
    return pages;
}

} // namespace callboard
