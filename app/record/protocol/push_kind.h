// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/protocol/call_fields.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace callboard {

/// The kinds of messages that a platform pushes. The numbers are stored with messages: never renumber.
enum class PushKind : quint8 {
    Record = 0, ///< a part of a call (`receiveCallRecord`)
    Recording = 1, ///< where the recording of a call lies (`receiveVoice`)
    Dialogue = 2, ///< what was said in a call (`receiveDialog`)
};

/// What there is to know of a kind. A further kind is a further row of pushKinds().
struct PushKindInfo
{
    PushKind kind = PushKind::Record;
    QLatin1StringView word; ///< in metrics and JSON, such as "recording"
    QLatin1StringView module; ///< the interface's name at the platform, which ends its address
    bool (*hasShape)(const QJsonObject &extra) =
        nullptr; ///< by fields that a record does not have; null: not told by them
    const char *text = nullptr; ///< for people, to be translated in the context "PushKind"

    friend bool operator==(const PushKindInfo &, const PushKindInfo &) = default;
};

/// All kinds that are known, records first. The list lives as long as the program.
const QList<PushKindInfo> &pushKinds();

/// The one place that decides of which kind a message is. What only a record says (times, durations, direction, result,
/// row) makes it one, wherever it was sent; else its shape decides, else the address that it came to. Pure; any thread.
PushKind pushKindOf(FieldSet present, const QJsonObject &extra, PushKind ofAddress,
                    const QList<PushKindInfo> &kinds = pushKinds());

/// The word of a kind; of an unknown one its number, such as "kind 7".
QString pushKindWord(PushKind kind, const QList<PushKindInfo> &kinds = pushKinds());
/// The same for people, in the language of the program.
QString pushKindText(PushKind kind);

} // namespace callboard
