// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/live_board.h"
#include "store/queries.h"
#include "ui/theme/format.h"

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

    /// The calls of the whole window.
    CallFilter allCalls() const;
    /// Length of the window up to now, in minutes.
    double minutes() const;
};

LiveSnapshot takeSnapshot(const LiveBoard &board, const QMap<QString, ContactCount> &contacts, qint64 nowMs,
                          const QTimeZone &zone);

/// The result codes that make up an outcome class among the shown calls: the catalogue's, and unknown ones that were
/// seen.
QStringList codesOfClass(const LiveSnapshot &snapshot, OutcomeClass outcomeClass);

} // namespace callboard
