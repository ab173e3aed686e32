// SPDX-License-Identifier: GPL-3.0-or-later
#include "kept_calls_store.h"
#include "store/as_of/as_of_store.h"
#include "store/database/meta_table.h"
#include "store/read/campaign_queries.h"
#include "store/read/contact_queries.h"
#include "store/upkeep/maintenance.h"

#include <QTest>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

const FigureRules Rules;

} // namespace

/// Figures over contacts: no value where some of the calls are no longer kept, and the right one everywhere else.
class TestStoreKeptContacts : public QObject, private KeptCallsStore
{
    Q_OBJECT
private Q_SLOTS:
    void init() { fill(); }
    void cleanup() { close(); }

    void figuresOfThePastHaveNone_data()
    {
        QTest::addColumn<qint64>("from");
        QTest::addColumn<qint64>("to");
        const qint64 now = Noon + DayMs;
        QTest::newRow("everything") << qint64(0) << std::numeric_limits<qint64>::max();
        QTest::newRow("60 days") << Noon - 60 * DayMs << now;
        QTest::newRow("a quarter hour too early") << Noon - 30 * DayMs + 2 * HourMs << now;
        QTest::newRow("only the past") << Noon - 50 * DayMs << Noon - 40 * DayMs;
    }
    void figuresOfThePastHaveNone()
    {
        QFETCH(const qint64, from);
        QFETCH(const qint64, to);
        const TimeRange range{from, to};
        QVERIFY(areAllWhole(range, true));
        run();
        QVERIFY(areAllWhole(range, false));
    }

    void aLaterPeriodHasTheSame()
    {
        m_time->pass(HourMs);
        const TimeRange range{bucketStart(m_time->wall() - Keep, QuarterMs), m_time->wall()};
        m_time->pass(-HourMs);
        const QStringList before = figuresOver(range);
        run();
        QCOMPARE(callsKeptSince(*m_connection), range.from);
        QVERIFY(areAllWhole(range, true));
        QCOMPARE(figuresOver(range), before);
    }

