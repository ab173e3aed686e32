// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSocketNotifier;

namespace callboard {

/// Turns SIGTERM and SIGINT into a Qt signal: the first asks for an orderly end, a second one ends the process at once.
/// Signal handlers belong to the process, so at most one object at a time. Thread with an event loop.
class TerminationSignals : public QObject
{
    Q_OBJECT

public:
    explicit TerminationSignals(QObject *parent = nullptr);
    ~TerminationSignals() override;

Q_SIGNALS:
    void requested();

private:
    void drain();

    QSocketNotifier *m_notifier = nullptr;
};

} // namespace callboard
