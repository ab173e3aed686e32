// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_damage.h"
#include "store/apply/batch_applier.h"
#include "store/database/integrity_check.h"
#include "store/database/schema.h"
#include "store/database/store_problem_text.h"
#include "store/erase/erase.h"
#include "store/read/queries.h"
#include "store/sqlite/copies/store_copies.h"
#include "store/sqlite/salvage/salvage.h"
#include "store/sqlite/salvage/salvage_tables.h"
#include "store/sqlite/store_file.h"
#include "store/upkeep/maintenance.h"
#include "store/write/store_writer.h"
#include "store_fixture.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QtEndian>

#include <functional>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype Page = 4096;

QByteArray readAll(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &name, const QByteArray &bytes)
{
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void fill(const StoreUrl &store, int calls = 300)
{
    BulkLoader loader(store);
    for (const TestCall &call : someCalls(calls, 3)) {
        loader.add(Noon + 5 * HourMs, call.basic());
        loader.add(Noon + 5 * HourMs + 900, call.outbound());
    }
    loader.finish();
}

qint64 rootPage(const StoreUrl &store, const QString &name)
{
    Connection connection(store, Access::Read);
    return connection.value(u"SELECT rootpage FROM sqlite_schema WHERE name = '%1'"_s.arg(name)).toLongLong();
}

void zeroPage(const StoreUrl &store, qint64 page)
{
    QByteArray bytes = readAll(store.localFile());
    write(store.localFile(), bytes.replace((page - 1) * Page, Page, QByteArray(Page, '\0')));
}

void swapPages(const StoreUrl &store, qint64 one, qint64 other)
{
    const QByteArray bytes = readAll(store.localFile());
    QByteArray swapped = bytes;
    swapped.replace((one - 1) * Page, Page, bytes.mid((other - 1) * Page, Page));
    swapped.replace((other - 1) * Page, Page, bytes.mid((one - 1) * Page, Page));
    write(store.localFile(), swapped);
}

QStringList uuids(const StoreUrl &store)
{
    Connection connection(store, Access::Read);
    QStringList list;
    for (const CallRecord &call : loadCallPage(connection, {}, {}, 100'000))
        list.append(call.fields.callUuid + u' ' + call.fields.taskResult);
    list.sort();
    return list;
}

/// A database of something else, whose journal mode is not ours.
void makeForeign(const StoreFixture &fixture)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"foreign"_s);
    database.setDatabaseName(fixture.url().localFile());
    QVERIFY(database.open());
    QSqlQuery query(database);
    QVERIFY(query.exec(u"CREATE TABLE contacts (id INTEGER PRIMARY KEY, meta TEXT)"_s));
    QVERIFY(query.exec(u"INSERT INTO contacts (meta) VALUES ('x')"_s));
    query.finish();
    database.close();
    database = {};
    query = QSqlQuery();
    QSqlDatabase::removeDatabase(u"foreign"_s);
}

QStringList filesIn(const StoreFixture &fixture)
{
    return QDir(fixture.path({})).entryList(QDir::Files | QDir::Hidden).filter(QRegularExpression(u"^(?!.*lock)"_s));
}

} // namespace

class TestStoreSalvage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyKindOfFileIsToldAndLeftAlone_data();
    void everyKindOfFileIsToldAndLeftAlone();
    void freshFilesAreNoTrouble();
    void aSoundStoreIsBroughtWhole();
    void callsWithoutRowsAreMadeFromTheirMessages();
    void callsWithoutMessagesAreTakenAsTheyAre();
    void aRowIsNotSetBackByAnOlderMessage();
    void whatIsMissingIsTold();
    void callsWithoutATimeAreOneLine();
    void aHalfWrittenTransactionIsNoDamage();
    void everyTableHasAName();
    void countsOfCallsThatAreNotKeptStay();
    void othersAreBrought();
    void aFirstPageThatIsGoneCostsNothing();
    void aDamagedStoreIsNeverChanged_data();
    void aDamagedStoreIsNeverChanged();
    void longKeysOfBeforeTheirLimitAreBrought();
    void whatIsNoLongerAcceptedIsTold();
    void cancellingLeavesNothing();
    void anExistingOutputStays();
};

