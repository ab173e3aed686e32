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

    /// Takes the names of rows with this head and so many values.
    void add(const QStringList &head, qsizetype values);
    void add(const CallRecord &call) { add(call.fields.taskRowHead, call.fields.taskRowValue.size()); }
    bool isSpread() const { return m_names.size() <= MostColumns; }
    QStringList titles() const; ///< "customer.<name>", or just "customer"
    QStringList cells(const CallRecord &call) const; ///< one text for each title

private:
    const QList<qsizetype> *positionsOf(const QStringList &head) const;

    QStringList m_names;
    QHash<QString, qsizetype> m_index;
    QHash<QStringList, QList<qsizetype>> m_positions; ///< where each value under such a head belongs
    mutable QStringList m_lastHead; ///< most calls have the head of the one before
    mutable const QList<qsizetype> *m_lastPositions = nullptr;
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
