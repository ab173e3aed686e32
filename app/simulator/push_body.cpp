// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/push_body.h"

#include <array>
#include <charconv>

namespace callboard {

namespace {

constexpr qsizetype TypicalBody = 800;

/// Writes JSON text directly: bulk history needs far more messages a second than a document tree could give.
class BodyWriter
{
public:
    BodyWriter(const SimulatedCall &call, PushDialect dialect)
        : m_dialect(dialect)
        , m_salt(call.rowSeed ^ call.row)
    {
        m_out.reserve(TypicalBody);
        if (dialect == PushDialect::B && m_salt % 16 == 0)
            m_out.append("\xEF\xBB\xBF");
        m_out.append('{');
    }

    void text(const char *key, const QByteArray &value) { name(key).append('"').append(value).append('"'); }
    void number(const char *key, qint64 value)
    {
        name(key);
        m_dialect == PushDialect::B ? quoted(value) : digits(value);
    }
    /// Ids that dialect B has as numbers.
    void code(const char *key, const QByteArray &value)
    {
        if (m_dialect == PushDialect::B)
            name(key).append(value);
        else
            text(key, value);
    }
    void time(const char *key, qint64 ms)
    {
        if (m_dialect == PushDialect::A)
            number(key, ms);
        else if (ms != 0)
            number(key, ms / 1000);
        else
            name(key).append(m_salt % 2 == 0 ? "\"\"" : "null");
    }
    void list(const char *key, const QList<QByteArray> &values)
    {
        name(key).append('[');
        for (const QByteArray &value : values)
            m_out.append('"').append(value).append("\",");
        if (!values.isEmpty())
            m_out.chop(1);
        m_out.append(']');
    }
    QByteArray finish()
    {
        if (m_dialect == PushDialect::B)
            m_out.append(R"(,"platform_version":"5.2","call_cost":{"unit":"fen","value":12})");
        return m_out.append('}');
    }

private:
    QByteArray &name(const char *key)
    {
        if (!m_out.endsWith('{'))
            m_out.append(',');
        return m_out.append('"').append(key).append("\":");
    }
    void digits(qint64 value)
    {
        std::array<char, 24> buffer;
        const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
        m_out.append(buffer.data(), end - buffer.data());
    }
    void quoted(qint64 value)
    {
        m_out.append('"');
        digits(value);
        m_out.append('"');
    }

    QByteArray m_out;
    PushDialect m_dialect;
    quint64 m_salt;
};

QByteArray dataIdOf(const SimulatedCall &call, const CampaignProfile &campaign)
{
    return campaign.hasDataIds ? QByteArray::number(call.row + 200'000'000) : QByteArray();
}

QByteArray wordOf(const ResultCode &result)
{
    return QString::fromUtf16(result.zh).toUtf8();
}

QList<QByteArray> headsOf(const CampaignProfile &campaign)
{
    QList<QByteArray> heads;
    for (const RowColumn &column : campaign.columns)
        heads.append(column.head);
    return heads;
}

void writeOwner(BodyWriter &out, const SimulatedCall &call, const CampaignProfile &campaign)
{
    out.text("business_id", campaign.businessId);
    out.text("app_id", campaign.appId);
    out.text("robot_id", campaign.robotId);
    out.text("call_uuid", call.uuid);
}

void writeBasicFields(BodyWriter &out, const SimulatedCall &call)
{
    out.text("caller", call.caller);
    out.text("callee", call.callee);
    out.number("direction", call.inbound ? 1 : 2);
    out.time("time_answer", call.answerMs);
    out.time("time_hangup", call.hangupMs);
    out.number("duration_ring", call.ringSeconds);
    out.number("duration_call", call.callSeconds);
}

void writeOutboundFields(BodyWriter &out, const SimulatedCall &call, const CampaignProfile &campaign)
{
    out.code("task_id", campaign.taskId);
    out.text("task_data_id", dataIdOf(call, campaign));
    out.time("time_dial", call.dialMs);
    out.time("time_ring", call.ringMs);
    out.code("task_result", QByteArray(call.result->code.data(), call.result->code.size()));
    out.text("task_result_desc", wordOf(*call.result));
    out.number("task_tries", call.tries);
    out.number("task_row_index", static_cast<qint64>(call.row));
    out.list("task_row_head", headsOf(campaign));
    out.list("task_row_value", customerValues(campaign.columns, call.rowSeed));
}

/// Collects fields as said.
class TruthWriter
{
public:
    void text(Field field, const QByteArray &value)
    {
        if (!value.isEmpty())
            m_fields.*std::get<QString CallFields::*>(member(field)) = QString::fromUtf8(value);
    }
    void number(Field field, qint64 value) { m_fields.*std::get<qint64 CallFields::*>(member(field)) = value; }
    void time(Field field, qint64 ms)
    {
        if (ms != 0)
            number(field, ms);
    }
    void list(Field field, const QList<QByteArray> &values)
    {
        QStringList &into = m_fields.*std::get<QStringList CallFields::*>(member(field));
        for (const QByteArray &value : values)
            into.append(QString::fromUtf8(value));
    }
    CallFields fields() const { return m_fields; }

private:
    FieldMember member(Field field)
    {
        m_fields.presentFields.add(field);
        return fieldInfo(field).member;
    }

