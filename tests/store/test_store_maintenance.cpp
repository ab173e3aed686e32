// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database/connection.h"
#include "store/database/integrity_check.h"
#include "store/read/queries.h"
#include "store/sqlite/copies/store_copies.h"
#include "store/upkeep/maintenance.h"
#include "store/write/store_writer.h"
#include "store_fixture.h"

#include <QFile>
#include <QRegularExpression>
#include <QSemaphore>
#include <QTest>
#include <QtEndian>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

void fill(const StoreFixture &fixture, int calls = 400)
{
    BulkLoader loader(fixture.url());
    for (const TestCall &call : someCalls(calls, 3)) {
        loader.add(Noon + 5 * HourMs, call.basic());
        loader.add(Noon + 5 * HourMs + 900, call.outbound());
        if (call.uuid().endsWith(u'3'))
            loader.add(Noon + 6 * HourMs, call.outbound());
    }
    loader.finish();
}

void damage(const StoreFixture &fixture, const QString &sql)
{
    Connection connection(fixture.url(), Access::Write);
    connection.execute(sql);
}

QStringList dump(const StoreFixture &fixture)
{
    Connection connection(fixture.url(), Access::Read);
    QStringList lines;
    for (const CallRecord &call : loadCallPage(connection, {}, {}, 100'000)) {
        lines.append(u"%1 %2 %3 %4 %5 %6"_s.arg(call.fields.callUuid, call.fields.taskResult)
                         .arg(call.parts.stored())
                         .arg(call.firstArrival)
                         .arg(call.basicPush)
                         .arg(call.outboundPush));
    }
    lines.sort();
    const Totals totals = loadTotals(connection, {}, {});
    lines.append(u"%1 %2 %3 %4"_s.arg(totals.calls).arg(totals.accepted).arg(totals.repeated).arg(totals.answered));
    for (const TaskTotals &task : totals.tasks)
        lines.append(u"%1 %2 %3"_s.arg(task.taskId).arg(task.contacts).arg(task.talkMs));
    return lines;
}

/// One bit of the last entry in a leaf of the index (the format of SQLite's files, section 1.6).
void flipBitInIndex(const StoreFixture &fixture, const QString &index)
{
    qint64 page = 0, bytes = 0;
    {
        Connection connection(fixture.url(), Access::Write);
        page = connection.value(u"SELECT MAX(pageno) FROM dbstat WHERE pagetype = 'leaf' AND name = '%1'"_s.arg(index))
                   .toLongLong();
        bytes = connection.value(u"PRAGMA page_size"_s).toLongLong();
    }
    QVERIFY(page > 0);
    QFile file(fixture.path(u"calls.db"_s));
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek((page - 1) * bytes));
    const QByteArray leaf = file.read(bytes);
    const qsizetype cell = qFromBigEndian<quint16>(leaf.constData() + 8);
    const auto payload = static_cast<quint8>(leaf.at(cell));
    QVERIFY(payload > 8 && payload < 128); // its size is one byte
    const qsizetype letter = cell + payload - 3; // inside of the entry, before the number of its row
    QVERIFY(file.seek((page - 1) * bytes + letter) && file.putChar(static_cast<char>(leaf.at(letter) ^ 1)));
}

} // namespace

