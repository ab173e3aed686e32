// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database/snapshot.h"
#include "store/read/contact_queries.h"
#include "store/read/figure_cells.h"
#include "store/read/filter_sql.h"
#include "store/read/queries.h"
#include "store/table/packed_rows.h"

#include <QVariant>

#include <vector>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// Counts by task, with the few different tasks looked up once.
class CountsByTask
{
public:
    ContactCount &of(QByteArrayView task)
    {
        if (!m_last || m_lastTask != task) {
            m_lastTask = task.toByteArray();
            m_last = &m_counts[m_texts.text(task)];
        }
        return *m_last;
    }
    QMap<QString, ContactCount> counts() const { return m_counts; }

private:
    RepeatedTexts m_texts;
    QMap<QString, ContactCount> m_counts; ///< its nodes stay where they are
    QByteArray m_lastTask;
    ContactCount *m_last = nullptr;
};

/// True when every call of the store lies inside the range.
bool coversStore(Connection &connection, const TimeRange &range)
{
    const qint64 first = connection.value(u"SELECT MIN(placed_at) FROM call"_s).toLongLong();
    const qint64 last = connection.value(u"SELECT MAX(placed_at) FROM call"_s).toLongLong();
    return range.from <= first && last < range.to;
}

/// All of them: the table of contacts has counted their calls already.
QMap<QString, ContactCount> countAll(Connection &connection, const QStringList &taskIds)
{
    QString text = u"SELECT task_id, connected FROM contact WHERE attempts > 0"_s;
    if (!taskIds.isEmpty())
        text += u" AND task_id IN (?%1)"_s.arg(u", ?"_s.repeated(taskIds.size() - 1));
    NativeStatement &rows = connection.native(text);
    for (const QString &taskId : taskIds)
        rows.bind(taskId);
    CountsByTask counts;
    while (rows.next()) {
        ContactCount &count = counts.of(rows.utf8(0));
        ++count.attempted;
        count.connected += rows.number(1) > 0 ? 1 : 0;
    }
    return counts.counts();
}

/// One pass over the list's index. A byte for each contact of the store: grouping in the database would sort the calls.
QMap<QString, ContactCount> countInRange(Connection &connection, const TimeRange &range, const QStringList &taskIds)
{
    enum : quint8 { New, Met, Connected };
    FilterSql conditions(connection.dialect(), scopeOf(range, taskIds));
    // The plus keeps the database from taking the index of contacts, which would fetch every row: call_list has it all.
    conditions.require(u"+contact_id > 0"_s);
    NativeStatement &rows =
        connection.native(u"SELECT contact_id, time_answer > 0, task_id FROM call"_s + conditions.where());
    conditions.bind(rows);
    std::vector<quint8> states;
    CountsByTask counts;
    while (rows.next()) {
        const auto contact = static_cast<std::size_t>(rows.number(0));
        if (contact >= states.size())
            states.resize(std::max(contact + 1, 2 * states.size()), New);
        quint8 &state = states[contact];
        const bool answered = rows.number(1) != 0;
        if (state == Connected || (state == Met && !answered))
            continue;
        ContactCount &count = counts.of(rows.utf8(2));
        count.attempted += state == New ? 1 : 0;
        count.connected += answered ? 1 : 0;
        state = answered ? Connected : Met;
    }
    return counts.counts();
}

} // namespace

QMap<QString, ContactCount> countContacts(Connection &connection, const TimeRange &range, const QStringList &taskIds)
{
    const Snapshot snapshot(connection);
    QMap<QString, ContactCount> counts =
        coversStore(connection, range) ? countAll(connection, taskIds) : countInRange(connection, range, taskIds);
    const QStringList partlyKept = tasksPartlyKept(connection, range, taskIds);
    for (const QString &taskId : partlyKept)
        counts[taskId] = {0, 0, false};
    return counts;
}

} // namespace callboard