    CallFields m_fields;
};

void tellBasic(TruthWriter &truth, const SimulatedCall &call, const CampaignProfile &campaign)
{
    truth.text(Field::BusinessId, campaign.businessId);
    truth.text(Field::AppId, campaign.appId);
    truth.text(Field::RobotId, campaign.robotId);
    truth.text(Field::CallUuid, call.uuid);
    truth.text(Field::Caller, call.caller);
    truth.text(Field::Callee, call.callee);
    truth.text(Field::CallRelationId, call.relationId);
    truth.number(Field::Direction, call.inbound ? 1 : 2);
    truth.time(Field::TimeAnswer, call.answerMs);
    truth.time(Field::TimeHangup, call.hangupMs);
    truth.number(Field::DurationRing, call.ringSeconds);
    truth.number(Field::DurationCall, call.callSeconds);
}

void tellOutbound(TruthWriter &truth, const SimulatedCall &call, const CampaignProfile &campaign)
{
    truth.text(Field::TaskId, campaign.taskId);
    truth.text(Field::TaskDataId, dataIdOf(call, campaign));
    truth.time(Field::TimeDial, call.dialMs);
    truth.time(Field::TimeRing, call.ringMs);
    truth.text(Field::TaskResult, QByteArray(call.result->code.data(), call.result->code.size()));
    truth.text(Field::TaskResultDesc, wordOf(*call.result));
    truth.number(Field::TaskTries, call.tries);
    truth.number(Field::TaskRowIndex, static_cast<qint64>(call.row));
    truth.list(Field::TaskRowHead, headsOf(campaign));
    truth.list(Field::TaskRowValue, customerValues(campaign.columns, call.rowSeed));
}

} // namespace

QByteArray basicBody(const SimulatedCall &call, const CampaignProfile &campaign, PushDialect dialect)
{
    BodyWriter out(call, dialect);
    writeOwner(out, call, campaign);
    if (call.inbound)
        out.text("call_relation_id", call.relationId);
    writeBasicFields(out, call);
    return out.finish();
}

QByteArray outboundBody(const SimulatedCall &call, const CampaignProfile &campaign, PushDialect dialect)
{
    BodyWriter out(call, dialect);
    writeOwner(out, call, campaign);
    writeBasicFields(out, call);
    writeOutboundFields(out, call, campaign);
    return out.finish();
}

CallFields trueFields(const SimulatedCall &call, const CampaignProfile &campaign, bool withOutbound)
{
    TruthWriter truth;
    tellBasic(truth, call, campaign);
    if (withOutbound)
        tellOutbound(truth, call, campaign);
    return truth.fields();
}

} // namespace callboard
