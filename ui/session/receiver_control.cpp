// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/receiver_control.h"

#include "receiver/net/listener.h"
#include "receiver/server/receiver.h"
#include "ui/session/preferences.h"

namespace callboard {

ReceiverControl::ReceiverControl(Receiver &receiver, Preferences &preferences, ReaderPool &readers, QObject *parent)
    : QObject(parent)
    , m_receiver(receiver)
    , m_preferences(preferences)
    , m_readers(readers)
{
    connect(&receiver, &Receiver::listening, this, &ReceiverControl::listening);
    connect(&receiver, &Receiver::failed, this, &ReceiverControl::failed);
}

void ReceiverControl::startFromPreferences()
{
    m_isStarting = true;
    Q_EMIT starting();
    m_preferences.readToken(this, [this](const SecretStore::Answer &answer) {
        m_isStarting = false;
        ReceiverConfig config = m_preferences.receiver();
        config.token = answer.secret;
        m_tokenMissing = !answer.error.isEmpty();
        if (!m_tokenMissing) {
            m_receiver.restart(config);
            Q_EMIT started();
            return;
        }
        const QString reason = tr("The receiver is closed, because its token can't be read. %1 Unlock the keyring and "
                                  "start Callboard again, or enter the token again in the settings.")
                                   .arg(answer.error);
        Q_EMIT m_receiver.failed(reason);
        Q_EMIT refused(Fault::Keeping, reason);
    });
}

void ReceiverControl::apply(const ReceiverConfig &config)
{
    if (isBusy())
        return;
    if (m_tokenMissing && config.token.isEmpty()) {
        Q_EMIT refused(Fault::Keeping, tr("The stored token can't be read. Enter it again, or generate a new one."));
        return;
    }
    m_wanted = config;
    m_before = m_receiver.config();
    m_step = Step::Checking;
    if (config.tlsCertFile.isEmpty())
        return tryOut();
    const auto question = [config](Connection &) {
        QString error;
        loadTls(config.tlsCertFile, config.tlsKeyFile, &error);
        return error;
    };
    const auto answer = [this](const QString &error) {
        if (error.isEmpty())
            return tryOut();
        m_step = Step::Idle;
        Q_EMIT refused(Fault::Tls, error);
    };
    m_check = m_readers.ask<QString>(this, question, answer, answer);
}

void ReceiverControl::tryOut()
{
    m_step = Step::Trying;
    m_receiver.restart(m_wanted);
}

void ReceiverControl::listening()
{
    if (m_step == Step::Returning)
        return finish();
    if (m_step != Step::Trying)
        return;
    m_step = Step::Keeping;
    if (m_wanted.token == m_before.token && !m_tokenMissing)
        return keepToken({});
    m_preferences.writeToken(m_wanted.token, this, [this](const QString &error) { keepToken(error); });
}

void ReceiverControl::failed(const QString &reason)
{
    if (m_step == Step::Returning) {
        m_reason = tr("%1 The previous configuration can't be restored either: %2").arg(m_reason, reason);
        return finish();
    }
    if (m_step == Step::Trying)
        goBack(Fault::Listening, reason);
}

void ReceiverControl::keepToken(const QString &error)
{
    if (!error.isEmpty())
        return goBack(Fault::Keeping, error);
    m_preferences.setReceiver(m_wanted);
    m_tokenMissing = false;
    m_step = Step::Idle;
    Q_EMIT applied();
}

void ReceiverControl::goBack(Fault fault, const QString &reason)
{
    m_fault = fault;
    m_reason = reason;
    if (m_tokenMissing) // it was closed: it must not open without its token
        return finish();
    m_step = Step::Returning;
    m_receiver.restart(m_before);
}

void ReceiverControl::finish()
{
    m_step = Step::Idle;
    Q_EMIT refused(m_fault, m_reason);
}

} // namespace callboard
