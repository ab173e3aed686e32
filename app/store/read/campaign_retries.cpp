// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/campaign_parts.h"
#include "store/read/contact_queries.h"
#include "store/table/packed_rows.h"

#include <QSet>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// The numbers of tries that a contact had: almost all are small.
class Tries
{
public:
    bool has(qint64 tries) const { return isSmall(tries) ? (m_small & bit(tries)) != 0 : m_others.contains(tries); }
    void add(qint64 tries)
    {
        if (isSmall(tries))
            m_small |= bit(tries);
        else
            m_others.insert(tries);
    }
    /// Try n and n + 2, but not n + 1.
    bool hasGap() const
    {
        for (qint64 tries = 0; tries < SmallOnes && m_small >> tries != 0; ++tries) {
            if (isGap(tries))
                return true;
        }
        return std::any_of(m_others.begin(), m_others.end(), [this](qint64 tries) { return isGap(tries); });
    }

private:
    static constexpr qint64 SmallOnes = 64;
    static bool isSmall(qint64 tries) { return tries >= 0 && tries < SmallOnes; }
    static quint64 bit(qint64 tries) { return quint64(1) << tries; }
    bool isGap(qint64 tries) const { return has(tries) && has(tries + 2) && !has(tries + 1); }

    quint64 m_small = 0;
    QSet<qint64> m_others;
};

struct ContactHistory
{
    int task = 0, lastResult = 0;
    Tries tries;
    bool isMet = false, isConnected = false;
};

/// Takes the calls in the order of (placedAt, id).
class RetryPass
{
public:
    void take(qint64 contactId, const QString &taskId, qint64 tries, const QString &resultCode, bool answered)
    {
        ContactHistory &history = m_histories[contactId];
        const int result = m_names.numberOf(resultCode);
        if (history.isMet)
            ++m_transitions[{history.lastResult, result}];
        else
            history.task = m_names.numberOf(taskId);
        history.isMet = true;
        history.lastResult = result;
        TryYield &yield = m_yields[tries];
        if (!history.tries.has(tries)) {
            history.tries.add(tries);
            ++yield.contacts;
        }
        if (answered && !history.isConnected)
            ++yield.firstConnected;
        history.isConnected = history.isConnected || answered;
    }

    RetryFigures figures()
    {
        RetryFigures figures;
        for (auto it = m_yields.begin(); it != m_yields.end(); ++it) {
            it->tries = it.key();
            figures.yields.append(*it);
        }
        addTransitions(figures);
        for (const ContactHistory &history : m_histories) {
            if (!history.tries.hasGap())
                continue;
            ++figures.gapContacts;
            ++figures.gapsByTask[m_names.name(history.task)];
        }
        return figures;
    }

private:
    void addTransitions(RetryFigures &figures) const
    {
        QMap<std::pair<QString, QString>, qint64> byCodes;
        for (auto it = m_transitions.cbegin(); it != m_transitions.cend(); ++it)
            byCodes[{m_names.name(it.key().first), m_names.name(it.key().second)}] = it.value();
        for (auto it = byCodes.cbegin(); it != byCodes.cend(); ++it)
            figures.transitions.append({it.key().first, it.key().second, it.value()});
    }

    Names m_names;
    QHash<qint64, ContactHistory> m_histories;
    QMap<qint64, TryYield> m_yields;
    QHash<std::pair<int, int>, qint64> m_transitions;
};

} // namespace

RetryFigures loadRetries(Connection &connection, const TimeRange &range, const QStringList &taskIds)
{
    return loadRetries(connection, scopeOf(range, taskIds));
}

RetryFigures loadRetries(Connection &connection, const CallFilter &filter)
{
    RetryFigures unknown;
    unknown.isWhole = false;
    if (!tasksPartlyKept(connection, filter.range, filter.taskIds).isEmpty())
        return unknown;
    const FilterSql conditions = contactSql(connection.dialect(), filter);
    NativeStatement &rows =
        connection.native(u"SELECT contact_id, task_tries, task_result, time_answer > 0, task_id FROM call%1 "
                          "ORDER BY placed_at, id"_s.arg(conditions.where()));
    conditions.bind(rows);
    RepeatedTexts texts;
    RetryPass pass;
    while (rows.next())
        pass.take(rows.number(0), texts.text(rows.utf8(4)), rows.number(1), texts.text(rows.utf8(2)),
                  rows.number(3) != 0);
    return pass.figures();
}

} // namespace callboard
