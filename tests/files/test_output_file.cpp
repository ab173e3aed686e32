// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/output_file.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <future>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/un.h>
#include <unistd.h>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &name, const QByteArray &content)
{
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

/// Written as a report is; the reason when it failed.
QString writeOutput(const QString &name, const QByteArray &content)
{
    OutputFile file(name);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit())
        return {};
    return file.errorString().isEmpty() ? u"no reason"_s : file.errorString();
}

mode_t typeOf(const QString &name)
{
    struct stat status = {};
    return ::lstat(QFile::encodeName(name).constData(), &status) == 0 ? status.st_mode & S_IFMT : 0;
}

mode_t modeOf(const QString &name)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(name).constData(), &status) == 0 ? status.st_mode & 0777 : 0;
}

QByteArray readAll(const QString &pipe)
{
    QFile file(pipe);
    return file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) ? file.readAll() : QByteArray();
}

/// As if it had been made so long ago.
void age(const QString &name, qint64 seconds)
{
    const timespec then{QDateTime::currentSecsSinceEpoch() - seconds, 0};
    const timespec times[] = {then, then};
    QCOMPARE(::utimensat(AT_FDCWD, QFile::encodeName(name).constData(), times, 0), 0);
}

} // namespace

class TestOutputFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aFileAppearsWithItsEnd();
    void anOlderFileStaysUntilTheEnd();
    void permissions();
    void aLinkStaysAndItsFileIsReplaced();
    void aLinkToNothingMakesItsFile();
    void aDatabaseAndItsPartsStay_data();
    void aDatabaseAndItsPartsStay();
    void aDeviceIsWrittenInto_data();
    void aDeviceIsWrittenInto();
    void aPipeIsWrittenInto();
    void aPipeWithoutReaderEndsWithTheCancel();
    void aSlowReaderEndsWithTheCancel();
    void aReaderThatLeavesIsAnError();
    void whatIsNoOutputIsRefused();
    void theStandardOutputIsContinued();
    void anUnwritableFileIsLeft();
    void whatAKilledProgramLeftGoes();

