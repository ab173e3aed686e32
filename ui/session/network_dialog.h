// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/receiver_control.h"
#include "ui/session/services.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;

namespace callboard {

/// Opens the receiver to other computers, with a token that pushes have to bring: one of its own where the receiver has
/// one already, else a new one. GUI thread.
class NetworkDialog : public QDialog
{
    Q_OBJECT
public:
    /// `machine`: the addresses of this computer, for the one that is copied.
    NetworkDialog(const Services &services, const QStringList &machine, QWidget *parent = nullptr);

    /// What the receiver is to run with.
    ReceiverConfig proposal() const;

Q_SIGNALS:
    /// It listens; the address holds the token.
    void opened(const QString &address);

private:
    void apply();
    void takeApplied();
    void takeRefusal(ReceiverControl::Fault fault, const QString &reason);

    Services m_services;
    QComboBox *m_address;
    QLabel *m_status;
    QPushButton *m_apply = nullptr;
    bool m_isApplying = false;
};

} // namespace callboard
