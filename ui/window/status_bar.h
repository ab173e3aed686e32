// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;
class QToolButton;

namespace callboard {

struct Services;

/// The line at the bottom: is the receiver well, when did the last push come, how many, how full is the disk, and is a
/// file being written.
class StatusBar : public QFrame
{
    Q_OBJECT
public:
    explicit StatusBar(const Services &services, QWidget *parent = nullptr);
    /// Why the receiver could not open its port; empty: no trouble.
    void setReceiverTrouble(const QString &trouble);

Q_SIGNALS:
    void exportsRequested(); ///< the word about running exports was clicked

private:
    struct Health
    {
        QString words;
        const char *styleClass;
    };
    QLabel *addLabel(const QString &name);
    Health health() const;
    void refresh();
    void holdStill();
    void showExports();

    const Services &m_services;
    QString m_receiverTrouble;
    QTimer m_timer;
    QLabel *m_light, *m_address, *m_lastPush, *m_rate, *m_awaiting, *m_stored, *m_disk;
    QToolButton *m_exports;
};

} // namespace callboard
