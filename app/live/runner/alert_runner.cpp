// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/runner/alert_runner.h"

#include "live/runner/alert_rows.h"
#include "store/read/queries.h"
#include "store/retention/clock_memory.h"
#include "store/settings/meaning_table.h"
#include "store/write/store_writer.h"

#include <QDateTime>
#include <QLoggingCategory>

#include <algorithm>
#include <utility>

namespace callboard {

using namespace Qt::StringLiterals;

Q_DECLARE_LOGGING_CATEGORY(lcAlerts)

namespace {

constexpr int EvaluateEveryMs = 1'000;
constexpr int InputsEveryMs = 60'000;
constexpr qint64 LateMs = 5'000; ///< an evaluation as late as this: the process stood still
constexpr qint64 CatchUpMs = 10'000; ///< so long afterwards, messages that waited may still come

/// A task that was silent for longer has its alert, which remembers the push itself, or is over.
constexpr qint64 RememberPushesMs = 2 * DayMs;

/// The window of so many minutes that ended at this time yesterday, by the clock on the wall.
TimeRange yesterdayAt(qint64 now, int minutes, const QTimeZone &zone)
{
    const QDateTime today = QDateTime::fromMSecsSinceEpoch(bucketStart(now, MinuteMs) + MinuteMs, zone);
    const qint64 end = today.addDays(-1).toMSecsSinceEpoch();
    return {end - minutes * MinuteMs, end};
}

TaskTallies talliesOf(const CellSnapshot &snapshot, const FigureRules &rules)
{
    TaskTallies tallies;
    for (auto it = snapshot.cells.cbegin(); it != snapshot.cells.cend(); ++it)
        tallies[it.key().taskId] += tallyOf(it.key(), it.value(), rules);
    return tallies;
}

AlertRunnerOptions completed(AlertRunnerOptions options)
{
    if (!options.isReceiving)
        options.isReceiving = [] { return true; };
    if (!options.turnedAway)
        options.turnedAway = [] { return 0; };
    return options;
}

bool isSameAlert(const AlertRow &a, const AlertRow &b)
{
    return a.raisedAt == b.raisedAt && a.ruleId == b.ruleId && a.taskId == b.taskId;
}

} // namespace

AlertRunner::AlertRunner(ReaderPool &readers, StoreWriter &writer, AlertRunnerOptions options, QObject *parent)
    : QObject(parent)
    , m_readers(readers)
    , m_writer(writer)
    , m_options(completed(std::move(options)))
{
    connect(&writer, &StoreWriter::committed, this, &AlertRunner::takeNotice);
    connect(&writer, &StoreWriter::decisionsChanged, this, &AlertRunner::requestInputs);
    connect(&writer, &StoreWriter::writableChanged, this, [this](bool writable) {
        if (writable)
            writeUnsaved();
    });
    connect(&m_evaluateTimer, &QTimer::timeout, this, &AlertRunner::evaluate);
    connect(&m_inputsTimer, &QTimer::timeout, this, &AlertRunner::requestInputs);
    connect(&m_retryTimer, &QTimer::timeout, this, &AlertRunner::load);
    m_evaluateTimer.setObjectName(u"alertEvaluation"_s);
    m_evaluateTimer.setInterval(EvaluateEveryMs);
    m_inputsTimer.setInterval(InputsEveryMs);
    m_retryTimer.setObjectName(u"alertRetry"_s);
    m_retryTimer.setSingleShot(true);
    m_retryTimer.setInterval(InputsEveryMs);
}

AlertRunner::~AlertRunner()
{
    stop();
}

void AlertRunner::start()
{
    if (!std::exchange(m_isStarted, true))
        load();
}

void AlertRunner::stop()
{
    if (!std::exchange(m_isStarted, false))
        return;
    for (QTimer *timer : {&m_evaluateTimer, &m_inputsTimer, &m_retryTimer})
        timer->stop();
    m_load.cancel();
    m_inputs.cancel();
    if (!m_unsaved.isEmpty()) // with those that the writer has already: their order stays
        m_writer.saveAlerts(std::exchange(m_unsaved, {}), nullptr, {});
}

AlertRunner::Loaded AlertRunner::loadFrom(Connection &connection, qint64 nowMs)
{
    Loaded loaded;
    loaded.figureRules = loadRules(connection, nowMs);
    loaded.board.load(
        loadCells(connection, AlertBoard::rangeAt(nowMs), MinuteMs, {}), nowMs,
        [rules = loaded.figureRules](const CellKey &key, const CellSums &sums) { return tallyOf(key, sums, rules); });
    loaded.rules = loadAlertRules(connection);
    loaded.open = loadOpenAlerts(connection);
    loaded.lastPushAt = newestArrival(connection);
    return loaded;
}

void AlertRunner::load()
{
    m_load.cancel();
    m_retryTimer.stop();
    m_pending.clear();
    m_load = m_readers.ask<Loaded>(
        this, [now = nowMs()](Connection &connection) { return loadFrom(connection, now); },
        [this](const Loaded &loaded) { takeLoaded(loaded); },
        [this](const QString &why) {
            qCWarning(lcAlerts).noquote() << "The alerts could not be read, which is tried again in a minute:" << why;
            m_retryTimer.start();
        });
}

void AlertRunner::takeLoaded(const Loaded &loaded)
{
    m_load = {};
    m_board = loaded.board;
    m_figureRules = loaded.figureRules;
    // What came while this program ran is known better than the store's times, which a wrong clock may have given.
    if (!m_lastPush.isKnown())
        m_lastPush = PastMoment::at(loaded.lastPushAt, m_options.clocks);
    const QHash<QString, qint64> last = m_board.lastCalls();
    for (auto it = last.cbegin(); it != last.cend(); ++it) {
        if (!m_lastPushOf.contains(it.key()))
            m_lastPushOf.insert(it.key(), PastMoment::at(it.value(), m_options.clocks));
    }
    const QList<CommitNotice> pending = std::exchange(m_pending, {});
    for (const CommitNotice &notice : pending) {
        if (!m_board.apply(notice))
            return load();
    }
    if (!std::exchange(m_isLoaded, true)) // later, rules and alerts are known here, and may be newer than what was read
        seed(loaded);
}

void AlertRunner::seed(const Loaded &state)
{
    m_engine.restore(alertsFromRows(state.open));
    notePushesOf(m_engine.open());
    setRules(rulesFromRows(state.rules));
    m_evaluateTimer.start();
    m_inputsTimer.start();
    Q_EMIT loaded();
}

/// An open alert of silence knows its last push to the millisecond, the calls only to the minute.
void AlertRunner::notePushesOf(const QList<Alert> &open)
{
    for (const Alert &alert : open) {
        if (alert.rule.watch != AlertWatch::NoPushes || !alert.rule.eachTask)
            continue;
        const PastMoment push = PastMoment::at(alert.worst.range.from, m_options.clocks);
        PastMoment &last = m_lastPushOf[alert.taskId];
        if (!last.isKnown() || last.ageMs(m_options.clocks) > push.ageMs(m_options.clocks))
            last = push;
    }
}

void AlertRunner::setRules(const QList<AlertRule> &rules)
{
    apply(m_engine.setRules(rules, nowMs()));
    requestInputs();
    QTimer::singleShot(0, this, &AlertRunner::evaluate);
    Q_EMIT rulesChanged();
}

void AlertRunner::takeNotice(const CommitNotice &notice)
{
    if (!m_isStarted)
        return;
    if (const PastMoment push = PastMoment::at(notice.lastPushAt, m_options.clocks); push.isKnown()) {
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

QHash<int, TimeRange> AlertRunner::yesterdaysWindows() const
{
    QHash<int, TimeRange> windows;
    for (const AlertRule &rule : m_engine.rules()) {
        if (rule.enabled && rule.watch == AlertWatch::RelativeDrop)
            windows.insert(rule.windowMinutes, yesterdayAt(nowMs(), rule.windowMinutes, m_options.zone));
    }
    return windows;
}

AlertRunner::Inputs AlertRunner::inputsFrom(Connection &connection, const QHash<int, TimeRange> &yesterday,
                                            qint64 nowMs)
{
    Inputs inputs;
    inputs.hours = loadCallingHours(connection);
    inputs.figureRules = loadRules(connection, nowMs);
    for (auto it = yesterday.cbegin(); it != yesterday.cend(); ++it)
        inputs.yesterday[it.key()] = talliesOf(loadCells(connection, it.value(), DayMs, {}), inputs.figureRules);
    return inputs;
}

void AlertRunner::requestInputs()
{
    if (!m_isLoaded || !m_isStarted)
        return;
    writeUnsaved();
    m_lastPushOf.removeIf([this](auto push) { return push.value().ageMs(m_options.clocks) > RememberPushesMs; });
    m_inputs.cancel();
    m_inputs = m_readers.ask<Inputs>(
        this,
        [now = nowMs(), windows = yesterdaysWindows()](Connection &connection) {
            return inputsFrom(connection, windows, now);
        },
        [this](const Inputs &inputs) { takeInputs(inputs); },
        [this](const QString &why) {
            m_hasInputs = true; // rules that need none of them go on
            qCWarning(lcAlerts).noquote() << "Yesterday's figures could not be read:" << why;
        });
}

void AlertRunner::takeInputs(const Inputs &inputs)
{
    m_hasInputs = true;
    m_yesterday = inputs.yesterday;
    m_hours.clear();
    for (auto it = inputs.hours.cbegin(); it != inputs.hours.cend(); ++it) {
        if (const auto hours = CallingHours::parse(it.value()); hours && !hours->isEmpty())
            m_hours.insert(it.key(), *hours);
    }
    if (inputs.figureRules != m_figureRules) // counted again by a reader, not here
        load();
    else
        evaluate();
}

/// After a sleep of the computer, or a stop of the process, messages wait that were sent meanwhile: they come first.
/// Judged now and then all the same where every evaluation is late.
bool AlertRunner::isCatchingUp()
{
    const qint64 steady = m_options.clocks.steady();
    const std::optional<qint64> before = std::exchange(m_lastSteady, steady);
    if (!m_resumedAt && before && steady - *before > LateMs)
        m_resumedAt = steady;
    if (m_resumedAt && steady - *m_resumedAt >= CatchUpMs)
        m_resumedAt.reset();
    return m_resumedAt.has_value();
}

void AlertRunner::evaluate()
{
    if (!m_isStarted || !m_isLoaded)
        return;
    const qint64 now = nowMs();
    if (now < std::exchange(m_lastWall, now)) // the clock was set back: the board has forgotten what is needed now
        load();
    if (isCatchingUp() || m_load.isActive() || !m_hasInputs)
        return;
    m_board.slideTo(now);
    const QList<Alert> before = m_engine.open();
    const QList<AlertChange> changes = m_engine.evaluate({.nowMs = now,
                                                          .steadyMs = m_options.clocks.steady(),
                                                          .zone = m_options.zone,
                                                          .board = m_board,
                                                          .yesterday = m_yesterday,
                                                          .hours = m_hours,
                                                          .lastPushAt = m_lastPush.epochMs(m_options.clocks),
                                                          .lastPushOf = lastPushes(),
                                                          .ingest = m_writer.ingestState(),
                                                          .receiverTrouble = !m_options.isReceiving(),
                                                          .turnedAway = m_options.turnedAway()});
    apply(changes);
    if (m_engine.open() != before)
        Q_EMIT openAlertsChanged();
}

QHash<QString, qint64> AlertRunner::lastPushes() const
{
    QHash<QString, qint64> pushes;
    for (auto it = m_lastPushOf.cbegin(); it != m_lastPushOf.cend(); ++it)
        pushes.insert(it.key(), it->epochMs(m_options.clocks));
    return pushes;
}

void AlertRunner::acknowledge(const AlertKey &key)
{
    const auto alert = m_engine.acknowledge(key, nowMs());
    if (!alert)
        return;
    save(*alert);
    Q_EMIT openAlertsChanged();
}

void AlertRunner::apply(const QList<AlertChange> &changes)
{
    for (const AlertChange &change : changes) {
        save(change.alert);
        Q_EMIT alertChanged(change);
    }
}

void AlertRunner::save(const Alert &alert)
{
    const AlertRow row = rowOf(alert);
    const auto older = std::find_if(m_unsaved.begin() + m_saving, m_unsaved.end(),
                                    [&row](const AlertRow &other) { return isSameAlert(row, other); });
    if (older != m_unsaved.end())
        *older = row;
    else
        m_unsaved.append(row);
    QMetaObject::invokeMethod(this, &AlertRunner::writeUnsaved, Qt::QueuedConnection); // all of one evaluation together
}

void AlertRunner::writeUnsaved()
{
    if (m_saving > 0 || m_unsaved.isEmpty())
        return;
    m_saving = m_unsaved.size();
    m_writer.saveAlerts(m_unsaved, this, [this](const QString &error) {
        const qsizetype saved = std::exchange(m_saving, 0);
        if (!error.isEmpty()) {
            if (!std::exchange(m_hasSaveFailed, true))
                qCWarning(lcAlerts).noquote() << "Alerts could not be stored, which is tried again:" << error;
            return;
        }
        m_hasSaveFailed = false;
        m_unsaved.remove(0, std::min(saved, m_unsaved.size()));
        writeUnsaved();
    });
}

} // namespace callboard
