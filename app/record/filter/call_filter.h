// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/result_codes.h"
#include "record/filter/drill_filter.h"
#include "record/protocol/call_parts.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace callboard {

/// Reads `2026-11-22T09:00+08:00`, a local `2026-11-22T09:00`, or a date for local midnight. Nothing on any other text.
std::optional<qint64> parseTime(const QString &text);

/// One kind of calls: every condition that is set must hold.
struct CallKind
{
    QStringList taskIds, excludedTaskIds;
    QStringList results, excludedResults;
    std::optional<bool> answered;
    bool isAwaiting = false; ///< outbound, and the outbound part has not come
    friend bool operator==(const CallKind &, const CallKind &) = default;
};

/// A restriction to the calls of at least one of several kinds; none at all: no call. See record/filter/call_choices.h.
struct CallChoice
{
    QString name; ///< the idea behind it, such as "success"; kept by saved filters, which resolve it anew
    QList<CallKind> anyOf;
    friend bool operator==(const CallChoice &, const CallChoice &) = default;
};

/// Which calls are meant. Empty lists and unset options do not restrict. The same filter drives pages, counts, exports
/// and `callboardctl calls`, so that a figure and its list can't differ.
struct CallFilter
{
    TimeRange range; ///< by CallRecord::placedAt()
    QStringList taskIds; ///< any of these; an empty string inside means "no task"
    QStringList results; ///< any of these codes; an empty string inside means "no result"
    QStringList excludedResults; ///< none of these codes
    QStringList excludedTaskIds; ///< none of these campaigns
    QStringList excludedCallees; ///< none of these called numbers
    QList<CallChoice> choices; ///< every one must hold
    std::optional<bool> answered;
    std::optional<bool> outbound;
    std::optional<int> direction; ///< the pushed `direction`
    std::optional<CallParts> parts; ///< exactly these messages have come
    std::optional<qint64> talkAtLeastMs, talkBelowMs;
    QString numberContains; ///< caller or callee
    QString callee; ///< callee contains
    QString uuid; ///< exact `call_uuid`
    QString customerContains; ///< any customer value
    qint64 contactId = 0; ///< tries of one contact
    bool onlyContacts = false; ///< belongs to a contact (data row of a task)
    bool onlyAnomalies = false;
    bool onlyAwaiting = false; ///< outbound, and the outbound part has not come
    bool onlySettled = false; ///< not awaiting: with an outcome (perhaps an empty one), or inbound
    bool onlySeized = false; ///< `time_ring` > 0
    bool onlyDialled = false; ///< `time_dial` > 0
    DrillFilter drill; ///< what only figures ask

    friend bool operator==(const CallFilter &, const CallFilter &) = default;
};

} // namespace callboard
