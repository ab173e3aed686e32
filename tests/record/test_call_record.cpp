// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include "record/call/call_record.h"

#include <QRegularExpression>

using namespace callboard;
using namespace callboard::samples;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Arrival = 1'527'737'785'000;

struct Step
{
    QByteArray members;
    qint64 arrivedAt = Arrival;
};

CallRecord mergedFrom(const QList<Step> &steps)
{
    CallRecord call;
    qint64 number = 0;
    for (const Step &step : steps)
        mergeInto(call, accepted(bodyWith(step.members)), step.arrivedAt, ++number);
    return call;
}

const QByteArray Outbound = R"("task_row_index":1,"task_id":"t")";

} // namespace

/// One call: merge rules, times, anomalies, contact key.
class CallRecordTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void exampleOfTheSpecification();
    void basicNeverOverwritesOutbound();
    void latestOfTheSamePartWins();
    void silenceContradictsNothing();
    void conflictsWhateverTheOrder_data();
    void conflictsWhateverTheOrder();
    void arrivalsAndPairing();
    void journalNumbersAndRepeats();
    void unknownFieldsStayApart();
    void contactKeys_data();
    void contactKeys();
    void contactKeysWithoutRow();
    void nullsOfAFirstMessage();
    void anomalies_data();
    void anomalies();
    void placement_data();
    void placement();
    void durationsNeverGoNegative();
    void outboundAndAwaiting();
    void everyAnomalyHasItsWords();
};

