// SPDX-License-Identifier: GPL-3.0-or-later
#include "csv_reader.h"
#include "files/output_file.h"
#include "report/report.h"
#include "report/xlsx/xlsx_check.h"
#include "store/database/connection.h"
#include "store/write/store_writer.h"
#include "store_fixture.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <csignal>

#include <sys/resource.h>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Attempts = 50;
constexpr int Calls = 700;
const QByteArray OldContent = "old";

/// A disk that is full after so many bytes.
class FullDisk : public OutputFile
{
public:
    FullDisk(const QString &name, qint64 room)
        : OutputFile(name)
        , m_room(room)
    { }

protected:
    qint64 writeData(const char *data, qint64 size) override
    {
        if (size > m_room) {
            setErrorString(u"No space left on device"_s);
            return -1;
        }
        m_room -= size;
        return OutputFile::writeData(data, size);
    }

private:
    qint64 m_room;
};

/// No file of this process grows beyond so many bytes while this lives: real failures of real writes, also of those
/// inside libxlsxwriter.
class SizeLimit
{
public:
    explicit SizeLimit(qint64 bytes)
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{static_cast<rlim_t>(bytes), m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~SizeLimit() { setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(SizeLimit)

private:
    rlimit m_before{};
};

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeFile(const QString &name, const QByteArray &content)
{
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

bool isWholeCsv(const QByteArray &content, bool raw)
{
    const QByteArray unix = raw ? content : content.mid(3);
    const QList<QStringList> rows = readCsv(raw ? QByteArray(unix).replace("\n", "\r\n") : unix);
    if (rows.size() != Calls + 1)
        return false;
    return std::all_of(rows.begin(), rows.end(),
                       [&](const QStringList &row) { return row.size() == rows.constFirst().size(); });
}

bool isWholeXlsx(const QString &name)
{
    QFile file(name);
    try {
        if (file.open(QIODevice::ReadOnly))
            checkXlsx(file, {Calls * 1000LL}, {}); // a call's row has more than 1000 bytes
        return file.isOpen();
    } catch (const ReportError &) {
        return false;
    }
}

bool isWhole(const QString &name, const QString &format)
{
    return format == "xlsx"_L1 ? isWholeXlsx(name) : isWholeCsv(contentOf(name), format == "csv-raw"_L1);
}

/// The promise of all writers: under the final name stands the old file or the complete new one.
bool isOldOrWhole(const QString &name, const QString &format)
{
    return contentOf(name) == OldContent || isWhole(name, format);
}

qsizetype openFiles()
{
    return QDir(u"/proc/self/fd"_s).entryList(QDir::Files | QDir::System).size();
}

} // namespace

class TestReportFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void cancelled_data() { formats(); }
    void cancelled();
    void fullDisk_data() { formats(); }
    void fullDisk();
    void filesMayNotGrow_data() { formats(); }
    void filesMayNotGrow();
    void brokenStore_data() { formats(); }
    void brokenStore();
    void writingInPlaceIsCaught();
    void descriptionIsReplacedToo();

private:
    void formats() const;
    ReportRequest request() const;
    QStringList folderContent() const { return QDir(m_folder).entryList(QDir::AllEntries | QDir::Hidden); }
    void prepare();
    void check(const ReportResult &result);

    StoreFixture m_fixture;
    QString m_folder;
    QStringList m_before;
    int m_failed = 0; ///< runs that did not write a file, of one test
};

void TestReportFiles::initTestCase()
{
    std::signal(SIGXFSZ, SIG_IGN);
    m_folder = m_fixture.path(u"reports"_s);
    QVERIFY(QDir().mkpath(m_folder));
    StoreWriter writer(m_fixture.url());
    QString error;
    QVERIFY2(writer.startAndWait(&error), qPrintable(error));
    const auto sink = std::make_shared<CollectingSink>();
    for (int number = 0; number < Calls; ++number) {
        Arrival arrival = arrivalOf(TestCall(number).outbound());
        arrival.sink = sink;
        QVERIFY(writer.offer(std::move(arrival)));
    }
    QCOMPARE(sink->wait(Calls).size(), Calls);
    writer.stop();
}

void TestReportFiles::formats() const
{
    QTest::addColumn<QString>("format");
    for (const QString &format : {u"csv"_s, u"csv-raw"_s, u"xlsx"_s})
        QTest::newRow(qPrintable(format)) << format;
}

ReportRequest TestReportFiles::request() const
{
    QFETCH(QString, format);
    ReportRequest request;
    request.zone = QTimeZone("Asia/Shanghai");
    request.format = format;
    request.output = m_folder + u"/calls."_s + format;
    return request;
}

void TestReportFiles::prepare()
{
    const QStringList files = folderContent();
    for (const QString &file : files)
        QFile::remove(m_folder + u'/' + file);
    writeFile(request().output, OldContent);
    m_before = folderContent();
}

void TestReportFiles::check(const ReportResult &result)
{
    const bool written = result.error.isEmpty() && !result.cancelled;
    m_failed += written ? 0 : 1;
    QVERIFY(isOldOrWhole(request().output, request().format));
    QCOMPARE(contentOf(request().output) == OldContent, !written);
    QStringList expected = m_before;
    if (written && request().format == "csv-raw"_L1)
        expected.append(u"calls.csv-raw-metadata.json"_s);
    QCOMPARE(folderContent(), expected);
}

void TestReportFiles::cancelled()
{
    Connection connection(m_fixture.url(), Access::Read);
    prepare();
    int asked = 0;
    const auto count = [&asked] {
        ++asked;
        return false;
    };
    check(runReport(u"calls"_s, request(), connection, {}, count));
    const qsizetype open = openFiles();
    QRandomGenerator random(7);
    m_failed = 0;
    for (int attempt = 0; attempt < Attempts; ++attempt) {
        prepare();
        int left = static_cast<int>(random.bounded(asked));
        check(runReport(u"calls"_s, request(), connection, {}, [&left] { return left-- <= 0; }));
    }
    QVERIFY2(m_failed >= Attempts / 2, "the cancels did not reach the report");
    QCOMPARE(openFiles(), open);
}

void TestReportFiles::fullDisk()
{
    Connection connection(m_fixture.url(), Access::Read);
    prepare();
    check(runReport(u"calls"_s, request(), connection));
    const qint64 size = QFile(request().output).size();
    QRandomGenerator random(8);
    m_failed = 0;
    for (int attempt = 0; attempt < Attempts; ++attempt) {
        prepare();
        FullDisk file(request().output, random.bounded(size));
        const ReportResult result = runReport(u"calls"_s, request(), connection, file, {}, {});
        QVERIFY2(result.error.contains(u"No space left"_s), qPrintable(result.error));
        check(result);
    }
    QCOMPARE(m_failed, Attempts);
}

void TestReportFiles::filesMayNotGrow()
{
    Connection connection(m_fixture.url(), Access::Read);
    prepare();
    check(runReport(u"calls"_s, request(), connection));
    // The rows of a workbook are larger before they are packed.
    const qint64 most = QFile(request().output).size() * (request().format == "xlsx"_L1 ? 12 : 1) + 3000;
    const qsizetype open = openFiles();
    QRandomGenerator random(9);
    m_failed = 0;
    for (int attempt = 0; attempt < Attempts; ++attempt) {
        prepare();
        const auto run = [&] {
            const SizeLimit limit(random.bounded(most));
            return runReport(u"calls"_s, request(), connection);
        };
        check(run());
    }
    QVERIFY2(m_failed >= Attempts / 2, "the limits did not reach the report");
    QCOMPARE(openFiles(), open);
}

void TestReportFiles::brokenStore()
{
    QRandomGenerator random(10);
    const QByteArray store = contentOf(m_fixture.url().localFile());
    m_failed = 0;
    for (int attempt = 0; attempt < 8; ++attempt) {
        prepare();
        const QString copy = m_fixture.path(u"broken.db"_s);
        QByteArray broken = store;
        const qsizetype from = store.size() / 4 / 4096 * (1 + qsizetype(random.bounded(3))) * 4096;
        writeFile(copy, broken.replace(from, 64 * 4096, QByteArray(64 * 4096, '\x55')));
        try {
            Connection connection(StoreUrl::ofFile(copy), Access::Read);
            check(runReport(u"calls"_s, request(), connection));
        } catch (const StoreError &) {
            m_failed += 1; // the damage is where a store is recognised by
        }
    }
    QVERIFY2(m_failed > 0, "no damage was noticed");
}

/// The check itself can fail: a writer that writes in place leaves half a file behind.
void TestReportFiles::writingInPlaceIsCaught()
{
    const QString name = m_folder + u"/in-place.csv"_s;
    QByteArray whole("\xEF\xBB\xBF");
    for (int row = 0; row <= Calls; ++row)
        whole += QByteArray::number(row) + ",x\r\n";
    writeFile(name, whole);
    QVERIFY(isOldOrWhole(name, u"csv"_s));
    QRandomGenerator random(11);
    for (int attempt = 0; attempt < Attempts; ++attempt) {
        writeFile(name, whole.left(random.bounded(whole.size() - 20)));
        QVERIFY(!isOldOrWhole(name, u"csv"_s));
        QVERIFY(!isOldOrWhole(name, u"xlsx"_s));
    }
}

void TestReportFiles::descriptionIsReplacedToo()
{
    ReportRequest request;
    request.format = u"csv-raw"_s;
    request.output = m_folder + u"/described.csv"_s;
    const QString description = metadataName(request.output);
    writeFile(request.output, OldContent);
    writeFile(description, OldContent);
    Connection connection(m_fixture.url(), Access::Read);
    QVERIFY(runReport(u"calls"_s, request, connection, {}, [] { return true; }).cancelled);
    QCOMPARE(contentOf(description), OldContent);
    QVERIFY(QFile::remove(description));
    QVERIFY(QDir().mkdir(description)); // nothing can be written or renamed to it
    QVERIFY(runReport(u"calls"_s, request, connection).error.contains(description));
    QCOMPARE(contentOf(request.output), OldContent);
    QVERIFY(QDir().rmdir(description));
    QCOMPARE(runReport(u"calls"_s, request, connection).error, QString());
    QVERIFY(contentOf(description).contains("http://www.w3.org/ns/csvw"));
}

QTEST_GUILESS_MAIN(TestReportFiles)
#include "test_report_files.moc"
