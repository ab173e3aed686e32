// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_fixture.h"

#include "record/call/result_codes.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace callboard::test {

using namespace Qt::StringLiterals;

TestCall::TestCall(int number, const QString &task)
{
    const qint64 dial = Noon + number * 1'000LL;
    fields = QJsonObject{{u"business_id"_s, u"2745"_s},
                         {u"app_id"_s, u"test"_s},
                         {u"robot_id"_s, u"2745001"_s},
                         {u"call_uuid"_s, u"uuid-%1"_s.arg(number)},
                         {u"caller"_s, u"055196866001"_s},
                         {u"callee"_s, u"1990000%1"_s.arg(number % 10'000, 4, 10, QChar(u'0'))},
                         {u"direction"_s, 2},
                         {u"time_dial"_s, dial},
                         {u"time_ring"_s, dial + 700},
                         {u"time_answer"_s, dial + 6'700},
                         {u"time_hangup"_s, dial + 28'100},
                         {u"duration_ring"_s, 7},
                         {u"duration_call"_s, 28},
                         {u"task_id"_s, task},
                         {u"task_data_id"_s, QString::number(number)},
                         {u"task_result"_s, u"0"_s},
                         {u"task_result_desc"_s, u"成功"_s},
                         {u"task_tries"_s, 0},
                         {u"task_row_index"_s, number},
                         {u"task_row_head"_s, QJsonArray{u"客户手机号码"_s, u"城市"_s}},
                         {u"task_row_value"_s, QJsonArray{u"0271111111"_s, u"武汉市"_s}}};
}

QByteArray TestCall::outbound() const
{
    return QJsonDocument(fields).toJson(QJsonDocument::Compact);
}

QByteArray TestCall::basic() const
{
    QJsonObject object = fields;
    for (const QString &name :
         {u"task_id"_s, u"task_data_id"_s, u"time_dial"_s, u"time_ring"_s, u"task_result"_s, u"task_result_desc"_s,
          u"task_tries"_s, u"task_row_index"_s, u"task_row_head"_s, u"task_row_value"_s})
        object.remove(name);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QList<TestCall> someCalls(int count, quint32 seed)
{
    QRandomGenerator random(seed);
    QList<TestCall> calls;
    for (int i = 0; i < count; ++i) {
        TestCall call(i, QString::number(random.bounded(4)));
        const auto &code = resultCatalogues().front().codes[random.bounded(21U)];
        const bool answered = code.outcomeClass == OutcomeClass::Connected && random.bounded(10) > 0;
        const qint64 dial = Noon + random.bounded(4 * 3'600'000);
        call.set(u"time_dial"_s, dial);
        call.set(u"time_ring"_s, random.bounded(5) ? QJsonValue(dial + 500) : QJsonValue(0));
        call.set(u"time_answer"_s, answered ? QJsonValue(dial + 4'000) : QJsonValue(0));
        call.set(u"time_hangup"_s, dial + 4'000 + random.bounded(400'000));
        call.set(u"task_result"_s, QString(code.code));
        call.set(u"task_tries"_s, random.bounded(3));
        call.set(u"task_data_id"_s, QString::number(random.bounded(std::max(1, count / 2))));
        calls.append(call);
    }
    return calls;
}

void makeStoreOfStepOne(Connection &connection, const StoreUrl &source)
{
    QFile file(u":/schema/001-calls.sql"_s);
    if (!file.open(QIODevice::ReadOnly))
        throw StoreError(StoreErrorCode::StepMissing, {u"001"_s});
    QString text = connection.dialect().schemaText(QString::fromUtf8(file.readAll()));
    text.remove(QRegularExpression(u"--[^\n]*"_s));
    const QStringList statements = text.split(u';', Qt::SkipEmptyParts);
    for (const QString &statement : statements) {
        if (!statement.trimmed().isEmpty())
            connection.execute(statement);
    }
    connection.database().attach(source.localFile());
    for (const QString &table : {u"call"_s, u"contact"_s, u"row_head"_s})
        connection.execute(u"INSERT INTO main.%1 SELECT * FROM source.%1"_s.arg(table));
    connection.execute(u"INSERT INTO main.push SELECT first_push, count, first_arrival, last_arrival, segment FROM "
                       "source.push"_s);
    connection.execute(u"INSERT INTO main.meta SELECT * FROM source.meta WHERE key <> 'schema_step'"_s);
    connection.execute(u"INSERT INTO main.meta VALUES ('schema_step', 1)"_s);
    connection.execute(u"DETACH DATABASE source"_s);
    connection.execute(u"INSERT INTO task (task_id) VALUES ('1')"_s);
    connection.execute(u"INSERT INTO task (task_id, success_rule) VALUES ('2', '[\"18\"]')"_s);
}

void forgetStepsAfter(Connection &connection, int step)
{
    const QList<std::pair<int, QStringList>> steps{
        {8, {u"DROP TABLE other_push"_s, u"ALTER TABLE rejected DROP COLUMN kind"_s}},
        {7, {u"DROP TABLE past_contact"_s, u"DROP TABLE past_outbound_only"_s}},
        {6, {u"DROP TABLE erasure"_s, u"DROP TABLE hidden_message"_s, u"DROP TABLE erase_key"_s}},
        {5, {u"DROP TABLE journal_gap"_s, u"ALTER TABLE push DROP COLUMN checksum"_s}},
        {4, {u"DROP TABLE report_run"_s, u"DROP TABLE report_schedule"_s}},
        {3, {u"DROP TABLE alert"_s, u"DROP TABLE alert_rule"_s}}};
    for (const auto &[number, statements] : steps) {
        for (const QString &statement : number > step ? statements : QStringList())
            connection.execute(statement);
    }
    connection.execute(u"UPDATE meta SET value = %1 WHERE key = 'schema_step'"_s.arg(step));
}

Arrival arrivalOf(const QByteArray &body, qint64 arrivedAt)
{
    Arrival arrival;
    arrival.arrivedAt = arrivedAt;
    arrival.remote = u"127.0.0.1"_s;
    arrival.body = body;
    const auto content = parsePush(body);
    std::visit([&](const auto &value) { arrival.content = value; }, content);
    return arrival;
}

void CollectingSink::deliver(const QList<Receipt> &receipts)
{
    const std::lock_guard lock(m_mutex);
    m_receipts.append(receipts);
    m_more.notify_all();
}

QList<Receipt> CollectingSink::wait(qsizetype count)
{
    std::unique_lock lock(m_mutex);
    m_more.wait_for(lock, std::chrono::seconds(30), [&] { return m_receipts.size() >= count; });
    return m_receipts;
}

} // namespace callboard::test
