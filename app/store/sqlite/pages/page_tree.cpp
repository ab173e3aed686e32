// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/pages/page_tree.h"

#include <QtEndian>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

bool isTableKind(PageKind kind)
{
    return kind == PageKind::TableLeaf || kind == PageKind::TableInterior;
}

} // namespace

bool PageSet::add(qint64 page)
{
    const auto at = static_cast<std::size_t>(page);
    if (page < 1 || at >= m_seen.size() || m_seen[at])
        return false;
    m_seen[at] = true;
    return true;
}

qint64 visitTree(const PageSource &source, qint64 root, PageSet &seen, const PageVisitor &visit)
{
    qint64 faults = 0;
    std::optional<bool> ofTable; // as the root says
    std::vector<qint64> waiting{root};
    while (!waiting.empty()) {
        const qint64 number = waiting.back();
        waiting.pop_back();
        const PageCells page(source, number);
        const bool fits =
            page.kind() != PageKind::Other && isTableKind(page.kind()) == ofTable.value_or(page.isTable());
        if (!fits || !seen.add(number)) {
            faults += 1;
            continue;
        }
        ofTable = page.isTable();
        visit(number, page);
        const QList<qint64> children = page.children();
        waiting.insert(waiting.end(), children.rbegin(), children.rend());
    }
    return faults;
}

QList<SchemaEntry> readSchemaEntries(const PageSource &source, PageSet &seen, qint64 *faults)
{
    constexpr qsizetype Columns = 5; // type, name, tbl_name, rootpage, sql
    QList<SchemaEntry> entries;
    const auto readPage = [&](qint64, const PageCells &page) {
        for (int cell = 0; page.kind() == PageKind::TableLeaf && cell < page.count(); ++cell) {
            const auto record = page.record(cell);
            if (record && record->values.size() == Columns)
                entries.append({QString::fromUtf8(record->values.at(0).bytes),
                                QString::fromUtf8(record->values.at(1).bytes), record->values.at(3).integer});
            else
                *faults += 1;
        }
    };
    *faults += visitTree(source, 1, seen, readPage);
    return entries;
}

void addFreePages(const PageSource &source, PageSet &seen)
{
    constexpr qsizetype FirstTrunkAt = 32;
    const QByteArray head = source.page(1);
    if (!source.hasHeader() || head.isEmpty())
        return;
    qint64 trunk = qFromBigEndian<quint32>(head.constData() + FirstTrunkAt);
    while (seen.add(trunk)) {
        const QByteArray page = source.page(trunk);
        const qsizetype count = qFromBigEndian<quint32>(page.constData() + 4);
        for (qsizetype i = 0; i < count && 8 + 4 * (i + 1) <= source.usableSize(); ++i)
            seen.add(qFromBigEndian<quint32>(page.constData() + 8 + 4 * i));
        trunk = qFromBigEndian<quint32>(page.constData());
    }
}

} // namespace callboard
