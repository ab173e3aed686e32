// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/calls/call_source.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace callboard {

/// Feeds a call table: asks for the list when the question changes, for pages when rows come into view, and again after
/// commits. Late answers to earlier questions are dropped by their generation. GUI thread.
///
/// While `following`, the list is renewed after commits, at most every 300 ms and never for more than a quarter of the
/// time, however slow the question is. Otherwise the list stands still, newCalls() says how much it has fallen behind,
/// and the calls in view are renewed where they stand: a second message shows at once.
class CallListLoader : public QObject
{
    Q_OBJECT
public:
    CallListLoader(CallTableModel &model, CallSource &source, QObject *parent = nullptr);

    /// What the list is to show. Asked for anew each time, because a rolling period moves on.
    void setQuestion(std::function<CallFilter()> question);
    /// In which order; asks again where it is another one.
    void setOrder(const CallOrder &order);
    /// The first and last row in view.
    void setRowsInView(std::function<std::pair<int, int>()> rowsInView);
    /// Other rows came into view.
    void noteScroll();
    /// Asks now: another question (the table starts over), or the same one again.
    void reload(bool startOver);
    /// A commit has changed the store.
    void noteCommit();
    void setFollowing(bool following);
    bool isFollowing() const { return m_following; }
    /// Not active: commits are only remembered until it becomes active again.
    void setActive(bool active);
    const CallFilter &filter() const { return m_filter; }
    bool isLoading() const { return m_loading; }

Q_SIGNALS:
    void listChanged(); ///< the table holds an answer
    void newCalls(qint64 count); ///< calls that the list does not show yet
    void failed(const QString &why);

private:
    void schedule();
    void renew();
    void takeList(quint64 generation, bool startOver, const CallListData &list);
    void countNew();
    void renewRowsInView();
    void askPages();
    void askPage(qint64 page);
    void fail(quint64 generation, const QString &why);
    void finishQuestion();

    CallTableModel &m_model;
    CallSource &m_source;
    std::function<CallFilter()> m_question;
    std::function<std::pair<int, int>()> m_rowsInView;
    CallFilter m_filter;
    CallOrder m_order;
    QTimer m_renewTimer;
    QElapsedTimer m_asked;
    qint64 m_lastDurationMs = 0;
    quint64 m_generation = 0;
    bool m_loading = false;
    bool m_counting = false;
    bool m_stale = false; ///< the list is older than the store
    bool m_uncounted = false; ///< newCalls() has not been told since the last commit
    bool m_rowsStale = false; ///< the rows in view may have changed in the store since they were read
    bool m_startOver = true; ///< the table does not show the current question yet
    bool m_following = true;
    bool m_active = true;
};

} // namespace callboard
