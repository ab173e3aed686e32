// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/alert/alert_engine.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace callboard {

namespace {

/// Two evaluations further apart than this: the computer slept, the process was stopped, or the clock was set.
constexpr qint64 GapMs = 2 * MinuteMs;
/// Outcomes follow within seconds; calls younger than this do not count as growing without one.
constexpr qint64 OutcomeGraceMs = 2 * MinuteMs;

TimeRange windowEndingAt(qint64 end, int minutes)
{
    return {end - minutes * MinuteMs, end};
}

TimeRange windowNow(qint64 nowMs, int minutes)
{
    return windowEndingAt(bucketStart(nowMs, MinuteMs) + MinuteMs, minutes);
}

Tally tallyFor(const TaskTallies &tallies, const AlertRule &rule, const QString &taskId)
{
    return rule.eachTask ? tallies.value(taskId) : totalOf(tallies);
}

AlertFigure figureOf(const AlertRule &rule, const Tally &tally, const TimeRange &range)
{
    AlertFigure figure;
    figure.range = range;
    figure.ratio = metricRatio(rule.metric, tally, rule.windowMinutes);
    const bool isQuotient = needsLeastCalls(rule);
    figure.calls = isQuotient ? figure.ratio.denominator : tally.calls;
    figure.value = figure.ratio.value().value_or(0);
    figure.known = figure.ratio.denominator > 0 && (!isQuotient || figure.calls >= rule.leastCalls);
    return figure;
}

/// Fewer calls mean less of it.
bool isOfCounts(Metric metric)
{
    const MetricUnit unit = metric.info().unit;
    return unit == MetricUnit::Count || unit == MetricUnit::PerMinute;
}

/// A rule that looks at something else now is another rule, whatever its number.
bool judgesTheSame(const AlertRule &a, const AlertRule &b)
{
    return a.watch == b.watch && a.metric == b.metric && a.eachTask == b.eachTask && a.below == b.below;
}

/// The stretch of calling time that now belongs to, or nothing outside of calling hours.
std::optional<qint64> callingSince(const AlertRule &rule, const QString &taskId, const AlertSituation &s)
{
    const auto own = s.hours.constFind(taskId);
    if (rule.eachTask)
        return (own == s.hours.constEnd() ? rule.hours : *own).openSince(s.nowMs, s.zone);
    if (s.hours.isEmpty())
        return rule.hours.openSince(s.nowMs, s.zone);
    std::optional<qint64> since;
    for (const CallingHours &hours : s.hours) {
        if (const auto open = hours.openSince(s.nowMs, s.zone))
            since = std::min(since.value_or(*open), *open);
    }
    return since;
}

} // namespace

QList<AlertChange> AlertEngine::setRules(const QList<AlertRule> &rules, qint64 nowMs)
{
    m_rules = rules;
    QList<AlertChange> changes;
    const QList<AlertKey> keys = m_open.keys();
    for (const AlertKey &key : keys) {
        const auto rule = std::find_if(rules.begin(), rules.end(), [&](const auto &r) { return r.id == key.ruleId; });
        if (rule != rules.end() && rule->enabled && judgesTheSame(*rule, m_open.value(key).rule))
            continue;
        Alert alert = m_open.take(key);
        alert.clearedAt = nowMs;
        changes.append({AlertEvent::Cleared, alert});
    }
    m_badSince.clear();
    m_goodSince.clear();
    return changes;
}

void AlertEngine::restore(const QList<Alert> &open)
{
    for (const Alert &alert : open) {
        if (!m_open.contains(alert.key()))
            m_open.insert(alert.key(), alert);
    }
}

QList<Alert> AlertEngine::open() const
{
    QList<Alert> alerts = m_open.values();
    std::sort(alerts.begin(), alerts.end(), [](const Alert &a, const Alert &b) {
        return std::tie(b.raisedAt, a.rule.id, a.taskId) < std::tie(a.raisedAt, b.rule.id, b.taskId);
    });
    return alerts;
}

std::optional<Alert> AlertEngine::acknowledge(const AlertKey &key, qint64 nowMs)
{
    const auto alert = m_open.find(key);
    if (alert == m_open.end() || !alert->wantsAttention())
        return std::nullopt;
    alert->acknowledgedAt = nowMs;
    return *alert;
}

void AlertEngine::watchClocks(qint64 nowMs, qint64 steadyMs)
{
    const qint64 passed = steadyMs - std::exchange(m_lastSteady, steadyMs);
    const qint64 before = std::exchange(m_lastWall, nowMs);
    const bool isFirst = !std::exchange(m_hasEvaluated, true);
    if (!isFirst && passed <= GapMs && std::llabs(nowMs - before - passed) <= GapMs)
        return;
    m_watchingSince = steadyMs;
    m_badSince.clear();
    m_goodSince.clear();
    if (!isFirst)
        m_unwatched = TimeRange{before, std::max(before, nowMs)};
}

