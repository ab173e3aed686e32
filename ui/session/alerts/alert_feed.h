// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/alert/alert_engine.h"
#include "record/call/clocks.h"
#include "store/database/reader_pool.h"
#include "store/settings/alert_table.h"
#include "ui/session/alerts/alert_preferences.h"

#include <QObject>
#include <QTimer>

namespace callboard {

class LiveFeed;
class Receiver;
class StoreWriter;

/// Watches over the calls with the alert rules, whatever the window shows: keeps a board of its own, asks yesterday's
/// figures and calling hours through a reader, and stores what was raised. Lives on the GUI thread; no SQL there.
class AlertFeed : public QObject
{
    Q_OBJECT
public:
    /// So many of the newest alerts are kept in memory; older ones stay in the store.
    static constexpr int MostShown = 1000;

    AlertFeed(ReaderPool &readers, StoreWriter &writer, const Receiver &receiver, const LiveFeed &feed,
              QObject *parent = nullptr, Clocks clocks = systemClocks());

    /// Begins to watch; the store must be open.
    void start();
    bool isLoaded() const { return m_isLoaded; }

    QList<Alert> open() const; ///< the most severe first, then the newest
    QList<Alert> waiting() const; ///< those that nobody has acknowledged
    const QList<Alert> &alerts() const { return m_alerts; } ///< open and cleared ones, newest first
    qint64 alertsEver() const { return m_alertsEver; } ///< how many the store holds

    void acknowledge(const AlertKey &key);
    void acknowledgeAll();

    const QList<AlertRule> &rules() const { return m_engine.rules(); }
    /// Adds a rule (id 0), or replaces the one with its id. Returns the id.
    qint64 saveRule(AlertRule rule);
    /// Removes a rule that people made; a ready-made one goes back to how it came.
    void removeRule(qint64 id);

    /// The calls that an alert's figure counts. Of silence: those of the hour before it. Of the receiver and the store:
    /// nothing.
    std::optional<CallFilter> callsOf(const Alert &alert) const;
    QString receiverTrouble() const { return m_receiverTrouble; } ///< for a person; empty: it listens
    AlertPreferences &preferences() { return m_preferences; }

Q_SIGNALS:
    void alertsChanged(); ///< raised, cleared, acknowledged, or the figure of an open one moved
    void raised(const callboard::Alert &alert);
    void rulesChanged();

private:
    struct Loaded
    {
        AlertBoard board;
        qint64 at = 0;
        QList<AlertRuleRow> rules;
        QList<AlertRow> open, recent;
        qint64 ever = 0;
        qint64 lastPushAt = 0;
    };
    struct Surroundings
    {
        QHash<int, TaskTallies> yesterday;
        QHash<QString, QString> hours;
    };
    void load();
    void takeLoaded(const Loaded &loaded);
    void notePushesOf(const QList<Alert> &open);
    void takeRules(const QList<AlertRuleRow> &rows);
    void takeNotice(const CommitNotice &notice);
    void followRules();
    void askSurroundings();
    void takeSurroundings(const Surroundings &found);
    void look();
    void apply(const QList<AlertChange> &changes);
    void put(const Alert &alert);
    void setRules(const QList<AlertRule> &rules);
    AlertBoard::Count countingNow() const;
    QHash<QString, qint64> lastPushes() const;
    qint64 nowMs() const { return m_clocks.wall(); }

    ReaderPool &m_readers;
    StoreWriter &m_writer;
    const Receiver &m_receiver;
    const LiveFeed &m_feed;
    const Clocks m_clocks;
    AlertPreferences m_preferences;
    AlertEngine m_engine;
    AlertBoard m_board;
    FigureRules m_counting; ///< as the board counts
    QList<CommitNotice> m_pending; ///< arrived while a load runs
    QList<Alert> m_alerts;
    QHash<int, TaskTallies> m_yesterday;
    QHash<QString, CallingHours> m_hours;
    QHash<QString, PastMoment> m_lastPushOf;
    ReadTicket m_load, m_surroundings;
    QTimer m_lookTimer, m_surroundingsTimer;
    QTimer m_retryTimer{this}; ///< after the store could not be read
    QString m_receiverTrouble;
    qint64 m_alertsEver = 0;
    qint64 m_lastLook = 0;
    PastMoment m_lastPush;
    bool m_isLoaded = false;
    bool m_knowsSurroundings = false;
};

} // namespace callboard
