// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/call/masking.h"
#include "store/database/schema.h"
#include "store/database/snapshot.h"
#include "store/database/store_problem_text.h"
#include "store/journal/journal_check.h"
#include "store/read/kept_calls.h"
#include "store/table/call_sql.h"
#include "store/table/recount_sql.h"
#include "store/table/rollup_table.h"
#include "store/upkeep/maintenance.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QMap>
#include <QVariant>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// The context under which the sentences of a verification are translated.
class Texts
{
    Q_DECLARE_TR_FUNCTIONS(Verify)
};

constexpr qsizetype MostSentences = 100;
constexpr int RollupCalls = 6; ///< column of rollupColumns()
constexpr int MostTries = 3; ///< of one piece

const QString ContactColumns =
    u"contact_id, attempts, connected, outcomes, last_at, last_tries, last_result, last_answered"_s;
const QString StoredContacts =
    u"SELECT id, attempts, connected, outcomes, last_at, last_tries, last_result, last_answered FROM contact"_s;

/// Reads a large store piece by piece, each of one state, the next of a later one: whoever reads one state for minutes
/// keeps the log growing, and what is compared with each other is within a piece.
class Verification
{
public:
    Verification(Connection &connection, const VerifyPieces &pieces)
        : m_connection(connection)
        , m_pieces(pieces)
    { }

