// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/services.h"

#include <QTimer>

class QSettings;

namespace callboard {

/// How many pushes became no calls since somebody looked at the page Receiver: refused, with a wrong token, to another
/// path. Refused ones are remembered across starts, because they can be replayed. GUI thread.
class ReceiverBadge : public QObject
{
    Q_OBJECT
public:
    explicit ReceiverBadge(const Services &services, QObject *parent = nullptr);

    qint64 count() const { return m_count; }
    /// While the page is looked at, nothing waits to be seen.
    void setSeen(bool isSeen);
    void saveState(QSettings &settings) const;
    void restoreState(const QSettings &settings);

Q_SIGNALS:
    void changed();

private:
    void refresh();

    Services m_services;
    QTimer m_timer;
    qint64 m_refused = -1; ///< in the store; -1: not known yet
    qint64 m_refusedSeen = 0;
    qint64 m_turnedAwaySeen = 0;
    qint64 m_count = 0;
    bool m_isSeen = false;
};

} // namespace callboard
