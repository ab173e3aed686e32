// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/alert/alert_board.h"
#include "live/alert/alert_rule.h"
#include "record/protocol/ingest.h"

#include <QHash>
#include <QList>
#include <QTimeZone>

#include <map>

namespace callboard {

/// Everything that rules are judged by, at one moment.
struct AlertSituation
{
    qint64 nowMs = 0; ///< the clock: the engine has none of its own
    qint64 steadyMs = 0; ///< the steady clock (Clocks): how long something lasts is measured by it
    QTimeZone zone; ///< of calling hours
    const AlertBoard &board;
    /// Yesterday's tallies at the same time, by window in minutes. A missing one leaves the rules that need it alone.
    const QHash<int, TaskTallies> &yesterday;
    const QHash<QString, CallingHours> &hours; ///< of the tasks that have some
    qint64 lastPushAt = 0; ///< epoch ms by the clock as it goes now (PastMoment), 0: there never was one
    const QHash<QString, qint64> &lastPushOf; ///< by task, epoch ms
    IngestState ingest;
    bool receiverTrouble = false;
    qint64 turnedAway = 0; ///< pushes with a wrong token or to another path, since some moment
};

enum class AlertEvent : quint8 { Raised, Cleared };

struct AlertChange
{
    AlertEvent event = AlertEvent::Raised;
    Alert alert;
};

/// Raises and clears alerts by rules. A pure class: no clock, no timer, no store; one thread.
///
/// A rule raises once per subject when its figure has been bad for the hold time, and clears when it has been back
/// beyond the clear threshold as long. Too few calls to evaluate count as good: no alert outlives what it was raised
/// for.
///
/// Between two evaluations more than two minutes apart (a computer that slept, a process that was stopped) and across a
/// clock that was set, nobody watched: silence and hold times begin again, and too few calls are no finding for a
/// window that reaches into that time.
class AlertEngine
{
public:
    /// Open alerts of rules that are gone or switched off are cleared, and returned.
    QList<AlertChange> setRules(const QList<AlertRule> &rules, qint64 nowMs);
    const QList<AlertRule> &rules() const { return m_rules; }
    /// Alerts that were open when the program ended, newest first: they stay open, and are not raised again.
    void restore(const QList<Alert> &open);

    QList<AlertChange> evaluate(const AlertSituation &situation);
    /// The alert as it then is; nothing when it is not open or was acknowledged before.
    std::optional<Alert> acknowledge(const AlertKey &key, qint64 nowMs);

    QList<Alert> open() const; ///< newest first

private:
    enum class Verdict : quint8 { Bad, InHysteresis, Good, Undecided };
    struct Judgement
    {
        Verdict verdict = Verdict::Undecided;
        AlertFigure figure;
    };
    void noteTurnedAway(const AlertSituation &s);
    void watchClocks(qint64 nowMs, qint64 steadyMs);
    bool wasWatched(const TimeRange &range) const;
    QStringList subjects(const AlertRule &rule, const AlertSituation &s, const TaskTallies &tallies) const;
    Judgement evaluate(const AlertRule &rule, const QString &taskId, const AlertSituation &s);
    static Verdict verdictOf(double value, double bad, double clear);
    Judgement judgeFigure(const AlertRule &rule, const QString &taskId, const AlertSituation &s);
    Judgement judgeDrop(const AlertRule &rule, const QString &taskId, const AlertSituation &s);
    Judgement judgeGrowth(const AlertRule &rule, const QString &taskId, const AlertSituation &s);
    Judgement judgeSilence(const AlertRule &rule, const QString &taskId, const AlertSituation &s) const;
    Judgement judgeTurnedAway(const AlertRule &rule, const AlertSituation &s) const;
    Judgement judgeState(const AlertRule &rule, const AlertSituation &s) const;
    const TaskTallies &window(const AlertBoard &board, const TimeRange &range);
    void applyState(const AlertRule &rule, const AlertKey &key, const Judgement &judgement, const AlertSituation &s,
                    QList<AlertChange> *changes);

    QList<AlertRule> m_rules;
    QHash<AlertKey, Alert> m_open;
    QHash<AlertKey, qint64> m_badSince, m_goodSince; ///< by the steady clock
    std::map<std::pair<qint64, qint64>, TaskTallies> m_windows; ///< counted once per evaluation
    std::map<qint64, qint64> m_turnedAway; ///< pushes that became no calls, by the steady clock's minute
    qint64 m_turnedAwayBefore = 0; ///< all of them at the evaluation before
    bool m_hasEvaluated = false;
    qint64 m_lastWall = 0, m_lastSteady = 0; ///< both clocks at the evaluation before
    qint64 m_watchingSince = 0; ///< by the steady clock: without a gap until now
    TimeRange m_unwatched{0, 0}; ///< the last gap, epoch ms
};

} // namespace callboard
