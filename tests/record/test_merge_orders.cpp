// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include "record/call/call_record.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <algorithm>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

/// What happened on the line: both messages of a call tell parts of this.
struct Truth
{
    QJsonObject basic, outbound; ///< outbound contains all of basic
};

const QStringList BasicNames{u"business_id"_s,   u"app_id"_s,        u"robot_id"_s,        u"caller"_s,
                             u"callee"_s,        u"direction"_s,     u"time_answer"_s,     u"time_hangup"_s,
                             u"duration_ring"_s, u"duration_call"_s, u"call_relation_id"_s};
const QStringList OutboundNames{u"task_id"_s,    u"task_data_id"_s,  u"time_dial"_s,
                                u"time_ring"_s,  u"task_result"_s,   u"task_result_desc"_s,
                                u"task_tries"_s, u"task_row_head"_s, u"task_row_value"_s};

QJsonValue randomValue(QRandomGenerator &random, const QString &name)
{
    if (name.startsWith("time_"_L1))
        return qint64(1'500'000'000'000) + random.bounded(1'000'000);
    if (name.startsWith("task_row_"_L1))
        return QJsonArray{QString::number(random.bounded(9)), u"张家口"_s};
    if (name.startsWith("duration_"_L1) || name == u"direction"_s || name == u"task_tries"_s)
        return random.bounded(100);
    return QString::number(random.bounded(1'000'000)) + u"数"_s;
}

Truth randomTruth(QRandomGenerator &random, int number)
{
    Truth truth;
    truth.basic[u"call_uuid"] = u"u-"_s + QString::number(number);
    for (const QString &name : BasicNames) {
        if (random.bounded(4) > 0)
            truth.basic[name] = randomValue(random, name);
    }
    truth.outbound = truth.basic;
    truth.outbound[u"task_row_index"] = random.bounded(10'000);
    if (random.bounded(5) == 0)
        truth.basic[u"task_row_index"] = QJsonValue(); // some platforms write every key
    for (const QString &name : OutboundNames) {
        if (random.bounded(4) > 0)
            truth.outbound[name] = randomValue(random, name);
    }
    return truth;
}

/// The design's merge paragraph, written plainly over maps: a value per field and part, the outbound one counts.
class ReferenceCall
{
public:
    void take(const QJsonObject &message)
    {
        const bool outbound = !message.value(u"task_row_index").isNull() && message.contains(u"task_row_index");
        m_parts |= outbound ? 2 : 1;
        for (auto it = message.begin(); it != message.end(); ++it) {
            if (it.value().isNull())
                continue;
            m_seen[it.key()].insert(QString::fromUtf8(QJsonDocument(QJsonArray{it.value()}).toJson()));
            (outbound ? m_outbound : m_basic)[it.key()] = it.value();
        }
    }
    int parts() const { return m_parts; }
    QMap<QString, QJsonValue> values() const
    {
        QMap<QString, QJsonValue> all = m_basic;
        for (auto it = m_outbound.begin(); it != m_outbound.end(); ++it)
            all[it.key()] = it.value();
        return all;
    }
    bool isConflict(const QString &name) const { return m_seen.value(name).size() > 1; }
    bool isFromOutbound(const QString &name) const { return m_outbound.contains(name); }

private:
    QMap<QString, QJsonValue> m_basic, m_outbound;
    QMap<QString, QSet<QString>> m_seen;
    int m_parts = 0;
};

QJsonValue valueOf(const CallFields &fields, const FieldInfo &info)
{
    if (const auto *text = std::get_if<QString CallFields::*>(&info.member))
        return fields.**text;
    if (const auto *number = std::get_if<qint64 CallFields::*>(&info.member))
        return fields.**number;
    return QJsonArray::fromStringList(fields.*std::get<QStringList CallFields::*>(info.member));
}

void compareWith(const ReferenceCall &reference, const CallRecord &call)
{
    const QMap<QString, QJsonValue> values = reference.values();
    QCOMPARE(call.parts.stored(), reference.parts());
    for (const FieldInfo &info : fieldTable()) {
        const bool isTime = info.kind == FieldKind::Time && values.value(info.name).toInteger() == 0;
        QCOMPARE(call.fields.presentFields.has(info.field), values.contains(info.name) && !isTime);
        if (call.fields.presentFields.has(info.field))
            QCOMPARE(valueOf(call.fields, info), values.value(info.name));
        QCOMPARE(call.conflicts.has(info.field), reference.isConflict(info.name));
        QCOMPARE(call.outboundPresent.has(info.field), reference.isFromOutbound(info.name));
    }
}

QByteArray bodyOf(const QJsonObject &message)
{
    return QJsonDocument(message).toJson(QJsonDocument::Compact);
}

/// What does not depend on when messages came.
bool sameCall(const CallRecord &a, const CallRecord &b)
{
    return a.fields == b.fields && a.parts == b.parts && a.outboundPresent == b.outboundPresent
        && a.conflicts == b.conflicts && a.extraBasic == b.extraBasic && a.extraOutbound == b.extraOutbound
        && contactKey(a) == contactKey(b) && a.placedAt() == b.placedAt() && a.talkMs() == b.talkMs()
        && a.anomalies() == b.anomalies();
}

CallRecord mergeAll(const QList<QJsonObject> &messages)
{
    CallRecord call;
    qint64 number = 0;
    for (const QJsonObject &message : messages) {
        ++number;
        mergeInto(call, samples::accepted(bodyOf(message)), 1'600'000'000'000 + number, number);
    }
    return call;
}

} // namespace

