// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace callboard {

/// Says when a visible page should ask the store again: after changes, at most every two seconds, and so seldom that
/// asking takes no more than a fifth of the time. A hidden page is never told. GUI thread.
class RefreshClock : public QObject
{
    Q_OBJECT
public:
    explicit RefreshClock(QObject *parent = nullptr);

    void setActive(bool active);
    bool isActive() const { return m_isActive; }
    void noteChange(); ///< the store has something new
    void askNow(); ///< the question has changed: what is under way is out of date
    void answered(); ///< the answer to the last due() is there, or will not come

Q_SIGNALS:
    void due();

private:
    void schedule();
    void fire();
    QTimer m_timer;
    QElapsedTimer m_sinceAsked;
    qint64 m_pauseMs = 0;
    bool m_isActive = false, m_isStale = true, m_isAsking = false;
};

} // namespace callboard
