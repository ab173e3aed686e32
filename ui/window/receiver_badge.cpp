// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/receiver_badge.h"

#include "receiver/server/receiver.h"
#include "ui/session/figures/live_figures.h"

#include <QSettings>

#include <algorithm>
#include <chrono>
#include <utility>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds Pause{2};
constexpr auto SeenKey = "receiver/refusedSeen"_L1;

} // namespace

ReceiverBadge::ReceiverBadge(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
    m_timer.setObjectName(u"receiverBadge"_s);
    m_timer.setInterval(Pause);
    connect(&m_timer, &QTimer::timeout, this, &ReceiverBadge::refresh);
    connect(&services.feed, &LiveFigures::overviewChanged, this, [this] {
        m_refused = m_services.feed.overview().rejected;
        refresh();
    });
    m_timer.start();
}

void ReceiverBadge::setSeen(bool isSeen)
{
    m_isSeen = isSeen;
    refresh();
}

/// Refused messages that were replayed or are too old are gone: those that come later are new.
void ReceiverBadge::refresh()
{
    if (m_refused < 0)
        return;
    const qint64 turnedAway = pushesTurnedAway(m_services.receiver.stats());
    m_refusedSeen = m_isSeen ? m_refused : std::min(m_refusedSeen, m_refused);
    if (m_isSeen)
        m_turnedAwaySeen = turnedAway;
    const qint64 count = m_refused - m_refusedSeen + turnedAway - m_turnedAwaySeen;
    if (count != std::exchange(m_count, count))
        Q_EMIT changed();
}

void ReceiverBadge::saveState(QSettings &settings) const
{
    settings.setValue(SeenKey, m_refusedSeen);
}

void ReceiverBadge::restoreState(const QSettings &settings)
{
    m_refusedSeen = settings.value(SeenKey, 0).toLongLong();
}

} // namespace callboard
