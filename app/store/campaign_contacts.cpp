// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/campaign_parts.h"

#include <QHash>
#include <QVariant>

#include <vector>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

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
    Names m_names;
    QHash<std::pair<int, int>, bool> m_successes;
    QHash<qint64, Contact> m_contacts;
};

} // namespace

FilterSql contactSql(const CallFilter &filter)
{
    FilterSql conditions(filter);
    // The plus keeps the database from taking the index of contacts, which would fetch every row.
    conditions.require(u"+contact_id > 0"_s);
    return conditions;
}

QMap<QString, ContactFigures> loadContactFigures(Connection &connection, const CallFilter &filter,
                                                 const FigureRules &rules)
{
    const FilterSql conditions = contactSql(filter);
    QSqlQuery &query = connection.prepared(u"SELECT contact_id, task_id, task_result, time_answer > 0 FROM call%1 "
                                           "ORDER BY placed_at, id"_s.arg(conditions.where()));
    conditions.bind(query);
    connection.run(query);
    ContactPass pass(rules);
    while (connection.next(query))
        pass.take(query.value(0).toLongLong(), query.value(1).toString(), query.value(2).toString(),
                  query.value(3).toBool());
    query.finish();
    return pass.figures();
}

} // namespace callboard
