// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/campaign_parts.h"
#include "store/read/contact_queries.h"
#include "store/table/packed_rows.h"

#include <QHash>
#include <QVariant>

#include <vector>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

struct Contact
{
    int task = 0, last = 0, best = 0;
    bool isConnected = false, isSuccessful = false;
};

/// Takes the calls in the order of (placedAt, id).
class ContactPass
{
public:
    explicit ContactPass(const FigureRules &rules)
        : m_rules(rules)
        , m_badNumbers(rules.meanings().codesWith(ResultFlag::BadNumber))
    { }

    void take(qint64 contactId, const QString &taskId, const QString &result, bool answered)
    {
        Contact &contact = m_contacts[contactId];
        contact.task = m_names.numberOf(taskId);
        contact.last = m_names.numberOf(result);
        if (answered || !contact.isConnected)
            contact.best = contact.last;
        contact.isConnected = contact.isConnected || answered;
        contact.isSuccessful = contact.isSuccessful || isSuccess(contact.task, contact.last);
    }

    QMap<QString, ContactFigures> figures() const
    {
        QMap<QString, ContactFigures> byTask;
        for (const Contact &contact : m_contacts) {
            ContactFigures &figures = byTask[m_names.name(contact.task)];
            ++figures.attempted;
            figures.connected += contact.isConnected ? 1 : 0;
            figures.successful += contact.isSuccessful ? 1 : 0;
            figures.badNumbers += m_badNumbers.contains(m_names.name(contact.last)) ? 1 : 0;
            ++figures.last[m_names.name(contact.last)];
            ++figures.best[m_names.name(contact.best)];
        }
        return byTask;
    }

private:
    bool isSuccess(int task, int result)
    {
        const auto known = m_successes.constFind({task, result});
        if (known != m_successes.cend())
            return *known;
        const bool success = m_rules.ruleOf(m_names.name(task)).codes.contains(m_names.name(result));
        m_successes.insert({task, result}, success);
        return success;
    }

    const FigureRules &m_rules;
    const QStringList m_badNumbers;
    Names m_names;
    QHash<std::pair<int, int>, bool> m_successes;
    QHash<qint64, Contact> m_contacts;
};

} // namespace

FilterSql contactSql(const Dialect &dialect, const CallFilter &filter)
{
    FilterSql conditions(dialect, filter);
    // The plus keeps the database from taking the index of contacts, which would fetch every row.
    conditions.require(u"+contact_id > 0"_s);
    return conditions;
}

QMap<QString, ContactFigures> loadContactFigures(Connection &connection, const CallFilter &filter,
                                                 const FigureRules &rules)
{
    const FilterSql conditions = contactSql(connection.dialect(), filter);
    NativeStatement &rows = connection.native(u"SELECT contact_id, task_id, task_result, time_answer > 0 FROM call%1 "
                                              "ORDER BY placed_at, id"_s.arg(conditions.where()));
    conditions.bind(rows);
    RepeatedTexts texts;
    ContactPass pass(rules);
    while (rows.next())
        pass.take(rows.number(0), texts.text(rows.utf8(1)), texts.text(rows.utf8(2)), rows.number(3) != 0);
    QMap<QString, ContactFigures> figures = pass.figures();
    const QStringList partlyKept = tasksPartlyKept(connection, filter.range, filter.taskIds);
    ContactFigures unknown;
    unknown.isWhole = false;
    for (const QString &taskId : partlyKept)
        figures[taskId] = unknown;
    return figures;
}

} // namespace callboard
