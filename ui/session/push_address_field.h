// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/reader_pool.h"
#include "ui/session/services.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace callboard {

/// Where the platform is to push to, to be copied with and without its token; where only this computer reaches it, that
/// is said, and one step lets others. GUI thread.
class PushAddressField : public QWidget
{
    Q_OBJECT
public:
    explicit PushAddressField(const Services &services, QWidget *parent = nullptr);

    /// The address that is shown.
    QUrl shown() const;
    /// What the system says of this computer is read at the start and whenever the receiver opens.
    void setMachine(const QStringList &machine);

Q_SIGNALS:
    void copied(const QString &text); ///< a sentence for a person

private:
    void layOut();
    void askMachine();
    void showState();
    void copy(const QString &address, const QString &said);
    void openDialog();

    Services m_services;
    QStringList m_machine;
    ReadTicket m_machineQuery;
    QStringList m_all; ///< as offered
    QComboBox *m_others; ///< there where the receiver has several addresses
    QLineEdit *m_url;
    QPushButton *m_copy, *m_copyToken, *m_open;
    QLabel *m_local;
};

} // namespace callboard
