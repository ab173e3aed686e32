// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report.h"
#include "store/upkeep/maintenance.h"
#include "store_fixture.h"

#include <QFile>
#include <QTest>

#include <thread>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

/// A report into a pipe whose reader is paused.
class TestReportPaused : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPausedReportDoesNotKeepTheLogGrowing()
    {
        const StoreFixture fixture;
        {
            BulkLoader loader(fixture.url());
            for (const TestCall &call : someCalls(3'000, 5))
                loader.add(Noon + 5 * HourMs, call.outbound());
            loader.finish();
        }
        const QString pipe = fixture.path(u"pipe"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        const int end = ::open(QFile::encodeName(pipe).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
        QVERIFY(end >= 0);
        std::thread pushes([&] { growOnceRead(fixture.url(), end); });
        Connection connection(fixture.url(), Access::Read);
        connection.setLogLimit(2'000'000);
        ReportRequest request;
        request.format = u"csv"_s;
        request.output = pipe;
        const ReportResult result = runReport(u"calls"_s, request, connection);
        pushes.join();
        ::close(end);
        QVERIFY(!result.cancelled);
        QVERIFY2(result.error.contains(u"paused"_s), qPrintable(result.error));
        Connection writer(fixture.url(), Access::Write);
        QCOMPARE(writer.value(u"PRAGMA wal_checkpoint(TRUNCATE)"_s).toInt(), 0); // nobody reads the old state
    }

private:
    /// As soon as the first bytes are there, and they are left there.
    static void growOnceRead(const StoreUrl &url, int end)
    {
        pollfd ready{end, POLLIN, 0};
        while (::poll(&ready, 1, 60'000) > 0 && (ready.revents & POLLIN) == 0) { }
        Connection writer(url, Access::Write);
        writer.execute(u"CREATE TABLE filler (bytes BLOB)"_s);
        for (int i = 0; i < 8; ++i)
            writer.execute(u"INSERT INTO filler VALUES (randomblob(1000000))"_s);
    }
};

QTEST_GUILESS_MAIN(TestReportPaused)
#include "test_report_paused.moc"
