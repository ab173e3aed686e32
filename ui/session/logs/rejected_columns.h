// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/read/queries.h"
#include "text/format.h"
#include "ui/common/tables/list_model.h"

namespace callboard {

/// The refused messages without their bodies, newest first, read page by page. The format must outlive it.
using RejectedList = ListModel<RejectedMessage>;
RejectedList *makeRejectedList(const Format &format, QObject *parent);
inline constexpr int RejectedPageRows = 200;

/// A sentence that says what is wrong with a message.
QString rejectedSentence(const RejectedMessage &message);

} // namespace callboard
