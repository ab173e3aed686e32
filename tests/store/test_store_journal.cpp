// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database/schema.h"
#include "store/journal/journal.h"
#include "store/journal/journal_survey.h"
#include "store/read/delivery_queries.h"
#include "store_fixture.h"

#include <QTest>
#include <QVariant>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

QList<JournalEntry> entries(int from, int count)
{
    QList<JournalEntry> list;
    for (int i = 0; i < count; ++i)
        list.append({Noon + from + i, u"10.0.0.%1"_s.arg(i % 200), QByteArray("body ") + QByteArray::number(from + i)});
    return list;
}

} // namespace

class TestStoreJournal : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void packingIsReversible()
    {
        QList<JournalEntry> list = entries(1, 50);
        list.append({0, QString(), QByteArray()});
        list.append({1, u"::1"_s, QByteArray("\0\xff\xfe", 3)});
        const QList<JournalEntry> read = Journal::unpack(Journal::pack(list));
        QCOMPARE(read.size(), list.size());
        for (qsizetype i = 0; i < list.size(); ++i)
            QCOMPARE(read.at(i).body, list.at(i).body);
        QCOMPARE(read.last().remote, u"::1"_s);
    }

    void damageIsFound()
    {
        QByteArray packed = Journal::pack(entries(1, 50));
        QVERIFY_THROWS_EXCEPTION(StoreError, Journal::unpack(packed.first(packed.size() / 2)));
        QVERIFY_THROWS_EXCEPTION(StoreError, Journal::unpack("nonsense"));
        QVERIFY_THROWS_EXCEPTION(StoreError, Journal::unpack({}));
    }

    void messagesAreFoundByNumberAlsoAfterJoining()
    {
        const StoreFixture fixture;
        Connection connection(fixture.url(), Access::Write);
        migrateSchema(connection);
        int number = 1;
        for (const int size : {1, 1, 3, 100, 2, 1, 1, 60, 60, 60}) {
            Journal::append(connection, number, entries(number, size));
            number += size;
        }
        const auto check = [&] {
            for (int i = 1; i < number; ++i) {
                const auto entry = Journal::find(connection, i);
                if (!entry || entry->body != QByteArray("body ") + QByteArray::number(i))
                    return i;
            }
            return 0;
        };
        QCOMPARE(check(), 0);
        qint64 from = 0;
        for (int step = 0; step < 20; ++step)
            from = Journal::compact(connection, from);
        QCOMPARE(from, number);
        QCOMPARE(connection.value(u"SELECT COUNT(*) FROM push"_s).toInt(), 3); // 1+1+3, 100, the rest
        QCOMPARE(check(), 0);
        QVERIFY(!Journal::find(connection, number));
        QVERIFY(!Journal::find(connection, 0));
    }

    /// What is removed because of its age goes by segments: none may keep a message much longer than another.
    void noSegmentSpansMoreThanADay()
    {
        const StoreFixture fixture;
        Connection connection(fixture.url(), Access::Write);
        migrateSchema(connection);
        constexpr qint64 HourMs = 3'600'000;
        QList<JournalEntry> month = entries(1, 5'000);
        for (qsizetype i = 0; i < month.size(); ++i)
            month[i].arrivedAt = i * HourMs / 7;
        Journal::append(connection, 1, month);
        qint64 number = month.size() + 1;
        for (int day = 0; day < 60; ++day, ++number) { // a quiet receiver
            QList<JournalEntry> one = entries(static_cast<int>(number), 1);
            one[0].arrivedAt = month.last().arrivedAt + day * 9 * HourMs;
            Journal::append(connection, number, one);
        }
        for (qint64 from = 0, step = 0; step < 100; ++step)
            from = Journal::compact(connection, from);
        QCOMPARE(connection.value(u"SELECT MAX(last_arrival - first_arrival) <= 86400000 FROM push"_s).toInt(), 1);
        QVERIFY(connection.value(u"SELECT MAX(count) FROM push"_s).toInt() <= 1'024);
        QCOMPARE(connection.value(u"SELECT SUM(count) FROM push"_s).toLongLong(), number - 1);
        QVERIFY(connection.value(u"SELECT COUNT(*) FROM push"_s).toInt() < 30 + 30); // the quiet ones in threes
        for (qint64 i = 1; i < number; i += 53)
            QCOMPARE(Journal::find(connection, i)->body, QByteArray("body ") + QByteArray::number(i));
    }

    /// A damaged segment neither stops the joining of the others nor is lost, and only its own messages can't be had.
    void damagedSegmentsStayAndStopNothing()
    {
        const StoreFixture fixture;
        Connection connection(fixture.url(), Access::Write);
        migrateSchema(connection);
        for (int number = 1; number <= 60; number += 6)
            Journal::append(connection, number, entries(number, 6));
        connection.execute(u"UPDATE push SET segment = 'x' || segment WHERE first_push = 25"_s);
        const QVariant before = connection.value(u"SELECT segment FROM push WHERE first_push = 25"_s);
        qint64 from = 0;
        for (int step = 0; step < 6; ++step)
            from = Journal::compact(connection, from);
        QCOMPARE(from, 61);
        QCOMPARE(connection.value(u"SELECT COUNT(*) FROM push"_s).toInt(), 3);
        QCOMPARE(connection.value(u"SELECT segment FROM push WHERE first_push = 25"_s), before);
        QCOMPARE(Journal::find(connection, 24)->body, QByteArray("body 24"));
        QCOMPARE(Journal::find(connection, 31)->body, QByteArray("body 31"));
        QVERIFY_THROWS_EXCEPTION(DamagedSegment, Journal::find(connection, 27));
        QCOMPARE(loadLatestMessages(connection, 50).size(), 50);
    }

    /// Segments are joined, and messages come, while the journal is read in pieces: each message is read once.
    void aSurveyBesideAWriterReadsEachMessageOnce()
    {
        constexpr int Messages = 1'500;
        const StoreFixture fixture;
        Connection writer(fixture.url(), Access::Write);
        migrateSchema(writer);
        auto append = [&writer, number = qint64(0)]() mutable {
            ++number;
            Journal::append(writer, number, entries(static_cast<int>(number), 1));
            writer.execute(u"INSERT INTO meta (key, value) VALUES ('pushes', %1) ON CONFLICT (key) DO UPDATE SET value "
                           "= excluded.value"_s.arg(number));
        };
        for (int i = 0; i < Messages; ++i)
            append();
        Connection reader(fixture.url(), Access::Read);
        qint64 next = 1;
        const JournalSurvey survey(reader, [&](qint64 number, const QList<JournalEntry> &read) {
            QCOMPARE(number, next);
            next += read.size();
            if (next % 16 == 0)
                Journal::compact(writer, next - 10); // also what the next piece would begin with
            if (next < Messages && next % 100 == 0)
                append();
        });
        QVERIFY(writer.value(u"SELECT MAX(count) FROM push"_s).toInt() > 1);
        QVERIFY(next > Messages);
        QCOMPARE(survey.messages(), next - 1);
        QCOMPARE(survey.holes().size(), 0);
        QCOMPARE(survey.damage(), QStringList());
    }

    void oldSegmentsAreDropped()
    {
        const StoreFixture fixture;
        Connection connection(fixture.url(), Access::Write);
        migrateSchema(connection);
        Journal::append(connection, 1, entries(1, 10));
        Journal::append(connection, 11, entries(11, 10));
        QCOMPARE(Journal::dropOlderThan(connection, Noon + 15), 10);
        QVERIFY(!Journal::find(connection, 5));
        QVERIFY(Journal::find(connection, 15));
    }
};

QTEST_GUILESS_MAIN(TestStoreJournal)
#include "test_store_journal.moc"
