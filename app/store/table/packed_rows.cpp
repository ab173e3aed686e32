// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/table/packed_rows.h"

namespace callboard {

QString RepeatedTexts::text(QByteArrayView utf8)
{
    constexpr qsizetype Longest = 64;
    if (utf8.isEmpty() || utf8.size() > Longest)
        return storedText(utf8);
    const auto unit = [&](qsizetype i) { return size_t(static_cast<unsigned char>(utf8[i])); };
    const qsizetype last = utf8.size() - 1;
    const size_t slot = unit(last) + 7 * unit(last / 2) + 31 * unit(std::max<qsizetype>(0, last - 1)) + size_t(last);
    Entry &entry = m_entries[slot % m_entries.size()];
    if (entry.utf8 != utf8) {
        entry.utf8 = utf8.toByteArray();
        entry.text = storedText(utf8);
    }
    return entry.text;
}

void PackedRows::add(const NativeStatement &row)
{
    for (int column = 0; column < m_kinds.size(); ++column) {
        if (m_kinds.at(column) == 'n') {
            m_cells.push_back({row.number(column), 0});
            continue;
        }
        const QByteArrayView text = row.utf8(column);
        m_cells.push_back({qint64(m_text.size()), text.size()});
        m_text.insert(m_text.end(), text.begin(), text.end());
    }
    ++m_rows;
}

void PackedRows::clear()
{
    m_rows = 0;
    m_cells.clear();
    m_text.clear();
}

} // namespace callboard
