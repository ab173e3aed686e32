// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/read/campaign_queries.h"
#include "store/table/packed_rows.h"

#include <QHash>

#include <map>

namespace callboard {

/// What a grouped call adds: everything but its value.
struct GroupedCall
{
    QByteArrayView taskId, result;
    bool basicOnly = false, answered = false, seized = false;
    qint64 talkMs = 0;
};

/// Outbound calls tallied by a value, exactly, for the values with the most attempts. A column may have a different
/// value in every call: beyond some thousand values only a number is kept for each (some 30 bytes), and the calls are
/// taken a second time, for those values alone that will be shown. Values are told apart by 64 bits of their hash.
/// One thread.
class ValueTallies
{
public:
    /// At most so many values are wanted.
    ValueTallies(const FigureRules &rules, qsizetype most);

    void take(QByteArrayView value, const GroupedCall &call);
    /// After the last call: true when all calls have to be taken once more.
    bool wantsAnotherPass();
    /// The values with most attempts first, among equals by value; `others` sums up the rest.
    Pivot result() const;

private:
    Tally &tallyFor(QByteArrayView value);
    Tally &tallyAmongEquals(const QString &value);
    const Tally &unitOf(const GroupedCall &call);

    const FigureRules &m_rules;
    const qsizetype m_most;
    RepeatedTexts m_texts;
    QHash<QByteArray, Tally> m_units; ///< of one call, by all that its tally depends on but talk
    QHash<quint64, quint32> m_attempts; ///< by the value's hash
    QHash<QByteArray, Tally> m_tallies;
    bool m_isSecondPass = false, m_isFull = false;
    qint64 m_threshold = 0; ///< attempts of the last value that is shown
    qsizetype m_above = 0; ///< values with more attempts than that
    std::map<QString, Tally> m_equals; ///< the first values, in their order, of those with just that many
    Tally m_others; ///< all calls
    Tally m_forgotten; ///< of values that are not shown
};

} // namespace callboard
