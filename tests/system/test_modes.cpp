// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the programs write is for its owner alone, whatever the umask is; what others can read is told.
#include "programs.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace {

constexpr mode_t Others = S_IRWXG | S_IRWXO;

/// The umask of what this program starts.
class Umask
{
public:
    explicit Umask(mode_t mask)
        : m_before(::umask(mask))
    { }
    ~Umask() { ::umask(m_before); }
    Q_DISABLE_COPY_MOVE(Umask)

private:
    const mode_t m_before;
};

mode_t modeOf(const QString &path)
{
    struct stat status = {};
    return ::stat(qPrintable(path), &status) == 0 ? status.st_mode & 0777U : 0U;
}

/// Files and folders below, as far as others may do anything with them.
QStringList openOnes(const QString &folder, int *files)
{
    QStringList open;
    QDirIterator all(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString path = all.next();
        *files += 1;
        if ((modeOf(path) & Others) != 0)
            open.append(path);
    }
    return open;
}

} // namespace

class TestModes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void whateverIsWrittenIsForItsOwner_data();
    void whateverIsWrittenIsForItsOwner();
    void anOlderExportKeepsItsMode_data();
    void anOlderExportKeepsItsMode();
    void aStoreThatWasOpenToAllIsClosed();
    void aTokenThatOthersCanReadIsTold();
    void aKeyThatOthersCanReadIsTold();

private:
    QString inDir(const QString &name) const { return m_dir->filePath(name); }
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestModes::whateverIsWrittenIsForItsOwner_data()
{
    QTest::addColumn<uint>("mask");
    QTest::newRow("000") << 0U;
    QTest::newRow("022") << uint(S_IWGRP | S_IWOTH);
}

void TestModes::whateverIsWrittenIsForItsOwner()
{
    QFETCH(const uint, mask);
    const Umask all(mask);
    const QString store = inDir(u"data/folder/calls.db"_s);
    const auto run = [&](const QStringList &arguments) {
        const Outcome outcome = runCtl(arguments + QStringList{u"--store"_s, store});
        QVERIFY2(outcome.code == 0, outcome.err.constData());
    };
    run({u"seed"_s, u"--calls"_s, u"20"_s});
    ServeProcess serve;
    QVERIFY2(serve.start(store), serve.errors().constData());
    QCOMPARE(post(serve.url(), R"({"call_uuid":"u","time_hangup":1790000000000})").status, 200);
    const Outcome simulated = runCtl({u"simulate"_s, u"--url"_s, serve.url().toString(), u"--calls"_s, u"3"_s,
                                      u"--expect"_s, inDir(u"expect.json"_s), u"--acked"_s, inDir(u"acked"_s)});
    QVERIFY2(simulated.code == 0, simulated.err.constData());
    for (const QString &format : {u"csv"_s, u"csv-raw"_s, u"xlsx"_s, u"pdf"_s})
        run({u"report"_s, u"calls"_s, u"--reveal"_s, u"--format"_s, format, u"--output"_s,
             inDir(u"report."_s + format)});
    run({u"backup"_s, u"--output"_s, inDir(u"copy.db"_s)});
    for (const auto &end : {u""_s, u"-wal"_s, u"-shm"_s, u".lock"_s, u".ballast"_s})
        QVERIFY2(QFile::exists(store + end), qPrintable(end));
    int files = 0;
    QCOMPARE(openOnes(m_dir->path(), &files), QStringList());
    QVERIFY(files >= 14);
    QCOMPARE(serve.terminate(), 0);
    run({u"restore"_s, u"--input"_s, inDir(u"copy.db"_s)});
    QCOMPARE(openOnes(m_dir->path(), &files), QStringList());
}

void TestModes::anOlderExportKeepsItsMode_data()
{
    QTest::addColumn<QString>("format");
    for (const auto &format : {u"csv"_s, u"csv-raw"_s, u"xlsx"_s, u"pdf"_s})
        QTest::newRow(qPrintable(format)) << format;
}

