// SPDX-License-Identifier: GPL-3.0-or-later
// A bounded, repeatable walk through broken inputs of every reader that takes bytes from outside; what the open-ended
// fuzzer found stands in tests/fuzz/found. CALLBOARD_FUZZ_MUTATIONS asks for more inputs a target.
#include "fuzz_targets.h"
#include "mutation.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

int mutations()
{
    const int wanted = qEnvironmentVariableIntValue("CALLBOARD_FUZZ_MUTATIONS");
    return wanted > 0 ? wanted : 20'000;
}

QByteArray told(const char *broken, const QByteArray &input)
{
    return QByteArray(broken) + ": " + input.toPercentEncoding();
}

} // namespace

class TestFuzzTargets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mutationsHold_data();
    void mutationsHold();
    void whatWasFoundHolds();
    void aBrokenPropertyIsSeen();
};

void TestFuzzTargets::mutationsHold_data()
{
    QTest::addColumn<int>("number");
    const std::vector<FuzzTarget> targets = fuzzTargets();
    for (size_t i = 0; i < targets.size(); ++i)
        QTest::newRow(targets[i].name) << static_cast<int>(i);
}

void TestFuzzTargets::mutationsHold()
{
    QFETCH(const int, number);
    const FuzzTarget target = fuzzTargets()[static_cast<size_t>(number)];
    const QList<QByteArray> seeds = target.seeds();
    for (const QByteArray &seed : seeds)
        QVERIFY2(!target.broken(seed), told(target.broken(seed), seed).constData());
    QRandomGenerator random(20261129);
    const int count = mutations();
    for (int i = 0; i < count; ++i) {
        QByteArray input = seeds[i % seeds.size()];
        for (int steps = 1 + random.bounded(4); steps > 0; --steps)
            input = mutated(input, seeds, target.words, random);
        const char *broken = target.broken(input);
        QVERIFY2(!broken, told(broken, input).constData());
    }
}

/// Files are named TARGET-anything.
void TestFuzzTargets::whatWasFoundHolds()
{
    const QDir found(QStringLiteral(CALLBOARD_FUZZ_FOUND));
    for (const FuzzTarget &target : fuzzTargets()) {
        const QStringList names = found.entryList({QLatin1StringView(target.name) + u"-*"_s}, QDir::Files);
        for (const QString &name : names) {
            QFile file(found.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const char *broken = target.broken(file.readAll());
            QVERIFY2(!broken, qPrintable(name + u": "_s + QString::fromLatin1(broken)));
        }
    }
}

/// The control: a reader that drops a byte.
void TestFuzzTargets::aBrokenPropertyIsSeen()
{
    const QList<QByteArray> seeds{"{\"a\":1}"};
    const auto broken = [](const QByteArray &input) { return input.contains("\\u0000") ? "a NUL was taken" : nullptr; };
    QRandomGenerator random(20261129);
    int seen = 0;
    for (int i = 0; i < 1'000; ++i)
        seen += broken(mutated(seeds[0], seeds, settingsTarget().words, random)) ? 1 : 0;
    QVERIFY(seen > 0);
}

QTEST_GUILESS_MAIN(TestFuzzTargets)
#include "test_fuzz_targets.moc"
