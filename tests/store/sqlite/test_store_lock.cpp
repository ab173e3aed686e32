// SPDX-License-Identifier: GPL-3.0-or-later
// A store has one writer, whatever it is called and whatever became of the file that says so.
#include "store/database/connection.h"
#include "store/database/store_backend.h"
#include "store/sqlite/files/erasure_proof.h"
#include "store/sqlite/files/locked_file.h"
#include "store/sqlite/store_file.h"
#include "store/upkeep/maintenance.h"
#include "store/write/store_writer.h"
#include "store_fixture.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

QString refusalOf(const StoreUrl &url)
{
    try {
        const auto lock = StoreBackend::of(url)->lock();
        return {};
    } catch (const StoreError &error) {
        return error.text();
    }
}

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

bool isLocked(const QString &path, off_t first, off_t bytes)
{
    struct flock range = {};
    range.l_type = F_WRLCK;
    range.l_whence = SEEK_SET;
    range.l_start = first;
    range.l_len = bytes;
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CLOEXEC);
    const bool isAsked = ::fcntl(descriptor, F_OFD_GETLK, &range) == 0;
    // Left open: closing it would be the very fault that is looked for.
    return isAsked && range.l_type != F_UNLCK;
}

/// The locks that SQLite keeps while a connection has read: on the shared bytes of the database file, and on the byte
/// of its log's index that says that somebody uses it.
bool isLockedByDatabase(const StoreUrl &url)
{
    return isLocked(url.localFile(), 0x40000002, 510) && isLocked(url.localFile() + u"-shm"_s, 128, 1);
}

} // namespace

