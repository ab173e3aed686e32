// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/alerts/alert_feed.h"

#include "receiver/server/receiver.h"
#include "store/read/queries.h"
#include "store/write/store_writer.h"
#include "ui/session/alerts/alert_calls.h"
#include "ui/session/figures/live_feed.h"

#include <QDateTime>
#include <QLoggingCategory>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcAlerts, "callboard.alerts", QtInfoMsg)
constexpr int LookEveryMs = 1000;
constexpr int SurroundingsEveryMs = 60'000;

/// The window of so many minutes that ended at this time yesterday, by the clock on the wall.
TimeRange yesterdayAt(qint64 now, int minutes)
{
    const QDateTime today = QDateTime::fromMSecsSinceEpoch(bucketStart(now, MinuteMs) + MinuteMs);
    const qint64 end = today.addDays(-1).toMSecsSinceEpoch();
    return {end - minutes * MinuteMs, end};
}

TaskTallies talliesOf(const CellSnapshot &snapshot, const FigureRules &rules)
{
    TaskTallies tallies;
    for (auto it = snapshot.cells.cbegin(); it != snapshot.cells.cend(); ++it)
        tallies[it.key().taskId] += rules.tally(it.key(), it.value());
    return tallies;
}

QList<int> windowsOfDrops(const QList<AlertRule> &rules)
{
    QList<int> windows;
    for (const AlertRule &rule : rules) {
        if (rule.enabled && rule.watch == AlertWatch::Drop && !windows.contains(rule.windowMinutes))
            windows.append(rule.windowMinutes);
    }
    return windows;
}

AlertRow rowOf(const Alert &alert)
{
    return {alert.raisedAt,  alert.rule.id,        alert.taskId,
            alert.clearedAt, alert.acknowledgedAt, alertDetailToJson(alert)};
}

QList<Alert> alertsOf(const QList<AlertRow> &rows)
{
    QList<Alert> alerts;
    for (const AlertRow &row : rows) {
        Alert alert{.taskId = row.taskId,
                    .raisedAt = row.raisedAt,
                    .clearedAt = row.clearedAt,
                    .acknowledgedAt = row.acknowledgedAt};
        if (readAlertDetail(row.detail, &alert))
            alerts.append(alert);
        else
            qCWarning(lcAlerts) << "An alert in the store can't be read; a newer program may have written it.";
    }
    return alerts;
}

bool isSame(const Alert &a, const Alert &b)
{
    return a.raisedAt == b.raisedAt && a.key() == b.key();
}

} // namespace

AlertFeed::AlertFeed(ReaderPool &readers, StoreWriter &writer, const Receiver &receiver, const LiveFeed &feed,
                     QObject *parent, Clocks clocks)
    : QObject(parent)
    , m_readers(readers)
    , m_writer(writer)
    , m_receiver(receiver)
    , m_feed(feed)
    , m_clocks(std::move(clocks))
{
    connect(&writer, &StoreWriter::committed, this, &AlertFeed::takeNotice);
    connect(&receiver, &Receiver::failed, this, [this](const QString &why) { m_receiverTrouble = why; });
    connect(&receiver, &Receiver::listening, this, [this] { m_receiverTrouble.clear(); });
    connect(&feed, &LiveFeed::figuresChanged, this, &AlertFeed::followRules);
    connect(&m_lookTimer, &QTimer::timeout, this, &AlertFeed::look);
    connect(&m_surroundingsTimer, &QTimer::timeout, this, &AlertFeed::askSurroundings);
    m_lookTimer.setInterval(LookEveryMs);
    m_surroundingsTimer.setInterval(SurroundingsEveryMs);
    m_retryTimer.setObjectName(u"alertRetry"_s);
    m_retryTimer.setSingleShot(true);
    m_retryTimer.setInterval(SurroundingsEveryMs);
    connect(&m_retryTimer, &QTimer::timeout, this, [this] {
        if (!m_load.isActive())
            load();
    });
}

void AlertFeed::start()
{
    load();
}

AlertBoard::Count AlertFeed::countingNow() const
{
    return [rules = m_counting](const CellKey &key, const CellSums &sums) { return rules.tally(key, sums); };
}

void AlertFeed::load()
{
    m_load.cancel();
    m_pending.clear();
    m_counting = m_feed.rules();
    m_load = m_readers.ask<Loaded>(
        this,
        [now = nowMs(), count = countingNow()](Connection &connection) {
            Loaded loaded;
            loaded.at = now;
            loaded.board.load(loadCells(connection, AlertBoard::rangeAt(now), MinuteMs, {}), now, count);
            loaded.rules = loadAlertRules(connection);
            loaded.open = loadOpenAlerts(connection);
            loaded.recent = loadAlerts(connection, MostShown);
            loaded.ever = countAlerts(connection);
            loaded.lastPushAt = loadOverview(connection).lastPushAt;
            return loaded;
        },
        [this](const Loaded &loaded) { takeLoaded(loaded); },
        [this](const QString &why) {
            qCWarning(lcAlerts).noquote() << "The alerts could not be read, and are asked for again:" << why;
            m_retryTimer.start();
        });
}