void TestStoreSalvage::everyKindOfFileIsToldAndLeftAlone_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("word");
    for (const auto &[kind, word] :
         {std::pair("foreign", "another program"), std::pair("newer", "newer Callboard"), std::pair("text", "a text"),
          std::pair("pdf", "PDF"), std::pair("zeros", "not a database"), std::pair("cut", "cut off"),
          std::pair("schema", "list of tables"), std::pair("counters", "counters"), std::pair("emptied", "its log")})
        QTest::newRow(kind) << QString::fromLatin1(kind) << QString::fromLatin1(word);
}

void TestStoreSalvage::everyKindOfFileIsToldAndLeftAlone()
{
    QFETCH(QString, kind);
    QFETCH(QString, word);
    const StoreFixture fixture;
    const StoreUrl store = fixture.url();
    if (kind == "foreign"_L1) {
        makeForeign(fixture);
    } else if (kind == "text"_L1) {
        write(store.localFile(), "call_uuid,caller\n1,2\n");
    } else if (kind == "pdf"_L1) {
        write(store.localFile(), "%PDF-1.7 ...");
    } else {
        fill(store);
        const QByteArray bytes = readAll(store.localFile());
        if (kind == "newer"_L1)
            Connection(store, Access::Write).execute(u"UPDATE meta SET value = 999 WHERE key = 'schema_step'"_s);
        else if (kind == "zeros"_L1)
            write(store.localFile(), QByteArray(bytes.size(), '\0'));
        else if (kind == "cut"_L1)
            write(store.localFile(), bytes.first(bytes.size() / 2));
        else if (kind == "schema"_L1)
            write(store.localFile(), bytes.first(100) + QByteArray(Page - 100, '\0') + bytes.mid(Page));
        else if (kind == "counters"_L1)
            zeroPage(store, rootPage(store, u"meta"_s));
    }
    if (kind == "emptied"_L1) {
        const StoreImage image = makeImage(fixture.path({}), 3, true, true);
        write(store.localFile(), {});
        write(store.localFile() + u"-wal"_s, image.log);
    }
    const QByteArray file = readAll(store.localFile()), log = readAll(store.localFile() + u"-wal"_s);
    const QStringList files = filesIn(fixture);
    const QString sentence = storeProblemLogText(StoreBackend::of(store)->inspect().problem);
    QVERIFY2(sentence.contains(word), qPrintable(sentence));
    StoreWriter writer(store);
    QString reason;
    QVERIFY(!writer.startAndWait(&reason));
    QVERIFY2(reason.contains(word), qPrintable(reason));
    QVERIFY_THROWS_EXCEPTION(StoreError, rebuildStore(store));
    QVERIFY_THROWS_EXCEPTION(StoreError, BulkLoader{store});
    QCOMPARE(readAll(store.localFile()), file);
    QCOMPARE(readAll(store.localFile() + u"-wal"_s), log);
    QCOMPARE(filesIn(fixture), files);
}

void TestStoreSalvage::freshFilesAreNoTrouble()
{
    const StoreFixture fixture;
    QCOMPARE(StoreBackend::of(fixture.url())->inspect().kind, StoreKind::Missing);
    write(fixture.url().localFile(), {});
    QCOMPARE(StoreBackend::of(fixture.url())->inspect().kind, StoreKind::Empty);
    {
        const Connection connection(fixture.url(), Access::Write);
        QCOMPARE(StoreBackend::of(fixture.url())->inspect().kind,
                 StoreKind::Empty); // made, and ended before its first table
    }
    fill(fixture.url());
    QCOMPARE(StoreBackend::of(fixture.url())->inspect().kind, StoreKind::Store);
    Connection connection(fixture.url(), Access::Write);
    connection.execute(u"UPDATE meta SET value = 999 WHERE key = 'schema_step'"_s);
    QCOMPARE(StoreBackend::of(fixture.url())->inspect().kind, StoreKind::NewerStore); // as the log says
}

void TestStoreSalvage::aSoundStoreIsBroughtWhole()
{
    const StoreFixture fixture;
    const StoreUrl output = StoreUrl::ofFile(fixture.path(u"new.db"_s));
    fill(fixture.url());
    const SalvageReport report = salvageStore(fixture.url(), output);
    QCOMPARE(report.missing, QStringList());
    QCOMPARE(report.calls, 300);
    QCOMPARE(report.callsFromMessages, 0);
    QCOMPARE(report.messages, 600);
    QCOMPARE(verifyStore(output).differences, QStringList());
    QCOMPARE(uuids(output), uuids(fixture.url()));
    QVERIFY(!QFile::exists(output.localFile() + u"-wal"_s) || QFile(output.localFile() + u"-wal"_s).size() == 0);
}

