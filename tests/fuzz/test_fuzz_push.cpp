// SPDX-License-Identifier: GPL-3.0-or-later
#include "mutation.h"
#include "push_property.h"

#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

constexpr int Mutations = 20'000;

QByteArray exampleBody()
{
    QFile file(QStringLiteral(CALLBOARD_TEST_DATA "/example_push.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QList<QByteArray> seeds()
{
    return {
        exampleBody(),
        R"({"call_uuid":"u\n\u6d4b","task_id":42,"time_answer":null,"task_row_head":["a","\/"],"task_row_index":-1})",
        R"({"call_uuid":"u","direction":2,"caller":"055196866001","time_hangup":1527737784,"x":{"y":[1,"a"]}})",
        R"({"call_uuid":7,"task_row_index":"5","task_row_value":["+86 199-0000-0001",19900000001,null,{"k":true}]})",
        R"({"call_uuid":"\ud83d\ude00","task_row_head":"[\"a\"]","task_result":-1,"time_answer":"1.5e12"})",
        "call_uuid=u&callee=19900000001"};
}

/// Bytes that mean something to the reader, or to what comes after it.
const QList<QByteArray> Words{"\"",
                              "{",
                              "}",
                              "[",
                              "]",
                              ":",
                              ",",
                              "null",
                              "true",
                              "-0",
                              "0",
                              "-",
                              "\\",
                              "\\u",
                              "\t",
                              "\xEF\xBF\xBD",
                              "1e400",
                              ".5",
                              "5.",
                              "01",
                              "\\x41",
                              "1e17",
                              "99999999999",
                              "100000000000",
                              "9223372036854775807",
                              "\\u0000",
                              "\\ud800",
                              "\\udc00",
                              "\xEF\xBB\xBF",
                              QByteArray("\0", 1),
                              "\xFF",
                              "\xE6\x88",
                              "\"task_row_index\":",
                              "\"call_uuid\":",
                              "\"time_hangup\":",
                              "19900000001",
                              "１９９０００００００１",
                              "[[[[[[[[",
                              "2026-11-22",
                              "****"};

} // namespace

/// A bounded, repeatable walk through broken bodies.
class FuzzPushTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void seedsHold();
    void mutationsHold();
    void slightMutationsHold();
};

void FuzzPushTest::seedsHold()
{
    for (const QByteArray &seed : seeds())
        QCOMPARE(brokenProperty(seed), nullptr);
}

void FuzzPushTest::mutationsHold()
{
    const QList<QByteArray> all = seeds();
    QRandomGenerator random(20261122);
    int accepted = 0;
    for (int i = 0; i < Mutations; ++i) {
        QByteArray body = all[i % all.size()];
        for (int steps = 1 + random.bounded(4); steps > 0; --steps)
            body = mutated(body, all, Words, random);
        const char *broken = brokenProperty(body);
        const QByteArray report = QByteArray(broken) + ": " + body.toPercentEncoding();
        QVERIFY2(!broken, report.constData());
        accepted += std::holds_alternative<PartMessage>(parsePush(body)) ? 1 : 0;
    }
    QVERIFY2(accepted > Mutations / 20, "the mutations hardly ever reach the merge");
}

/// One or two bytes off the usual: where the fast reader has to notice, and where it still takes the body.
void FuzzPushTest::slightMutationsHold()
{
    const QByteArray alphabet = "\"\\/{}[]:,0123456789-+.eEnultrfbdcDC \t\n\xC3\xA4\xEF\xBF\xBD";
    const QList<QByteArray> all = seeds().mid(0, 2);
    QRandomGenerator random(20261123);
    int scanned = 0;
    for (int i = 0; i < Mutations; ++i) {
        QByteArray body = all[i % all.size()];
        for (int steps = 1 + random.bounded(2); steps > 0; --steps)
            body.replace(random.bounded(static_cast<int>(body.size())), random.bounded(2),
                         alphabet.mid(random.bounded(static_cast<int>(alphabet.size())), random.bounded(3)));
        const char *difference = differenceOfPaths(body);
        const QByteArray report = QByteArray(difference) + ": " + body.toPercentEncoding();
        QVERIFY2(!difference, report.constData());
        scanned += scanUsualPush(body) ? 1 : 0;
    }
    const QByteArray count = QByteArray::number(scanned) + " bodies passed the fast reader";
    QVERIFY2(scanned > Mutations / 20 && scanned < Mutations, count.constData());
}

QTEST_APPLESS_MAIN(FuzzPushTest)
#include "test_fuzz_push.moc"
