// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaign/calling_hours.h"
#include "record/figures/figure_table.h"
#include "record/filter/call_filter.h"

#include <QList>
#include <QString>

#include <optional>

namespace callboard {

/// What a rule looks at.
enum class AlertWatch : quint8 {
    Figure, ///< a metric over the window, above or below the threshold
    RelativeDrop, ///< a metric's fall against the same time yesterday, as a share of yesterday's
    NoPushes, ///< minutes without a push inside calling hours
    AwaitingGrowth, ///< calls awaiting their outcome, beyond those of the window before
    Receiver, ///< the receiver does not listen
    Store, ///< the store can't be written, or free disk below the threshold
    TurnedAway ///< pushes over the window that became no calls: refused, with a wrong token, or to another path
};

enum class AlertSeverity : quint8 { Warning, Critical };

/// When to raise an alert, and when to let it go. A value.
struct AlertRule
{
    qint64 id = 0; ///< below FirstOwnRule: ready-made
    bool enabled = true;
    QString name{}; ///< given by a person; empty: the rule's description stands for it
    AlertWatch watch = AlertWatch::Figure;
    Metric metric = Metric::LineFailureRate; ///< of Figure and RelativeDrop; one of MetricPlaces::alert or ::drop
    bool eachTask = false; ///< judged for every task by itself, else over all calls
    bool below = false; ///< Figure: raised below the threshold instead of above
    /// Share 0 … 1, ms, calls, calls per minute, minutes or bytes, whichever the watch has.
    double threshold = 0;
    double clearThreshold = 0; ///< cleared only when the figure is back on the good side of this
    int windowMinutes = 15; ///< 1 … MostWindowMinutes
    qint64 leastCalls = 0; ///< rates and averages over fewer calls are not judged
    int holdSeconds = 0; ///< how long the figure must stay bad before raising, and good before clearing
    AlertSeverity severity = AlertSeverity::Warning;
    CallingHours hours{}; ///< NoPushes: where no task has calling hours of its own

    friend bool operator==(const AlertRule &, const AlertRule &) = default;
};

inline constexpr int MostWindowMinutes = 60;
/// Ids of rules that people made begin here.
inline constexpr qint64 FirstOwnRule = 1000;

/// The rules that come with the program. A stored rule of the same id takes the place of one.
QList<AlertRule> readyMadeRules();

/// True for figures that are quotients over calls, where few calls say little.
bool needsLeastCalls(const AlertRule &rule);

/// What a rule found for one subject. `known` is false where there was too little to judge.
struct AlertFigure
{
    bool known = false;
    double value = 0; ///< in the unit of the rule's threshold
    Ratio ratio{}; ///< the metric's quotient; AwaitingGrowth: calls awaiting now / calls awaiting in the window before
    qint64 calls = 0; ///< n: calls in the window
    TimeRange range{}; ///< the window; NoPushes: from the last push to now
    double reference = 0; ///< RelativeDrop: yesterday's figure

    friend bool operator==(const AlertFigure &a, const AlertFigure &b)
    {
        return a.known == b.known && a.value == b.value && a.ratio.numerator == b.ratio.numerator
            && a.ratio.denominator == b.ratio.denominator && a.calls == b.calls && a.range == b.range
            && a.reference == b.reference;
    }
};

/// What names an alert: a rule raises at most one at a time for a task.
struct AlertKey
{
    qint64 ruleId = 0;
    QString taskId{}; ///< empty: all calls
    friend bool operator==(const AlertKey &, const AlertKey &) = default;
};
size_t qHash(const AlertKey &key, size_t seed = 0);

/// An alert, with its rule as it was: it can be read when the rule has changed or is gone.
struct Alert
{
    AlertRule rule{};
    QString taskId{}; ///< empty: all calls
    qint64 raisedAt = 0; ///< epoch ms
    qint64 clearedAt = 0; ///< epoch ms, 0: open
    qint64 acknowledgedAt = 0; ///< epoch ms, 0: not yet
    AlertFigure figure{}; ///< the latest one, bad or not; unknown while there is too little to judge
    AlertFigure worst{}; ///< since it was raised

    AlertKey key() const { return {rule.id, taskId}; }
    bool isOpen() const { return clearedAt == 0; }
    /// The figure that it is about: now while it is open, else the worst one.
    const AlertFigure &shown() const { return isOpen() && figure.known ? figure : worst; }
    /// Takes what its rule found now.
    void follow(const AlertFigure &now);
    /// Open, and nobody has said that they saw it.
    bool wantsAttention() const { return isOpen() && acknowledgedAt == 0; }
    friend bool operator==(const Alert &, const Alert &) = default;
};

/// What a rule watches in the words of its JSON text, for logs: "silence", "line_failure_rate", "drop of connect_rate".
QString ruleWord(const AlertRule &rule);

/// Rules as JSON text, for the store. Nothing where the text names things that this program does not know.
QString ruleToJson(const AlertRule &rule);
std::optional<AlertRule> ruleFromJson(const QString &json);

/// The part of an alert that no column of its own holds: its rule and its figure.
QString alertDetailToJson(const Alert &alert);
/// False where the text can't be read; the alert is then unchanged.
bool readAlertDetail(const QString &json, Alert *alert);

} // namespace callboard
