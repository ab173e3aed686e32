// SPDX-License-Identifier: GPL-3.0-or-later
// Acked means durable: the receiver is killed again and again under load, and every confirmed call must be there. A
// control that confirms before it stores must be caught by the same check. CALLBOARD_KILL_ROUNDS asks for more rounds.
#include "programs.h"

#include "../simulator/fake_receiver.h"
#include "store/upkeep/maintenance.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QSet<QByteArray> ackedIn(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<QByteArray> lines = file.readAll().split('\n');
    lines.removeLast(); // empty, or cut off
    return {lines.cbegin(), lines.cend()};
}

/// The check: confirmed calls that the store does not have.
QSet<QByteArray> missingFrom(const QString &store, QSet<QByteArray> acked)
{
    const Outcome listed = runCtl({u"calls"_s, u"--store"_s, store, u"--json"_s, u"--limit"_s, u"0"_s});
    for (const QJsonValue &call : listed.json().array())
        acked.remove(call.toObject().value("call_uuid"_L1).toString().toUtf8());
    return acked;
}

int rounds()
{
    return qEnvironmentVariableIntValue("CALLBOARD_KILL_ROUNDS") > 0
        ? qEnvironmentVariableIntValue("CALLBOARD_KILL_ROUNDS")
        : 3;
}

} // namespace

class TestDurability : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void killedReceiverKeepsWhatItConfirmed();
    void aReceiverThatConfirmsTooEarlyIsCaught();

private:
    QString store() const { return u"sqlite:"_s + m_dir->filePath(u"store.db"_s); }
    QStringList simulation(const QUrl &url, const QString &acked, int calls) const;
    std::unique_ptr<QTemporaryDir> m_dir;
};

QStringList TestDurability::simulation(const QUrl &url, const QString &acked, int calls) const
{
    return {
        u"simulate"_s,   u"--url"_s, url.toString(), u"--calls"_s, QString::number(calls), u"--connections"_s, u"16"_s,
        u"--disorder"_s, u"0.3"_s,   u"--acked"_s,   acked};
}

void TestDurability::killedReceiverKeepsWhatItConfirmed()
{
    QSet<QByteArray> acked;
    for (int round = 0; round < rounds(); ++round) {
        ServeProcess serve;
        QVERIFY2(serve.start(store()), serve.errors().constData());
        const QString ackedFile = m_dir->filePath(u"acked-%1"_s.arg(round));
        QProcess simulator;
        simulator.start(QStringLiteral(CALLBOARDCTL),
                        simulation(serve.url(), ackedFile, 0) + QStringList{u"--rate"_s, u"2000"_s});
        const int enough = 200 + 150 * (round % 5);
        QTRY_VERIFY_WITH_TIMEOUT(ackedIn(ackedFile).size() > enough, 60'000);
        serve.kill();
        simulator.terminate();
        QVERIFY(simulator.waitForFinished(60'000));
        acked += ackedIn(ackedFile);
        QCOMPARE(missingFrom(store(), acked), QSet<QByteArray>());
        QCOMPARE(runCtl({u"verify"_s, u"--store"_s, store()}).code, 0);
    }
    QVERIFY(acked.size() > 200 * rounds());
}

/// Confirms at once and keeps messages in memory, as a receiver without a database would; being killed, it loses the
/// last ones.
void TestDurability::aReceiverThatConfirmsTooEarlyIsCaught()
{
    constexpr int Unwritten = 20;
    FakeReceiver tooEarly([](int, const QByteArray &) { return FakeReceiver::success(); });
    const QString ackedFile = m_dir->filePath(u"acked"_s);
    QProcess simulator;
    simulator.start(QStringLiteral(CALLBOARDCTL), simulation(tooEarly.url(), ackedFile, 100));
    QTRY_COMPARE_WITH_TIMEOUT(simulator.state(), QProcess::NotRunning, 60'000);
    QCOMPARE(simulator.exitCode(), 0);
    callboard::BulkLoader written(*callboard::StoreUrl::parse(store(), nullptr));
    for (const QByteArray &body : tooEarly.bodies().first(tooEarly.requests() - Unwritten))
        written.add(QDateTime::currentMSecsSinceEpoch(), body);
    written.finish();
    const QSet<QByteArray> missing = missingFrom(store(), ackedIn(ackedFile));
    QVERIFY2(!missing.isEmpty() && missing.size() <= Unwritten, qPrintable(QString::number(missing.size())));
}

QTEST_GUILESS_MAIN(TestDurability)
#include "test_durability.moc"