void AlertEngine::noteTurnedAway(const AlertSituation &s)
{
    const qint64 all = s.ingest.refused + s.turnedAway;
    if (const qint64 more = all - std::exchange(m_turnedAwayBefore, all); more > 0)
        m_turnedAway[s.steadyMs / MinuteMs] += more;
    while (!m_turnedAway.empty() && m_turnedAway.begin()->first < s.steadyMs / MinuteMs - MostWindowMinutes)
        m_turnedAway.erase(m_turnedAway.begin());
}

bool AlertEngine::wasWatched(const TimeRange &range) const
{
    return range.to <= m_unwatched.from || range.from >= m_unwatched.to;
}

QList<AlertChange> AlertEngine::evaluate(const AlertSituation &situation)
{
    watchClocks(situation.nowMs, situation.steadyMs);
    noteTurnedAway(situation);
    m_windows.clear();
    QList<AlertChange> changes;
    for (const AlertRule &rule : std::as_const(m_rules)) {
        if (!rule.enabled)
            continue;
        const TaskTallies tallies = window(situation.board, windowNow(situation.nowMs, rule.windowMinutes));
        const QStringList all = subjects(rule, situation, tallies);
        for (const QString &taskId : all)
            applyState(rule, {rule.id, taskId}, evaluate(rule, taskId, situation), situation, &changes);
    }
    return changes;
}

QStringList AlertEngine::subjects(const AlertRule &rule, const AlertSituation &s, const TaskTallies &tallies) const
{
    if (!rule.eachTask)
        return {QString()};
    QStringList tasks = rule.watch == AlertWatch::NoPushes ? s.lastPushOf.keys() : tallies.keys();
    for (const AlertKey &key : m_open.keys() + m_badSince.keys()) {
        if (key.ruleId == rule.id)
            tasks.append(key.taskId);
    }
    std::sort(tasks.begin(), tasks.end());
    tasks.erase(std::unique(tasks.begin(), tasks.end()), tasks.end());
    tasks.removeAll(QString()); // calls without a task are nobody's campaign
    return tasks;
}

const TaskTallies &AlertEngine::window(const AlertBoard &board, const TimeRange &range)
{
    const auto [place, isNew] = m_windows.try_emplace({range.from, range.to});
    if (isNew)
        place->second = board.tallies(range);
    return place->second;
}

AlertEngine::Judgement AlertEngine::evaluate(const AlertRule &rule, const QString &taskId, const AlertSituation &s)
{
    switch (rule.watch) {
    case AlertWatch::Figure:
        return judgeFigure(rule, taskId, s);
    case AlertWatch::RelativeDrop:
        return judgeDrop(rule, taskId, s);
    case AlertWatch::AwaitingGrowth:
        return judgeGrowth(rule, taskId, s);
    case AlertWatch::NoPushes:
        return judgeSilence(rule, taskId, s);
    case AlertWatch::TurnedAway:
        return judgeTurnedAway(rule, s);
    case AlertWatch::Receiver:
    case AlertWatch::Store:
        return judgeState(rule, s);
    }
    return {};
}

AlertEngine::Verdict AlertEngine::verdictOf(double value, double bad, double clear)
{
    if (value > bad)
        return Verdict::Bad;
    return value <= clear ? Verdict::Good : Verdict::InHysteresis;
}

AlertEngine::Judgement AlertEngine::judgeFigure(const AlertRule &rule, const QString &taskId, const AlertSituation &s)
{
    // A minute that has just begun holds too few calls to say "too few".
    const bool wantsWhole = rule.below && !needsLeastCalls(rule);
    const TimeRange range = wantsWhole ? windowEndingAt(bucketStart(s.nowMs, MinuteMs), rule.windowMinutes)
                                       : windowNow(s.nowMs, rule.windowMinutes);
    if (wantsWhole && !wasWatched(range))
        return {};
    const AlertFigure figure = figureOf(rule, tallyFor(window(s.board, range), rule, taskId), range);
    if (!figure.known)
        return {Verdict::Good, figure};
    const double sign = rule.below ? -1 : 1;
    return {verdictOf(sign * figure.value, sign * rule.threshold, sign * rule.clearThreshold), figure};
}

AlertEngine::Judgement AlertEngine::judgeDrop(const AlertRule &rule, const QString &taskId, const AlertSituation &s)
{
    const auto before = s.yesterday.constFind(rule.windowMinutes);
    if (before == s.yesterday.constEnd())
        return {};
    const TimeRange range = windowNow(s.nowMs, rule.windowMinutes);
    if (isOfCounts(rule.metric) && !wasWatched(range))
        return {};
    AlertFigure figure = figureOf(rule, tallyFor(window(s.board, range), rule, taskId), range);
    const AlertFigure then = figureOf(rule, tallyFor(*before, rule, taskId), range);
    figure.reference = then.value;
    figure.known = figure.known && then.known && then.value > 0;
    if (!figure.known)
        return {Verdict::Good, figure};
    const double drop = 1 - figure.value / then.value;
    return {verdictOf(drop, rule.threshold, rule.clearThreshold), figure};
}

