// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/read/campaign_queries.h"
#include "store/read/figure_cells.h"
#include "store/read/filter_sql.h"

#include <QHash>

/// What the questions of the Campaigns page have in common.
namespace callboard {

/// Texts as small numbers: a million calls have few different codes and tasks.
class Names
{
public:
    int numberOf(const QString &name)
    {
        const auto known = m_numbers.constFind(name);
        if (known != m_numbers.cend())
            return *known;
        m_numbers.insert(name, static_cast<int>(m_names.size()));
        m_names.append(name);
        return static_cast<int>(m_names.size()) - 1;
    }
    const QString &name(int number) const { return m_names.at(number); }

private:
    QHash<QString, int> m_numbers;
    QStringList m_names;
};

/// The calls of a filter that belong to a contact.
FilterSql contactSql(const Dialect &dialect, const CallFilter &filter);

/// Contacts by task, from one pass over the list's index.
QMap<QString, ContactFigures> loadContactFigures(Connection &connection, const CallFilter &filter,
                                                 const FigureRules &rules);

} // namespace callboard
