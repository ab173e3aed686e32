// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/protocol/call_fields.h"

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

constexpr std::size_t SlotCount = 64;

/// Tells all names apart; indexTable() does not compile when it no longer does.
template <typename Name>
constexpr std::size_t slotOf(Name name)
{
    const auto unit = [&](qsizetype i) -> std::size_t { return QChar(name[i]).unicode(); };
    const qsizetype length = name.size();
    return (static_cast<std::size_t>(length) * 7 + unit(length - 1) * 10 + unit(length / 2)) % SlotCount;
}

/// Position in the table plus one, 0 for an empty slot.
consteval std::array<quint8, SlotCount> indexTable()
{
    std::array<quint8, SlotCount> index{};
    for (std::size_t i = 0; i < Table.size(); ++i) {
        quint8 &slot = index[slotOf(Table[i].name)];
        slot = slot == 0 ? static_cast<quint8>(i + 1) : throw "two names in one slot";
    }
    return index;
}

template <typename Name>
const FieldInfo *find(Name name)
{
    static constexpr std::array<quint8, SlotCount> Index = indexTable();
    const quint8 place = name.isEmpty() ? quint8(0) : Index[slotOf(name)];
    return place != 0 && name == Table[place - 1U].name ? &Table[place - 1U] : nullptr;
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
    return find(name);
}

const FieldInfo *findField(QLatin1StringView name)
{
    return find(name);
}

} // namespace callboard
