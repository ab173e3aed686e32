// SPDX-License-Identifier: GPL-3.0-or-later
// A copy takes the place of a store, or of an older copy: after every step, and so after a kill in between, the place
// holds the whole older one or the whole new one.
#include "store/database/connection.h"
#include "store/database/store_backend.h"
#include "store/read/queries.h"
#include "store/sqlite/copies/store_copies.h"
#include "store/sqlite/copies/store_place.h"
#include "store/sqlite/files/locked_file.h"
#include "store/sqlite/restore_leftovers.h"
#include "store/table/audit_table.h"
#include "store/upkeep/maintenance.h"
#include "store/write/store_writer.h"
#include "store_fixture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>
#include <QVariant>

#include <optional>

#include <sys/stat.h>
#include <unistd.h>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int OlderCalls = 30;
constexpr int NewCalls = 50;
enum Kind { OneFile, WithLog, WithForeignLog, Nothing, NothingButALog };

void fill(const StoreUrl &url, int from, int to)
{
    BulkLoader loader(url);
    for (int i = from; i < to; ++i)
        loader.add(Noon, TestCall(i).outbound());
    loader.finish();
}

/// The files of a store that was killed: its last calls are in the log only.
void copyKilled(const StoreUrl &from, const StoreUrl &to)
{
    StoreWriter writer(from);
    QVERIFY(writer.startAndWait(nullptr));
    auto sink = std::make_shared<CollectingSink>();
    for (int i = 0; i < OlderCalls / 2; ++i) {
        Arrival arrival = arrivalOf(TestCall(i).outbound());
        arrival.sink = sink;
        QVERIFY(writer.offer(std::move(arrival)));
    }
    QCOMPARE(sink->wait(OlderCalls / 2).size(), OlderCalls / 2);
    QVERIFY(QFile::copy(from.localFile(), to.localFile()));
    QVERIFY(QFile::copy(from.localFile() + u"-wal"_s, to.localFile() + u"-wal"_s));
}

/// Makes what stands in the place before.
void makeOlder(Kind kind, const StoreFixture &fixture)
{
    const StoreUrl made = StoreUrl::ofFile(fixture.path(u"made.db"_s));
    if (kind == Nothing)
        return;
    if (kind == OneFile)
        return fill(fixture.url(), 0, OlderCalls);
    if (kind == WithForeignLog)
        fill(made, 100, 3'000); // of another size
    else
        fill(made, OlderCalls / 2, OlderCalls);
    copyKilled(made, fixture.url());
    if (kind == WithLog)
        return;
    QVERIFY(QFile::remove(fixture.url().localFile()));
    if (kind == WithForeignLog) // as after "cp backup.db calls.db"
        fill(StoreUrl::ofFile(fixture.path(u"other.db"_s)), 0, 300);
    if (kind == WithForeignLog)
        QVERIFY(QFile::copy(fixture.path(u"other.db"_s), fixture.url().localFile()));
}

qint64 callsOf(const StoreUrl &url)
{
    const VerifyReport report = verifyStore(url);
    return report.isClean() ? report.calls : -1;
}

QStringList filesLike(const StoreFixture &fixture, const QString &pattern)
{
    return QDir(fixture.path(u"."_s)).entryList({pattern}, QDir::Files | QDir::Hidden, QDir::Name);
}

void run(StorePlace &place, int steps)
{
    if (steps > 0)
        place.foldOlder();
    if (steps > 1)
        place.removeLog();
    if (steps > 2)
        place.putInPlace();
    if (steps > 3)
        place.nameOlder();
}

} // namespace

