// SPDX-License-Identifier: GPL-3.0-or-later
// The invented calls: the same for the same seed, believable, and true to the specification in both dialects.
#include "record/call/call_record.h"
#include "simulator/call_generator.h"
#include "simulator/call_outcome.h"
#include "simulator/push_body.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Start = 1'790'000'000'000;
constexpr qint64 Gap = 2'000;

std::vector<SimulatedCall> callsOf(const GeneratorConfig &config, int count)
{
    CallGenerator generator(config);
    std::vector<SimulatedCall> calls;
    for (int i = 0; i < count; ++i)
        calls.push_back(generator.next(Start + i * Gap));
    return calls;
}

PartMessage parsed(const QByteArray &body)
{
    const auto message = parsePush(body);
    if (const auto *refusal = std::get_if<Refusal>(&message))
        qFatal("refused: %s", qPrintable(refusal->error));
    return std::get<PartMessage>(message);
}

double shareOf(const std::vector<SimulatedCall> &calls, const std::function<bool(const SimulatedCall &)> &counts)
{
    const auto found = std::count_if(calls.begin(), calls.end(), counts);
    return static_cast<double>(found) / static_cast<double>(calls.size());
}

void withinShare(double share, double low, double high)
{
    QVERIFY2(share >= low && share <= high, qPrintable(u"share %1 not in %2..%3"_s.arg(share).arg(low).arg(high)));
}

qint64 toSeconds(qint64 ms)
{
    return ms - ms % 1000;
}

} // namespace

class TestGenerator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void sameSeedGivesTheSameBytes();
    void otherSeedGivesOtherCalls();
    void everyBodyIsAccepted_data();
    void everyBodyIsAccepted();
    void truthIsTheMergeOfTheParts_data();
    void truthIsTheMergeOfTheParts();
    void outboundContainsAllBasicFields();
    void dialectsTellTheSameCalls();
    void dialectBIsReallyDifferent();
    void allCodesAppearInPlausibleShares();
    void campaignsDiffer();
    void lineFailuresComeInSurges();
    void linesCanBeMadeToFail();
    void failedRowsAreTriedAgain();
    void inboundCallsHaveOnlyTheBasicPart();
    void numbersAreFictitious();
    void durationsFollowTheExample();
};

void TestGenerator::sameSeedGivesTheSameBytes()
{
    const auto first = callsOf({.seed = 7}, 500);
    const auto second = callsOf({.seed = 7}, 500);
    for (std::size_t i = 0; i < first.size(); ++i) {
        QCOMPARE(first[i].basicBody, second[i].basicBody);
        QCOMPARE(first[i].outboundBody, second[i].outboundBody);
    }
}

