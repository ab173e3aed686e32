// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/protocol/push_message.h"

#include <QByteArray>

#include <optional>

namespace callboard {

/// What a body that is no JSON object looks like, in words that say what its sender has to change: a list of records, a
/// form, XML. Nothing when it looks like none of them. Pure; any thread.
std::optional<Refusal> foreignShapeOf(const QByteArray &body);

/// Of which kind a message is of which only the beginning is there, by the keys of its object so far; `ofAddress` when
/// they do not tell. Pure; any thread.
PushKind kindOfBeginning(QByteArrayView beginning, PushKind ofAddress, const QList<PushKindInfo> &kinds = pushKinds());

} // namespace callboard