    void aCampaignThatBeganLaterHasAll()
    {
        TestCall call = callOf(700'001, 0);
        call.set(u"task_id"_s, u"late"_s);
        m_applier->apply({arrivalOf(call.outbound(), hangupOf(call))});
        run();
        const auto contacts = countContacts(*m_connection, {}, {});
        QCOMPARE(contacts.value(u"late"_s), (ContactCount{1, 1, true}));
        QCOMPARE(contacts.value(u"1"_s), (ContactCount{0, 0, false}));
        QCOMPARE(loadCampaign(*m_connection, {}, u"late"_s, QTimeZone::utc(), Rules).contactsEver.attempted, 1);
        ContactCount sum;
        for (const ContactCount &count : contacts)
            sum += count;
        QCOMPARE(sum, (ContactCount{0, 0, false}));
    }

    void anotherFilterChangesNothingOfIt()
    {
        run();
        CallFilter filter;
        filter.answered = true;
        const TaskMatrix matrix = loadTaskMatrix(*m_connection, filter, Rules);
        QVERIFY(!matrix.rows.isEmpty());
        for (const TaskRow &row : matrix.rows)
            QVERIFY(!row.contacts.isWhole && row.contacts.attempted == 0);
    }

    void asKnownAtALaterMoment()
    {
        run();
        Connection reader(m_fixture->url(), Access::Read);
        AsOfStore known(reader, m_time->wall());
        QVERIFY(!countContacts(known.connection(), {}, {}).value(u"1"_s).isWhole);
        QVERIFY(countContacts(known.connection(), {callsKeptSince(*m_connection)}, {}).value(u"1"_s).isWhole);
        QVERIFY(!countTriedContacts(known.connection(), {}).value(u"1"_s).isWhole);
    }

    /// Who was tried at any time is known for as long as no contact went.
    void progressIsKnownWhileEveryContactIs()
    {
        const auto before = countTriedContacts(*m_connection, {});
        m_applier->keepCallsSince(bucketStart(m_time->wall() - Keep, QuarterMs)); // no slice has gone yet
        QCOMPARE(countTriedContacts(*m_connection, {}).value(u"1"_s), before.value(u"1"_s));
        run();
        QVERIFY(!countTriedContacts(*m_connection, {}).value(u"1"_s).isWhole);
    }

    void aRebuildSaysWhichAreNoLongerKept()
    {
        const qint64 all = number(u"SELECT COUNT(*) FROM call"_s);
        run();
        const qint64 kept = number(u"SELECT COUNT(*) FROM call"_s);
        const qint64 since = callsKeptSince(*m_connection);
        close();
        const RebuildReport report = rebuildStore(m_fixture->url());
        QCOMPARE(report.callsMade + report.callsLeft, kept);
        QCOMPARE(report.callsGone, all - kept);
        QCOMPARE(report.keptSince, since);
        open();
    }

    /// What stood before the boundary goes as in a slice: with its counts.
    void aRebuildInTheMiddleKeepsTheCounts()
    {
        Retention *retention = begin();
        do
            retention->work(true);
        while (retention->isRunning() && number(u"SELECT COUNT(*) FROM past_contact"_s) == 0);
        QVERIFY(number(u"SELECT COUNT(*) FROM call WHERE placed_at < %1"_s.arg(callsKeptSince(*m_connection))) > 0);
        const Totals before = loadTotals(*m_connection, {}, {});
        const qint64 contacts = number(u"SELECT COUNT(*) FROM contact"_s) + number(PastContacts);
        close();
        rebuildStore(m_fixture->url());
        QCOMPARE(verifyStore(m_fixture->url()).differences, QStringList());
        open();
        const Totals after = loadTotals(*m_connection, {}, {});
        QCOMPARE(after.calls, before.calls);
        QCOMPARE(after.outboundOnly, before.outboundOnly);
        QCOMPARE(after.both, before.both);
        QCOMPARE(number(u"SELECT COUNT(*) FROM contact"_s) + number(PastContacts), contacts);
        QCOMPARE(number(u"SELECT COUNT(*) FROM call WHERE placed_at < %1"_s.arg(callsKeptSince(*m_connection))), 0);
    }

private:
    static inline const QString PastContacts = u"SELECT COALESCE(SUM(contacts), 0) FROM past_contact"_s;

    /// Whether all figures over contacts of a period have a value, or none of them has.
    bool areAllWhole(const TimeRange &range, bool whole)
    {
        QList<bool> found;
        for (const ContactCount &count : countContacts(*m_connection, range, {}))
            found.append(count.isWhole);
        for (const TaskTotals &task : loadTotals(*m_connection, range, {}).tasks)
            found.append(task.isContactsWhole);
        for (const TaskRow &row : loadTaskMatrix(*m_connection, range, {}, Rules).rows)
            found.append(row.contacts.isWhole);
        found.append(loadCampaign(*m_connection, range, u"1"_s, QTimeZone::utc(), Rules).contacts.isWhole);
        found.append(loadRetries(*m_connection, range, {u"1"_s}).isWhole);
        return found.size() > 8 && found.count(whole) == found.size();
    }

    QStringList figuresOver(const TimeRange &range)
    {
        QStringList lines;
        for (const TaskRow &row : loadTaskMatrix(*m_connection, range, {}, Rules).rows)
            lines.append(u"%1: %2 attempts, %3 contacts, %4 connected, %5 successful"_s.arg(row.taskId)
                             .arg(row.tally.attempts)
                             .arg(row.contacts.attempted)
                             .arg(row.contacts.connected)
                             .arg(row.contacts.successful));
        const auto contacts = countContacts(*m_connection, range, {});
        for (auto it = contacts.cbegin(); it != contacts.cend(); ++it)
            lines.append(u"%1: %2 %3"_s.arg(it.key()).arg(it->attempted).arg(it->connected));
        for (const TryYield &yield : loadRetries(*m_connection, range, {}).yields)
            lines.append(u"try %1: %2 %3"_s.arg(yield.tries).arg(yield.contacts).arg(yield.firstConnected));
        return lines;
    }
};

QTEST_GUILESS_MAIN(TestStoreKeptContacts)
#include "test_store_kept_contacts.moc"
