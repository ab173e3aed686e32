// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/call_record.h"
#include "record/call/masking.h"
#include "record/figures/figures.h"
#include "record/protocol/json_strictness.h"
#include "tests/record/push_paths.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace callboard {

/// True when a database can hold the text: no NUL, no half of a surrogate pair.
inline bool isStorable(const QString &text)
{
    return text.isValidUtf16() && !text.contains(QChar(u'\0'));
}

inline bool isStorable(const CallFields &fields)
{
    for (const FieldInfo &info : fieldTable()) {
        if (const auto *text = std::get_if<QString CallFields::*>(&info.member); text && !isStorable(fields.**text))
            return false;
    }
    return isStorable(fields.taskRowHead.join(u'|')) && isStorable(fields.taskRowValue.join(u'|'));
}

/// What must hold for any bytes at all: an answer, the same from both readers, text that can be stored, a merge that
/// does not mind repetition, and a raw view that does not change when covered again. Returns the broken property's
/// name, or nullptr.
inline const char *brokenProperty(const QByteArray &body)
{
    const QString shown = maskBody(body);
    if (!shown.isValidUtf16())
        return "the raw view is not Unicode";
    if (maskBody(shown.toUtf8()) != shown)
        return "masking twice differs from masking once";
    if (differenceOfPaths(body))
        return "the fast reader and the document reader differ";
    const auto parsed = parsePush(body);
    if (const auto *refusal = std::get_if<Refusal>(&parsed))
        return refusal->error.isEmpty() ? "a refusal without a reason" : nullptr;
    if (findJsonFault(body)) // bare control characters, too
        return "accepted, but not strict JSON";
    if (const auto *other = std::get_if<OtherPush>(&parsed))
        return other->callUuid.isEmpty() || !isStorable(other->callUuid) ? "of another kind, but not storable"
                                                                         : nullptr;
    const auto *message = std::get_if<PartMessage>(&parsed);
    if (message->fields.callUuid.isEmpty() || !isStorable(message->fields))
        return "accepted, but not storable";
    CallRecord once;
    mergeInto(once, *message, 1'600'000'000'000, 1);
    CallRecord twice = once;
    if (!mergeInto(twice, *message, 1'600'000'000'000, 1) || !(twice == once))
        return "a copy changed the call";
    if (once.talkMs() < 0 || once.answerDelayMs() < 0 || cellSumsOf(once).calls != 1
        || cellKeyOf(once, MinuteMs).bucket < 0)
        return "figures out of range";
    return masked(masked(once)) == masked(once) ? nullptr : "masking a call twice differs from once";
}

} // namespace callboard
