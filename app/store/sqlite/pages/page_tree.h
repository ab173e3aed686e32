// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlite/pages/page_cells.h"

#include <functional>
#include <vector>

namespace callboard {

/// Which pages of a file were come across, by their number.
class PageSet
{
public:
    explicit PageSet(qint64 pages)
        : m_seen(static_cast<std::size_t>(pages) + 1)
    { }
    bool contains(qint64 page) const { return m_seen[static_cast<std::size_t>(page)]; }
    /// False where it was there, or is no page of the file.
    bool add(qint64 page);

private:
    std::vector<bool> m_seen;
};

using PageVisitor = std::function<void(qint64 number, const PageCells &page)>;

/// Visits the pages of the b-tree below that root which are not in `seen` yet, and adds them. Returns how many
/// references lead nowhere, to a page of another kind of tree, or to one that was there before.
qint64 visitTree(const PageSource &source, qint64 root, PageSet &seen, const PageVisitor &visit);

/// What the file says about its tables and indexes.
struct SchemaEntry
{
    QString type, name; ///< "table" or "index"
    qint64 root = 0;
};
/// `faults` gets the references that lead nowhere, and rows that can't be read.
QList<SchemaEntry> readSchemaEntries(const PageSource &source, PageSet &seen, qint64 *faults);

/// The pages that the file has given up and not used again, as far as its list of them can be read.
void addFreePages(const PageSource &source, PageSet &seen);

} // namespace callboard
