// SPDX-License-Identifier: GPL-3.0-or-later
#include "csv_reader.h"
#include "files/output_file.h"
#include "report/definition/call_list_report.h"
#include "store/database/schema.h"
#include "store/write/store_writer.h"
#include "store_fixture.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

/// A file on a disk that is full after so many bytes.
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

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeOld(const QString &name)
{
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("old");
}

} // namespace

class TestReport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void namesWhatExists();
    void unknownNamesAndFormatsAreSaid();
    void holdsEveryCallOnceNewestFirst();
    void cancelLeavesTheOldFile();
    void fullDiskLeavesTheOldFile();
    void progressReachesTheTotal();

private:
    ReportRequest request() const;

    static constexpr int Calls = 2500;
    StoreFixture m_fixture;
};

void TestReport::initTestCase()
{
    StoreWriter writer(m_fixture.url());
    QString error;
    QVERIFY2(writer.startAndWait(&error), qPrintable(error));
    const auto sink = std::make_shared<CollectingSink>();
    qsizetype offered = 0;
    for (int number = 0; number < Calls; ++number) {
        TestCall call(number);
        for (const QByteArray &body : {call.basic(), call.outbound()}) {
            Arrival arrival = arrivalOf(body);
            arrival.sink = sink;
            QVERIFY(writer.offer(std::move(arrival)));
            ++offered;
        }
    }
    QCOMPARE(sink->wait(offered).size(), offered);
    writer.stop();
}

ReportRequest TestReport::request() const
{
    ReportRequest request;
    request.zone = QTimeZone("Asia/Shanghai");
    request.output = m_fixture.path(u"calls.csv"_s);
    return request;
}

void TestReport::namesWhatExists()
{
    QVERIFY(reportNames().contains(u"calls"_s));
    QVERIFY(reportFormats(u"calls"_s).contains(u"csv"_s));
    QVERIFY(!reportTitle(u"calls"_s).isEmpty());
    QVERIFY(!reportDescription(u"calls"_s).isEmpty());
    QVERIFY(reportFormats(u"nonsense"_s).isEmpty());
}

void TestReport::unknownNamesAndFormatsAreSaid()
{
    Connection connection(m_fixture.url(), Access::Read);
    QVERIFY(runReport(u"nonsense"_s, request(), connection).error.contains(u"nonsense"_s));
    ReportRequest other = request();
    other.format = u"stone"_s;
    QVERIFY(runReport(u"calls"_s, other, connection).error.contains(u"stone"_s));
    ReportRequest nowhere = request();
    nowhere.output = m_fixture.path(u"no/such/folder.csv"_s);
    QVERIFY(!runReport(u"calls"_s, nowhere, connection).error.isEmpty());
}

void TestReport::holdsEveryCallOnceNewestFirst()
{
    Connection connection(m_fixture.url(), Access::Read);
    const ReportResult result = runReport(u"calls"_s, request(), connection);
    QCOMPARE(result.error, QString());
    QCOMPARE(result.rows, countCalls(connection, {}));
    const QList<QStringList> rows = readCsv(contentOf(request().output).mid(3));
    QCOMPARE(rows.size(), Calls + 1);
    const qsizetype uuid = rows.constFirst().indexOf(u"call_uuid"_s);
    const qsizetype hangup = rows.constFirst().indexOf(u"time_hangup"_s);
    QSet<QString> uuids;
    for (qsizetype row = 1; row < rows.size(); ++row) {
        QCOMPARE(rows.at(row).size(), rows.constFirst().size());
        uuids.insert(rows.at(row).at(uuid));
        QVERIFY(row == 1 || rows.at(row).at(hangup) <= rows.at(row - 1).at(hangup));
    }
    QCOMPARE(uuids.size(), Calls);
}

void TestReport::cancelLeavesTheOldFile()
{
    Connection connection(m_fixture.url(), Access::Read);
    for (int steps = 0; steps < 7; ++steps) {
        writeOld(request().output);
        int left = steps;
        const ReportResult result = runReport(u"calls"_s, request(), connection, {}, [&left] { return left-- <= 0; });
        QVERIFY(result.cancelled || contentOf(request().output).size() > 3);
        if (result.cancelled)
            QCOMPARE(contentOf(request().output), QByteArray("old"));
    }
    QCOMPARE(runReport(u"calls"_s, request(), connection).rows, Calls);
}

void TestReport::fullDiskLeavesTheOldFile()
{
    Connection connection(m_fixture.url(), Access::Read);
    for (const qint64 room : {0, 100'000, 400'000}) {
        writeOld(request().output);
        FullDisk file(request().output, room);
        const ReportResult result = runReport(u"calls"_s, request(), connection, file, {}, {});
        QVERIFY2(result.error.contains(u"No space left"_s), qPrintable(result.error));
        QCOMPARE(contentOf(request().output), QByteArray("old"));
    }
}

void TestReport::progressReachesTheTotal()
{
    Connection connection(m_fixture.url(), Access::Read);
    qint64 last = 0, total = 0;
    const auto progress = [&](qint64 rows, qint64 all) {
        QVERIFY(rows >= last);
        last = rows;
        total = all;
    };
    QCOMPARE(runReport(u"calls"_s, request(), connection, progress).rows, Calls);
    QCOMPARE(last, Calls);
    QCOMPARE(total, Calls);
}

QTEST_GUILESS_MAIN(TestReport)
#include "test_report.moc"
