// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/figures/live_snapshot.h"

#include <QObject>
#include <QThreadPool>

#include <functional>

namespace callboard {

/// Counts snapshots on a thread of its own: a board of a week with many campaigns takes longer than a frame. The board
/// is copied, which shares its cells. Lives on the GUI thread; made() is emitted there.
class SnapshotMaker : public QObject
{
    Q_OBJECT
public:
    explicit SnapshotMaker(QObject *parent = nullptr);
    ~SnapshotMaker() override;

    /// Counts the board as it is now. While one count runs, only the latest further wish is kept.
    void make(const LiveBoard &board, const QMap<QString, ContactCount> &contacts, const ComparisonFigures &comparison,
              qint64 nowMs, const QTimeZone &zone);

Q_SIGNALS:
    void made(const callboard::LiveSnapshot &snapshot);

private:
    using Count = std::function<LiveSnapshot()>;
    void run(const Count &count);
    void take(const LiveSnapshot &snapshot);
    QThreadPool m_thread;
    Count m_running, m_next;
};

} // namespace callboard