/// Order and repetition don't matter (README, promise 3), against an independent model.
class MergeOrdersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void everyOrderAndNumberOfCopies();
    void randomBatches();
    void contradictingMessagesFollowTheModel();
};

/// All orders of 1 to 5 copies of each part (at most 10 messages, 252 distinct orders each).
void MergeOrdersTest::everyOrderAndNumberOfCopies()
{
    QRandomGenerator random(2);
    for (int number = 0; number < 4; ++number) {
        const Truth truth = randomTruth(random, number);
        ReferenceCall reference;
        reference.take(truth.basic);
        reference.take(truth.outbound);
        const PartMessage parts[] = {samples::accepted(bodyOf(truth.basic)), samples::accepted(bodyOf(truth.outbound))};
        const CallRecord first = mergeAll({truth.basic, truth.outbound});
        compareWith(reference, first);
        for (int copies = 0; copies < 25; ++copies) {
            QList<int> order = QList<int>(copies / 5 + 1, 0) + QList<int>(copies % 5 + 1, 1);
            do {
                CallRecord call;
                qint64 arrival = 1'600'000'000'000;
                for (const int part : std::as_const(order)) {
                    ++arrival;
                    mergeInto(call, parts[part], arrival, arrival);
                }
                QVERIFY(sameCall(call, first));
            } while (std::next_permutation(order.begin(), order.end()));
        }
    }
}

/// Many calls mixed together, cut into batches; a batch takes calls out of the "store" and puts them back.
void MergeOrdersTest::randomBatches()
{
    QRandomGenerator random(3);
    QHash<QString, ReferenceCall> references;
    QList<QJsonObject> messages;
    for (int number = 0; number < 200; ++number) {
        const Truth truth = randomTruth(random, number);
        const int kinds = 1 + random.bounded(3); // basic only, outbound only, both
        for (const auto &[bit, message] : {std::pair(1, truth.basic), std::pair(2, truth.outbound)}) {
            if ((kinds & bit) == 0)
                continue;
            references[message[u"call_uuid"].toString()].take(message);
            messages += QList<QJsonObject>(1 + random.bounded(5), message);
        }
    }
    for (int round = 0; round < 10; ++round) {
        std::shuffle(messages.begin(), messages.end(), random);
        QHash<QString, CallRecord> stored;
        for (qsizetype from = 0; from < messages.size();) {
            const qsizetype to = std::min<qsizetype>(messages.size(), from + 1 + random.bounded(64));
            QHash<QString, CallRecord> batch;
            for (; from < to; ++from) {
                const PartMessage message = samples::accepted(bodyOf(messages[from]));
                const QString uuid = message.fields.callUuid;
                if (!batch.contains(uuid))
                    batch.insert(uuid, stored.value(uuid));
                mergeInto(batch[uuid], message, 1'600'000'000'000 + from, from);
            }
            stored.insert(batch);
        }
        QCOMPARE(stored.size(), references.size());
        for (auto it = references.cbegin(); it != references.cend(); ++it)
            compareWith(it.value(), stored.value(it.key()));
    }
}

/// Messages that disagree: what wins depends on the order as the design says; what is remembered as odd does not.
void MergeOrdersTest::contradictingMessagesFollowTheModel()
{
    QRandomGenerator random(4);
    for (int round = 0; round < 300; ++round) {
        QList<QJsonObject> messages;
        for (int i = 0, count = 2 + random.bounded(5); i < count; ++i) {
            const Truth truth = randomTruth(random, 0);
            messages.append(random.bounded(2) == 0 ? truth.basic : truth.outbound);
        }
        const FieldSet conflicts = mergeAll(messages).conflicts;
        for (int shuffle = 0; shuffle < 5; ++shuffle) {
            std::shuffle(messages.begin(), messages.end(), random);
            ReferenceCall reference;
            for (const QJsonObject &message : std::as_const(messages))
                reference.take(message);
            const CallRecord call = mergeAll(messages);
            compareWith(reference, call);
            QCOMPARE(call.conflicts, conflicts);
        }
    }
}

QTEST_APPLESS_MAIN(MergeOrdersTest)
#include "test_merge_orders.moc"
