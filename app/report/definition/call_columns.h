// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/call_record.h"
#include "report/writer/report_writer.h"

#include <QHash>
#include <QTimeZone>

#include <array>
#include <functional>
#include <vector>

namespace callboard {

/// The values of one call's customer row, by column. Reads the call it was made of, which must outlive it.
class CustomerRow
{
public:
    CustomerRow() = default;
    CustomerRow(const QStringList &values, const QList<qsizetype> &places)
        : m_values(&values)
        , m_places(&places)
    { }
    explicit CustomerRow(const QString &json)
        : m_json(json)
    { }
    const QString &cell(qsizetype column) const ///< empty where the row has none
    {
        const qsizetype place = m_places && column < m_places->size() ? m_places->at(column) : -1;
        return place >= 0 && place < m_values->size() ? m_values->at(place) : m_json;
    }

private:
    const QStringList *m_values = nullptr;
    const QList<qsizetype> *m_places = nullptr; ///< where in the values each column stands; -1: nowhere
    QString m_json; ///< the whole row, where it is one column
};

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
    /// A row with one cell for each title. Only after the last add().
    CustomerRow row(const CallRecord &call) const;
    QStringList cells(const CallRecord &call) const; ///< the same as texts

private:
    const QList<qsizetype> &placesOf(const QStringList &head) const;

    QStringList m_names;
    QHash<QString, qsizetype> m_index;
    QHash<QStringList, QList<qsizetype>> m_positions; ///< where each value under such a head belongs
    /// The other way round, of heads met lately. Most calls share their head with some before, as one and the same
    /// list, and are known by its address, which stays taken as long as the list stands here.
    struct HeadCacheEntry
    {
        QStringList head;
        QList<qsizetype> places;
    };
    mutable std::array<HeadCacheEntry, 16> m_headCache;
    mutable size_t m_nextEntry = 0;
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
