// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/protocol/push_kind.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr FieldSet fieldsOfRecordsOnly()
{
    FieldSet fields;
    for (const Field field :
         std::array{Field::Direction, Field::TimeAnswer, Field::TimeHangup, Field::DurationRing, Field::DurationCall,
                    Field::TimeDial, Field::TimeRing, Field::TaskResult, Field::TaskResultDesc, Field::TaskTries,
                    Field::TaskRowIndex, Field::TaskRowHead, Field::TaskRowValue})
        fields.add(field);
    return fields;
}

/// Whatever stands there: a message that has these and nothing of a record is none.
bool isRecording(const QJsonObject &extra)
{
    return extra.contains("url"_L1) || extra.contains("size"_L1);
}

bool isDialogue(const QJsonObject &extra)
{
    return extra.contains("dialog"_L1);
}

const PushKindInfo *findKind(PushKind kind, const QList<PushKindInfo> &kinds)
{
    const auto found =
        std::find_if(kinds.begin(), kinds.end(), [kind](const PushKindInfo &info) { return info.kind == kind; });
    return found == kinds.end() ? nullptr : &*found;
}

} // namespace

const QList<PushKindInfo> &pushKinds()
{
    static const QList<PushKindInfo> kinds{
        {PushKind::Record, "record"_L1, "receiveCallRecord"_L1, nullptr, QT_TRANSLATE_NOOP("PushKind", "call record")},
        {PushKind::Recording, "recording"_L1, "receiveVoice"_L1, isRecording,
         QT_TRANSLATE_NOOP("PushKind", "recording")},
        {PushKind::Dialogue, "dialogue"_L1, "receiveDialog"_L1, isDialogue, QT_TRANSLATE_NOOP("PushKind", "dialogue")},
    };
    return kinds;
}

PushKind pushKindOf(FieldSet present, const QJsonObject &extra, PushKind ofAddress, const QList<PushKindInfo> &kinds)
{
    static constexpr FieldSet RecordsOnly = fieldsOfRecordsOnly();
    if ((present.bits() & RecordsOnly.bits()) != 0)
        return PushKind::Record;
    if (extra.isEmpty())
        return ofAddress;
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&extra](const PushKindInfo &info) {
        return info.hasShape != nullptr && info.hasShape(extra);
    });
    return found == kinds.end() ? ofAddress : found->kind;
}

QString pushKindWord(PushKind kind, const QList<PushKindInfo> &kinds)
{
    const PushKindInfo *info = findKind(kind, kinds);
    return info ? QString(info->word) : u"kind %1"_s.arg(static_cast<int>(kind));
}

QString pushKindText(PushKind kind)
{
    const PushKindInfo *info = findKind(kind, pushKinds());
    return info ? QCoreApplication::translate("PushKind", info->text) : pushKindWord(kind);
}

} // namespace callboard
