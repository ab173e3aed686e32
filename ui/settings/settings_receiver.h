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

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeWidgets();
    void layOut();
    QWidget *makeTokenField();
    void connectAll();
    void retranslate();
    void fill(const ReceiverConfig &config);
    void check();
    void checkAddress();
    void checkFiles();
    void checkLimits();
    void apply();
    void takeRefusal(ReceiverControl::Fault fault, const QString &reason);
    void showState();
    void say(const QString &styleClass, const QString &text);
    QString tokenHint() const;
    QList<Subnet> senders(QString *problem) const;

    Services m_services;
    FieldForm *m_form;
    QLabel *m_listenHead, *m_guardHead, *m_limitHead, *m_status;
    QComboBox *m_address;
    QLineEdit *m_port, *m_path, *m_token, *m_body, *m_connections;
    QWidget *m_tokenRow;
    QPushButton *m_showToken, *m_newToken, *m_apply, *m_undo;
    QPlainTextEdit *m_allow;
    FileField *m_cert, *m_key;
    QCheckBox *m_health;
    WarningBar *m_open; ///< that the address would be open to others
    bool m_filling = false;
};

} // namespace callboard