void CallRecordTest::exampleOfTheSpecification()
{
    CallRecord call;
    QVERIFY(!mergeInto(call, accepted(exampleBody()), Arrival, 9));
    QCOMPARE(call.talkMs(), 21'400);
    QCOMPARE(call.fields.durationCall, 28);
    QCOMPARE(call.answerDelayMs(), 6'700);
    QCOMPARE(call.placedAt(), 1'527'737'784'829);
    QCOMPARE(contactKey(call), u"d:262381"_s);
    QVERIFY(call.isAnswered() && call.isOutbound() && call.parts.hasOutbound() && !call.isAwaiting());
    QVERIFY(!call.anomalies());
    QVERIFY(call.parts.isOutboundOnly());
}

void CallRecordTest::basicNeverOverwritesOutbound()
{
    const QByteArray outbound = Outbound + R"(,"caller":"from outbound")";
    const QByteArray basic = R"("caller":"from basic","app_id":"a")";
    for (const auto &steps : {QList<Step>{{outbound}, {basic}}, QList<Step>{{basic}, {outbound}},
                              QList<Step>{{basic}, {outbound}, {basic}, {basic}}}) {
        const CallRecord call = mergedFrom(steps);
        QCOMPARE(call.fields.caller, u"from outbound"_s);
        QCOMPARE(call.fields.appId, u"a"_s);
        QVERIFY(call.outboundPresent.has(Field::Caller) && !call.outboundPresent.has(Field::AppId));
        QVERIFY(call.conflicts.has(Field::Caller) && !call.conflicts.has(Field::AppId));
        QVERIFY(call.parts.isBoth());
    }
}

void CallRecordTest::latestOfTheSamePartWins()
{
    const CallRecord basic = mergedFrom({{R"("caller":"1")"}, {R"("caller":"2")"}, {R"("app_id":"x")"}});
    QCOMPARE(basic.fields.caller, u"2"_s);
    const CallRecord outbound = mergedFrom({{Outbound + R"(,"caller":"1")"}, {Outbound + R"(,"caller":"2")"}});
    QCOMPARE(outbound.fields.caller, u"2"_s);
    const CallRecord again = mergedFrom({{R"("caller":"1")"}, {R"("caller":"2")"}, {R"("caller":"1")"}});
    QCOMPARE(again.fields.caller, u"1"_s);
    QVERIFY(again.conflicts.has(Field::Caller));
}

void CallRecordTest::silenceContradictsNothing()
{
    const CallRecord call = mergedFrom({{R"("time_answer":1527737763429,"caller":"1")"},
                                        {Outbound + R"(,"time_answer":0,"caller":"")"},
                                        {R"("time_answer":null)"}});
    QCOMPARE(call.fields.timeAnswer, 1'527'737'763'429);
    QCOMPARE(call.fields.caller, u"1"_s);
    QVERIFY(call.conflicts.isEmpty());
    QVERIFY(!call.anomalies().testFlag(Anomaly::Contradiction));
}

void CallRecordTest::conflictsWhateverTheOrder_data()
{
    QTest::addColumn<QList<QByteArray>>("messages");
    using Messages = QList<QByteArray>;
    QTest::newRow("between parts") << Messages{R"("caller":"1")", Outbound + R"(,"caller":"2")"};
    QTest::newRow("inside basic") << Messages{R"("caller":"1")", R"("caller":"2")", Outbound};
    QTest::newRow("basic differs, outbound agrees with one")
        << Messages{R"("caller":"1")", R"("caller":"2")", Outbound + R"(,"caller":"1")"};
    QTest::newRow("inside outbound") << Messages{Outbound + R"(,"caller":"1")", Outbound + R"(,"caller":"2")"};
    QTest::newRow("one silent") << Messages{Outbound, R"("caller":"1")", Outbound + R"(,"caller":"2")",
                                            R"("app_id":"1")"};
}

void CallRecordTest::conflictsWhateverTheOrder()
{
    QFETCH(QList<QByteArray>, messages);
    std::sort(messages.begin(), messages.end());
    FieldSet expected;
    expected.add(Field::Caller);
    do {
        QList<Step> steps;
        for (const QByteArray &message : std::as_const(messages))
            steps.append({message});
        const CallRecord call = mergedFrom(steps);
        QCOMPARE(call.conflicts, expected);
        QCOMPARE(call.anomalies(), Anomalies(Anomaly::Contradiction) | Anomaly::NoHangup);
    } while (std::next_permutation(messages.begin(), messages.end()));
}

void CallRecordTest::arrivalsAndPairing()
{
    const CallRecord call = mergedFrom({{"", 100}, {"", 300}, {Outbound, 500}, {Outbound, 700}, {"", 50}});
    QCOMPARE(call.firstArrival, 50);
    QCOMPARE(call.lastArrival, 700);
    QCOMPARE(call.pairedAt, 500);
    QCOMPARE(mergedFrom({{Outbound, 100}, {"", 250}}).pairedAt, 250);
    QCOMPARE(mergedFrom({{"", 100}, {"", 200}}).pairedAt, 0);
}

void CallRecordTest::journalNumbersAndRepeats()
{
    CallRecord call;
    QVERIFY(!mergeInto(call, accepted(bodyWith("")), 1, 11));
    QVERIFY(mergeInto(call, accepted(bodyWith("")), 2, 12));
    QVERIFY(!mergeInto(call, accepted(bodyWith(Outbound)), 3, 13));
    QVERIFY(mergeInto(call, accepted(bodyWith(Outbound)), 4, 14));
    QCOMPARE(call.basicPush, 12);
    QCOMPARE(call.outboundPush, 14);
}

void CallRecordTest::unknownFieldsStayApart()
{
    const CallRecord call = mergedFrom({{R"("x":1,"y":1)"}, {Outbound + R"(,"x":2)"}, {R"("x":3)"}});
    QCOMPARE(call.extraBasic, QJsonObject({{u"x"_s, 3}, {u"y"_s, 1}}));
    QCOMPARE(call.extraOutbound, QJsonObject({{u"x"_s, 2}}));
    QVERIFY(call.conflicts.isEmpty());
}

void CallRecordTest::contactKeys_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("key");
    const QByteArray task = R"("task_id":"t","callee":"199",)";
    QTest::newRow("data id first") << task + R"("task_row_index":5,"task_data_id":"d9")" << u"d:d9"_s;
    QTest::newRow("row next") << task + R"("task_row_index":5)" << u"r:5"_s;
    QTest::newRow("row zero") << task + R"("task_row_index":0)" << u"r:0"_s;
    QTest::newRow("no task") << QByteArray(R"("task_row_index":5,"task_data_id":"d9")") << QString();
    QTest::newRow("no outbound part") << task + R"("task_data_id":"d9")" << QString();
}

void CallRecordTest::contactKeys()
{
    QFETCH(QByteArray, members);
    QTEST(contactKey(mergedFrom({{members}})), "key");
}

/// Calls from before null was the same as absent may have an outbound part without a row.
void CallRecordTest::contactKeysWithoutRow()
{
    CallRecord call = mergedFrom({{R"("task_id":"t","callee":"199","task_row_index":5)"}});
    call.fields.presentFields.remove(Field::TaskRowIndex);
    QCOMPARE(contactKey(call), u"n:199"_s);
    call.fields.callee.clear();
    QCOMPARE(contactKey(call), QString());
}

/// A platform that writes every key: its first message awaits the second, whichever comes first.
void CallRecordTest::nullsOfAFirstMessage()
{
    const QByteArray first = R"("direction":2,"task_id":null,"task_result":null,"task_row_index":null)";
    const QByteArray second = R"("direction":2,"task_id":"t","task_result":"0","task_row_index":5)";
    QVERIFY(mergedFrom({{first}}).isAwaiting());
    for (const CallRecord &call : {mergedFrom({{first}, {second}}), mergedFrom({{second}, {first}})}) {
        QVERIFY(call.parts.isBoth());
        QCOMPARE(call.fields.taskResult, u"0"_s);
        QVERIFY(call.conflicts.isEmpty());
    }
}

void CallRecordTest::anomalies_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<Anomalies>("expected");
    const QByteArray hangup = R"("time_hangup":1527737784829)";
    using enum Anomaly;
    QTest::newRow("none") << hangup << Anomalies();
    QTest::newRow("no hang-up") << QByteArray() << Anomalies(NoHangup);
    QTest::newRow("before 2000") << QByteArray(R"("time_hangup":946684799)") << Anomalies(ImpossibleHangup);
    QTest::newRow("far ahead") << QByteArray(R"("time_hangup":1827737784829)") << Anomalies(ImpossibleHangup);
    QTest::newRow("answer after hang-up") << hangup + R"(,"time_answer":1527737784830)" << Anomalies(TimesOutOfOrder);
    QTest::newRow("ring before dial") << hangup + R"(,"time_dial":1527737780000,"time_ring":1527737779999)"
                                      << Anomalies(TimesOutOfOrder);
    QTest::newRow("all at once") << hangup + R"(,"time_dial":1527737784829,"time_answer":1527737784829)" << Anomalies();
    QTest::newRow("row lengths") << hangup + R"(,"task_row_head":["a","b"],"task_row_value":["1"])"
                                 << Anomalies(RowLengthDiffers);
    QTest::newRow("head alone") << hangup + R"(,"task_row_head":["a"])" << Anomalies(RowLengthDiffers);
    QTest::newRow("unknown code") << hangup + R"(,"task_result":"77")" << Anomalies(UnknownResult);
    QTest::newRow("known code as number") << hangup + R"(,"task_result":-1)" << Anomalies();
    QTest::newRow("negative call") << hangup + R"(,"duration_call":-1)" << Anomalies(NegativeDuration);
    QTest::newRow("negative ring") << hangup + R"(,"duration_ring":"-2")" << Anomalies(NegativeDuration);
    QTest::newRow("several") << QByteArray(R"("duration_ring":-2,"task_result":"x")")
                             << (Anomalies(NegativeDuration) | UnknownResult | NoHangup);
}

