// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/figures/figure_table.h"
#include "record/filter/call_choices.h"
#include "text/format.h"
#include "ui/session/figures/comparison_reader.h"

namespace callboard {

/// A stretch of time as a chart shows it.
struct TimeSlice
{
    BucketFigures figures;
    qint64 to = 0; ///< epoch ms, exclusive
};

/// The live board at one moment, counted once, so that all figures on the page agree with each other.
struct LiveSnapshot
{
    BoardWindow window;
    qint64 nowMs = 0;
    Tally total;
    QList<TimeSlice>
        slices; ///< without the empty ones at the beginning of a day; days instead of hours where they are many
    QList<ResultFigures> results;
    QList<TaskFigures> tasks;
    ContactCount contacts;
    FigureRules rules; ///< by which everything here is counted
    PastFigures past; ///< days 0: not known yet
    QList<BucketFigures> hour; ///< the last hour by minute, oldest first; the last minute is running
    QHash<QString, QList<qint64>> callsByMinute; ///< of each task with calls in the last hour, as `hour`
    QList<qint64> reachedByMinute; ///< contacts reached; empty while not known
    QHash<QString, ContactCount> triedContacts; ///< by task, ever

    /// The calls of the whole window.
    CallFilter allCalls() const;
    /// The window ends before now: what the last hour brought has nothing to do with it.
    bool hasEnded() const { return window.range.to <= nowMs; }
    /// All that figures are made of.
    GroupFigures group() const { return {.tally = total, .contacts = {contacts}, .minutes = minutes()}; }
    /// Length of the window up to now, in minutes.
    double minutes() const;
};

LiveSnapshot takeSnapshot(const LiveBoard &board, const QMap<QString, ContactCount> &contacts,
                          const ComparisonFigures &comparison, qint64 nowMs, const QTimeZone &zone);

} // namespace callboard