class TestStoreLock : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theHolderIsNamed()
    {
        const StoreFixture fixture;
        const auto lock = StoreBackend::of(fixture.url())->lock();
        const QString refusal = refusalOf(fixture.url());
        QVERIFY2(refusal.contains(QString::number(QCoreApplication::applicationPid())), qPrintable(refusal));
        QVERIFY2(refusal.contains("test_store_lock"_L1), qPrintable(refusal));
    }

    void nothingIsLeftOfALockWithoutAStore()
    {
        const StoreFixture fixture;
        {
            const auto lock = StoreBackend::of(fixture.url())->lock();
            QVERIFY(QFile::exists(fixture.path(u"calls.db.lock"_s)));
        }
        QCOMPARE(QDir(fixture.path(u"."_s)).entryList(QDir::Files), QStringList());
    }

    void aRemovedLockFileLetsNobodyIn()
    {
        const StoreFixture fixture;
        const auto lock = StoreBackend::of(fixture.url())->lock();
        QVERIFY(QFile::remove(fixture.path(u"calls.db.lock"_s)));
        QVERIFY(refusalOf(fixture.url()).contains("is being written by"_L1));
        write(fixture.path(u"calls.db.lock"_s), "nonsense");
        QVERIFY(refusalOf(fixture.url()).contains("is being written by another process"_L1));
    }

    void aLockFileLeftBehindKeepsNobodyOut_data()
    {
        QTest::addColumn<QByteArray>("note");
        QTest::newRow("of this process's number") << QByteArray::number(::getpid()) + "\ncallboardctl\nelsewhere\n";
        QTest::newRow("of an ended process") << QByteArray("999999999\ncallboardctl\nelsewhere\n");
        QTest::newRow("of another container") << QByteArray("1\ncallboardctl\n0123456789ab\n");
        QTest::newRow("empty") << QByteArray();
    }

    void aLockFileLeftBehindKeepsNobodyOut()
    {
        QFETCH(const QByteArray, note);
        const StoreFixture fixture;
        write(fixture.path(u"calls.db.lock"_s), note);
        const auto lock = StoreBackend::of(fixture.url())->lock();
        QVERIFY(refusalOf(fixture.url()).contains(QString::number(::getpid())));
    }

    void everyNameOfTheFileIsLocked()
    {
        const StoreFixture fixture;
        const auto lock = StoreBackend::of(fixture.url())->lock();
        const StoreUrl other = StoreUrl::ofFile(fixture.path(u"other.db"_s));
        QCOMPARE(::link(qPrintable(fixture.url().localFile()), qPrintable(other.localFile())), 0);
        QVERIFY(refusalOf(other).contains("is being written by another process"_L1));
        const StoreUrl link = StoreUrl::ofFile(fixture.path(u"link.db"_s));
        QVERIFY(QFile::link(fixture.url().localFile(), link.localFile()));
        QVERIFY(refusalOf(link).contains("is being written by"_L1));
        QVERIFY(LockedFile::isHeld(other.localFile()));
    }

    /// By another name its newest calls, which stand in the log, are missing.
    void whoReadsUsesTheWritersName()
    {
        const StoreFixture fixture;
        StoreWriter writer(fixture.url());
        QVERIFY(writer.startAndWait(nullptr));
        const StoreUrl link = StoreUrl::ofFile(fixture.path(u"link.db"_s));
        const StoreUrl other = StoreUrl::ofFile(fixture.path(u"other.db"_s));
        QVERIFY(QFile::link(fixture.url().localFile(), link.localFile()));
        Connection(fixture.url(), Access::Read);
        Connection(link, Access::Read); // which the database follows
        QCOMPARE(::link(qPrintable(fixture.url().localFile()), qPrintable(other.localFile())), 0);
        QVERIFY_THROWS_EXCEPTION(StoreError, Connection(other, Access::Read));
        QVERIFY_THROWS_EXCEPTION(StoreError, verifyStore(other));
        QVERIFY(!QFile::exists(other.localFile() + u"-wal"_s));
        QVERIFY(QFile::remove(other.localFile()));
        Connection(fixture.url(), Access::Read);
        // A mounted file has one name, and beside it neither the writer's note nor its log.
        QVERIFY(QFile::remove(fixture.url().localFile() + u".lock"_s));
        QVERIFY(QFile::rename(fixture.url().localFile() + u"-wal"_s, fixture.path(u"elsewhere"_s)));
        QVERIFY_THROWS_EXCEPTION(StoreError, Connection(fixture.url(), Access::Read));
        QVERIFY(QFile::rename(fixture.path(u"elsewhere"_s), fixture.url().localFile() + u"-wal"_s));
        writer.stop();
    }

    void aStoreWithTwoNamesIsRefused()
    {
        const StoreFixture fixture;
        BulkLoader(fixture.url()).finish();
        const QString other = fixture.path(u"other.db"_s);
        QCOMPARE(::link(qPrintable(fixture.url().localFile()), qPrintable(other)), 0);
        QVERIFY(refusalOf(fixture.url()).contains("hard links"_L1));
        QVERIFY(refusalOf(StoreUrl::ofFile(other)).contains("hard links"_L1));
        StoreWriter writer(fixture.url());
        QString reason;
        QVERIFY(!writer.startAndWait(&reason));
        QVERIFY2(reason.contains("hard links"_L1), qPrintable(reason));
        QVERIFY_THROWS_EXCEPTION(StoreError, rebuildStore(fixture.url()));
        QVERIFY_THROWS_EXCEPTION(StoreError, BulkLoader{fixture.url()});
        QVERIFY(QFile::remove(other));
        QCOMPARE(refusalOf(fixture.url()), QString());
    }

    void aLockFollowsTheFile()
    {
        const StoreFixture fixture;
        const auto lock = StoreBackend::of(fixture.url())->lock();
        write(fixture.path(u"new.db"_s), "");
        QCOMPARE(::rename(qPrintable(fixture.path(u"new.db"_s)), qPrintable(fixture.url().localFile())), 0);
        QCOMPARE(refusalOf(fixture.url()), QString()); // another file
    }

    void whatIsNoFileIsRefused()
    {
        const StoreFixture fixture;
        QCOMPARE(::mkfifo(qPrintable(fixture.url().localFile()), S_IRUSR | S_IWUSR), 0);
        QVERIFY(refusalOf(fixture.url()).contains("no plain file"_L1));
    }

    /// POSIX: closing any descriptor of a file ends all locks that the program has on it.
    void theDatabaseKeepsItsOwnLocks()
    {
        const StoreFixture fixture;
        BulkLoader(fixture.url()).finish();
        Connection reader(fixture.url(), Access::Read);
        QCOMPARE(reader.value(u"SELECT COUNT(*) FROM call"_s).toInt(), 0);
        QVERIFY(isLockedByDatabase(fixture.url()));
        {
            const auto lock = StoreBackend::of(fixture.url())->lock();
            QVERIFY(!refusalOf(fixture.url()).isEmpty());
        }
        QVERIFY(!LockedFile::isHeld(fixture.url().localFile()));
        QVERIFY(beginningOf(fixture.url().localFile(), 16).startsWith("SQLite format 3"));
        QCOMPARE(StoreBackend::of(fixture.url())->findBytes("19900000001").size(), 0);
        QCOMPARE(StoreBackend::of(fixture.url())->copiesBeside(), QStringList());
        QVERIFY(StoreBackend::of(fixture.url())->inspect().problem.isNone());
        QVERIFY(isLockedByDatabase(fixture.url()));
    }

    void aReaderIsNoWriter()
    {
        const StoreFixture fixture;
        BulkLoader(fixture.url()).finish();
        const Connection reader(fixture.url(), Access::Read);
        QCOMPARE(refusalOf(fixture.url()), QString());
    }
};

QTEST_GUILESS_MAIN(TestStoreLock)
#include "test_store_lock.moc"
