// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlite/pages/page_source.h"

#include <QList>

#include <optional>

namespace callboard {

/// One value of a row as the file keeps it.
struct CellValue
{
    enum class Kind : quint8 { Null, Integer, Real, Text, Blob };
    Kind kind = Kind::Null;
    qint64 integer = 0;
    double real = 0;
    QByteArray bytes; ///< of a text (UTF-8) or blob
};

/// A row of a table, or an entry of an index.
struct CellRecord
{
    qint64 rowId = 0; ///< 0 in an index, and in a table without row numbers
    QList<CellValue> values;
    QList<qint64> overflow; ///< the pages that it continues in
};

enum class PageKind : quint8 { Other, TableLeaf, TableInterior, IndexLeaf, IndexInterior };

/// A page of a b-tree, read with distrust: what does not fit together is not there. Belongs to its source's thread, and
/// must not outlive it.
class PageCells
{
public:
    PageCells(const PageSource &source, qint64 number);

    /// Other for a page whose head can't be right.
    PageKind kind() const { return m_kind; }
    bool isTable() const { return m_kind == PageKind::TableLeaf || m_kind == PageKind::TableInterior; }
    int count() const { return m_count; }
    /// The row in a cell; nothing where it is damaged, or where such a page has none.
    std::optional<CellRecord> record(int cell) const;
    /// The pages below, in order; 0 for one that can't be read. Empty for a leaf.
    QList<qint64> children() const;

private:
    bool isInterior() const { return m_kind == PageKind::TableInterior || m_kind == PageKind::IndexInterior; }
    qsizetype headBytes() const { return isInterior() ? 12 : 8; }
    qsizetype cellOffset(int cell) const;
    std::optional<QByteArray> payload(qsizetype at, quint64 size, QList<qint64> &overflow) const;
    bool appendOverflow(QByteArray &payload, qint64 page, qsizetype size, QList<qint64> &overflow) const;

    const PageSource &m_source;
    QByteArray m_page;
    qsizetype m_start = 0; ///< of the page's head: the first page has the file's head in front
    int m_count = 0;
    PageKind m_kind = PageKind::Other;
};

} // namespace callboard
