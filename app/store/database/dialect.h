// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace callboard {

/// The words of SQL in which database systems differ; what they share is written once, where it is used. Immutable; any
/// thread.
class Dialect
{
public:
    virtual ~Dialect() = default;
    /// A schema step with this system's words for its tokens.
    virtual QString schemaText(const QString &step) const = 0;
    /// The union of a set of single-bit numbers, as an aggregate.
    virtual QString bitUnion(const QString &expression) const = 0;
    /// The entry at a position (an expression, from 0) of a JSON list of texts, NULL where there is none.
    virtual QString listItem(const QString &list, const QString &position) const = 0;
    /// A JSON list of texts as a table with the columns key (position) and value.
    virtual QString listItems(const QString &list) const = 0;
};

} // namespace callboard
