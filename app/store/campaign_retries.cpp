// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/campaign_parts.h"

#include <QVariant>

#include <algorithm>
#include <vector>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

struct Trail
{
    QString taskId;
    std::vector<qint64> tries; ///< each try once
    QString lastResult;
    bool isConnected = false;
};

/// Takes the calls in the order of (placedAt, id).
class RetryPass
{
public:
    void take(qint64 contactId, const QString &taskId, qint64 tries, const QString &result, bool answered)
    {
        const bool isFirst = !m_trails.contains(contactId);
        Trail &trail = m_trails[contactId];
        if (isFirst)
            trail.taskId = taskId;
        if (!isFirst)
            ++m_transitions[{trail.lastResult, result}];
        trail.lastResult = result;
        TryYield &yield = m_yields[tries];
        if (std::find(trail.tries.begin(), trail.tries.end(), tries) == trail.tries.end()) {
            trail.tries.push_back(tries);
            ++yield.contacts;
        }
        if (answered && !trail.isConnected)
            ++yield.firstConnected;
        trail.isConnected = trail.isConnected || answered;
    }

    RetryFigures figures()
    {
        RetryFigures figures;
        for (auto it = m_yields.begin(); it != m_yields.end(); ++it) {
            it->tries = it.key();
            figures.yields.append(*it);
        }
        for (auto it = m_transitions.cbegin(); it != m_transitions.cend(); ++it)
            figures.transitions.append({it.key().first, it.key().second, it.value()});
        for (const Trail &trail : m_trails) {
            if (!hasGap(trail))
                continue;
            ++figures.gapContacts;
            ++figures.gapsByTask[trail.taskId];
        }
        return figures;
    }

private:
    static bool hasGap(const Trail &trail)
    {
        const auto had = [&trail](qint64 n) {
            return std::find(trail.tries.begin(), trail.tries.end(), n) != trail.tries.end();
        };
        return std::any_of(trail.tries.begin(), trail.tries.end(), [&](qint64 n) { return had(n + 2) && !had(n + 1); });
    }

    QHash<qint64, Trail> m_trails;
    QMap<qint64, TryYield> m_yields;
    QMap<std::pair<QString, QString>, qint64> m_transitions;
};

} // namespace

RetryFigures loadRetries(Connection &connection, const TimeRange &range, const QStringList &taskIds)
{
    return loadRetries(connection, scopeOf(range, taskIds));
}

RetryFigures loadRetries(Connection &connection, const CallFilter &filter)
{
    const FilterSql conditions = contactSql(filter);
    QSqlQuery &query =
        connection.prepared(u"SELECT contact_id, task_tries, task_result, time_answer > 0, task_id FROM call%1 "
                            "ORDER BY placed_at, id"_s.arg(conditions.where()));
    conditions.bind(query);
    connection.run(query);
    RetryPass pass;
    while (connection.next(query))
        pass.take(query.value(0).toLongLong(), query.value(4).toString(), query.value(1).toLongLong(),
                  query.value(2).toString(), query.value(3).toBool());
    query.finish();
    return pass.figures();
}

} // namespace callboard