class TestStoreRestore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyStepLeavesAWholeStore_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("isKept");
        QTest::addColumn<int>("steps");
        for (const bool isKept : {true, false}) {
            for (int steps = 0; steps <= 4; ++steps) {
                const auto row = [&](const char *kind) {
                    return u"%1, %2, step %3"_s.arg(QLatin1StringView(kind), isKept ? u"kept"_s : u"replaced"_s)
                        .arg(steps);
                };
                QTest::newRow(qPrintable(row("one file"))) << int(OneFile) << isKept << steps;
                QTest::newRow(qPrintable(row("with a log"))) << int(WithLog) << isKept << steps;
            }
        }
    }

    void everyStepLeavesAWholeStore()
    {
        QFETCH(const int, kind);
        QFETCH(const bool, isKept);
        QFETCH(const int, steps);
        const StoreFixture fixture;
        makeOlder(static_cast<Kind>(kind), fixture);
        const QString finished = fixture.path(u"calls.db.new"_s);
        const QString aside = fixture.path(u"calls.db.aside"_s);
        fill(StoreUrl::ofFile(finished), 0, NewCalls);
        {
            const auto lock = StoreBackend::of(fixture.url())->lock();
            StorePlace place(fixture.url().localFile(), finished, isKept ? aside : QString());
            run(place, steps);
        }
        const bool isNew = steps >= 3;
        QCOMPARE(callsOf(fixture.url()), isNew ? NewCalls : OlderCalls);
        if (isKept && steps == 3)
            QCOMPARE(callsOf(StoreUrl::ofFile(finished)), OlderCalls);
        if (isKept && steps == 4) {
            QCOMPARE(callsOf(StoreUrl::ofFile(aside)), OlderCalls);
            QVERIFY(!QFile::exists(finished));
        }
        // Whoever opens it then finds the same.
        StoreWriter writer(fixture.url());
        QVERIFY(writer.startAndWait(nullptr));
        writer.stop();
        QCOMPARE(callsOf(fixture.url()), isNew ? NewCalls : OlderCalls);
    }

    /// Taking such a log in would ruin the file that it lies beside; both are kept as they are.
    void aLogThatBelongsElsewhereIsKeptAside()
    {
        const StoreFixture fixture;
        makeOlder(WithForeignLog, fixture);
        const QByteArray file = read(fixture.url().localFile());
        const QByteArray log = read(fixture.url().localFile() + u"-wal"_s);
        const QString copy = fixture.path(u"copy.db"_s);
        fill(StoreUrl::ofFile(copy), 0, NewCalls);
        const RestoreReport report = restoreStore(fixture.url(), copy);
        QVERIFY(report.isRestored);
        QCOMPARE(callsOf(fixture.url()), NewCalls);
        QCOMPARE(read(report.keptAs), file);
        QCOMPARE(read(report.keptAs + u"-wal"_s), log);
    }

    void aCopyIsRestored_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("isKept");
        QTest::newRow("nothing before") << int(Nothing) << false;
        QTest::newRow("a log without its store before") << int(NothingButALog) << false;
        QTest::newRow("one file before") << int(OneFile) << true;
        QTest::newRow("a killed store before") << int(WithLog) << true;
    }

    void aCopyIsRestored()
    {
        QFETCH(const int, kind);
        QFETCH(const bool, isKept);
        const StoreFixture fixture;
        makeOlder(static_cast<Kind>(kind), fixture);
        const StoreUrl source = StoreUrl::ofFile(fixture.path(u"source.db"_s));
        const QString copy = fixture.path(u"copy.db"_s);
        fill(source, 0, NewCalls);
        backupStore(source, copy);
        const QByteArray before = read(copy);
        const RestoreReport report = restoreStore(fixture.url(), copy);
        QVERIFY(report.isRestored);
        QCOMPARE(report.calls, NewCalls);
        QCOMPARE(read(copy), before);
        QCOMPARE(filesLike(fixture, u"copy.db*"_s), QStringList{u"copy.db"_s});
        QCOMPARE(callsOf(fixture.url()), NewCalls);
        QCOMPARE(report.keptAs.isEmpty(), !isKept);
        const QString name = QFileInfo(report.keptAs).fileName();
        QCOMPARE(filesLike(fixture, u"calls.db*"_s),
                 isKept ? QStringList({u"calls.db"_s, name}) : QStringList{u"calls.db"_s});
        if (isKept)
            QCOMPARE(callsOf(StoreUrl::ofFile(report.keptAs)), OlderCalls);
        Connection connection(fixture.url(), Access::Read);
        QVERIFY(connection.value(u"SELECT detail FROM audit WHERE action = 'restore'"_s).toString().contains(copy));
    }

    void restoringTwiceKeepsBoth()
    {
        const StoreFixture fixture;
        fill(fixture.url(), 0, OlderCalls);
        const QString copy = fixture.path(u"copy.db"_s);
        fill(StoreUrl::ofFile(copy), 0, NewCalls);
        const QString first = restoreStore(fixture.url(), copy).keptAs;
        const QString second = restoreStore(fixture.url(), copy).keptAs;
        QVERIFY(first != second);
        QCOMPARE(callsOf(StoreUrl::ofFile(first)), OlderCalls);
        QCOMPARE(callsOf(StoreUrl::ofFile(second)), NewCalls);
    }

    void whatIsNoCopyIsRefused_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("word");
        QTest::newRow("missing") << u"missing"_s << u"There is no file"_s;
        QTest::newRow("text") << u"text"_s << u"no store of Callboard"_s;
        QTest::newRow("another database") << u"foreign"_s << u"database of another program"_s;
        QTest::newRow("cut off") << u"truncated"_s << u"copy.db is damaged: it is cut off"_s;
        QTest::newRow("a folder") << u"folder"_s << u"copy.db is a folder"_s;
        QTest::newRow("a pipe") << u"pipe"_s << u"copy.db is a pipe"_s;
        QTest::newRow("newer") << u"newer"_s << u"newer Callboard"_s;
        QTest::newRow("damaged") << u"damaged"_s << u"is damaged"_s;
        QTest::newRow("with a log") << u"killed"_s << u"has a log beside it"_s;
        QTest::newRow("itself") << u"itself"_s << u"is the store itself"_s;
    }

    void whatIsNoCopyIsRefused()
    {
        QFETCH(const QString, what);
        QFETCH(const QString, word);
        const StoreFixture fixture;
        fill(fixture.url(), 0, OlderCalls);
        const QString copy = makeWrongCopy(what, fixture);
        const QStringList files = filesLike(fixture, u"*"_s);
        try {
            restoreStore(fixture.url(), copy);
            QFAIL("It was restored");
        } catch (const StoreError &error) {
            QVERIFY2(error.text().contains(word), qPrintable(error.text()));
            QVERIFY2(!error.text().contains(u".restoring-"_s), qPrintable(error.text())); // that one is gone by now
        }
        QCOMPARE(filesLike(fixture, u"*"_s), files);
        QCOMPARE(callsOf(fixture.url()), OlderCalls);
    }

    /// Of a restore that was killed: its unfinished copy goes, what is not certainly that stays.
    void unfinishedCopiesGo()
    {
        const StoreFixture fixture;
        fill(fixture.url(), 0, OlderCalls);
        const QString copy = fixture.path(u"copy.db"_s);
        fill(StoreUrl::ofFile(copy), 0, NewCalls);
        const QString abandoned = fixture.path(u"calls.db.restoring-20260102-030405-678"_s);
        QVERIFY(QFile::copy(copy, abandoned));
        {
            Connection connection(StoreUrl::ofFile(abandoned), Access::Write);
            AuditTable::append(connection, 1, u"restore"_s, u"Restored. "_s + restoreMark(abandoned));
            connection.foldLog();
        }
        const QStringList others = makeOthers(fixture, copy);
        const QStringList texts = leftoverTexts(fixture.url());
        QVERIFY2(texts.join(u'\n').contains(abandoned), qPrintable(texts.join(u'\n')));
        {
            QTest::ignoreMessage(QtWarningMsg,
                                 QRegularExpression(u"A restore was ended before it was done.*030405-678"_s));
            StoreWriter writer(fixture.url()); // serve, or the window
            QVERIFY(writer.startAndWait(nullptr));
            writer.stop();
        }
        const std::optional<LockedFile> held(std::in_place, others.constLast());
        const RestoreReport report = restoreStore(fixture.url(), copy);
        QVERIFY(!QFileInfo::exists(abandoned));
        QCOMPARE(report.cleared.size(), 1);
        QVERIFY2(report.cleared.constFirst().contains(abandoned), qPrintable(report.cleared.constFirst()));
        for (const QString &other : others)
            QVERIFY2(QFileInfo(other).isSymLink() || QFileInfo::exists(other), qPrintable(other));
    }

    /// Killed at any moment before the copy is whole, once or often, and what a clearing that was killed left of it.
    void whatWasNeverWholeGoes()
    {
        const StoreFixture fixture;
        fill(fixture.url(), 0, OlderCalls);
        const QString copy = fixture.path(u"copy.db"_s);
        fill(StoreUrl::ofFile(copy), 0, NewCalls);
        const QString restoring = u"calls.db.restoring-20260102-030405-"_s;
        const auto write = [&](const QString &name, const QByteArray &bytes) {
            QFile file(fixture.path(restoring + name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
        };
        write(u"001.part"_s, "SQLite f");
        QVERIFY(QFile::copy(copy, fixture.path(restoring + u"002.part"_s)));
        write(u"002.part-wal"_s, "log");
        write(u"002.part-shm"_s, "index");
        write(u"003-wal"_s, "");
        write(u"003-shm"_s, "index");
        write(u"004.part-shm"_s, "index");
        QCOMPARE(leftoverTexts(fixture.url()).size(), 2);
        QCOMPARE(restoreStore(fixture.url(), copy).cleared.size(), 2);
        QCOMPARE(filesLike(fixture, u"calls.db.restoring-*"_s), QStringList());
        QCOMPARE(callsOf(fixture.url()), NewCalls);
    }

    /// Killed before its last step: the file with the name of the copy is the older store.
    void theOlderStoreGetsItsName()
    {
        const StoreFixture fixture;
        fill(fixture.url(), 0, OlderCalls);
        const QString copy = fixture.path(u"copy.db"_s);
        fill(StoreUrl::ofFile(copy), 0, NewCalls);
        const QString kept = restoreStore(fixture.url(), copy).keptAs;
        const QString unnamed = QString(kept).replace(u".before-restore-"_s, u".restoring-"_s);
        QVERIFY(QFile::rename(kept, unnamed));
        const QStringList texts = leftoverTexts(fixture.url());
        QVERIFY2(texts.size() == 1 && texts.constFirst().contains(u"is the store from before it"_s),
                 qPrintable(texts.join(u'\n')));
        restoreStore(fixture.url(), copy);
        QVERIFY(!QFileInfo::exists(unnamed));
        QCOMPARE(callsOf(StoreUrl::ofFile(kept)), OlderCalls);
    }

    /// Only the restored store says which file is the older one: where that is gone, nobody can tell, and it stays.
    void theOlderStoreIsNeverTakenForACopy()
    {
        const StoreFixture fixture;
        fill(fixture.url(), 0, OlderCalls);
        const QString copy = fixture.path(u"copy.db"_s);
        fill(StoreUrl::ofFile(copy), 0, NewCalls);
        const QString kept = restoreStore(fixture.url(), copy).keptAs;
        const QString unnamed = fixture.path(u"calls.db.restoring-20260102-030405-678"_s);
        QVERIFY(QFile::rename(kept, unnamed));
        QVERIFY(QFile::remove(fixture.url().localFile()));
        for (int time = 0; time < 3; ++time)
            QCOMPARE(restoreStore(fixture.url(), copy).cleared, QStringList());
        QCOMPARE(callsOf(StoreUrl::ofFile(unnamed)), OlderCalls);
        const QString text = leftoverTexts(fixture.url()).join(u'\n');
        QVERIFY2(text.contains(unnamed) && text.contains(u"It is not touched"_s), qPrintable(text));
    }

    void whatIsLeftCanBeRestoredItself()
    {
        const StoreFixture fixture;
        fill(fixture.url(), 0, OlderCalls);
        const QString copy = fixture.path(u"copy.db"_s);
        fill(StoreUrl::ofFile(copy), 0, NewCalls);
        const QString kept = restoreStore(fixture.url(), copy).keptAs;
        const QString unnamed = QString(kept).replace(u".before-restore-"_s, u".restoring-"_s) + u"-007"_s;
        QVERIFY(QFile::rename(kept, unnamed));
        QVERIFY(restoreStore(fixture.url(), unnamed).isRestored);
        QCOMPARE(callsOf(fixture.url()), OlderCalls);
        QCOMPARE(callsOf(StoreUrl::ofFile(unnamed)), OlderCalls);
    }

    void aCopyWithDifferencesIsRestoredWhenAskedFor()
    {
        const StoreFixture fixture;
        fill(fixture.url(), 0, OlderCalls);
        const QString copy = fixture.path(u"copy.db"_s);
        fill(StoreUrl::ofFile(copy), 0, NewCalls);
        Connection(StoreUrl::ofFile(copy), Access::Write).execute(u"UPDATE rollup SET calls = calls + 1"_s);
        RestoreReport report = restoreStore(fixture.url(), copy);
        QVERIFY(!report.isRestored);
        QVERIFY(!report.differences.isEmpty());
        QCOMPARE(callsOf(fixture.url()), OlderCalls);
        QCOMPARE(filesLike(fixture, u"calls.db*"_s), QStringList{u"calls.db"_s});
        report = restoreStore(fixture.url(), copy, {.withDifferences = true, .cancelled = {}});
        QVERIFY(report.isRestored);
        QCOMPARE(verifyStore(fixture.url()).calls, NewCalls);
    }

    void aStoreInUseIsNotReplaced()
    {
        const StoreFixture fixture;
        StoreWriter writer(fixture.url());
        QVERIFY(writer.startAndWait(nullptr));
        const QString copy = fixture.path(u"copy.db"_s);
        fill(StoreUrl::ofFile(copy), 0, NewCalls);
        QVERIFY_THROWS_EXCEPTION(StoreError, restoreStore(fixture.url(), copy));
        writer.stop();
        QCOMPARE(callsOf(fixture.url()), 0);
    }

    void aCancelledRestoreLeavesAll()
    {
        const StoreFixture fixture;
        fill(fixture.url(), 0, OlderCalls);
        const QString copy = fixture.path(u"copy.db"_s);
        fill(StoreUrl::ofFile(copy), 0, NewCalls);
        const RestoreOptions options{.withDifferences = false, .cancelled = [] { return true; }};
        QVERIFY_THROWS_EXCEPTION(QueryCancelled, restoreStore(fixture.url(), copy, options));
        QCOMPARE(filesLike(fixture, u"calls.db*"_s), QStringList{u"calls.db"_s});
        QCOMPARE(callsOf(fixture.url()), OlderCalls);
    }

    void aBackupTakesThePlaceOfAKilledStore()
    {
        const StoreFixture fixture;
        const StoreUrl source = StoreUrl::ofFile(fixture.path(u"source.db"_s));
        fill(source, 0, NewCalls);
        makeOlder(WithLog, fixture);
        backupStore(source, fixture.url().localFile());
        QCOMPARE(callsOf(fixture.url()), NewCalls);
        QCOMPARE(filesLike(fixture, u"calls.db*"_s), QStringList{u"calls.db"_s});
    }

    void aCopyBesideAnotherNameLeavesThatOne()
    {
        const StoreFixture fixture;
        const StoreUrl source = StoreUrl::ofFile(fixture.path(u"source.db"_s));
        fill(source, 0, NewCalls);
        fill(fixture.url(), 0, OlderCalls);
        const QString yesterday = fixture.path(u"yesterday.db"_s);
        QCOMPARE(::link(qPrintable(fixture.url().localFile()), qPrintable(yesterday)), 0);
        backupStore(source, fixture.url().localFile());
        QCOMPARE(callsOf(fixture.url()), NewCalls);
        QCOMPARE(callsOf(StoreUrl::ofFile(yesterday)), OlderCalls);
    }

private:
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static QStringList leftoverTexts(const StoreUrl &url)
    {
        Connection connection(url, Access::Read);
        return restoreLeftoverTexts(findRestoreLeftovers(connection));
    }

    /// Names that are like those of unfinished copies; the last one is to be held by a program.
    static QStringList makeOthers(const StoreFixture &fixture, const QString &copy)
    {
        const QStringList names{fixture.path(u"calls.db.restoring-20260102-030406"_s),
                                fixture.path(u"calls.db.restoring-20260102-030407"_s),
                                fixture.path(u"calls.db.restoring-20260102-030408"_s),
                                fixture.path(u"calls.db.restoring-by-hand"_s),
                                fixture.path(u"other.db.restoring-20260102-030405"_s),
                                fixture.path(u"calls.db.restoring-20260102-030409"_s)};
        ::mkfifo(QFile::encodeName(names.at(0)).constData(), S_IRUSR | S_IWUSR);
        QDir().mkdir(names.at(1));
        QFile::link(copy, names.at(2));
        for (const QString &name : names.mid(3))
            QFile::copy(copy, name);
        return names;
    }

    static QString makeWrongCopy(const QString &what, const StoreFixture &fixture)
    {
        const QString copy = what == "itself"_L1 ? fixture.url().localFile() : fixture.path(u"copy.db"_s);
        if (what == "text"_L1) {
            QFile file(copy);
            return file.open(QIODevice::WriteOnly) && file.write("an old letter") > 0 ? copy : QString();
        }
        if (what == "foreign"_L1)
            Connection(StoreUrl::ofFile(copy), Access::Write).execute(u"CREATE TABLE song (title TEXT)"_s);
        if (what == "folder"_L1)
            QDir().mkdir(copy);
        if (what == "pipe"_L1)
            ::mkfifo(QFile::encodeName(copy).constData(), S_IRUSR | S_IWUSR);
        if (what == "newer"_L1 || what == "damaged"_L1 || what == "truncated"_L1)
            fill(StoreUrl::ofFile(copy), 0, 300);
        if (what == "newer"_L1)
            Connection(StoreUrl::ofFile(copy), Access::Write)
                .execute(u"UPDATE meta SET value = 999 WHERE key = 'schema_step'"_s);
        if (what == "truncated"_L1)
            QFile::resize(copy, QFileInfo(copy).size() / 2);
        if (what == "damaged"_L1) {
            QFile file(copy);
            constexpr qint64 InTheMiddle = 5 * 4'096;
            if (file.open(QIODevice::ReadWrite) && file.seek(InTheMiddle))
                file.write(QByteArray(3 * 4'096, '\x5a'));
        }
        if (what == "killed"_L1) {
            fill(StoreUrl::ofFile(fixture.path(u"made.db"_s)), 0, 3);
            copyKilled(StoreUrl::ofFile(fixture.path(u"made.db"_s)), StoreUrl::ofFile(copy));
        }
        return copy;
    }
};

QTEST_GUILESS_MAIN(TestStoreRestore)
#include "test_store_restore.moc"
