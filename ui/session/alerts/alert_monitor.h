// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/runner/alert_runner.h"
#include "ui/session/alerts/alert_preferences.h"

#include <QObject>
#include <QTimer>

namespace callboard {

class StoreWriter;

/// The alerts and rules of an AlertRunner, as the window shows them: with the history that is stored, and with what a
/// person does to them (acknowledge, edit). Judges nothing. Lives on the GUI thread; no SQL there. The runner, the pool
/// and the writer must outlive it.
class AlertMonitor : public QObject
{
    Q_OBJECT
public:
    /// So many of the newest alerts are kept in memory; older ones stay in the store.
    static constexpr int MostShown = 1000;

    AlertMonitor(AlertRunner &runner, ReaderPool &readers, StoreWriter &writer, QObject *parent = nullptr);

    bool isLoaded() const { return m_isLoaded; }

    QList<Alert> open() const; ///< the most severe first, then the newest
    QList<Alert> waiting() const; ///< those that nobody has acknowledged
    const QList<Alert> &alerts() const { return m_alerts; } ///< open and cleared ones, newest first
    qint64 alertsEver() const { return m_alertsEver; } ///< how many the store holds

    void acknowledge(const AlertKey &key) { m_runner.acknowledge(key); }
    void acknowledgeAll();

    const QList<AlertRule> &rules() const { return m_runner.rules(); }
    /// Adds a rule (id 0), or replaces the one with its id. Returns the id.
    qint64 saveRule(AlertRule rule);
    /// Removes a rule that people made; a ready-made one goes back to how it came.
    void removeRule(qint64 id);

    /// The calls that an alert's figure counts. Of silence: those of the hour before it. Of the receiver and the store:
    /// nothing.
    std::optional<CallFilter> callsOf(const Alert &alert) const;
    AlertPreferences &preferences() { return m_preferences; }

Q_SIGNALS:
    void alertsChanged(); ///< raised, cleared, acknowledged, or the figure of an open one moved
    void raised(const callboard::Alert &alert);
    void rulesChanged();

private:
    struct History
    {
        QList<AlertRow> recent;
        qint64 ever = 0;
    };
    void load();
    void takeHistory(const History &history);
    void takeChange(const AlertChange &change);
    void put(const AlertChange &change);
    void followOpen();
    Alert *find(const Alert &alert);

    AlertRunner &m_runner;
    ReaderPool &m_readers;
    StoreWriter &m_writer;
    AlertPreferences m_preferences;
    QList<Alert> m_alerts;
    QList<AlertChange> m_early; ///< happened before the history was read
    qint64 m_alertsEver = 0;
    ReadTicket m_load;
    QTimer m_retryTimer{this}; ///< after the history could not be read
    bool m_isLoaded = false;
};

} // namespace callboard
