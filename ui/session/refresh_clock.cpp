// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/refresh_clock.h"

#include <algorithm>

namespace callboard {

namespace {

constexpr qint64 LeastPauseMs = 2000;
constexpr qint64 PausePerCost = 5;

} // namespace

RefreshClock::RefreshClock(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &RefreshClock::fire);
}

void RefreshClock::setActive(bool active)
{
    m_isActive = active;
    if (active)
        schedule();
    else
        m_timer.stop();
}

void RefreshClock::noteChange()
{
    m_isStale = true;
    schedule();
}

void RefreshClock::askNow()
{
    m_isStale = true;
    m_isAsking = false;
    m_pauseMs = 0;
    m_timer.stop();
    if (m_isActive)
        fire();
}

void RefreshClock::answered()
{
    m_isAsking = false;
    m_pauseMs = std::max(LeastPauseMs, m_sinceAsked.isValid() ? PausePerCost * m_sinceAsked.elapsed() : 0);
    schedule();
}

void RefreshClock::schedule()
{
    if (!m_isActive || !m_isStale || m_isAsking || m_timer.isActive())
        return;
    const qint64 past = m_sinceAsked.isValid() ? m_sinceAsked.elapsed() : m_pauseMs;
    m_timer.start(static_cast<int>(std::max<qint64>(0, m_pauseMs - past)));
}

void RefreshClock::fire()
{
    m_isStale = false;
    m_isAsking = true;
    m_sinceAsked.start();
    Q_EMIT due();
}

} // namespace callboard
