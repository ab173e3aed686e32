// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/native_statement.h"

#include <QList>

#include <array>
#include <vector>

namespace callboard {

/// Texts that come again and again, decoded once: a million calls have a dozen tasks, lines and results. Holds few of
/// them, whatever comes. One thread.
class RepeatedTexts
{
public:
    QString text(QByteArrayView utf8);

private:
    struct Entry
    {
        QByteArray utf8;
        QString text;
    };
    std::array<Entry, 256> m_entries;
};

/// Some rows of a statement, as numbers and bytes in two pieces of memory, to be read by another thread than the one
/// that runs the statement. A value.
class PackedRows
{
public:
    /// One letter a column: 'n' a number, 't' a text, 'r' a text that many rows share.
    explicit PackedRows(QByteArrayView kinds)
        : m_kinds(kinds.toByteArray())
    { }
    void add(const NativeStatement &row); ///< the statement's current row
    qsizetype size() const { return m_rows; }
    qsizetype bytes() const { return qsizetype(m_text.size()); } ///< of texts
    void clear();

private:
    friend class PackedRow;
    struct Cell
    {
        qint64 number = 0; ///< of a text: where it begins
        qint64 length = 0;
    };
    QByteArray m_kinds;
    qsizetype m_rows = 0;
    std::vector<Cell> m_cells;
    std::vector<char> m_text;
};

/// One of the rows, read as the current one of a NativeStatement is. Must not outlive either.
class PackedRow
{
public:
    PackedRow(const PackedRows &rows, qsizetype row, RepeatedTexts &repeated)
        : m_rows(rows)
        , m_repeated(repeated)
        , m_first(size_t(row * rows.m_kinds.size()))
    { }
    qint64 number(int column) const { return m_rows.m_cells[m_first + size_t(column)].number; }
    QByteArrayView utf8(int column) const
    {
        const PackedRows::Cell &cell = m_rows.m_cells[m_first + size_t(column)];
        return {m_rows.m_text.data() + cell.number, cell.length};
    }
    QString text(int column) const
    {
        return m_rows.m_kinds.at(column) == 'r' ? m_repeated.text(utf8(column)) : storedText(utf8(column));
    }

private:
    const PackedRows &m_rows;
    RepeatedTexts &m_repeated;
    size_t m_first;
};

} // namespace callboard
