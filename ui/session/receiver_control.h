// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receiver/config/receiver_config.h"
#include "store/database/reader_pool.h"

#include <QObject>

namespace callboard {

class Preferences;
class Receiver;

/// Brings a changed configuration of the receiver about: tries it on the running receiver, keeps it once that listens,
/// and goes back to the one before where it can't. GUI thread; nothing waits here.
class ReceiverControl : public QObject
{
    Q_OBJECT
public:
    /// What was wrong, by the field that should say it.
    enum class Fault : quint8 { Tls, Listening, Keeping };

    ReceiverControl(Receiver &receiver, Preferences &preferences, ReaderPool &readers, QObject *parent = nullptr);

    /// Starts the receiver as the preferences say, with its token; where the token can't be read it stays closed and
    /// refused() says why.
    void startFromPreferences();
    /// Answers with applied() or refused(). Asked while it isBusy(), nothing happens: without the token that is kept a
    /// configuration is not whole.
    void apply(const ReceiverConfig &config);
    bool isBusy() const { return m_step != Step::Idle || m_isStarting; }

Q_SIGNALS:
    void starting(); ///< the token is being read; until started() or refused() nothing can be applied
    void started(); ///< the receiver was asked to go on as the preferences say, with its token
    void applied();
    /// Nothing was kept, and the receiver runs as before.
    void refused(callboard::ReceiverControl::Fault fault, const QString &reason);

private:
    enum class Step : quint8 { Idle, Checking, Trying, Keeping, Returning };
    void tryOut();
    void listening();
    void failed(const QString &reason);
    void keepToken(const QString &error);
    void goBack(Fault fault, const QString &reason);
    void finish();

    Receiver &m_receiver;
    Preferences &m_preferences;
    ReaderPool &m_readers;
    ReadTicket m_check;
    ReceiverConfig m_wanted, m_before;
    Step m_step = Step::Idle;
    Fault m_fault = Fault::Listening;
    QString m_reason;
    bool m_isStarting = false; ///< the token is being read
    bool m_tokenMissing = false; ///< one is kept, and could not be read
};

} // namespace callboard