private:
    QString path(const char *name) const { return m_folder->filePath(QLatin1StringView(name)); }
    QStringList left() const
    {
        return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot);
    }

    /// One of our own, or where nobody but root could harm it, the system's.
    QString deviceOf(unsigned minor) const
    {
        if (::geteuid() != 0)
            return minor == 3 ? u"/dev/null"_s : u"/dev/full"_s;
        const bool isMade =
            ::mknod(QFile::encodeName(path("device")).constData(), S_IFCHR | 0600, makedev(1, minor)) == 0;
        return isMade && QFile(path("device")).open(QIODevice::WriteOnly) ? path("device") : QString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestOutputFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestOutputFile::aFileAppearsWithItsEnd()
{
    OutputFile file(path("a"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.isReplaced());
    const QByteArray content(300'000, 'x');
    QCOMPARE(file.write(content), content.size());
    QVERIFY(!QFile::exists(path("a")));
    QVERIFY2(file.commit(), qPrintable(file.errorString()));
    QCOMPARE(contentOf(path("a")), content);
    QCOMPARE(left(), QStringList(u"a"_s));
}

void TestOutputFile::anOlderFileStaysUntilTheEnd()
{
    write(path("a"), "old");
    {
        OutputFile file(path("a"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(100'000, 'x'));
        QCOMPARE(contentOf(path("a")), QByteArray("old"));
    }
    QCOMPARE(contentOf(path("a")), QByteArray("old"));
    QCOMPARE(left(), QStringList(u"a"_s));
    QCOMPARE(writeOutput(path("a"), "new"), QString());
    QCOMPARE(contentOf(path("a")), QByteArray("new"));
}

void TestOutputFile::permissions()
{
    const mode_t before = ::umask(0);
    QCOMPARE(writeOutput(path("new"), "x"), QString());
    ::umask(before);
    QCOMPARE(modeOf(path("new")), mode_t(0600));
    write(path("shared"), "old");
    QCOMPARE(::chmod(QFile::encodeName(path("shared")).constData(), 0640), 0);
    QCOMPARE(writeOutput(path("shared"), "x"), QString());
    QCOMPARE(modeOf(path("shared")), mode_t(0640));
    OutputFile file(path("shared"));
    file.setPrivate();
    QVERIFY(file.open(QIODevice::WriteOnly) && file.commit());
    QCOMPARE(modeOf(path("shared")), mode_t(0600));
}

void TestOutputFile::aDatabaseAndItsPartsStay_data()
{
    QTest::addColumn<QString>("output");
    for (const char *name : {"a.db", "a.db-wal", "a.db-shm", "a.db.lock", "link.db"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestOutputFile::aDatabaseAndItsPartsStay()
{
    QFETCH(const QString, output);
    const QTemporaryDir folder;
    const QByteArray content = "SQLite format 3" + QByteArray(100, '\0');
    QFile database(folder.filePath(u"a.db"_s));
    QVERIFY(database.open(QIODevice::WriteOnly) && database.write(content) == content.size());
    database.close();
    QVERIFY(QFile::link(u"a.db"_s, folder.filePath(u"link.db"_s)));
    OutputFile file(folder.filePath(output));
    QVERIFY(!file.open(QIODevice::WriteOnly));
    QVERIFY2(file.errorString().contains(u"database"_s), qPrintable(file.errorString()));
    QVERIFY(database.open(QIODevice::ReadOnly));
    QCOMPARE(database.readAll(), content);
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             (QStringList{u"a.db"_s, u"link.db"_s}));
}

void TestOutputFile::aLinkStaysAndItsFileIsReplaced()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"there"_s));
    write(path("there/a"), "old");
    QVERIFY(QFile::link(u"there/a"_s, path("first")));
    QVERIFY(QFile::link(path("first"), path("second")));
    QCOMPARE(writeOutput(path("second"), "new"), QString());
    QCOMPARE(typeOf(path("first")), mode_t(S_IFLNK));
    QCOMPARE(typeOf(path("second")), mode_t(S_IFLNK));
    QCOMPARE(contentOf(path("there/a")), QByteArray("new"));
}

void TestOutputFile::aLinkToNothingMakesItsFile()
{
    QVERIFY(QFile::link(u"later"_s, path("link")));
    QCOMPARE(writeOutput(path("link"), "new"), QString());
    QCOMPARE(typeOf(path("link")), mode_t(S_IFLNK));
    QCOMPARE(contentOf(path("later")), QByteArray("new"));
    QVERIFY(QFile::link(u"round"_s, path("round")));
    QVERIFY(!writeOutput(path("round"), "x").isEmpty());
}

void TestOutputFile::aDeviceIsWrittenInto_data()
{
    QTest::addColumn<unsigned>("minor");
    QTest::addColumn<bool>("byLink");
    QTest::addColumn<bool>("takes");
    QTest::newRow("null") << 3U << false << true;
    QTest::newRow("null by link") << 3U << true << true;
    QTest::newRow("full") << 7U << false << false;
    QTest::newRow("full by link") << 7U << true << false;
}

void TestOutputFile::aDeviceIsWrittenInto()
{
    QFETCH(unsigned, minor);
    QFETCH(bool, byLink);
    QFETCH(bool, takes);
    const QString device = deviceOf(minor);
    QVERIFY2(!device.isEmpty(), "No device could be made to try it on.");
    QVERIFY(!byLink || QFile::link(device, path("link")));
    const QString reason = writeOutput(byLink ? path("link") : device, QByteArray(200'000, 'x'));
    QCOMPARE(reason.isEmpty(), takes);
    QVERIFY2(takes || reason.contains("No space left"_L1), qPrintable(reason));
    QCOMPARE(typeOf(device), mode_t(S_IFCHR));
    QVERIFY(left().size() <= 2);
}

void TestOutputFile::aPipeIsWrittenInto()
{
    const QString pipe = path("pipe");
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    auto read = std::async(std::launch::async, [pipe] { return readAll(pipe); });
    const QByteArray content(1'000'000, 'x');
    QCOMPARE(writeOutput(pipe, content), QString());
    QCOMPARE(read.get(), content);
    QCOMPARE(typeOf(pipe), mode_t(S_IFIFO));
    QCOMPARE(left(), QStringList(u"pipe"_s));
}

void TestOutputFile::aPipeWithoutReaderEndsWithTheCancel()
{
    const QString pipe = path("pipe");
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    int looks = 0;
    OutputFile file(pipe, [&looks] { return ++looks > 2; });
    QVERIFY(!file.open(QIODevice::WriteOnly));
    QCOMPARE(looks, 3);
    QCOMPARE(typeOf(pipe), mode_t(S_IFIFO));
}

void TestOutputFile::aSlowReaderEndsWithTheCancel()
{
    const QString pipe = path("pipe");
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    const int reader = ::open(QFile::encodeName(pipe).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    int looks = 0;
    OutputFile file(pipe, [&looks] { return ++looks > 2; });
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(QByteArray(1'000'000, 'x')), -1);
    QVERIFY(!file.commit());
    ::close(reader);
}

void TestOutputFile::aReaderThatLeavesIsAnError()
{
    const QString pipe = path("pipe");
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    const int reader = ::open(QFile::encodeName(pipe).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    OutputFile file(pipe);
    QVERIFY(file.open(QIODevice::WriteOnly));
    ::close(reader);
    file.write("x");
    QVERIFY(!file.commit());
    QVERIFY2(file.errorString().contains("pipe"_L1), qPrintable(file.errorString()));
}

void TestOutputFile::whatIsNoOutputIsRefused()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"folder"_s));
    QVERIFY(!writeOutput(path("folder"), "x").isEmpty());
    QVERIFY(QFile::link(u"folder"_s, path("link")));
    QVERIFY(!writeOutput(path("link"), "x").isEmpty());
    QVERIFY(!writeOutput(QString(), "x").isEmpty());
    QVERIFY(!writeOutput(path("no/such/folder/a"), "x").isEmpty());
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray name = QFile::encodeName(path("socket"));
    QVERIFY(name.size() < qsizetype(sizeof address.sun_path));
    std::copy(name.begin(), name.end(), address.sun_path);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    QCOMPARE(::bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
    QVERIFY(writeOutput(path("socket"), "x").contains("socket"_L1));
    QCOMPARE(typeOf(path("socket")), mode_t(S_IFSOCK));
    ::close(socket);
    QCOMPARE(left(), QStringList({u"folder"_s, u"link"_s, u"socket"_s}));
}

void TestOutputFile::theStandardOutputIsContinued()
{
    const int before = ::dup(STDOUT_FILENO);
    const int file = ::open(QFile::encodeName(path("out")).constData(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    ::dup2(file, STDOUT_FILENO);
    const auto first = ::write(STDOUT_FILENO, "before ", 7);
    const QString reason = writeOutput(u"/dev/stdout"_s, "report ");
    const bool isSame = isStandardOutput(path("out"));
    const auto last = ::write(STDOUT_FILENO, "after", 5);
    ::dup2(before, STDOUT_FILENO);
    ::close(file);
    ::close(before);
    QCOMPARE(reason, QString());
    QVERIFY(isSame);
    QCOMPARE(first + last, 12);
    QCOMPARE(contentOf(path("out")), QByteArray("before report after"));
    QCOMPARE(typeOf(u"/dev/stdout"_s), mode_t(S_IFLNK));
}

void TestOutputFile::anUnwritableFileIsLeft()
{
    write(path("a"), "old");
    QCOMPARE(::chmod(QFile::encodeName(path("a")).constData(), 0400), 0);
    const bool mayWriteAll = ::geteuid() == 0;
    QCOMPARE(writeOutput(path("a"), "new").isEmpty(), mayWriteAll);
    QCOMPARE(contentOf(path("a")), QByteArray(mayWriteAll ? "new" : "old"));
}

void TestOutputFile::whatAKilledProgramLeftGoes()
{
    for (const char *name :
         {".callboard-unfinished-dead00", ".callboard-unfinished-fresh0", ".callboard-unfinished-used00", "mine"})
        write(path(name), "x");
    for (const char *name : {".callboard-unfinished-dead00", ".callboard-unfinished-used00", "mine"})
        age(path(name), 3600);
    QVERIFY(QFile::link(path("mine"), path(".callboard-unfinished-link00")));
    const int used = ::open(QFile::encodeName(path(".callboard-unfinished-used00")).constData(), O_RDONLY | O_CLOEXEC);
    QCOMPARE(::flock(used, LOCK_EX), 0);
    QCOMPARE(writeOutput(path("a"), "new"), QString());
    ::close(used);
    QCOMPARE(left(),
             QStringList({u".callboard-unfinished-fresh0"_s, u".callboard-unfinished-link00"_s,
                          u".callboard-unfinished-used00"_s, u"a"_s, u"mine"_s}));
}

QTEST_GUILESS_MAIN(TestOutputFile)
#include "test_output_file.moc"