/// Unless what is new in it are whole numbers: who may read those was decided by nobody.
void TestModes::anOlderExportKeepsItsMode()
{
    QFETCH(const QString, format);
    const QString store = inDir(u"calls.db"_s);
    QCOMPARE(runCtl({u"seed"_s, u"--calls"_s, u"5"_s, u"--store"_s, store}).code, 0);
    const QString file = inDir(u"report."_s + format);
    const QString description = file + u"-metadata.json"_s;
    const auto report = [&](const QStringList &further) {
        return runCtl(
                   QStringList{u"report"_s, u"calls"_s, u"--store"_s, store, u"--format"_s, format, u"--output"_s, file}
                   + further)
            .code;
    };
    QCOMPARE(report({}), 0);
    QCOMPARE(modeOf(file), mode_t(0600));
    for (const mode_t mode : {mode_t(0644), mode_t(0640), mode_t(0666), mode_t(0600)}) {
        for (const QString &each : {file, description})
            QVERIFY(::chmod(qPrintable(each), mode) == 0 || !QFile::exists(each));
        QCOMPARE(report({}), 0);
        QCOMPARE(modeOf(file), mode);
        QCOMPARE(report({u"--reveal"_s}), 0);
        QCOMPARE(modeOf(file), mode_t(0600));
        QVERIFY((modeOf(description) & Others) == 0);
    }
}

void TestModes::aStoreThatWasOpenToAllIsClosed()
{
    const QString store = inDir(u"calls.db"_s);
    QCOMPARE(runCtl({u"seed"_s, u"--calls"_s, u"5"_s, u"--store"_s, store}).code, 0);
    constexpr mode_t Wide = 0644;
    QCOMPARE(::chmod(qPrintable(store), Wide), 0);
    ServeProcess serve;
    QVERIFY(serve.start(store));
    QCOMPARE(modeOf(store), mode_t(S_IRUSR | S_IWUSR));
    QCOMPARE(modeOf(store + u"-wal"_s), mode_t(S_IRUSR | S_IWUSR));
    QCOMPARE(serve.terminate(), 0);
    const QByteArray words = serve.errors();
    QVERIFY2(words.contains("could read") && words.contains(store.toUtf8()), words.constData());
}

void TestModes::aTokenThatOthersCanReadIsTold()
{
    const QString token = inDir(u"token"_s);
    QFile file(token);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write("secret\n") > 0);
    file.close();
    for (const mode_t mode : {mode_t(0644), mode_t(0640), mode_t(0600)}) {
        QCOMPARE(::chmod(qPrintable(token), mode), 0);
        ServeProcess serve;
        QVERIFY(serve.start(inDir(u"calls.db"_s), 0, {u"--token-file"_s, token}));
        QCOMPARE(serve.terminate(), 0);
        const QByteArray words = serve.errors();
        QVERIFY2(words.contains("chmod 600") == ((mode & Others) != 0), words.constData());
        QVERIFY(!words.contains("secret"));
        QCOMPARE(modeOf(token), mode); // another program may depend on it
    }
}

void TestModes::aKeyThatOthersCanReadIsTold()
{
    const QString key = inDir(u"key.pem"_s), cert = QStringLiteral(TEST_DATA_DIR "/tls/cert.pem");
    QVERIFY(QFile::copy(QStringLiteral(TEST_DATA_DIR "/tls/key.pem"), key));
    for (const mode_t mode : {mode_t(0644), mode_t(0600)}) {
        QCOMPARE(::chmod(qPrintable(key), mode), 0);
        ServeProcess serve;
        QVERIFY(serve.start(inDir(u"calls.db"_s), 0, {u"--tls-cert"_s, cert, u"--tls-key"_s, key}));
        QCOMPARE(serve.terminate(), 0);
        const QByteArray words = serve.errors();
        QVERIFY2(words.contains("chmod 600 " + key.toUtf8()) == ((mode & Others) != 0), words.constData());
        QCOMPARE(modeOf(key), mode);
    }
}

QTEST_GUILESS_MAIN(TestModes)
#include "test_modes.moc"