void TestStoreSalvage::callsWithoutRowsAreMadeFromTheirMessages()
{
    const StoreFixture fixture;
    const StoreUrl output = StoreUrl::ofFile(fixture.path(u"new.db"_s));
    fill(fixture.url());
    const QStringList before = uuids(fixture.url());
    Connection(fixture.url(), Access::Write).execute(u"DELETE FROM call WHERE id % 2 = 0"_s);
    const SalvageReport report = salvageStore(fixture.url(), output);
    QCOMPARE(report.callsFromMessages, 150);
    QCOMPARE(uuids(output), before);
    QCOMPARE(verifyStore(output).differences, QStringList());
}

void TestStoreSalvage::callsWithoutMessagesAreTakenAsTheyAre()
{
    const StoreFixture fixture;
    const StoreUrl output = StoreUrl::ofFile(fixture.path(u"new.db"_s));
    fill(fixture.url());
    const QStringList before = uuids(fixture.url());
    Connection(fixture.url(), Access::Write).execute(u"DELETE FROM push"_s);
    const SalvageReport report = salvageStore(fixture.url(), output);
    QCOMPARE(report.calls, 300);
    QVERIFY(!report.isWhole());
    QVERIFY2(report.missing.constFirst().contains(u"Messages 1 to 600"_s), qPrintable(report.missing.constFirst()));
    QCOMPARE(uuids(output), before);
    QCOMPARE(verifyStore(output).differences, QStringList());
}

/// The newer message's segment is gone, the older one's is there.
void TestStoreSalvage::aRowIsNotSetBackByAnOlderMessage()
{
    const StoreFixture fixture;
    const StoreUrl output = StoreUrl::ofFile(fixture.path(u"new.db"_s));
    {
        Connection connection(fixture.url(), Access::Write);
        migrateSchema(connection);
        BatchApplier applier(connection);
        applier.load();
        TestCall call(1);
        call.set(u"task_result"_s, u"5"_s);
        applier.apply({arrivalOf(call.outbound(), Noon)});
        call.set(u"task_result"_s, u"0"_s);
        applier.apply({arrivalOf(call.outbound(), Noon + 1)});
        connection.execute(u"DELETE FROM push WHERE first_push = 2"_s);
    }
    salvageStore(fixture.url(), output);
    QCOMPARE(uuids(output), QStringList{u"uuid-1 0"_s});
    QCOMPARE(verifyStore(output).differences, QStringList());
}

void TestStoreSalvage::whatIsMissingIsTold()
{
    const StoreFixture fixture;
    const StoreUrl output = StoreUrl::ofFile(fixture.path(u"new.db"_s));
    fill(fixture.url());
    {
        Connection connection(fixture.url(), Access::Write);
        connection.execute(u"DELETE FROM push"_s);
    }
    const qint64 root = rootPage(fixture.url(), u"call"_s);
    zeroPage(fixture.url(), root); // the leaves are found without it
    const QStringList sentences = salvageStore(fixture.url(), output).missing;
    QCOMPARE(uuids(output).size(), 300);
    QCOMPARE(sentences.size(), 1); // the journal
    QFile::remove(output.localFile());
    QByteArray bytes = readAll(fixture.url().localFile());
    const qsizetype leaf = bytes.indexOf("uuid-77") / Page;
    zeroPage(fixture.url(), leaf + 1);
    const SalvageReport report = salvageStore(fixture.url(), output);
    QVERIFY(report.calls < 300);
    QVERIFY2(report.missing.join(u'\n').contains(u"A call of 20"_s), qPrintable(report.missing.join(u'\n')));
    QCOMPARE(verifyStore(output).differences, QStringList());
}