    VerifyReport run()
    {
        checkIntegrity();
        checkRollups();
        checkContacts();
        checkLinks();
        const JournalFigures journal = checkJournal(m_connection, [this](const QString &sentence) { say(sentence); });
        m_report.pushes = journal.messages;
        m_report.unreadable = journal.unreadable;
        m_report.wrongFigures += journal.takenOtherwise > 0 ? 1 : 0;
        inOneState([this] { checkCounters(); });
        if (m_unsaid > 0)
            m_report.differences.append(m_unsaid == 1 ? Texts::tr("… and 1 more difference.")
                                                      : Texts::tr("… and %1 more differences.").arg(m_unsaid));
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

    /// Every row of a query is a difference, that a function says.
    template <typename Sentence>
    void sayRows(const QString &sql, Sentence sentence)
    {
        QSqlQuery &query = m_connection.prepared(sql);
        m_connection.run(query);
        while (m_connection.next(query))
            say(sentence(query));
        query.finish();
    }

    /// Rows that are stored and rows that are counted should be the same: one sentence for each that is not, whichever
    /// side it is on. `figure` is the column with the number of calls, `nameOf` says which row it is.
    template <typename Name>
    void sayBoth(const QString &stored, const QString &counted, int figure, Name nameOf)
    {
        const qsizetype before = m_report.differences.size() + m_unsaid;
        QMap<QString, QString> calls;
        QSqlQuery &query = m_connection.prepared(counted + u" EXCEPT "_s + stored);
        m_connection.run(query);
        while (m_connection.next(query))
            calls.insert(nameOf(query), query.value(figure).toString());
        query.finish();
        sayRows(stored + u" EXCEPT "_s + counted, [&](const QSqlQuery &row) {
            const QString name = nameOf(row), figureText = row.value(figure).toString();
            const QString ofCalls = calls.take(name);
            if (ofCalls.isEmpty())
                return Texts::tr("%1 counts %2, and there are no such calls.").arg(name, figureText);
            if (ofCalls == figureText)
                return Texts::tr("%1 counts %2 as its calls do, but other figures of it differ from theirs.")
                    .arg(name, ofCalls);
            return Texts::tr("%1 counts %2, and its calls are %3.").arg(name, figureText, ofCalls);
        });
        for (auto it = calls.cbegin(); it != calls.cend(); ++it)
            say(Texts::tr("%1 is missing: its calls are %2.").arg(it.key(), it.value()));
        m_report.wrongFigures += m_report.differences.size() + m_unsaid - before;
    }

    /// Reads a piece in a snapshot of its own. One that was ended because the log grew meanwhile is read again, of a
    /// later state; what it had found is forgotten.
    template <typename Piece>
    void inOneState(Piece piece, int mostTries = MostTries)
    {
        for (int tries = 1;; ++tries) {
            const VerifyReport found = m_report;
            const qint64 unsaid = m_unsaid;
            try {
                const Snapshot snapshot(m_connection);
                if (m_pieces.begun)
                    m_pieces.begun(m_connection);
                return piece();
            } catch (const ReadTooLong &) {
                if (tries == mostTries)
                    throw;
                m_report = found;
                m_unsaid = unsaid;
            }
        }
    }

    /// The whole file at once also finds pages that belong to nothing; where that takes too long, table by table.
    void checkIntegrity()
    {
        try {
            return inOneState([this] { checkPages({}); }, 1);
        } catch (const ReadTooLong &) { }
        for (const QString &table : m_connection.tables())
            inOneState([&] { checkPages(table); });
    }

    void checkPages(const QString &table)
    {
        const QString damage = m_connection.checkIntegrity(IntegrityDepth::Contents, table);
        if (!damage.isEmpty())
            say(Texts::tr("The database file is damaged: %1").arg(reportedText(damage)));
    }

    void checkCounters()
    {
        m_report.gaps = JournalGaps::noted(m_connection);
        checkCounter(u"calls"_s, Texts::tr("all calls"), RecountSql::countOfCalls());
        checkCounter(u"awaiting"_s, Texts::tr("calls that await their outcome"), RecountSql::countOfAwaiting());
        m_report.recountedSince = callsKeptSince(m_connection);
        m_report.calls = count(u"call"_s);
        m_report.rollups = count(u"rollup"_s);
        m_report.contacts = count(u"contact"_s);
    }

    /// Quarter hours between which about so many calls are.
    QList<qint64> boundsOfCalls()
    {
        NativeStatement &rows =
            m_connection.native(u"SELECT quarter, SUM(calls) FROM rollup GROUP BY quarter ORDER BY quarter"_s);
        QList<qint64> bounds;
        qint64 calls = 0;
        while (rows.next()) {
            if (calls >= m_pieces.calls) {
                bounds.append(rows.number(0));
                calls = 0;
            }
            calls += rows.number(1);
        }
        return bounds;
    }

    /// Calls `check` with a condition on `column` for each piece, in a snapshot of its own. The first and the last
    /// piece have no end.
    template <typename Check>
    void inPieces(const QList<qint64> &bounds, const QString &column, Check check)
    {
        for (qsizetype i = 0; i <= bounds.size(); ++i) {
            QStringList conditions{u"TRUE"_s};
            if (i > 0)
                conditions.append(u"%1 >= %2"_s.arg(column).arg(bounds[i - 1]));
            if (i < bounds.size())
                conditions.append(u"%1 < %2"_s.arg(column).arg(bounds[i]));
            inOneState([&] { check(conditions.join(u" AND "_s)); });
        }
    }

    void checkRollups()
    {
        inPieces(boundsOfCalls(), u"quarter"_s, [this](const QString &piece) {
            const QString stored =
                u"SELECT %1 FROM rollup WHERE NOT (calls = 0 AND seized = 0 AND talk_ms = 0) AND quarter >= %2 AND %3"_s
                    .arg(rollupColumns(), RecountSql::keptSince(), piece);
            QString ofCalls = piece; // a quarter hour begins at a bound, so that its calls are on the same side
            ofCalls.replace(u"quarter"_s, u"placed_at"_s);
            const QString counted = u"SELECT %1 FROM (%2) AS r WHERE quarter >= %3"_s.arg(
                rollupColumns(), RecountSql::rollups(ofCalls), RecountSql::keptSince());
            sayBoth(stored, counted, RollupCalls, countsOf);
        });
    }

    /// Which row of the counts by quarter hour.
    static QString countsOf(const QSqlQuery &row)
    {
        const QString quarter = QDateTime::fromMSecsSinceEpoch(row.value(0).toLongLong()).toString(Qt::ISODate);
        QStringList kinds{row.value(4).toBool() ? Texts::tr("outbound") : Texts::tr("inbound")};
        kinds += row.value(5).toBool() ? Texts::tr("answered") : Texts::tr("not answered");
        if (row.value(3).toBool())
            kinds += Texts::tr("basic message only");
        return Texts::tr("The count of the quarter hour from %1, campaign \"%2\", result \"%3\" (%4)")
            .arg(quarter, maskId(row.value(1).toString()), maskId(row.value(2).toString()),
                 kinds.join(Texts::tr(", ")));
    }

    QList<qint64> boundsOfContacts()
    {
        QList<qint64> bounds;
        const qint64 last = m_connection.value(u"SELECT COALESCE(MAX(id), 0) FROM contact"_s).toLongLong();
        for (qint64 id = m_pieces.contacts; id < last; id += m_pieces.contacts)
            bounds.append(id);
        return bounds;
    }

    void checkContacts()
    {
        inPieces(boundsOfContacts(), u"contact_id"_s, [this](const QString &piece) {
            QString ofContacts = piece;
            ofContacts.replace(u"contact_id"_s, u"id"_s);
            const QString counted =
                u"SELECT %1 FROM (%2) AS r"_s.arg(ContactColumns, RecountSql::contacts(m_connection.dialect(), piece));
            sayBoth(StoredContacts + u" WHERE "_s + ofContacts, counted, 1,
                    [](const QSqlQuery &row) { return Texts::tr("Contact %1").arg(row.value(0).toString()); });
        });
    }

    /// Between calls and contacts.
    void checkLinks()
    {
        const auto ofCall = [](const QString &text) {
            return [text](const QSqlQuery &row) { return text.arg(row.value(0).toString()); };
        };
        inOneState([&] {
            sayRows(u"SELECT call_uuid FROM call WHERE %1 AND task_id <> '' AND contact_id = 0 AND "
                    "(task_data_id <> '' OR callee <> '')"_s.arg(CallSql::hasOutbound()),
                    ofCall(Texts::tr("Call %1 has no contact.")));
        });
        inPieces(boundsOfContacts(), u"contact_id"_s, [&](const QString &piece) {
            sayRows(u"SELECT call_uuid FROM call JOIN contact ON contact.id = call.contact_id WHERE contact.task_id <> "
                    "call.task_id AND %1"_s.arg(piece),
                    ofCall(Texts::tr("Call %1 stands under a contact of another campaign.")));
        });
    }

    void checkCounter(const QString &name, const QString &words, const QString &recount)
    {
        const qint64 stored = m_connection.value(u"SELECT value FROM meta WHERE key = '%1'"_s.arg(name)).toLongLong();
        const qint64 counted = m_connection.value(recount).toLongLong();
        if (stored == counted)
            return;
        m_report.wrongFigures += 1;
        say(Texts::tr("The counter of %1 is %2, and the calls give %3.")
                .arg(words, QString::number(stored), QString::number(counted)));
    }

    Connection &m_connection;
    const VerifyPieces m_pieces;
    VerifyReport m_report;
    qint64 m_unsaid = 0;
};

} // namespace

VerifyReport verifyStore(const StoreUrl &url, const VerifyPieces &pieces)
{
    Connection connection(url, Access::Read);
    requireCurrentSchema(connection);
    return Verification(connection, pieces).run();
}

} // namespace callboard
