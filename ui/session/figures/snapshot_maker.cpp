// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/figures/snapshot_maker.h"

namespace callboard {

SnapshotMaker::SnapshotMaker(QObject *parent)
    : QObject(parent)
{
    m_thread.setMaxThreadCount(1);
}

SnapshotMaker::~SnapshotMaker()
{
    m_thread.waitForDone();
}

void SnapshotMaker::make(const LiveBoard &board, const QMap<QString, ContactCount> &contacts,
                         const ComparisonFigures &comparison, qint64 nowMs, const QTimeZone &zone)
{
    const Count count = [board, contacts, comparison, nowMs, zone] {
        return takeSnapshot(board, contacts, comparison, nowMs, zone);
    };
    if (m_running)
        m_next = count;
    else
        run(count);
}

void SnapshotMaker::run(const Count &count)
{
    m_running = count; // as long as it reads, a board that changes makes a copy of its own
    m_thread.start([this, count] {
        const LiveSnapshot snapshot = count();
        QMetaObject::invokeMethod(
            this, [this, snapshot] { take(snapshot); }, Qt::QueuedConnection);
    });
}

void SnapshotMaker::take(const LiveSnapshot &snapshot)
{
    m_running = {};
    if (const Count next = std::exchange(m_next, {}))
        run(next);
    Q_EMIT made(snapshot);
}

} // namespace callboard