/// Calls of which nothing is left but their ids are one line, not one each.
void TestStoreSalvage::callsWithoutATimeAreOneLine()
{
    const StoreFixture fixture;
    const StoreUrl output = StoreUrl::ofFile(fixture.path(u"new.db"_s));
    fill(fixture.url());
    Connection(fixture.url(), Access::Write).execute(u"DELETE FROM push"_s);
    const QByteArray bytes = readAll(fixture.url().localFile());
    zeroPage(fixture.url(), bytes.indexOf("uuid-77") / Page + 1);
    for (qint64 page = 2; page * Page <= bytes.size(); ++page) {
        const QByteArray content = bytes.mid((page - 1) * Page, Page);
        const bool isIndex = content.at(0) == '\x0a' || content.at(0) == '\x02';
        if (isIndex && !content.contains("uuid-"))
            zeroPage(fixture.url(), page);
    }
    const QStringList missing = salvageStore(fixture.url(), output).missing;
    QCOMPARE(missing.filter(u"of which only the id"_s).size(), 1);
    QVERIFY2(missing.filter(u"A call of"_s).isEmpty(), qPrintable(missing.join(u'\n')));
}

/// The power went while a transaction was written: what of it reached the disk counts for nothing, as for the database.
void TestStoreSalvage::aHalfWrittenTransactionIsNoDamage()
{
    constexpr qint64 LogHead = 32, Frame = 24 + 4096;
    const StoreFixture fixture;
    const StoreUrl torn = StoreUrl::ofFile(fixture.path(u"torn.db"_s));
    {
        Connection connection(fixture.url(), Access::Write);
        migrateSchema(connection);
        connection.foldLog();
        connection.execute(u"INSERT INTO meta (key, value) VALUES ('kept', 1)"_s);
        const qint64 kept = QFileInfo(fixture.url().localFile() + u"-wal"_s).size();
        connection.begin(); // moves what the list of tables is made of, over many pages
        for (int i = 0; i < 60; ++i)
            connection.execute(u"CREATE TABLE extra_%1 (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p)"_s.arg(i));
        connection.commit();
        QVERIFY(QFileInfo(fixture.url().localFile() + u"-wal"_s).size() > kept + 10 * Frame);
        QVERIFY(QFile::copy(fixture.url().localFile(), torn.localFile()));
        QVERIFY(QFile::copy(fixture.url().localFile() + u"-wal"_s, torn.localFile() + u"-wal"_s));
        QFile log(torn.localFile() + u"-wal"_s);
        QVERIFY(log.open(QIODevice::ReadWrite));
        QCOMPARE((kept - LogHead) % Frame, 0);
        for (qint64 at = kept + Frame; at < log.size() - 2 * Frame; at += Frame) { // only its ends are there
            log.seek(at);
            log.write(QByteArray(Frame, '\0'));
        }
    }
    const StoreInspection look = StoreBackend::of(torn)->inspect();
    QVERIFY2(look.kind == StoreKind::Store, qPrintable(storeProblemLogText(look.problem)));
    Connection connection(torn, Access::Read);
    QCOMPARE(connection.value(u"SELECT value FROM meta WHERE key = 'kept'"_s).toInt(), 1);
}

/// No name of a table reaches a person.
void TestStoreSalvage::everyTableHasAName()
{
    const StoreFixture fixture;
    Connection connection(fixture.url(), Access::Write);
    migrateSchema(connection);
    const QList<SalvageTable> tables = salvageTables(connection);
    for (const SalvageTable &table : tables)
        QVERIFY2(isMadeAnew(table.name) || salvageName(table.name) != u"other data"_s, qPrintable(table.name));
    QCOMPARE(salvageName(u"what_comes_later"_s), u"other data"_s);
}

/// Retention has taken the calls before a quarter hour; what was counted of them can't be made again.
void TestStoreSalvage::countsOfCallsThatAreNotKeptStay()
{
    const StoreFixture fixture;
    const StoreUrl output = StoreUrl::ofFile(fixture.path(u"new.db"_s));
    fill(fixture.url());
    const qint64 boundary = (Noon + 2 * HourMs) / QuarterMs * QuarterMs;
    qint64 past = 0, kept = 0;
    {
        Connection connection(fixture.url(), Access::Write);
        connection.execute(u"INSERT INTO meta (key, value) VALUES ('calls_kept_since', %1)"_s.arg(boundary));
        past = connection.value(u"SELECT COUNT(*) FROM call WHERE placed_at < %1"_s.arg(boundary)).toLongLong();
        kept = 300 - past;
        QVERIFY(past > 0 && kept > 0);
    }
    const SalvageReport report = salvageStore(fixture.url(), output);
    QCOMPARE(report.calls, kept);
    QCOMPARE(report.missing, QStringList());
    Connection connection(output, Access::Read);
    QCOMPARE(connection.value(u"SELECT SUM(calls) FROM rollup WHERE quarter < %1"_s.arg(boundary)).toLongLong(), past);
    QCOMPARE(connection.value(u"SELECT SUM(calls) FROM rollup"_s).toLongLong(), 300);
    QCOMPARE(connection.value(u"SELECT value FROM meta WHERE key = 'calls'"_s).toLongLong(), 300);
    QCOMPARE(connection.value(u"SELECT value FROM meta WHERE key = 'calls_kept_since'"_s).toLongLong(), boundary);
}