void AlertFeed::takeLoaded(const Loaded &loaded)
{
    m_load = {};
    m_board = loaded.board;
    // What came while this program ran is known better than the store's times, which a wrong clock may have given.
    if (!m_lastPush.isKnown())
        m_lastPush = PastMoment::at(loaded.lastPushAt, m_clocks);
    const QHash<QString, qint64> last = m_board.lastCalls();
    for (auto it = last.cbegin(); it != last.cend(); ++it) {
        if (!m_lastPushOf.contains(it.key()))
            m_lastPushOf.insert(it.key(), PastMoment::at(it.value(), m_clocks));
    }
    const QList<CommitNotice> pending = std::exchange(m_pending, {});
    for (const CommitNotice &notice : pending) {
        if (!m_board.apply(notice))
            return load();
    }
    if (m_isLoaded) // again, after a gap: rules and alerts are known, and may be newer than what was read
        return;
    m_isLoaded = true;
    m_alerts = alertsOf(loaded.recent);
    m_alertsEver = loaded.ever;
    m_engine.restore(alertsOf(loaded.open));
    const QList<Alert> open = m_engine.open();
    notePushesOf(open);
    for (const Alert &alert : open) { // also those that have been open for longer than the list goes back
        if (std::none_of(m_alerts.begin(), m_alerts.end(), [&](const Alert &a) { return isSame(a, alert); }))
            m_alerts.append(alert);
    }
    takeRules(loaded.rules);
    m_lookTimer.start();
    m_surroundingsTimer.start();
    Q_EMIT alertsChanged();
}

/// An open alert of silence knows its last push to the millisecond, the calls only to the minute.
void AlertFeed::notePushesOf(const QList<Alert> &open)
{
    for (const Alert &alert : open) {
        if (alert.rule.watch != AlertWatch::Silence || !alert.rule.eachTask)
            continue;
        const PastMoment push = PastMoment::at(alert.figure.range.from, m_clocks);
        PastMoment &last = m_lastPushOf[alert.taskId];
        if (!last.isKnown() || last.ageMs(m_clocks) > push.ageMs(m_clocks))
            last = push;
    }
}

void AlertFeed::takeRules(const QList<AlertRuleRow> &rows)
{
    QList<AlertRule> rules = readyMadeRules();
    for (const AlertRuleRow &row : rows) {
        const auto rule = ruleFromJson(row.definition);
        if (!rule) {
            qCWarning(lcAlerts) << "An alert rule in the store can't be read and is left alone:" << row.id;
            continue;
        }
        const auto shipped = std::find_if(rules.begin(), rules.end(), [&](const auto &r) { return r.id == rule->id; });
        if (shipped != rules.end())
            *shipped = *rule;
        else
            rules.append(*rule);
    }
    setRules(rules);
}

void AlertFeed::setRules(const QList<AlertRule> &rules)
{
    apply(m_engine.setRules(rules, nowMs()));
    askSurroundings();
    Q_EMIT rulesChanged();
}

qint64 AlertFeed::saveRule(AlertRule rule)
{
    QList<AlertRule> all = m_engine.rules();
    if (rule.id == 0) {
        rule.id = FirstOwnRule;
        for (const AlertRule &other : std::as_const(all))
            rule.id = std::max(rule.id, other.id + 1);
    }
    const auto known = std::find_if(all.begin(), all.end(), [&](const auto &r) { return r.id == rule.id; });
    if (known != all.end())
        *known = rule;
    else
        all.append(rule);
    m_writer.saveAlertRule({rule.id, ruleToJson(rule)});
    setRules(all);
    return rule.id;
}

void AlertFeed::removeRule(qint64 id)
{
    QList<AlertRule> all = m_engine.rules();
    const QList<AlertRule> shipped = readyMadeRules();
    const auto known = std::find_if(all.begin(), all.end(), [id](const auto &r) { return r.id == id; });
    const auto original = std::find_if(shipped.begin(), shipped.end(), [id](const auto &r) { return r.id == id; });
    if (known == all.end())
        return;
    if (original != shipped.end())
        *known = *original;
    else
        all.erase(known);
    m_writer.removeAlertRule(id);
    setRules(all);
}

void AlertFeed::takeNotice(const CommitNotice &notice)
{
    if (const PastMoment push = PastMoment::at(notice.lastPushAt, m_clocks); push.isKnown()) {
        m_lastPush = push;
        for (const CommitDelta &delta : notice.commits) {
            for (auto it = delta.cells.cbegin(); it != delta.cells.cend(); ++it)
                m_lastPushOf.insert(it.key().taskId, push);
        }
    }
    if (m_load.isActive())
        m_pending.append(notice);
    else if (m_isLoaded && !m_board.apply(notice))
        load();
}

