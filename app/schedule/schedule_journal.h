// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schedule/report_schedule.h"

#include <functional>

class QObject;

namespace callboard {

/// Where those who make scheduled reports write down what they do; the store's writer. All functions return at once;
/// `done` (may be empty) runs on the caller's thread when the entry is committed, with an empty text or what went
/// wrong, unless `context` is gone by then. Entries are written in the order in which they were given.
class ScheduleJournal
{
public:
    virtual ~ScheduleJournal() = default;

    /// Adds the schedule (id 0) or replaces it. `done` gets its id, or 0 and what went wrong.
    virtual void saveSchedule(const ReportSchedule &schedule, QObject *context,
                              std::function<void(qint64 id, const QString &error)> done) = 0;
    /// A run that was started or ended: adds it, or brings its entry up to date.
    virtual void saveRun(const ReportRun &run, QObject *context, std::function<void(const QString &error)> done) = 0;
    /// Notes a reveal or an unmasked export in the table `audit`.
    virtual void audit(const QString &action, const QString &detail) = 0;
};

} // namespace callboard
