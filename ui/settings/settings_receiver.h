// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receiver/config/receiver_config.h"
#include "ui/session/receiver_control.h"
#include "ui/session/services.h"
#include "ui/settings/settings_section.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace callboard {

class FieldForm;
class FileField;
class WarningBar;

/// The receiver: where it listens, who may push, how much. Applied together, tried on the running receiver, and kept
/// once it listens. GUI thread.
class SettingsReceiver : public SettingsSection
{
    Q_OBJECT
public:
    explicit SettingsReceiver(const Services &services, QWidget *parent = nullptr);

    QString title() const override;
    void setActive(bool active) override;
    /// What the fields say; only valid where nothing is wrong with them.
    ReceiverConfig edited() const;

private:
    void addNetwork();
    void addSenders();
    void addLimits();
    QWidget *makeTokenField();
    void layOut();
    void connectAll();
    void fill(const ReceiverConfig &config);
    QString addressProblem() const;
    QString portProblem() const;
    QString pathProblem() const;
    QString tokenProblem() const;
    void apply();
    void takeRefusal(ReceiverControl::Fault fault, const QString &reason);
    void showState();
    void say(const QString &styleClass, const QString &text);
    QString tokenHint() const;
    QList<Subnet> senders(QString *problem) const;

    Services m_services;
    FieldForm *m_form;
    QComboBox *m_address = nullptr;
    QLineEdit *m_port = nullptr, *m_path = nullptr, *m_token = nullptr, *m_body = nullptr, *m_connections = nullptr;
    QWidget *m_tokenRow = nullptr;
    QPlainTextEdit *m_allow = nullptr;
    FileField *m_cert = nullptr, *m_key = nullptr;
    QCheckBox *m_health = nullptr;
    QPushButton *m_showToken = nullptr, *m_apply = nullptr, *m_undo = nullptr;
    QLabel *m_status = nullptr;
    WarningBar *m_open = nullptr; ///< that the address would be open to others
};

} // namespace callboard