void TestStoreSalvage::othersAreBrought()
{
    const StoreFixture fixture;
    const StoreUrl output = StoreUrl::ofFile(fixture.path(u"new.db"_s));
    const StoreImage image = makeImage(fixture.path({}), 3, true, true);
    writeImage(image, fixture.url());
    const SalvageReport report = salvageStore(fixture.url(), output);
    QCOMPARE(report.missing, QStringList());
    Connection connection(output, Access::Read);
    QCOMPARE(connection.value(u"SELECT COUNT(*) FROM audit WHERE detail LIKE '%.'"_s).toInt(), 50);
    QCOMPARE(connection.value(u"SELECT zh FROM result_meaning"_s).toString(), u"有意向"_s);
    QCOMPARE(connection.value(u"SELECT alias FROM task WHERE task_id = '1'"_s).toString(), u"春季"_s);
    QCOMPARE(connection.value(u"SELECT COUNT(*) FROM alert_rule"_s).toInt(), 1);
    QCOMPARE(connection.value(u"SELECT COUNT(*) FROM report_schedule"_s).toInt(), 1);
    QVERIFY(loadOverview(connection).rejected > 0);
}

/// With it go the list of tables and the size of pages.
void TestStoreSalvage::aFirstPageThatIsGoneCostsNothing()
{
    const StoreFixture fixture;
    const StoreUrl output = StoreUrl::ofFile(fixture.path(u"new.db"_s));
    fill(fixture.url());
    const QStringList before = uuids(fixture.url());
    zeroPage(fixture.url(), 1);
    salvageStore(fixture.url(), output);
    QCOMPARE(uuids(output), before);
    QCOMPARE(verifyStore(output).differences, QStringList());
}

void TestStoreSalvage::aDamagedStoreIsNeverChanged_data()
{
    QTest::addColumn<bool>("isSwapped");
    QTest::newRow("zeros") << false;
    QTest::newRow("swapped") << true;
}

/// Damage that the store opens with, as it lies in a leaf of the calls: who writes finds it first, and a good copy of
/// before stays.
void TestStoreSalvage::aDamagedStoreIsNeverChanged()
{
    QFETCH(const bool, isSwapped);
    const StoreFixture fixture;
    const StoreUrl store = fixture.url();
    fill(store);
    const QString copy = fixture.path(u"copy.db"_s);
    backupStore(store, copy);
    const QByteArray sound = readAll(copy);
    const QByteArray root = readAll(store.localFile()).mid((rootPage(store, u"call"_s) - 1) * Page, Page);
    constexpr char InteriorPage = 5;
    QCOMPARE(root.at(0), InteriorPage);
    const qint64 first = qFromBigEndian<quint32>(root.constData() + qFromBigEndian<quint16>(root.constData() + 12));
    const qint64 last = qFromBigEndian<quint32>(root.constData() + 8); // of its children
    if (isSwapped)
        swapPages(store, first, last);
    else
        zeroPage(store, last);
    const QByteArray damaged = readAll(store.localFile());
    const QStringList files = filesIn(fixture);
    const QList<std::function<void()>> writers{
        [&] { compactStore(store); },
        [&] { rebuildStore(store); },
        [&] { eraseNumber(store, *PersonNumber::parse(u"13812345678"_s), {.atOnce = true}); },
        [&] { const BulkLoader loader(store); },
        [&] { requireSoundInside(store); },
        [&] { backupStore(store, copy); },
        [&] { backupStore(store, fixture.path(u"other.db"_s)); },
    };
    for (const auto &write : writers) {
        QString refusal;
        try {
            write();
        } catch (const StoreError &error) {
            refusal = error.text();
        }
        QVERIFY2(refusal.contains("callboardctl salvage"_L1), qPrintable(refusal));
        QCOMPARE(readAll(store.localFile()), damaged);
        QCOMPARE(readAll(copy), sound);
        QCOMPARE(filesIn(fixture), files);
    }
}