void CallRecordTest::anomalies()
{
    QFETCH(QByteArray, members);
    QTEST(mergedFrom({{members}}).anomalies(), "expected");
}

void CallRecordTest::placement_data()
{
    QTest::addColumn<qint64>("hangup");
    QTest::addColumn<bool>("possible");
    QTest::newRow("unset") << qint64(0) << false;
    QTest::newRow("last ms of 1999") << qint64(946'684'799'999) << false;
    QTest::newRow("first ms of 2000") << qint64(946'684'800'000) << true;
    QTest::newRow("before arrival") << Arrival - 1 << true;
    QTest::newRow("a day after arrival") << Arrival + 86'400'000 << true;
    QTest::newRow("a day and 1 ms") << Arrival + 86'400'001 << false;
    QTest::newRow("absurd") << qint64(8'999'999'999'999'999'999) << false;
}

void CallRecordTest::placement()
{
    QFETCH(qint64, hangup);
    QFETCH(bool, possible);
    QCOMPARE(isPossibleHangup(hangup, Arrival), possible);
    CallRecord call;
    call.firstArrival = Arrival;
    call.fields.timeHangup = hangup;
    call.fields.timeAnswer = hangup - 1'000;
    QCOMPARE(call.placedAt(), possible ? hangup : Arrival);
    QCOMPARE(call.talkMs(), possible ? 1'000 : 0);
}

void CallRecordTest::durationsNeverGoNegative()
{
    const CallRecord call =
        mergedFrom({{R"("time_hangup":1527737784000,"time_answer":1527737785000,"time_dial":1527737786000)"}});
    QCOMPARE(call.talkMs(), 0);
    QCOMPARE(call.answerDelayMs(), 0);
    const CallRecord undialled = mergedFrom({{R"("time_answer":1527737785000)"}});
    QCOMPARE(undialled.answerDelayMs(), 0);
    QCOMPARE(undialled.talkMs(), 0);
}

void CallRecordTest::outboundAndAwaiting()
{
    const CallRecord inbound = mergedFrom({{R"("direction":1)"}});
    QVERIFY(!inbound.isOutbound() && !inbound.isAwaiting());
    const CallRecord awaiting = mergedFrom({{R"("direction":2)"}});
    QVERIFY(awaiting.isOutbound() && awaiting.isAwaiting());
    const CallRecord paired = mergedFrom({{R"("direction":2)"}, {Outbound}});
    QVERIFY(paired.isOutbound() && !paired.isAwaiting());
    const CallRecord alone = mergedFrom({{Outbound}});
    QVERIFY(alone.isOutbound() && !alone.isAwaiting());
}

void CallRecordTest::everyAnomalyHasItsWords()
{
    QVERIFY(anomalyWords({}).isEmpty());
    QSet<QString> words;
    for (quint32 bit = 1; bit <= 64; bit *= 2) {
        const QStringList one = anomalyWords(Anomalies::fromInt(static_cast<int>(bit)));
        QCOMPARE(one.size(), 1);
        words.insert(one.first());
    }
    QCOMPARE(words.size(), 7);
    QCOMPARE(anomalyWords(Anomalies::fromInt(127)).size(), 7);
}

QTEST_APPLESS_MAIN(CallRecordTest)
#include "test_call_record.moc"
