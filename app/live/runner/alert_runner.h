// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/alert/alert_engine.h"
#include "record/call/clocks.h"
#include "store/database/reader_pool.h"
#include "store/settings/alert_table.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace callboard {

class StoreWriter;

/// What a program that judges alert rules brings with it.
struct AlertRunnerOptions
{
    std::function<bool()> isReceiving; ///< whether the receiver listens; empty: always
    /// Pushes that the receiver answered without keeping them (wrong token, other path) so far; empty: none.
    std::function<qint64()> turnedAway{};
    Clocks clocks = systemClocks();
    QTimeZone zone = QTimeZone::systemTimeZone(); ///< of calling hours, and of "yesterday"
};

/// Judges the alert rules of a store once a second, and writes what is raised and cleared into it.
///
/// Only the program that owns the store's writer may start one. It keeps a board of the last two hours, moved by commit
/// notices; yesterday's figures and calling hours are read once a minute by a thread of the pool. Lives on its maker's
/// thread and never waits; no SQL there. Pool and writer must outlive it.
///
/// Alerts that are open in the store at the start stay open and are not raised again, whoever raised them. What can't
/// be written stays in memory and is written when the store takes it again. After a sleep of the computer or a stop of
/// the process nothing is judged for some seconds, until the messages that waited are stored.
class AlertRunner : public QObject
{
    Q_OBJECT
public:
    AlertRunner(ReaderPool &readers, StoreWriter &writer, AlertRunnerOptions options = {}, QObject *parent = nullptr);
    ~AlertRunner() override; ///< as stop()

    /// Begins to judge; the store must be open. Once.
    void start();
    /// Judges nothing any more, and hands what is not written yet to the writer.
    void stop();
    /// Rules and open alerts of the store are known.
    bool isLoaded() const { return m_isLoaded; }

    const QList<AlertRule> &rules() const { return m_engine.rules(); }
    /// Rules that count from now on, and are judged at once; storing them is the caller's business.
    void setRules(const QList<AlertRule> &rules);
    QList<Alert> open() const { return m_engine.open(); } ///< newest first
    void acknowledge(const AlertKey &key);
    /// As the figures of alerts are counted.
    const FigureRules &figureRules() const { return m_figureRules; }

    /// Judges now, as once a second.
    void evaluate();

Q_SIGNALS:
    void loaded();
    /// An alert was raised or cleared.
    void alertChanged(const callboard::AlertChange &change);
    /// An open alert was acknowledged, or its figure moved.
    void openAlertsChanged();
    void rulesChanged();

private:
    struct Loaded
    {
        AlertBoard board;
        FigureRules figureRules;
        QList<AlertRuleRow> rules;
        QList<AlertRow> open;
        qint64 lastPushAt = 0;
    };
    /// What rules need beside the calls of the last hours.
    struct Inputs
    {
        QHash<int, TaskTallies> yesterday;
        QHash<QString, QString> hours;
        FigureRules figureRules;
    };
    static Loaded loadFrom(Connection &connection, qint64 nowMs);
    static Inputs inputsFrom(Connection &connection, const QHash<int, TimeRange> &yesterday, qint64 nowMs);
    void load();
    void takeLoaded(const Loaded &loaded);
    void seed(const Loaded &state);
    void notePushesOf(const QList<Alert> &open);
    void takeNotice(const CommitNotice &notice);
    void requestInputs();
    void takeInputs(const Inputs &inputs);
    QHash<int, TimeRange> yesterdaysWindows() const;
    bool isCatchingUp();
    QHash<QString, qint64> lastPushes() const;
    void apply(const QList<AlertChange> &changes);
    void save(const Alert &alert);
    void writeUnsaved();
    qint64 nowMs() const { return m_options.clocks.wall(); }

    ReaderPool &m_readers;
    StoreWriter &m_writer;
    const AlertRunnerOptions m_options;
    AlertEngine m_engine;
    AlertBoard m_board;
    FigureRules m_figureRules; ///< as the board counts
    QList<CommitNotice> m_pending; ///< arrived while a load runs
    QHash<int, TaskTallies> m_yesterday; ///< by window in minutes
    QHash<QString, CallingHours> m_hours; ///< of the tasks that have some
    PastMoment m_lastPush;
    QHash<QString, PastMoment> m_lastPushOf; ///< by task
    QList<AlertRow> m_unsaved; ///< in the order in which they must be written
    qsizetype m_saving = 0; ///< so many of them, from the first on, are with the writer
    ReadTicket m_load, m_inputs;
    QTimer m_evaluateTimer{this}, m_inputsTimer{this};
    QTimer m_retryTimer{this}; ///< after the store could not be read
    qint64 m_lastWall = 0; ///< at the evaluation before
    std::optional<qint64> m_lastSteady, m_resumedAt; ///< by the steady clock
    bool m_isStarted = false, m_isLoaded = false, m_hasInputs = false, m_hasSaveFailed = false;
};

} // namespace callboard