/// Accepted before keys had a limit: the messages are read again like all others.
void TestStoreSalvage::longKeysOfBeforeTheirLimitAreBrought()
{
    const StoreFixture fixture;
    TestCall call(1, QString(600, u't'));
    call.set(u"callee"_s, QString(600, u'1'));
    QVERIFY(std::holds_alternative<Refusal>(parseArrival(call.outbound())));
    {
        BulkLoader loader(fixture.url());
        loader.add(Noon, call.basic());
        loader.add(Noon + 900, call.outbound());
        loader.finish();
    }
    const StoreUrl whole = StoreUrl::ofFile(fixture.path(u"whole.db"_s));
    const StoreUrl made = StoreUrl::ofFile(fixture.path(u"made.db"_s));
    QVERIFY(salvageStore(fixture.url(), whole).isWhole());
    zeroPage(fixture.url(), rootPage(fixture.url(), u"call"_s));
    QVERIFY(salvageStore(fixture.url(), made).callsFromMessages == 1);
    for (const StoreUrl &store : {whole, made}) {
        rebuildStore(store);
        Connection connection(store, Access::Read);
        const CallRecord record = loadCall(connection, call.uuid());
        QVERIFY(record.parts.isBoth());
        QCOMPARE(record.fields.taskId, QString(600, u't'));
        QCOMPARE(verifyStore(store).differences, QStringList());
    }
}

/// A message that this version refuses, though it was accepted once: its call is taken as it stands, and what can't be
/// made of the message is told.
void TestStoreSalvage::whatIsNoLongerAcceptedIsTold()
{
    const StoreFixture fixture;
    fill(fixture.url(), 3);
    QString uuid;
    {
        Connection connection(fixture.url(), Access::Write);
        connection.begin();
        const auto segment = Journal::segmentFrom(connection, 1);
        QVERIFY(segment.has_value());
        Journal::rewrite(connection, *segment, [&uuid](qint64 push, JournalEntry &entry) {
            if (push != 2)
                return false;
            uuid = callUuidOf(parsePush(entry.body));
            entry.body = R"({"call_uuid":")" + uuid.toUtf8() + R"(","time_hangup":{}})";
            return true;
        });
        connection.commit();
    }
    const StoreUrl output = StoreUrl::ofFile(fixture.path(u"new.db"_s));
    const QStringList calls = uuids(fixture.url());
    const SalvageReport report = salvageStore(fixture.url(), output);
    QCOMPARE(uuids(output), calls);
    QVERIFY(!report.isWhole());
    QVERIFY2(report.missing.join(u'\n').contains(u"refuses: 1"_s), qPrintable(report.missing.join(u'\n')));
    Connection connection(output, Access::Read);
    QVERIFY(loadCall(connection, uuid).parts.isBoth());
}

void TestStoreSalvage::cancellingLeavesNothing()
{
    const StoreFixture fixture;
    fill(fixture.url(), 1'500);
    const QStringList files = filesIn(fixture);
    int looks = 0;
    SalvageOptions options;
    options.cancelled = [&looks] { return ++looks > 1; };
    QVERIFY_THROWS_EXCEPTION(QueryCancelled,
                             salvageStore(fixture.url(), StoreUrl::ofFile(fixture.path(u"new.db"_s)), options));
    QCOMPARE(filesIn(fixture), files);
    QCOMPARE(QDir(fixture.path({})).entryList(QDir::Dirs | QDir::NoDotAndDotDot), QStringList());
}

void TestStoreSalvage::anExistingOutputStays()
{
    const StoreFixture fixture;
    const StoreUrl output = StoreUrl::ofFile(fixture.path(u"new.db"_s));
    fill(fixture.url());
    write(output.localFile(), "precious");
    QVERIFY_THROWS_EXCEPTION(StoreError, salvageStore(fixture.url(), output));
    QVERIFY_THROWS_EXCEPTION(StoreError, salvageStore(fixture.url(), fixture.url()));
    QCOMPARE(readAll(output.localFile()), QByteArray("precious"));
}

QTEST_GUILESS_MAIN(TestStoreSalvage)
#include "test_store_salvage.moc"
