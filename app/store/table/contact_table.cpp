// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/table/contact_table.h"

#include "record/call/result_codes.h"
#include "store/table/recount_sql.h"

#include <QVariant>

#include <tuple>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

bool countsTheSame(const CallRecord &a, const CallRecord &b, const QString &keyOfB)
{
    if (a.placedAt() != b.placedAt())
        return false;
    return a.fields == b.fields
        || (a.fields.taskId == b.fields.taskId && contactKey(a) == keyOfB && a.isAnswered() == b.isAnswered()
            && a.fields.taskResult == b.fields.taskResult && a.fields.taskTries == b.fields.taskTries);
}

/// One list of assignments: the latest call is the one with the greatest (at, tries, result, answered).
QString upsertText()
{
    const QString newer = u"(excluded.last_at, excluded.last_tries, excluded.last_result, excluded.last_answered) > "
                          "(contact.last_at, contact.last_tries, contact.last_result, contact.last_answered)"_s;
    QString last;
    for (const QLatin1StringView column : {"last_at"_L1, "last_tries"_L1, "last_result"_L1, "last_answered"_L1})
        last += u", %1 = CASE WHEN %2 THEN excluded.%1 ELSE contact.%1 END"_s.arg(column, newer);
    return u"INSERT INTO contact (task_id, contact_key, attempts, connected, outcomes, last_at, last_tries, "
           u"last_result, "
           "last_answered) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (task_id, contact_key) DO UPDATE SET "
           "attempts = contact.attempts + excluded.attempts, connected = contact.connected + excluded.connected, "
           "outcomes = contact.outcomes | excluded.outcomes"_s
        + last + u" RETURNING id"_s;
}

} // namespace

void ContactTable::note(const CallRecord *before, const CallRecord &after, const QString &key)
{
    const bool countedBefore = before && before->contactId != 0;
    if (!countedBefore) {
        if (!key.isEmpty())
            add(m_additions[{after.fields.taskId, key}], after);
        return;
    }
    if (countsTheSame(*before, after, key))
        return;
    m_changed.insert(before->contactId);
    if (!key.isEmpty() && (before->fields.taskId != after.fields.taskId || contactKey(*before) != key)) {
        m_additions[{after.fields.taskId, key}]; // an empty addition makes sure that the row exists
        m_changedKeys.insert({after.fields.taskId, key});
    }
}

void ContactTable::add(Addition &to, const CallRecord &call)
{
    const CallFields &f = call.fields;
    const qint64 answered = call.isAnswered() ? 1 : 0;
    to.attempts += 1;
    to.connected += answered;
    to.outcomes |= outcomeMask(f.taskResult);
    if (std::tuple(call.placedAt(), f.taskTries, f.taskResult, answered)
        > std::tuple(to.lastAt, to.lastTries, to.lastResult, to.lastAnswered)) {
        to.lastAt = call.placedAt();
        to.lastTries = f.taskTries;
        to.lastResult = f.taskResult;
        to.lastAnswered = answered;
    }
}

void ContactTable::writeAdditions()
{
    for (auto it = m_additions.begin(); it != m_additions.end(); ++it)
        write(it.key(), it.value());
}

void ContactTable::write(const Key &key, Addition &addition)
{
    static const QString text = upsertText();
    NativeStatement &statement = m_connection.native(text);
    statement.bind(key.first).bind(key.second);
    for (const qint64 number :
         {addition.attempts, addition.connected, addition.outcomes, addition.lastAt, addition.lastTries})
        statement.bind(number);
    addition.id = statement.bind(addition.lastResult).bind(addition.lastAnswered).run().value_or(0);
    if (m_changedKeys.contains(key))
        m_changed.insert(addition.id);
}

qint64 ContactTable::contactIdOf(const CallRecord &call, const QString &key) const
{
    if (key.isEmpty())
        return 0;
    const auto found = m_additions.constFind({call.fields.taskId, key});
    return found != m_additions.cend() ? found->id : call.contactId;
}

void ContactTable::recountChanged()
{
    for (const qint64 id : std::as_const(m_changed)) {
        QSqlQuery &recount = m_connection.prepared(RecountSql::recountContact(m_connection.dialect()));
        recount.bindValue(0, id);
        m_connection.run(recount);
        QSqlQuery &drop = m_connection.prepared(u"DELETE FROM contact WHERE id = ? AND attempts = 0"_s);
        drop.bindValue(0, id);
        m_connection.run(drop);
    }
}

} // namespace callboard
