// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <limits>
#include <optional>

namespace callboard {

/// A half-open stretch of time, epoch ms: from <= t < to. By default all of time.
struct TimeRange
{
    qint64 from = 0;
    qint64 to = std::numeric_limits<qint64>::max();
    bool contains(qint64 t) const { return t >= from && t < to; }
    friend bool operator==(const TimeRange &, const TimeRange &) = default;
};

/// Which of a contact's calls are meant. All but Every leave out calls without a contact; "inside the range" is the
/// filter's range, and of two calls the later one has the greater (placedAt, id).
enum class ContactPick : quint8 {
    Every, ///< no restriction
    LastTry, ///< the last call of its contact inside the range: as many calls as contacts
    BestTry, ///< the last answered call of its contact inside the range; where none was answered, the last one
    FirstConnect, ///< the first answered call of its contact inside the range
    OncePerContact, ///< of the calls that the rest of the filter selects, the last one of each contact
};

/// The part of a CallFilter that no control of the window shows: what figures about contacts, tries, lines and customer
/// columns ask. Unset options and empty lists do not restrict.
struct DrillFilter
{
    ContactPick pick = ContactPick::Every;
    std::optional<qint64> tries; ///< the pushed `task_tries`; 0 is the first try
    /// `task_result` of the same contact's call before this one inside the range; an empty text means "no result"
    std::optional<QString> previousResult;
    bool afterGap = false; ///< the contact has try n - 2 inside the range, but not n - 1, this call being try n
    std::optional<QString> caller; ///< exact
    QString customerColumn; ///< a name of `task_row_head` that the two lists below are about
    QStringList customerValues; ///< any of these; an empty text also means "no such value"
    QStringList excludedCustomerValues; ///< none of these
    QList<TimeRange> stretches; ///< by CallRecord::placedAt(): inside one of these, beside the range

    friend bool operator==(const DrillFilter &, const DrillFilter &) = default;
};

} // namespace callboard
