// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call_record.h"
#include "report/report_writer.h"

#include <QHash>
#include <QTimeZone>

#include <functional>
#include <vector>

namespace callboard {

/// The customer columns of a set of calls: the union of their row heads, in the order of their first appearance.
///
/// A name that a head repeats gets a number ("电话 (2)"); values beyond their head stand under "#5". Above
/// `MostColumns` different names everything goes into one column as JSON, so that a file never becomes thousands of
/// columns wide.
class CustomerColumns
{
public:
    static constexpr qsizetype MostColumns = 500;

    /// Takes the names of one call's row.
    void add(const CallRecord &call);
    bool isSpread() const { return m_names.size() <= MostColumns; }
    QStringList titles() const; ///< "customer.<name>", or just "customer"
    QStringList cells(const CallRecord &call) const; ///< one text for each title

private:
    using Shape = std::pair<QStringList, qsizetype>;
    const QList<qsizetype> *positionsOf(const CallRecord &call) const;

    QStringList m_names;
    QHash<QString, qsizetype> m_index;
    QHash<Shape, QList<qsizetype>> m_shapes; ///< where each value of such a row belongs
};

/// One fixed column of the call list.
struct CallColumn
{
    QString title; ///< the protocol's name, or ours for what is computed
    ColumnKind kind = ColumnKind::Text;
    std::function<void(ReportWriter &, const CallRecord &)> write;
};

/// All fields of the protocol by their names, then what is computed. `zone` is only named: the writer shows the times.
/// `meanings`: what decides about a call's class.
std::vector<CallColumn> callColumns(const QTimeZone &zone, const ResultMeanings &meanings = {});

} // namespace callboard
