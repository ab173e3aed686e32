// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/commands/schedule_log.h"

#include "record/call/masking.h"

#include <QDateTime>

namespace callboard {

using namespace Qt::StringLiterals;

QString localMoment(qint64 epochMs)
{
    if (epochMs == 0)
        return {};
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(epochMs);
    return local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODate);
}

QString logLine(const ReportRun &run)
{
    const QString what = u"Scheduled report %1 (%2, due %3): %4"_s.arg(QString::number(run.scheduleId), run.report,
                                                                       localMoment(run.dueAt), runStateWord(run.state));
    switch (run.state) {
    case RunState::Done:
        return u"%1, %2 rows in %3 s."_s.arg(what).arg(run.rows).arg(
            static_cast<double>(run.finishedAt - run.startedAt) / 1'000, 0, 'f', 1);
    case RunState::Failed:
        return u"%1. %2"_s.arg(what, maskText(run.message));
    case RunState::Running:
    case RunState::Cancelled:
    case RunState::Interrupted:
    case RunState::Skipped:
        break;
    }
    return what + u'.';
}

} // namespace callboard
