// SPDX-License-Identifier: GPL-3.0-or-later
// The stream of messages and the expectation: every knob does what it says, and the expectation's arithmetic is that of
// a recount of what was taken from the stream.
#include "record/call/call_record.h"
#include "simulator/latency_histogram.h"
#include "simulator/message_source.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Start = 1'790'000'000'000;

std::vector<SimulatedMessage> drain(MessageSource &source)
{
    std::vector<SimulatedMessage> messages;
    while (source.nextDueMs())
        messages.push_back(source.take());
    return messages;
}

SourceConfig plain(qint64 calls)
{
    SourceConfig config;
    config.calls = calls;
    config.startMs = Start;
    return config;
}

struct TaskCount
{
    qint64 calls = 0, answered = 0, talkMs = 0;
    QSet<QString> contacts;
    QMap<QString, qint64> results;
};

/// The plain reference: everything that was sent, parsed, merged and counted at the end.
class Recount
{
public:
    void add(const SimulatedMessage &message)
    {
        const auto parsed = parsePush(message.body);
        ++m_accepted;
        m_repeated +=
            mergeInto(m_calls[message.uuid], std::get<PartMessage>(parsed), Start + 3'600'000, m_accepted) ? 1 : 0;
    }

    QJsonObject toJson() const
    {
        std::array<qint64, 4> parts{};
        qint64 answered = 0;
        QMap<QString, TaskCount> tasks;
        for (const CallRecord &call : m_calls) {
            ++parts.at(static_cast<std::size_t>(call.parts.stored()));
            answered += call.isAnswered() ? 1 : 0;
            if (!call.fields.taskId.isEmpty())
                count(tasks[call.fields.taskId], call);
        }
        QJsonArray list;
        for (auto it = tasks.cbegin(); it != tasks.cend(); ++it)
            list.append(json(it.key(), it.value()));
        return {
            {u"calls"_s, static_cast<qint64>(m_calls.size())},
            {u"parts"_s,
             QJsonObject{{u"basic_only"_s, parts[1]}, {u"outbound_only"_s, parts[2]}, {u"both"_s, parts[3]}}},
            {u"answered"_s, answered},
            {u"pushes"_s, QJsonObject{{u"accepted"_s, m_accepted}, {u"repeated"_s, m_repeated}, {u"rejected"_s, 0}}},
            {u"tasks"_s, list}};
    }

private:
    static void count(TaskCount &task, const CallRecord &call)
    {
        ++task.calls;
        task.answered += call.isAnswered() ? 1 : 0;
        task.talkMs += call.talkMs();
        task.contacts.insert(contactKey(call));
        ++task.results[call.fields.taskResult];
    }
    static QJsonObject json(const QString &id, const TaskCount &task)
    {
        QJsonObject results;
        for (auto it = task.results.cbegin(); it != task.results.cend(); ++it)
            results.insert(it.key(), it.value());
        return {{u"task_id"_s, id},
                {u"calls"_s, task.calls},
                {u"answered"_s, task.answered},
                {u"contacts"_s, static_cast<qint64>(task.contacts.size())},
                {u"talk_ms"_s, task.talkMs},
                {u"results"_s, results}};
    }

    QHash<QByteArray, CallRecord> m_calls;
    qint64 m_accepted = 0, m_repeated = 0;
};

} // namespace

class TestMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void sendsBothPartsOfEveryCall();
    void messagesAreInOrderOfTheirTime();
    void disorderPutsTheOutboundPartFirst();
    void duplicatesComeLater();
    void endlessNeverEnds();
    void expectationEqualsARecount_data();
    void expectationEqualsARecount();
    void percentilesOfLatency();
};

