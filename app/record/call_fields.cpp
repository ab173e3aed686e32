// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/call_fields.h"

#include <QHash>

#include <array>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<FieldInfo, FieldCount> Table{{
    {Field::BusinessId, "business_id"_L1, FieldKind::Text, &CallFields::businessId},
    {Field::AppId, "app_id"_L1, FieldKind::Text, &CallFields::appId},
    {Field::RobotId, "robot_id"_L1, FieldKind::Text, &CallFields::robotId},
    {Field::CallUuid, "call_uuid"_L1, FieldKind::Text, &CallFields::callUuid},
    {Field::Caller, "caller"_L1, FieldKind::Text, &CallFields::caller},
    {Field::Callee, "callee"_L1, FieldKind::Text, &CallFields::callee},
    {Field::Direction, "direction"_L1, FieldKind::Number, &CallFields::direction},
    {Field::TimeAnswer, "time_answer"_L1, FieldKind::Time, &CallFields::timeAnswer},
    {Field::TimeHangup, "time_hangup"_L1, FieldKind::Time, &CallFields::timeHangup},
    {Field::DurationRing, "duration_ring"_L1, FieldKind::Seconds, &CallFields::durationRing},
    {Field::DurationCall, "duration_call"_L1, FieldKind::Seconds, &CallFields::durationCall},
    {Field::CallRelationId, "call_relation_id"_L1, FieldKind::Text, &CallFields::callRelationId},
    {Field::TaskId, "task_id"_L1, FieldKind::Text, &CallFields::taskId},
    {Field::TaskDataId, "task_data_id"_L1, FieldKind::Text, &CallFields::taskDataId},
    {Field::TimeDial, "time_dial"_L1, FieldKind::Time, &CallFields::timeDial},
    {Field::TimeRing, "time_ring"_L1, FieldKind::Time, &CallFields::timeRing},
    {Field::TaskResult, "task_result"_L1, FieldKind::Text, &CallFields::taskResult},
    {Field::TaskResultDesc, "task_result_desc"_L1, FieldKind::Text, &CallFields::taskResultDesc},
    {Field::TaskTries, "task_tries"_L1, FieldKind::Number, &CallFields::taskTries},
    {Field::TaskRowIndex, "task_row_index"_L1, FieldKind::Number, &CallFields::taskRowIndex},
    {Field::TaskRowHead, "task_row_head"_L1, FieldKind::TextList, &CallFields::taskRowHead},
    {Field::TaskRowValue, "task_row_value"_L1, FieldKind::TextList, &CallFields::taskRowValue},
}};

QHash<QStringView, const FieldInfo *> makeIndex(std::vector<QString> &names)
{
    QHash<QStringView, const FieldInfo *> index;
    names.reserve(Table.size());
    for (const FieldInfo &info : Table) {
        names.emplace_back(info.name);
        index.insert(names.back(), &info);
    }
    return index;
}

} // namespace

std::span<const FieldInfo, FieldCount> fieldTable()
{
    return Table;
}

const FieldInfo &fieldInfo(Field field)
{
    return Table[static_cast<std::size_t>(field)];
}

const FieldInfo *findField(QStringView name)
{
    static std::vector<QString> names;
    static const QHash<QStringView, const FieldInfo *> index = makeIndex(names);
    return index.value(name, nullptr);
}

} // namespace callboard
