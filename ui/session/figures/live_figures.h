// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/board/live_board.h"
#include "record/call/clocks.h"
#include "store/database/reader_pool.h"
#include "store/read/queries.h"
#include "ui/session/view_state.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QTimer>

namespace callboard {

class StoreWriter;

/// Keeps the live board of the current view: loads it through a reader, moves it by commit notices, slides rolling
/// periods. Lives on the GUI thread; does no SQL there.
class LiveFigures : public QObject
{
    Q_OBJECT
public:
    LiveFigures(ReaderPool &readers, StoreWriter &writer, ViewState &view, QObject *parent = nullptr,
                Clocks clocks = systemClocks());

    const LiveBoard &board() const { return m_board; }
    const StoreOverview &overview() const { return m_overview; }
    const QMap<QString, ContactCount> &contacts() const { return m_contacts; }
    QString taskName(const QString &taskId) const; ///< alias, else the id (maskId()), else "No task"
    const QHash<QString, TaskInfo> &tasks() const { return m_tasks; }
    /// What people decided about counting, as the figures follow it now; figuresChanged() tells of changes.
    const FigureRules &rules() const { return m_rules; }
    const ResultMeanings &meanings() const { return m_rules.meanings(); }
    /// By the clock as it goes now, so that the difference to nowMs() is right whoever set it: epoch ms, 0 for never.
    /// Of a campaign without a push in this run: the quarter hour of its newest call.
    qint64 lastPushOf(const QString &taskId) const;
    qint64 lastPushAt() const;
    qint64 nowMs() const { return m_clocks.wall(); } ///< epoch ms
    double pushesPerMinute() const; ///< over the last minute, from the notices
    bool isLoading() const;
    QString error() const { return m_error; } ///< why the last load failed, for a person; empty: it did not

Q_SIGNALS:
    void figuresChanged(); ///< board, contacts or tasks changed; at most 4 a second
    void overviewChanged(); ///< counters for the status bar
    void committed(const callboard::CommitNotice &notice); ///< every notice, on the GUI thread

private:
    /// What people said: about tasks, and about counting.
    struct Decisions
    {
        QList<TaskInfo> tasks;
        FigureRules rules;
    };
    struct Loaded
    {
        LiveBoard board;
        Decisions decisions;
        QHash<QString, qint64> lastCalls; ///< by task: the newest bucket with a call, epoch ms
    };
    struct Overview
    {
        StoreOverview store;
        Decisions decisions;
    };
    /// A call of an earlier run: its place in time as stored, and when that was.
    struct LastCall
    {
        qint64 bucket = 0;
        PastMoment moment;
    };
    static Decisions loadDecisions(Connection &connection, qint64 nowMs);
    void start();
    TimeRange wantedRange() const;
    void reload();
    void takeLoaded(const Loaded &loaded);
    void takeDecisions(const Decisions &decisions);
    void fail(const QString &why);
    void takeNotice(const CommitNotice &notice);
    void countPushes(const CommitNotice &notice);
    void noteLastCalls(const QHash<QString, qint64> &lastCalls);
    void askSlowFigures();
    void refreshContacts();
    void refreshOverview();
    void slide();

    ReaderPool &m_readers;
    ViewState &m_view;
    LiveBoard m_board;
    Period m_loadedPeriod;
    StoreOverview m_overview;
    QMap<QString, ContactCount> m_contacts;
    QHash<QString, TaskInfo> m_tasks;
    QList<CommitNotice> m_pending; ///< arrived while a load runs
    ReadTicket m_load, m_contactQuery, m_overviewQuery;
    QTimer m_slideTimer, m_slowTimer;
    bool m_contactsStale = false, m_overviewStale = false;
    const Clocks m_clocks;
    QList<std::pair<qint64, qint64>> m_recentPushes; ///< (when by the steady clock, accepted) of the last minute
    FigureRules m_rules; ///< as the board has them
    QHash<QString, PastMoment> m_lastPushOf;
    QHash<QString, LastCall> m_lastCallOf;
    PastMoment m_lastPush;
    QString m_error;
};

} // namespace callboard
