// SPDX-License-Identifier: GPL-3.0-or-later
#include "kept_calls_store.h"
#include "store/as_of/as_of_store.h"
#include "store/journal/journal.h"
#include "store/read/contact_queries.h"
#include "store/upkeep/maintenance.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

const QString Number = u"13912345678"_s;

/// A call of 45 days before, whose messages come with those of 20 days before.
TestCall lateCall(int number)
{
    TestCall call = callOf(number, 45);
    call.set(u"callee"_s, Number);
    call.set(u"task_row_value"_s, QJsonArray{u"Zhang San"_s, Number});
    return call;
}

QByteArray dialogueOf(const QString &uuid, const QString &said)
{
    const QJsonObject turn{{u"text_man"_s, said}};
    return QJsonDocument(QJsonObject{{u"call_uuid"_s, uuid}, {u"dialog"_s, QJsonArray{turn}}}).toJson();
}

} // namespace

/// Raw messages that arrived late do not outlive their calls.
class TestStoreLateMessages : public QObject, private KeptCallsStore
{
    Q_OBJECT
private Q_SLOTS:
    void init() { fill(); }
    void cleanup() { close(); }

    void theyGoWithTheirCalls()
    {
        storeLate();
        QCOMPARE(messagesWith(Number), 5);
        run();
        QCOMPARE(messagesWith(Number), 0);
        QCOMPARE(messagesWith(u"Zhang"_s), 0);
        QCOMPARE(verifyStore(m_fixture->url()).differences, QStringList());
        const QString detail = m_connection->value(u"SELECT detail FROM audit"_s).toString();
        QVERIFY2(detail.contains(u"\"late_messages\":5,"_s), qPrintable(detail));
    }

    void theOthersOfTheirSegmentsStay()
    {
        storeLate();
        const QStringList before = bodies();
        run();
        const QStringList after = bodies();
        int same = 0;
        for (const QString &body : after)
            same += before.contains(body) ? 1 : 0;
        QCOMPARE(same, after.size() - 5);
        QCOMPARE(number(u"SELECT COUNT(*) FROM push WHERE checksum = 0"_s), 0);
    }

    void aRebuildMakesTheSameAndNoneOfThem()
    {
        storeLate();
        run();
        const qint64 calls = number(u"SELECT COUNT(*) FROM call"_s);
        const qint64 counted = loadTotals(*m_connection, {}, {}).calls;
        close();
        const RebuildReport report = rebuildStore(m_fixture->url());
        QCOMPARE(report.unreadable, 0);
        QVERIFY(report.isWhole());
        QCOMPARE(verifyStore(m_fixture->url()).differences, QStringList());
        open();
        QCOMPARE(number(u"SELECT COUNT(*) FROM call"_s), calls);
        QCOMPARE(loadTotals(*m_connection, {}, {}).calls, counted);
    }

    void whatWasKnownThenHasNoneOfThem()
    {
        storeLate();
        run();
        const Totals now = loadTotals(*m_connection, {}, {});
        Connection reader(m_fixture->url(), Access::Read);
        AsOfStore known(reader, m_time->wall());
        const Totals then = loadTotals(known.connection(), {}, {});
        QCOMPARE(then.calls, now.calls);
        QCOMPARE(then.both, now.both);
        QCOMPARE(then.accepted, now.accepted);
    }

    /// A kill after any slice: nothing differs, and the next run finds what is left.
    void anEndInTheMiddleIsGoneOnWith()
    {
        storeLate();
        const qint64 counted = loadTotals(*m_connection, {}, {}).calls;
        Retention *retention = begin();
        for (int slices = 1; slices < 12; ++slices) {
            for (int i = 0; i < slices && (i == 0 || retention->isRunning()); ++i)
                retention->work(true);
            close();
            QCOMPARE(verifyStore(m_fixture->url()).differences, QStringList());
            open();
            retention = begin();
        }
        run();
        QCOMPARE(messagesWith(Number), 0);
        QCOMPARE(loadTotals(*m_connection, {}, {}).calls, counted);
    }

