// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/dialect.h"
#include "store/journal_check.h"
#include "store/kept_calls.h"
#include "store/maintenance.h"
#include "store/recount_sql.h"
#include "store/rollup_table.h"
#include "store/schema.h"
#include "store/snapshot.h"

#include <QVariant>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostSentences = 100;

const QString ContactColumns =
    u"contact_id, attempts, connected, outcomes, last_at, last_tries, last_result, last_answered"_s;
const QString StoredContacts =
    u"SELECT id, attempts, connected, outcomes, last_at, last_tries, last_result, last_answered FROM contact"_s;

class Verification
{
public:
    explicit Verification(Connection &connection)
        : m_connection(connection)
    { }

    VerifyReport run()
    {
        checkIntegrity();
        checkRollups();
        checkContacts();
        m_report.pushes = checkJournal(m_connection, [this](const QString &sentence) { say(sentence); });
        m_report.gaps = JournalGaps::noted(m_connection);
        checkCounter(u"calls"_s, RecountSql::countOfCalls());
        checkCounter(u"awaiting"_s, RecountSql::countOfAwaiting());
        m_report.recountedSince = callsKeptSince(m_connection);
        m_report.calls = count(u"call"_s);
        m_report.rollups = count(u"rollup"_s);
        m_report.contacts = count(u"contact"_s);
        if (m_unsaid > 0)
            m_report.differences.append(u"… and %1 more differences."_s.arg(m_unsaid));
        return m_report;
    }

private:
    qint64 count(const QString &table) { return m_connection.value(u"SELECT COUNT(*) FROM "_s + table).toLongLong(); }

    void say(const QString &sentence)
    {
        if (m_report.differences.size() < MostSentences)
            m_report.differences.append(sentence);
        else
            m_unsaid += 1;
    }

    /// Every row of a query is a difference: its columns fill the sentence.
    void sayRows(const QString &sql, const QString &sentence, int columns)
    {
        QSqlQuery &query = m_connection.prepared(sql);
        m_connection.run(query);
        while (m_connection.next(query)) {
            QString text = sentence;
            for (int i = 0; i < columns; ++i)
                text = text.arg(query.value(i).toString());
            say(text);
        }
        query.finish();
    }

    void checkIntegrity()
    {
        const QString answer = m_connection.value(Dialect::integrityStatement()).toString();
        if (answer != "ok"_L1)
            say(u"The database file is damaged: %1"_s.arg(answer));
    }

    void checkRollups()
    {
        const QString stored =
            u"SELECT %1 FROM rollup WHERE NOT (calls = 0 AND seized = 0 AND talk_ms = 0) AND quarter >= %2"_s.arg(
                rollupColumns(), RecountSql::keptSince());
        const QString counted = u"SELECT %1 FROM (%2) AS r WHERE quarter >= %3"_s.arg(
            rollupColumns(), RecountSql::rollups(), RecountSql::keptSince());
        const QString sentence =
            u"Rollup of quarter hour %1, task \"%2\", result \"%3\", basic only %4, outbound %5, answered %6: "_s;
        sayRows(counted + u" EXCEPT "_s + stored,
                sentence + u"the calls give %7 calls, the rollup differs or is missing."_s, 7);
        sayRows(stored + u" EXCEPT "_s + counted, sentence + u"it says %7 calls, the calls differ."_s, 7);
    }

    void checkContacts()
    {
        const QString counted = u"SELECT %1 FROM (%2) AS r"_s.arg(ContactColumns, RecountSql::contacts());
        const QString sentence = u"Contact %1: "_s;
        sayRows(counted + u" EXCEPT "_s + StoredContacts,
                sentence + u"its calls give %2 attempts, the contact differs or is missing."_s, 2);
        sayRows(StoredContacts + u" EXCEPT "_s + counted, sentence + u"it says %2 attempts, its calls differ."_s, 2);
        sayRows(u"SELECT call_uuid FROM call WHERE parts >= 2 AND task_id <> '' AND contact_id = 0 AND "
                "(task_data_id <> '' OR callee <> '')"_s,
                u"Call %1 has no contact."_s, 1);
        sayRows(
            u"SELECT call_uuid FROM call JOIN contact ON contact.id = call.contact_id WHERE contact.task_id <> call.task_id"_s,
            u"Call %1 stands under a contact of another task."_s, 1);
    }

    void checkCounter(const QString &name, const QString &recount)
    {
        const qint64 stored = m_connection.value(u"SELECT value FROM meta WHERE key = '%1'"_s.arg(name)).toLongLong();
        const qint64 counted = m_connection.value(recount).toLongLong();
        if (stored != counted)
            say(u"The counter \"%1\" says %2, the calls give %3."_s.arg(name).arg(stored).arg(counted));
    }

    Connection &m_connection;
    VerifyReport m_report;
    qint64 m_unsaid = 0;
};

} // namespace

VerifyReport verifyStore(const StoreUrl &url)
{
    Connection connection(url, Access::Read);
    requireCurrentSchema(connection);
    const Snapshot snapshot(connection);
    return Verification(connection).run();
}

} // namespace callboard