/// Meanings of codes and success rules may change at any time: the board then counts anew.
void AlertFeed::followRules()
{
    if (m_isLoaded && !m_load.isActive() && !(m_feed.rules() == m_counting)) {
        load();
        askSurroundings();
    }
}

void AlertFeed::askSurroundings()
{
    m_surroundings.cancel();
    const auto question = [now = nowMs(), rules = m_counting,
                           windows = windowsOfDrops(m_engine.rules())](Connection &connection) {
        Surroundings found;
        found.hours = loadCallingHours(connection);
        for (const int minutes : windows)
            found.yesterday[minutes] = talliesOf(loadCells(connection, yesterdayAt(now, minutes), DayMs, {}), rules);
        return found;
    };
    m_surroundings = m_readers.ask<Surroundings>(
        this, question, [this](const Surroundings &found) { takeSurroundings(found); },
        [this](const QString &why) {
            m_knowsSurroundings = true; // rules that need none of them go on
            qCWarning(lcAlerts).noquote() << "Yesterday's figures could not be read:" << why;
        });
}

void AlertFeed::takeSurroundings(const Surroundings &found)
{
    m_knowsSurroundings = true;
    m_yesterday = found.yesterday;
    m_hours.clear();
    for (auto it = found.hours.cbegin(); it != found.hours.cend(); ++it) {
        if (const auto hours = CallingHours::parse(it.value()); hours && !hours->isEmpty())
            m_hours.insert(it.key(), *hours);
    }
}

void AlertFeed::look()
{
    const qint64 now = nowMs();
    if (now < std::exchange(m_lastLook, now)) // the clock was set back: the board has forgotten what is needed now
        load();
    if (m_load.isActive() || !m_knowsSurroundings)
        return;
    m_board.slideTo(now);
    const QList<Alert> before = m_engine.open();
    const bool hasTrouble = !m_receiverTrouble.isEmpty() || m_receiver.url().isEmpty();
    apply(m_engine.evaluate({.nowMs = now,
                             .steadyMs = m_clocks.steady(),
                             .zone = QTimeZone::systemTimeZone(),
                             .board = m_board,
                             .yesterday = m_yesterday,
                             .hours = m_hours,
                             .lastPushAt = m_lastPush.epochMs(m_clocks),
                             .lastPushOf = lastPushes(),
                             .ingest = m_writer.ingestState(),
                             .receiverTrouble = hasTrouble}));
    const QList<Alert> after = m_engine.open();
    if (after == before)
        return;
    for (const Alert &alert : after)
        put(alert);
    Q_EMIT alertsChanged();
}

QHash<QString, qint64> AlertFeed::lastPushes() const
{
    QHash<QString, qint64> pushes;
    for (auto it = m_lastPushOf.cbegin(); it != m_lastPushOf.cend(); ++it)
        pushes.insert(it.key(), it->epochMs(m_clocks));
    return pushes;
}

void AlertFeed::apply(const QList<AlertChange> &changes)
{
    for (const AlertChange &change : changes) {
        m_writer.saveAlert(rowOf(change.alert));
        put(change.alert);
        if (change.event == AlertEvent::Raised)
            Q_EMIT raised(change.alert);
    }
    if (!changes.isEmpty())
        Q_EMIT alertsChanged();
}

void AlertFeed::put(const Alert &alert)
{
    const auto known = std::find_if(m_alerts.begin(), m_alerts.end(), [&](const Alert &a) { return isSame(a, alert); });
    if (known != m_alerts.end()) {
        *known = alert;
        return;
    }
    m_alerts.prepend(alert);
    ++m_alertsEver;
    if (m_alerts.size() > MostShown)
        m_alerts.removeLast();
}

void AlertFeed::acknowledge(const AlertKey &key)
{
    const auto alert = m_engine.acknowledge(key, nowMs());
    if (!alert)
        return;
    m_writer.saveAlert(rowOf(*alert));
    put(*alert);
    Q_EMIT alertsChanged();
}

void AlertFeed::acknowledgeAll()
{
    const QList<Alert> all = waiting();
    for (const Alert &alert : all)
        acknowledge(alert.key());
}

QList<Alert> AlertFeed::open() const
{
    QList<Alert> alerts = m_engine.open();
    std::stable_sort(alerts.begin(), alerts.end(),
                     [](const Alert &a, const Alert &b) { return a.rule.severity > b.rule.severity; });
    return alerts;
}

QList<Alert> AlertFeed::waiting() const
{
    QList<Alert> alerts = open();
    alerts.removeIf([](const Alert &alert) { return !alert.wantsAttention(); });
    return alerts;
}

std::optional<CallFilter> AlertFeed::callsOf(const Alert &alert) const
{
    return callsOfAlert(alert, m_feed.rules());
}

} // namespace callboard