AlertEngine::Judgement AlertEngine::judgeGrowth(const AlertRule &rule, const QString &taskId, const AlertSituation &s)
{
    const qint64 end = bucketStart(s.nowMs, MinuteMs) + MinuteMs - OutcomeGraceMs;
    const TimeRange range = windowEndingAt(end, rule.windowMinutes);
    const Tally now = tallyFor(window(s.board, range), rule, taskId);
    const Tally then = tallyFor(window(s.board, windowEndingAt(range.from, rule.windowMinutes)), rule, taskId);
    AlertFigure figure;
    figure.known = true;
    figure.range = range;
    figure.ratio = {now.awaiting, then.awaiting};
    figure.calls = now.attempts;
    figure.value = static_cast<double>(now.awaiting - then.awaiting);
    return {verdictOf(figure.value, rule.threshold, rule.clearThreshold), figure};
}

AlertEngine::Judgement AlertEngine::judgeSilence(const AlertRule &rule, const QString &taskId,
                                                 const AlertSituation &s) const
{
    const auto openSince = callingSince(rule, taskId, s);
    const auto open = m_open.constFind({rule.id, taskId});
    const bool isOpen = open != m_open.constEnd();
    const qint64 told = rule.eachTask ? s.lastPushOf.value(taskId) : s.lastPushAt;
    // After a restart the alert itself may be the only one that still knows when the last push came. Otherwise what it
    // noted is no help: the clock may have been set since.
    const qint64 known = told == 0 && isOpen ? open->worst.range.from : told;
    const qint64 lastPush = std::min(known, s.nowMs); // in the future: the clock was ahead then
    // A task that did not call in this stretch of calling time is over, not silent.
    if (lastPush == 0 || !openSince || (rule.eachTask && lastPush < *openSince && !isOpen))
        return {Verdict::Good, {}};
    // Nobody watched before: an alert that is open already goes on from the real last push.
    const qint64 silentMs =
        isOpen ? s.nowMs - lastPush : std::min(s.nowMs - std::max(lastPush, *openSince), s.steadyMs - m_watchingSince);
    AlertFigure figure;
    figure.known = true;
    figure.range = {lastPush, std::max(s.nowMs, lastPush)};
    figure.value = static_cast<double>(std::max<qint64>(0, silentMs)) / MinuteMs;
    return {figure.value >= rule.threshold ? Verdict::Bad : Verdict::Good, figure};
}

AlertEngine::Judgement AlertEngine::judgeTurnedAway(const AlertRule &rule, const AlertSituation &s) const
{
    AlertFigure figure;
    figure.known = true;
    figure.range = windowNow(s.nowMs, rule.windowMinutes);
    const auto first = m_turnedAway.lower_bound(s.steadyMs / MinuteMs - rule.windowMinutes + 1);
    for (auto minute = first; minute != m_turnedAway.end(); ++minute)
        figure.value += static_cast<double>(minute->second);
    return {verdictOf(figure.value, rule.threshold, rule.clearThreshold), figure};
}

AlertEngine::Judgement AlertEngine::judgeState(const AlertRule &rule, const AlertSituation &s) const
{
    AlertFigure figure;
    figure.known = true;
    figure.range = {s.nowMs, s.nowMs};
    if (rule.watch == AlertWatch::Receiver)
        return {s.receiverTrouble ? Verdict::Bad : Verdict::Good, figure};
    figure.value = static_cast<double>(s.ingest.freeDiskBytes);
    const bool isKnown = s.ingest.freeDiskBytes >= 0;
    if (!s.ingest.trouble.isEmpty() || (isKnown && figure.value < rule.threshold))
        return {Verdict::Bad, figure};
    return {!isKnown || figure.value >= rule.clearThreshold ? Verdict::Good : Verdict::InHysteresis, figure};
}

void AlertEngine::applyState(const AlertRule &rule, const AlertKey &key, const Judgement &judgement,
                             const AlertSituation &s, QList<AlertChange> *changes)
{
    const qint64 holdMs = rule.holdSeconds * 1000LL;
    const auto open = m_open.find(key);
    if (judgement.verdict == Verdict::Undecided)
        return;
    if (judgement.verdict != Verdict::Good)
        m_goodSince.remove(key);
    if (judgement.verdict != Verdict::Bad)
        m_badSince.remove(key);
    if (open != m_open.end())
        open->follow(judgement.figure);
    if (judgement.verdict == Verdict::Bad && open == m_open.end()) {
        const qint64 since = *m_badSince.insert(key, m_badSince.value(key, s.steadyMs));
        if (s.steadyMs - since < holdMs)
            return;
        m_badSince.remove(key);
        Alert alert{.rule = rule, .taskId = key.taskId, .raisedAt = s.nowMs};
        alert.follow(judgement.figure);
        m_open.insert(key, alert);
        changes->append({AlertEvent::Raised, alert});
    } else if (judgement.verdict == Verdict::Good && open != m_open.end()) {
        const qint64 since = *m_goodSince.insert(key, m_goodSince.value(key, s.steadyMs));
        if (s.steadyMs - since < holdMs)
            return;
        m_goodSince.remove(key);
        Alert alert = m_open.take(key);
        alert.clearedAt = s.nowMs;
        changes->append({AlertEvent::Cleared, alert});
    }
}

} // namespace callboard