void TestGenerator::otherSeedGivesOtherCalls()
{
    QSet<QByteArray> uuids;
    for (const quint64 seed : {1U, 2U, 3U}) {
        for (const SimulatedCall &call : callsOf({.seed = seed}, 2'000))
            uuids.insert(call.uuid);
    }
    QCOMPARE(uuids.size(), 6'000);
}

void TestGenerator::everyBodyIsAccepted_data()
{
    QTest::addColumn<bool>("dialectB");
    QTest::newRow("dialect a") << false;
    QTest::newRow("dialect b") << true;
}

void TestGenerator::everyBodyIsAccepted()
{
    QFETCH(bool, dialectB);
    const PushDialect dialect = dialectB ? PushDialect::B : PushDialect::A;
    for (const SimulatedCall &call : callsOf({.seed = 3, .dialect = dialect, .basicOnly = 0.1}, 2'000)) {
        QCOMPARE(parsed(call.basicBody).part, Part::Basic);
        if (!call.outboundBody.isEmpty())
            QCOMPARE(parsed(call.outboundBody).part, Part::Outbound);
    }
}

void TestGenerator::truthIsTheMergeOfTheParts_data()
{
    everyBodyIsAccepted_data();
}

void TestGenerator::truthIsTheMergeOfTheParts()
{
    QFETCH(bool, dialectB);
    CallGenerator generator({.seed = 5, .dialect = dialectB ? PushDialect::B : PushDialect::A, .basicOnly = 0.1});
    for (int i = 0; i < 2'000; ++i) {
        const SimulatedCall call = generator.next(Start + i * Gap);
        CallRecord merged;
        if (!call.outboundBody.isEmpty())
            mergeInto(merged, parsed(call.outboundBody), call.hangupMs + 500, 1);
        mergeInto(merged, parsed(call.basicBody), call.hangupMs + 900, 2);
        const CampaignProfile &campaign = generator.campaigns().at(call.campaign);
        QVERIFY2(merged.fields == trueFields(call, campaign, !call.outboundBody.isEmpty()),
                 call.outboundBody.constData());
        QCOMPARE(merged.anomalies(), Anomalies());
    }
}

void TestGenerator::outboundContainsAllBasicFields()
{
    for (const SimulatedCall &call : callsOf({.seed = 4, .inbound = 0}, 200)) {
        const QJsonObject basic = QJsonDocument::fromJson(call.basicBody).object();
        const QJsonObject outbound = QJsonDocument::fromJson(call.outboundBody).object();
        for (auto it = basic.begin(); it != basic.end(); ++it)
            QCOMPARE(outbound.value(it.key()), it.value());
        QCOMPARE(outbound.size(), 21); // all of the specification but call_relation_id, which is for inbound calls
    }
}

void TestGenerator::dialectsTellTheSameCalls()
{
    const auto a = callsOf({.seed = 11, .dialect = PushDialect::A}, 2'000);
    const auto b = callsOf({.seed = 11, .dialect = PushDialect::B}, 2'000);
    for (std::size_t i = 0; i < a.size(); ++i) {
        CallFields fromA = parsed(a[i].outboundBody.isEmpty() ? a[i].basicBody : a[i].outboundBody).fields;
        for (const FieldInfo &info : fieldTable()) {
            if (info.kind == FieldKind::Time)
                fromA.*std::get<qint64 CallFields::*>(info.member) =
                    toSeconds(fromA.*std::get<qint64 CallFields::*>(info.member));
        }
        QVERIFY(fromA == parsed(b[i].outboundBody.isEmpty() ? b[i].basicBody : b[i].outboundBody).fields);
    }
}

void TestGenerator::dialectBIsReallyDifferent()
{
    int marks = 0, nulls = 0, empties = 0;
    for (const SimulatedCall &call : callsOf({.seed = 12, .dialect = PushDialect::B, .inbound = 0}, 500)) {
        marks += call.outboundBody.startsWith("\xEF\xBB\xBF") ? 1 : 0;
        nulls += call.outboundBody.contains("\"time_answer\":null") ? 1 : 0;
        empties += call.outboundBody.contains("\"time_answer\":\"\"") ? 1 : 0;
        QVERIFY(call.outboundBody.contains("\"direction\":\"2\""));
        QVERIFY(call.outboundBody.contains("\"task_result\":" + QByteArray(call.result->code.data()) + ','));
        QVERIFY(!parsed(call.outboundBody).extra.isEmpty());
    }
    QVERIFY(marks > 0 && marks < 100);
    QVERIFY(nulls > 0);
    QVERIFY(empties > 0);
}

void TestGenerator::allCodesAppearInPlausibleShares()
{
    const auto calls = callsOf({.seed = 1, .inbound = 0}, 40'000);
    QSet<QByteArray> seen;
    for (const SimulatedCall &call : calls)
        seen.insert(QByteArray(call.result->code.data()));
    QCOMPARE(seen.size(), catalogueCodes().size());
    withinShare(shareOf(calls, [](const SimulatedCall &c) { return c.isAnswered(); }), 0.30, 0.55);
    withinShare(shareOf(calls, [](const SimulatedCall &c) { return c.result->code == "0"_L1; }), 0.05, 0.25);
    withinShare(shareOf(calls, [](const SimulatedCall &c) { return c.result->code == "20"_L1; }), 0.12, 0.35);
    withinShare(shareOf(calls, [](const SimulatedCall &c) { return c.result->code == "0"_L1 && !c.isAnswered(); }),
                0.0001, 0.01);
}

void TestGenerator::campaignsDiffer()
{
    CallGenerator generator({.seed = 2, .tasks = 4, .inbound = 0});
    QMap<qsizetype, std::pair<int, int>> answeredOf;
    for (int i = 0; i < 20'000; ++i) {
        const SimulatedCall call = generator.next(Start + i * Gap);
        ++answeredOf[call.campaign].first;
        answeredOf[call.campaign].second += call.isAnswered() ? 1 : 0;
    }
    QCOMPARE(answeredOf.size(), 4);
    QSet<int> percentages;
    for (const auto &[calls, answered] : std::as_const(answeredOf))
        percentages.insert(answered * 100 / calls);
    QVERIFY(percentages.size() >= 3);
    QSet<QByteArray> heads;
    for (const CampaignProfile &campaign : generator.campaigns())
        heads.insert(campaign.columns.first().head);
    QVERIFY(heads.size() >= 3);
}

void TestGenerator::lineFailuresComeInSurges()
{
    const QList<CampaignProfile> campaigns = campaignProfiles(6, 1);
    double lowest = 1, highest = 0;
    int surging = 0;
    for (qint64 minute = 0; minute < 600; ++minute) {
        const double share = lineFaultShare(campaigns.at(2), Start + minute * 60'000);
        lowest = std::min(lowest, share);
        highest = std::max(highest, share);
        surging += share > 0.2 ? 1 : 0;
        QVERIFY(lineFaultShare(campaigns.at(0), Start + minute * 60'000) < 0.05);
    }
    QVERIFY(lowest < 0.05 && highest > 0.3);
    QVERIFY(surging > 30 && surging < 300);
}

void TestGenerator::linesCanBeMadeToFail()
{
    int failed = 0;
    for (const SimulatedCall &call : callsOf({.seed = 6, .inbound = 0, .lineFaults = 0.7}, 2'000))
        failed += call.result->flags.testFlag(ResultFlag::LineFault) ? 1 : 0;
    QVERIFY2(failed > 1'300 && failed < 1'500, qPrintable(QString::number(failed)));
}

void TestGenerator::failedRowsAreTriedAgain()
{
    QHash<std::pair<qsizetype, quint64>, SimulatedCall> last;
    int retries = 0;
    for (const SimulatedCall &call : callsOf({.seed = 6, .inbound = 0}, 10'000)) {
        const auto key = std::pair(call.campaign, call.row);
        const bool known = last.contains(key);
        QCOMPARE(call.tries > 0, known);
        if (known) {
            QVERIFY(isWorthRetry(last.value(key)));
            QCOMPARE(call.tries, last.value(key).tries + 1);
            QCOMPARE(call.callee, last.value(key).callee);
            QVERIFY(call.hangupMs > last.value(key).hangupMs);
            ++retries;
        }
        last.insert(key, call);
    }
    QVERIFY2(retries > 1'500, qPrintable(QString::number(retries)));
}

void TestGenerator::inboundCallsHaveOnlyTheBasicPart()
{
    const auto calls = callsOf({.seed = 8, .inbound = 0.2}, 5'000);
    int inbound = 0;
    for (const SimulatedCall &call : calls) {
        if (!call.inbound)
            continue;
        ++inbound;
        QVERIFY(call.outboundBody.isEmpty());
        const CallFields fields = parsed(call.basicBody).fields;
        QCOMPARE(fields.direction, 1);
        QVERIFY(!fields.callRelationId.isEmpty());
        QVERIFY(fields.taskId.isEmpty());
    }
    QVERIFY(inbound > 800 && inbound < 1'200);
}

void TestGenerator::numbersAreFictitious()
{
    static const QRegularExpression customer(u"^199000\\d{5}$"_s), line(u"^055196866\\d{3}$"_s);
    QSet<QByteArray> lines;
    for (const SimulatedCall &call : callsOf({.seed = 9, .inbound = 0}, 2'000)) {
        QVERIFY(customer.match(QString::fromLatin1(call.callee)).hasMatch());
        QVERIFY(line.match(QString::fromLatin1(call.caller)).hasMatch());
        lines.insert(call.caller);
    }
    QVERIFY(lines.size() > 10);
}

void TestGenerator::durationsFollowTheExample()
{
    for (const SimulatedCall &call : callsOf({.seed = 10, .inbound = 0}, 1'000)) {
        QCOMPARE(call.callSeconds, qRound64(static_cast<double>(call.hangupMs - call.dialMs) / 1000.0));
        QVERIFY(call.dialMs < call.hangupMs);
        if (call.isAnswered())
            QCOMPARE(call.ringSeconds, qRound64(static_cast<double>(call.answerMs - call.dialMs) / 1000.0));
    }
}

QTEST_GUILESS_MAIN(TestGenerator)
#include "test_generator.moc"
