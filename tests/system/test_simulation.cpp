// SPDX-License-Identifier: GPL-3.0-or-later
// The simulator pushes over loopback into a real receiver; afterwards the store must say exactly what was sent. The
// number of calls is small by default; CALLBOARD_SYSTEM_CALLS asks for more.
#include "programs.h"

#include <QFile>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString callCount()
{
    return qEnvironmentVariable("CALLBOARD_SYSTEM_CALLS", u"1500"_s);
}

QJsonObject readJson(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

} // namespace

class TestSimulation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void totalsEqualTheExpectation_data();
    void totalsEqualTheExpectation();
    void rebuildAndSeedKeepTheFigures();

private:
    QString store() const { return u"sqlite:"_s + m_dir->filePath(u"store.db"_s); }
    Outcome totals() const { return runCtl({u"totals"_s, u"--json"_s, u"--store"_s, store()}); }
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestSimulation::totalsEqualTheExpectation_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("in order") << QStringList{};
    QTest::newRow("disorder, repeats, basic only")
        << QStringList{u"--disorder"_s, u"0.5"_s, u"--duplicates"_s, u"0.1"_s, u"--basic-only"_s, u"0.05"_s};
    QTest::newRow("losses in dialect b") << QStringList{u"--disorder"_s, u"0.3"_s,       u"--lost"_s,
                                                        u"0.1"_s,        u"--dialect"_s, u"b"_s};
}

void TestSimulation::totalsEqualTheExpectation()
{
    QFETCH(QStringList, options);
    ServeProcess serve;
    QVERIFY(serve.start(store()));
    const QString expected = m_dir->filePath(u"e.json"_s);
    const Outcome simulated =
        runCtl(QStringList{u"simulate"_s, u"--url"_s, serve.url().toString(), u"--calls"_s, callCount(), u"--tasks"_s,
                           u"12"_s, u"--seed"_s, u"7"_s, u"--expect"_s, expected, u"--json"_s}
               + options);
    QVERIFY2(simulated.code == 0, simulated.err.constData());
    const QJsonObject report = simulated.json().object();
    QCOMPARE(report.value("acked"_L1), report.value("sent"_L1));
    const Outcome counted = totals();
    QCOMPARE(counted.code, 0);
    QCOMPARE(counted.json().object(), readJson(expected));
    QCOMPARE(runCtl({u"verify"_s, u"--store"_s, store()}).code, 0);
}

void TestSimulation::rebuildAndSeedKeepTheFigures()
{
    const Outcome seeded = runCtl({u"seed"_s, u"--store"_s, store(), u"--calls"_s, callCount(), u"--days"_s, u"10"_s});
    QVERIFY2(seeded.code == 0, seeded.err.constData());
    const Outcome before = totals();
    QCOMPARE(before.json().object().value("calls"_L1).toInteger(), callCount().toLongLong());
    const Outcome verified = runCtl({u"verify"_s, u"--store"_s, store()});
    QVERIFY2(verified.code == 0, verified.out.constData());
    const Outcome rebuilt = runCtl({u"rebuild"_s, u"--store"_s, store()});
    QVERIFY2(rebuilt.code == 0, rebuilt.err.constData());
    QCOMPARE(totals().json().object(), before.json().object());
    QCOMPARE(runCtl({u"verify"_s, u"--store"_s, store()}).code, 0);
}

QTEST_GUILESS_MAIN(TestSimulation)
#include "test_simulation.moc"
