// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/secret_store.h"
#include "ui/session/startup_options.h"

#include <QObject>

class QSettings;

namespace callboard {

/// Where the calls are kept, and how long the messages as received are.
struct StoragePreferences
{
    static constexpr int LeastDays = 7, MostDays = 3'650; ///< floor and ceiling of keepDays
    static constexpr int LeastCallDays = 30, UsualCallDays = 365; ///< of keepCallDays; the ceiling is the same
    static constexpr qint64 LeastFreeMb = 64, MostFreeMb = 1'000'000;

    QString file; ///< of the store, from the next start on; empty: the usual place
    int keepDays = 90; ///< of messages as received; 0: for ever
    int keepCallDays = 0; ///< of calls, then only their counts are kept; 0: for ever
    qint64 freeMb = LeastFreeMb; ///< less free disk than this: pushes are refused

    friend bool operator==(const StoragePreferences &, const StoragePreferences &) = default;
};

/// Who may uncover personal data in the window. Stored by number: never renumber.
enum class RevealPolicy : quint8 { Freely, AfterQuestion, Never };

struct PrivacyPreferences
{
    static constexpr int MostMinutes = 480;

    RevealPolicy reveal = RevealPolicy::Freely;
    int coverAfterMinutes = 0; ///< numbers that were revealed are covered again after so long; 0: not by itself
    QStringList personalColumns; ///< customer columns whose whole value is covered, by name

    friend bool operator==(const PrivacyPreferences &, const PrivacyPreferences &) = default;
};

/// What closing the window does while pushes are received. Stored by number: never renumber.
enum class ClosePolicy : quint8 { Ask, KeepReceiving, Quit };

/// Where and how the wallboard is shown.
struct WallboardPreferences
{
    static constexpr int LeastSeconds = 3, MostSeconds = 600;

    QString screen; ///< by its name; empty, or where it is gone: the one of the window
    int seconds = 10; ///< that a campaign stays; the overview stays twice as long

    friend bool operator==(const WallboardPreferences &, const WallboardPreferences &) = default;
};

/// What the settings file says about the program, and the receiver's token. What the command line says wins. Values
/// that can't be right are taken as not said. GUI thread.
class Preferences : public QObject
{
    Q_OBJECT
public:
    /// Where the receiver's token is kept.
    enum class TokenPlace : quint8 { Nowhere, Keyring, File };

    /// The settings outlive this. Without a keyring the file is used at once.
    Preferences(QSettings &settings, const StartupOptions &options, std::unique_ptr<SecretStore> keyring,
                QObject *parent = nullptr);
    ~Preferences() override;

    /// The receiver as it is to run, but for the token.
    ReceiverConfig receiver() const;
    void setReceiver(const ReceiverConfig &config);
    bool isListenGiven() const { return m_options.listenGiven; } ///< --listen: address and port are not to be changed
    bool isDemo() const { return m_options.demo; } ///< nothing about the receiver and the store is to be changed

    TokenPlace tokenPlace() const;
    QString tokenFile() const; ///< where the token lies, or would lie without a keyring
    /// Answers like SecretStore::read(); at once with nothing where none is kept.
    void readToken(QObject *context, SecretStore::Read done);
    /// Into the keyring, and into the file where no keyring answers. An empty one is forgotten everywhere.
    void writeToken(const QByteArray &token, QObject *context, SecretStore::Written done);

    StoragePreferences storage() const;
    void setStorage(const StoragePreferences &storage);
    bool isStoreGiven() const { return m_options.storeGiven || m_options.demo; } ///< --store: the place is fixed
    StoreUrl store() const; ///< that this run uses, or will use

    PrivacyPreferences privacy() const;
    void setPrivacy(const PrivacyPreferences &privacy);

    ClosePolicy closePolicy() const;
    void setClosePolicy(ClosePolicy policy);

    WallboardPreferences wallboard() const;
    void setWallboard(const WallboardPreferences &wallboard);

Q_SIGNALS:
    void privacyChanged();
    void closePolicyChanged();

private:
    void setTokenPlace(TokenPlace place);
    void writeTokenFile(const QByteArray &token, QObject *context, const SecretStore::Written &done);

    QSettings &m_settings;
    const StartupOptions m_options;
    std::unique_ptr<SecretStore> m_keyring;
    FileSecretStore m_file;
};

} // namespace callboard