void TestMessages::sendsBothPartsOfEveryCall()
{
    SourceConfig config = plain(1'000);
    config.generator.inbound = 0;
    MessageSource source(config);
    QHash<QByteArray, int> partsOf;
    for (const SimulatedMessage &message : drain(source))
        ++partsOf[message.uuid];
    QCOMPARE(partsOf.size(), 1'000);
    for (const int parts : std::as_const(partsOf))
        QCOMPARE(parts, 2);
}

void TestMessages::messagesAreInOrderOfTheirTime()
{
    SourceConfig config = plain(2'000);
    config.disorder = 0.5;
    config.duplicates = 0.2;
    MessageSource source(config);
    qint64 last = 0;
    while (const auto due = source.nextDueMs()) {
        QVERIFY(*due >= last);
        last = *due;
        source.take();
    }
}

void TestMessages::disorderPutsTheOutboundPartFirst()
{
    SourceConfig config = plain(2'000);
    config.generator.inbound = 0;
    config.disorder = 0.5;
    MessageSource source(config);
    QSet<QByteArray> seen;
    int outboundFirst = 0;
    for (const SimulatedMessage &message : drain(source)) {
        if (!seen.contains(message.uuid))
            outboundFirst += message.body.contains("task_row_index") ? 1 : 0;
        seen.insert(message.uuid);
    }
    QVERIFY(outboundFirst > 600 && outboundFirst < 1'400);
}

void TestMessages::duplicatesComeLater()
{
    SourceConfig config = plain(2'000);
    config.duplicates = 0.1;
    MessageSource source(config);
    QHash<QByteArray, int> copies;
    for (const SimulatedMessage &message : drain(source))
        ++copies[message.body];
    int repeated = 0;
    for (const int count : std::as_const(copies)) {
        QVERIFY(count <= 2);
        repeated += count - 1;
    }
    QVERIFY(repeated > 250 && repeated < 550);
}

void TestMessages::endlessNeverEnds()
{
    SourceConfig config = plain(0);
    MessageSource source(config);
    qint64 last = 0;
    for (int i = 0; i < 5'000; ++i) {
        last = source.nextDueMs().value_or(-1);
        QVERIFY(last >= 0);
        source.take();
    }
    const double messagesPerSecond = 5'000'000.0 / static_cast<double>(last);
    QVERIFY(messagesPerSecond > 10 && messagesPerSecond < 50);
}

void TestMessages::expectationEqualsARecount_data()
{
    QTest::addColumn<double>("disorder");
    QTest::addColumn<double>("duplicates");
    QTest::addColumn<double>("lost");
    QTest::addColumn<double>("basicOnly");
    QTest::addColumn<bool>("dialectB");
    QTest::newRow("plain") << 0.0 << 0.0 << 0.0 << 0.0 << false;
    QTest::newRow("the issue's show") << 0.5 << 0.1 << 0.0 << 0.05 << false;
    QTest::newRow("everything goes wrong") << 0.7 << 0.3 << 0.2 << 0.2 << false;
    QTest::newRow("dialect b") << 0.5 << 0.1 << 0.1 << 0.05 << true;
}

void TestMessages::expectationEqualsARecount()
{
    QFETCH(double, disorder);
    QFETCH(double, duplicates);
    QFETCH(double, lost);
    QFETCH(double, basicOnly);
    QFETCH(bool, dialectB);
    SourceConfig config = plain(3'000);
    config.generator.tasks = 12;
    config.generator.basicOnly = basicOnly;
    config.generator.dialect = dialectB ? PushDialect::B : PushDialect::A;
    config.disorder = disorder;
    config.duplicates = duplicates;
    config.lost = lost;
    MessageSource source(config);
    Recount recount;
    for (const SimulatedMessage &message : drain(source))
        recount.add(message);
    QCOMPARE(source.expectation().toJson(), recount.toJson());
}

void TestMessages::percentilesOfLatency()
{
    LatencyHistogram latencies;
    QCOMPARE(latencies.percentileMs(0.5), 0.0);
    for (int i = 1; i <= 10'000; ++i)
        latencies.add(i * 10);
    QVERIFY(qAbs(latencies.percentileMs(0.5) - 50) < 2);
    QVERIFY(qAbs(latencies.percentileMs(0.99) - 99) < 4);
    QCOMPARE(latencies.maxMs(), 100.0);
    QVERIFY(latencies.percentileMs(1.0) <= 100.0);
}

QTEST_GUILESS_MAIN(TestMessages)
#include "test_messages.moc"
