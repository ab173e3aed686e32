// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/format.h"
#include "ui/reports/export_words.h"
#include "ui/session/exports/export_queue.h"

#include "store/upkeep/maintenance.h"

#include <QRegularExpression>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace callboard;
using namespace Qt::StringLiterals;
using State = Export::State;

namespace {

constexpr int Patience = 20'000;

/// Work that goes on until it is told to.
struct Gate
{
    QSemaphore begun, mayEnd;

    ExportWork work(qint64 rows)
    {
        return [this, rows](Connection &, const ReportProgress &progress, const ReportCancelled &cancelled) {
            progress(1, rows);
            begun.release();
            while (!mayEnd.tryAcquire(1, 5)) {
                if (cancelled())
                    return ReportResult{0, true, {}};
            }
            return ReportResult{rows, false, {}};
        };
    }
};

ExportWork failing(const QString &why)
{
    return [why](Connection &, const ReportProgress &, const ReportCancelled &) { return ReportResult{0, false, why}; };
}

} // namespace

/// Exports run one after another, can be cancelled wherever they are, and stay listed until they are taken off.
class TestExportQueue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_url = StoreUrl::ofFile(m_folder->filePath(u"calls.db"_s));
        std::async(std::launch::async, [url = m_url] { BulkLoader(url).finish(); }).get();
    }

    void oneAfterAnother()
    {
        Gate first, second;
        ExportQueue queue(m_url);
        const qint64 a = queue.add(u"A"_s, u"a"_s, first.work(7));
        const qint64 b = queue.add(u"B"_s, u"b"_s, second.work(8));
        QVERIFY(first.begun.tryAcquire(1, Patience));
        QCOMPARE(queue.find(a)->state, State::Running);
        QCOMPARE(queue.find(b)->state, State::Waiting);
        QCOMPARE(queue.pending(), 2);
        QVERIFY(!second.begun.tryAcquire());
        QTRY_COMPARE(queue.find(a)->total, 7);
        first.mayEnd.release();
        QVERIFY(QTest::qWaitFor([&second] { return second.begun.tryAcquire(); }));
        QTRY_COMPARE(queue.find(a)->state, State::Done);
        QCOMPARE(queue.find(a)->rows, 7);
        second.mayEnd.release();
        QTRY_COMPARE(queue.find(b)->state, State::Done);
        QCOMPARE(queue.pending(), 0);
        queue.clearOver();
        QVERIFY(queue.exports().isEmpty());
    }

    void waitingAndRunningAreCancelled()
    {
        Gate first, second, third;
        ExportQueue queue(m_url);
        const qint64 a = queue.add(u"A"_s, u"a"_s, first.work(7));
        const qint64 b = queue.add(u"B"_s, u"b"_s, second.work(8));
        const qint64 c = queue.add(u"C"_s, u"c"_s, third.work(9));
        QVERIFY(first.begun.tryAcquire(1, Patience));
        queue.cancel(b);
        QCOMPARE(queue.find(b)->state, State::Cancelled);
        queue.cancel(a);
        QTRY_COMPARE(queue.find(a)->state, State::Cancelled);
        third.mayEnd.release();
        QTRY_COMPARE(queue.find(c)->state, State::Done);
        QVERIFY(!second.begun.tryAcquire()); // never began
    }

    void allAreCancelled()
    {
        Gate first, second;
        ExportQueue queue(m_url);
        queue.add(u"A"_s, u"a"_s, first.work(7));
        queue.add(u"B"_s, u"b"_s, second.work(8));
        QVERIFY(first.begun.tryAcquire(1, Patience));
        queue.cancelAll();
        QTRY_COMPARE(queue.pending(), 0);
        QVERIFY(!second.begun.tryAcquire());
        for (const Export &each : queue.exports())
            QCOMPARE(each.state, State::Cancelled);
    }

    void failuresAreTold()
    {
        ExportQueue queue(m_url);
        QSignalSpy ended(&queue, &ExportQueue::ended);
        const qint64 a = queue.add(u"A"_s, u"a"_s, failing(u"The disk is full."_s));
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(ended.constFirst().constFirst().toLongLong(), a);
        QCOMPARE(queue.find(a)->state, State::Failed);
        QCOMPARE(exportSentence(*queue.find(a), Format(QLocale::c())), u"The disk is full."_s);
    }

    void aStoreThatIsNotThereIsTold()
    {
        ExportQueue queue(StoreUrl::ofFile(m_folder->filePath(u"none/calls.db"_s)));
        const qint64 a = queue.add(u"A"_s, u"a"_s, failing(u"not reached"_s));
        QTRY_COMPARE(queue.find(a)->state, State::Failed);
        QVERIFY(!queue.find(a)->error.isEmpty());
        QVERIFY(queue.find(a)->error != u"not reached"_s);
    }

    void theEndOfTheProgramCancels()
    {
        Gate gate;
        {
            ExportQueue queue(m_url);
            queue.add(u"A"_s, u"a"_s, gate.work(7));
            QVERIFY(gate.begun.tryAcquire(1, Patience));
        } // joins: comes back only because the work heard of its end
        QVERIFY(!gate.mayEnd.tryAcquire());
    }

    void sentences()
    {
        const Format format(QLocale::c());
        Export given;
        given.title = u"Calls"_s;
        QCOMPARE(exportSentence(given, format), u"Waiting for other exports"_s);
        given.state = State::Running;
        QCOMPARE(exportSentence(given, format), u"Reading the store…"_s);
        QCOMPARE(exportShare(given), -1.0);
        given.rows = 2'000;
        given.total = 10'000;
        given.writingMs = 2'000;
        QCOMPARE(exportSentence(given, format), u"2000 of 10000 rows, 1000 per second, 0:08 left"_s);
        QCOMPARE(exportShare(given), 0.2);
        given.state = State::Done;
        given.rows = 1;
        QCOMPARE(exportSentence(given, format), u"1 row written"_s);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    StoreUrl m_url;
};

QTEST_MAIN(TestExportQueue)
#include "test_export_queue.moc"
