// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <span>
#include <variant>

namespace callboard {

/// The fields of a push, in the order of the specification's table ("receiveCallRecord", request parameters).
enum class Field : quint8 {
    BusinessId,
    AppId,
    RobotId,
    CallUuid,
    Caller,
    Callee,
    Direction,
    TimeAnswer,
    TimeHangup,
    DurationRing,
    DurationCall,
    CallRelationId,
    TaskId,
    TaskDataId,
    TimeDial,
    TimeRing,
    TaskResult,
    TaskResultDesc,
    TaskTries,
    TaskRowIndex,
    TaskRowHead,
    TaskRowValue
};
inline constexpr int FieldCount = 22;

/// A small set of fields, kept as a bit mask so that it can be stored as one number.
class FieldSet
{
public:
    constexpr FieldSet() = default;
    constexpr explicit FieldSet(quint32 bits)
        : m_bits(bits)
    { }
    constexpr bool has(Field f) const { return (m_bits & bit(f)) != 0; }
    constexpr void add(Field f) { m_bits |= bit(f); }
    constexpr void remove(Field f) { m_bits &= ~bit(f); }
    constexpr bool isEmpty() const { return m_bits == 0; }
    constexpr quint32 bits() const { return m_bits; }
    constexpr FieldSet &operator|=(FieldSet o)
    {
        m_bits |= o.m_bits;
        return *this;
    }
    friend constexpr bool operator==(FieldSet, FieldSet) = default;

private:
    static constexpr quint32 bit(Field f) { return 1U << static_cast<unsigned>(f); }
    quint32 m_bits = 0;
};

/// What one message, or the merged call, says. Only fields in `said` have a meaning; the others hold defaults.
///
/// Times are epoch milliseconds (0: not set), durations are seconds as pushed. A field that came as absent, null,
/// "" or, for a time, 0 is not said.
struct CallFields
{
    QString businessId, appId, robotId, callUuid, caller, callee, callRelationId;
    QString taskId, taskDataId, taskResult, taskResultDesc;
    qint64 direction = 0; ///< 1 inbound, 2 outbound
    qint64 timeAnswer = 0, timeHangup = 0, timeDial = 0, timeRing = 0;
    qint64 durationRing = 0, durationCall = 0;
    qint64 taskTries = 0, taskRowIndex = 0;
    QStringList taskRowHead, taskRowValue;
    FieldSet presentFields;

    friend bool operator==(const CallFields &, const CallFields &) = default;
};

/// How a field's value is to be read.
enum class FieldKind : quint8 { Text, Number, Time, Seconds, TextList };

using FieldMember = std::variant<QString CallFields::*, qint64 CallFields::*, QStringList CallFields::*>;

/// One row of the specification's table.
struct FieldInfo
{
    Field field;
    QLatin1StringView name; ///< the protocol's name, such as `time_hangup`
    FieldKind kind;
    FieldMember member;
};

/// All fields in the specification's order. The span lives as long as the program.
std::span<const FieldInfo, FieldCount> fieldTable();

/// The row of one field.
const FieldInfo &fieldInfo(Field field);

/// The field of that protocol name, or nullptr.
const FieldInfo *findField(QStringView name);
const FieldInfo *findField(QLatin1StringView name);

} // namespace callboard