class TestStoreMaintenance : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// What is read in pieces is judged as what is read at once, wherever the pieces begin.
    void piecesFindTheSame()
    {
        const StoreFixture fixture;
        fill(fixture);
        QCOMPARE(verifyStore(fixture.url(), {1, 1}).differences, QStringList());
        damage(fixture, u"UPDATE rollup SET calls = calls + 1 WHERE quarter / 900000 % 17 = 3"_s);
        damage(fixture, u"DELETE FROM rollup WHERE quarter / 900000 % 40 = 5"_s);
        damage(fixture, u"UPDATE rollup SET quarter = quarter - 9000000000 WHERE quarter / 900000 % 40 = 6"_s);
        damage(fixture, u"UPDATE contact SET attempts = attempts + 1 WHERE id % 23 = 7"_s);
        damage(fixture, u"DELETE FROM contact WHERE id % 90 = 11"_s);
        const auto found = [&fixture](const VerifyPieces &pieces) {
            QStringList differences = verifyStore(fixture.url(), pieces).differences;
            differences.sort();
            return differences;
        };
        const QStringList atOnce = found({});
        QVERIFY2(atOnce.size() > 20 && atOnce.size() < 100, qPrintable(QString::number(atOnce.size())));
        for (const VerifyPieces &pieces : {VerifyPieces{1, 1}, VerifyPieces{50, 7}, VerifyPieces{1'000'000, 3}})
            QCOMPARE(found(pieces), atOnce);
    }

    void damagedIndexesAreFound_data()
    {
        QTest::addColumn<QString>("index");
        for (const QString &index : {u"sqlite_autoindex_call_1"_s, u"call_list"_s})
            QTest::newRow(qPrintable(index)) << index;
    }

    /// One bit in an index: no row and no figure is wrong, but a call would not be found again, and be stored twice.
    void damagedIndexesAreFound()
    {
        QFETCH(const QString, index);
        const StoreFixture fixture;
        fill(fixture);
        flipBitInIndex(fixture, index);
        const QStringList differences = verifyStore(fixture.url()).differences;
        QVERIFY(!differences.isEmpty());
        QVERIFY2(differences.constFirst().contains(u"damaged"_s), qPrintable(differences.constFirst()));
        QSemaphore answered;
        StoreProblem found;
        const IntegrityCheck check(fixture.url(), [&](const StoreProblem &fault) {
            found = fault;
            answered.release();
        });
        QVERIFY(answered.tryAcquire(1, 60'000));
        QVERIFY(!found.isNone());
    }

    void soundStoreIsClean()
    {
        const StoreFixture fixture;
        fill(fixture);
        const VerifyReport report = verifyStore(fixture.url());
        QCOMPARE(report.differences, QStringList());
        QCOMPARE(report.calls, 400);
        QCOMPARE(report.pushes, 840);
    }

    void verifyFindsEveryKindOfDamage_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("rollup count") << u"UPDATE rollup SET calls = calls + 1 WHERE task_id = '1'"_s;
        QTest::newRow("rollup talk") << u"UPDATE rollup SET talk_ms = talk_ms + 1 WHERE answered = 1"_s;
        QTest::newRow("rollup missing") << u"DELETE FROM rollup WHERE task_id = '2'"_s;
        QTest::newRow("rollup extra") << u"UPDATE rollup SET task_id = 'x' WHERE task_id = '3'"_s;
        QTest::newRow("contact attempts") << u"UPDATE contact SET attempts = attempts + 1 WHERE id = 5"_s;
        QTest::newRow("contact outcomes") << u"UPDATE contact SET outcomes = 0 WHERE id = 6"_s;
        QTest::newRow("contact last") << u"UPDATE contact SET last_result = 'x' WHERE id = 6"_s;
        QTest::newRow("contact missing") << u"DELETE FROM contact WHERE id = 7"_s;
        QTest::newRow("call lost") << u"DELETE FROM call WHERE id = 9"_s;
        QTest::newRow("call changed") << u"UPDATE call SET time_answer = 0 WHERE time_answer > 0"_s;
        QTest::newRow("call without contact") << u"UPDATE call SET contact_id = 0 WHERE id = 11"_s;
        QTest::newRow("awaiting counter") << u"UPDATE meta SET value = value + 1 WHERE key = 'awaiting'"_s;
        QTest::newRow("journal shortened") << u"UPDATE push SET count = count - 1"_s;
        QTest::newRow("journal end lost") << u"UPDATE meta SET value = value + 3 WHERE key = 'pushes'"_s;
    }

    void verifyFindsEveryKindOfDamage()
    {
        QFETCH(const QString, sql);
        const StoreFixture fixture;
        fill(fixture, 120);
        damage(fixture, sql);
        const VerifyReport report = verifyStore(fixture.url());
        QVERIFY(!report.isClean());
        static const QRegularExpression Raw(u"\\d{13}|[Rr]ollup|basic only \\d"_s); // for people, not for programs
        QCOMPARE(report.differences.filter(Raw), QStringList());
    }

    /// What the store counts and what its calls are stand in one sentence.
    void eachDifferenceIsSaidOnce()
    {
        const StoreFixture fixture;
        fill(fixture, 60);
        damage(fixture, u"UPDATE contact SET attempts = attempts + 100 WHERE id = 5"_s);
        damage(fixture, u"DELETE FROM contact WHERE id = 6"_s);
        const VerifyReport report = verifyStore(fixture.url());
        QCOMPARE(report.differences.size(), 2);
        QVERIFY2(report.differences.at(0).startsWith(u"Contact 5 counts 10"_s), qPrintable(report.differences.at(0)));
        QVERIFY2(report.differences.at(1).startsWith(u"Contact 6 is missing: its calls are "_s),
                 qPrintable(report.differences.at(1)));
        QCOMPARE(report.wrongFigures, 2);
        QCOMPARE(report.unreadable, 0);
    }

    void rebuildMakesTheSameCallsFromTheJournal()
    {
        const StoreFixture fixture;
        fill(fixture);
        const QStringList before = dump(fixture);
        damage(fixture, u"UPDATE call SET task_result = 'wrong', parts = 1"_s);
        damage(fixture, u"DELETE FROM rollup"_s);
        damage(fixture, u"UPDATE contact SET attempts = 99"_s);
        QVERIFY(!verifyStore(fixture.url()).isClean());
        QCOMPARE(rebuildStore(fixture.url()).messages, 840);
        QCOMPARE(verifyStore(fixture.url()).differences, QStringList());
        QCOMPARE(dump(fixture), before);
    }

    void rebuildKeepsCallsWhoseJournalIsGone()
    {
        const StoreFixture fixture;
        fill(fixture, 100);
        const QStringList before = dump(fixture);
        damage(fixture, u"DELETE FROM push"_s);
        rebuildStore(fixture.url());
        QCOMPARE(dump(fixture).first(100), before.first(100));
        QCOMPARE(verifyStore(fixture.url()).differences, QStringList());
    }

    void rebuildNeedsTheStoreForItself()
    {
        const StoreFixture fixture;
        StoreWriter writer(fixture.url());
        QVERIFY(writer.startAndWait(nullptr));
        QVERIFY_THROWS_EXCEPTION(StoreError, rebuildStore(fixture.url()));
    }

    void backupIsAWholeStore()
    {
        const StoreFixture fixture;
        fill(fixture, 50);
        StoreWriter writer(fixture.url());
        QVERIFY(writer.startAndWait(nullptr));
        const QString target = fixture.path(u"copy.db"_s);
        QFile old(target);
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("an older copy");
        old.close();
        backupStore(fixture.url(), target);
        QCOMPARE(verifyStore(StoreUrl::ofFile(target)).calls, 50);
        QVERIFY(verifyStore(StoreUrl::ofFile(target)).isClean());
        QVERIFY(!QFile::exists(target + u".part"_s));
    }

    void aBackupReplacesNoStoreInUse()
    {
        const StoreFixture fixture;
        fill(fixture, 5);
        QVERIFY_THROWS_EXCEPTION(StoreError, backupStore(fixture.url(), fixture.url().localFile()));
        const StoreUrl other = StoreUrl::ofFile(fixture.path(u"other.db"_s));
        StoreWriter writer(other);
        QVERIFY(writer.startAndWait(nullptr));
        QVERIFY_THROWS_EXCEPTION(StoreError, backupStore(fixture.url(), other.localFile()));
        QCOMPARE(verifyStore(other).calls, 0);
        writer.stop();
        backupStore(fixture.url(), other.localFile());
        QCOMPARE(verifyStore(other).calls, 5);
    }

    void theLogOfAReplacedStoreDoesNotSpoilTheCopy()
    {
        const StoreFixture fixture;
        fill(fixture, 50);
        const QString target = fixture.path(u"copy.db"_s);
        {
            Connection killed(StoreUrl::ofFile(fixture.path(u"killed.db"_s)), Access::Write);
            killed.execute(u"CREATE TABLE song (title TEXT)"_s);
            QVERIFY(QFile::copy(fixture.path(u"killed.db-wal"_s), target + u"-wal"_s));
        }
        backupStore(fixture.url(), target);
        QCOMPARE(verifyStore(StoreUrl::ofFile(target)).calls, 50);
        QVERIFY(verifyStore(StoreUrl::ofFile(target)).isClean());
    }

    void aCancelledBackupLeavesNothing()
    {
        const StoreFixture fixture;
        fill(fixture, 3'000);
        const QString target = fixture.path(u"copy.db"_s);
        QFile old(target);
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("an older copy");
        old.close();
        // At the first look, in the middle, and when all is written but not yet named.
        int looks = 0;
        backupStore(fixture.url(), fixture.path(u"whole.db"_s), [&looks] { return ++looks < 0; });
        QVERIFY(looks > 100);
        for (const int last : {1, looks / 2, looks}) {
            int look = 0;
            const auto cancelled = [&look, last] { return ++look >= last; };
            QVERIFY_THROWS_EXCEPTION(QueryCancelled, backupStore(fixture.url(), target, cancelled));
            QCOMPARE(look, last);
            QVERIFY(!QFile::exists(target + u".part"_s));
            QVERIFY(old.open(QIODevice::ReadOnly));
            QCOMPARE(old.readAll(), "an older copy");
            old.close();
        }
        QVERIFY(verifyStore(StoreUrl::ofFile(fixture.path(u"whole.db"_s))).isClean());
    }

    void readingWhatIsNotThereSaysSo()
    {
        const StoreFixture fixture;
        QVERIFY_THROWS_EXCEPTION(StoreError, verifyStore(fixture.url()));
        QVERIFY_THROWS_EXCEPTION(StoreError, backupStore(fixture.url(), fixture.path(u"copy.db"_s)));
        QVERIFY_THROWS_EXCEPTION(StoreError, rebuildStore(fixture.url()));
        QVERIFY(!QFile::exists(fixture.url().localFile()));
    }
};

QTEST_GUILESS_MAIN(TestStoreMaintenance)
#include "test_store_maintenance.moc"