    /// One that came twice, long apart: the call names only the second.
    void anEarlierCopyGoesToo()
    {
        const TestCall call = lateCall(800'000);
        m_applier->apply({arrivalOf(call.outbound(), Noon - 25 * DayMs)});
        for (int i = 1; i < 40; ++i)
            m_applier->apply({arrivalOf(callOf(810'000 + i, 24).outbound(), Noon - 24 * DayMs + i)});
        m_applier->apply({arrivalOf(call.outbound(), Noon - 20 * DayMs)});
        pushNow(1);
        QCOMPARE(messagesWith(Number), 2);
        run();
        QCOMPARE(messagesWith(Number), 0);
    }

    /// What was said in a call is no message that the call names.
    void dialoguesGoToo()
    {
        storeLate();
        const QString uuid = lateCall(830'000).uuid();
        const QByteArray dialogue = dialogueOf(uuid, u"call "_s + Number);
        const QByteArray other = dialogueOf(u"other"_s, u"hello"_s);
        m_applier->apply(
            {arrivalOf(dialogue, Noon - 20 * DayMs + HourMs), arrivalOf(other, Noon - 20 * DayMs + HourMs)});
        pushNow(2);
        QCOMPARE(messagesWith(Number), 6);
        run();
        QCOMPARE(messagesWith(Number), 0);
        QCOMPARE(messagesWith(u"hello"_s), 1);
        QCOMPARE(verifyStore(m_fixture->url()).differences, QStringList());
    }

    void aDamagedSegmentStaysAsItIs()
    {
        storeLate();
        m_connection->execute(u"UPDATE push SET segment = x'00' WHERE first_push = %1"_s.arg(m_late));
        run();
        QCOMPARE(number(u"SELECT COUNT(*) FROM push WHERE segment = x'00'"_s), 1);
        QCOMPARE(number(u"SELECT COUNT(*) FROM call WHERE placed_at < %1"_s.arg(callsKeptSince(*m_connection))), 0);
    }

    void withoutLateOnesNoSegmentIsWritten()
    {
        begin();
        m_connection->execute(u"CREATE TEMP TABLE written (n)"_s);
        m_connection->execute(
            u"CREATE TEMP TRIGGER writes AFTER UPDATE ON push BEGIN INSERT INTO written VALUES (1); END"_s);
        m_time->pass(HourMs);
        settle();
        QCOMPARE(number(u"SELECT COUNT(*) FROM written"_s), 0);
    }

private:
    /// Two calls with both messages and one with its last only, among messages of 20 days before.
    void storeLate()
    {
        QList<Arrival> batch;
        const qint64 at = Noon - 20 * DayMs;
        m_late = m_applier->pushes() + 1;
        for (int i = 0; i < 20; ++i)
            batch.append(arrivalOf(callOf(820'000 + i, 20).outbound(), at + i));
        for (int i = 0; i < 2; ++i) {
            batch.append(arrivalOf(lateCall(830'000 + i).basic(), at + 100));
            batch.append(arrivalOf(lateCall(830'000 + i).outbound(), at + 200));
        }
        batch.append(arrivalOf(lateCall(840'000).outbound(), at + 300));
        m_applier->apply(batch);
        pushNow(1);
    }

    QStringList bodies()
    {
        QStringList found;
        for (qint64 from = 0;;) {
            const auto segment = Journal::segmentFrom(*m_connection, from);
            if (!segment)
                return found;
            for (const JournalEntry &entry : Journal::open(*segment))
                found.append(QString::fromUtf8(entry.body));
            from = segment->firstPush + 1;
        }
    }
    qsizetype messagesWith(const QString &text) { return bodies().filter(text).size(); }

    qint64 m_late = 0; ///< the first message of storeLate()
};

QTEST_GUILESS_MAIN(TestStoreLateMessages)
#include "test_store_late_messages.moc"
