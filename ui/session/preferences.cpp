// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/preferences.h"

#include <QFileInfo>
#include <QSettings>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr auto TokenPlaceKey = "receiver/tokenPlace"_L1;

qint64 numberIn(const QSettings &settings, const QString &key, qint64 preset, qint64 least, qint64 most)
{
    bool isNumber = false;
    const qint64 number = settings.value(key).toLongLong(&isNumber);
    return isNumber && number >= least && number <= most ? number : preset;
}

/// A list that was meant to keep senders out must not let everybody in because it can't be read.
QList<Subnet> allowListIn(const QSettings &settings)
{
    const QStringList texts = settings.value("receiver/allow"_L1).toStringList();
    QList<Subnet> allow;
    for (const QString &text : texts) {
        if (const auto subnet = Subnet::parse(text.trimmed()))
            allow.append(*subnet);
    }
    if (!texts.isEmpty() && allow.isEmpty())
        allow = {*Subnet::parse(u"127.0.0.0/8"_s), *Subnet::parse(u"::1"_s)};
    return allow;
}

QString tokenFileBeside(const QString &settingsFile)
{
    const QFileInfo file(settingsFile);
    return file.path() + u'/' + file.completeBaseName() + u".token"_s;
}

} // namespace

Preferences::Preferences(QSettings &settings, const StartupOptions &options, std::unique_ptr<SecretStore> keyring,
                         QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_options(options)
    , m_keyring(std::move(keyring))
    , m_file(tokenFileBeside(settings.fileName()))
{ }

Preferences::~Preferences() = default;

ReceiverConfig Preferences::receiver() const
{
    ReceiverConfig config = m_options.receiver;
    if (isDemo())
        return config;
    if (!isListenGiven()) {
        const QHostAddress address(m_settings.value("receiver/address"_L1).toString());
        config.address = address.isNull() ? config.address : address;
        config.port = static_cast<quint16>(numberIn(m_settings, u"receiver/port"_s, config.port, 1, 65'535));
    }
    const QString path = m_settings.value("receiver/path"_L1, config.path).toString();
    config.path = path.startsWith(u'/') ? path : config.path;
    config.allow = allowListIn(m_settings);
    config.tlsCertFile = m_settings.value("receiver/tlsCert"_L1).toString();
    config.tlsKeyFile = m_settings.value("receiver/tlsKey"_L1).toString();
    config.maxBodyBytes = numberIn(m_settings, u"receiver/maxBody"_s, config.maxBodyBytes, 1'024, 64 * 1'024 * 1'024);
    config.maxConnections =
        static_cast<int>(numberIn(m_settings, u"receiver/maxConnections"_s, config.maxConnections, 1, 65'535));
    config.openHealth = m_settings.value("receiver/openHealth"_L1, config.openHealth).toBool();
    return config;
}

void Preferences::setReceiver(const ReceiverConfig &config)
{
    if (!isListenGiven()) {
        m_settings.setValue("receiver/address"_L1, config.address.toString());
        m_settings.setValue("receiver/port"_L1, config.port);
    }
    QStringList allow;
    for (const Subnet &subnet : config.allow)
        allow.append(subnet.toString());
    m_settings.setValue("receiver/path"_L1, config.path);
    m_settings.setValue("receiver/allow"_L1, allow);
    m_settings.setValue("receiver/tlsCert"_L1, config.tlsCertFile);
    m_settings.setValue("receiver/tlsKey"_L1, config.tlsKeyFile);
    m_settings.setValue("receiver/maxBody"_L1, config.maxBodyBytes);
    m_settings.setValue("receiver/maxConnections"_L1, config.maxConnections);
    m_settings.setValue("receiver/openHealth"_L1, config.openHealth);
}

QString Preferences::tokenFile() const
{
    return tokenFileBeside(m_settings.fileName());
}

Preferences::TokenPlace Preferences::tokenPlace() const
{
    if (isDemo())
        return TokenPlace::Nowhere;
    const QString word = m_settings.value(TokenPlaceKey).toString();
    if (word == "keyring"_L1)
        return TokenPlace::Keyring;
    return word == "file"_L1 ? TokenPlace::File : TokenPlace::Nowhere;
}

void Preferences::setTokenPlace(TokenPlace place)
{
    if (place == TokenPlace::Nowhere)
        m_settings.remove(TokenPlaceKey);
    else
        m_settings.setValue(TokenPlaceKey, place == TokenPlace::Keyring ? u"keyring"_s : u"file"_s);
}

void Preferences::readToken(QObject *context, SecretStore::Read done)
{
    const TokenPlace place = tokenPlace();
    if (place == TokenPlace::Nowhere)
        return done({});
    // A token that is gone must not open the receiver to everybody.
    const auto check = [done = std::move(done)](const SecretStore::Answer &answer) {
        const bool isGone = answer.error.isEmpty() && answer.secret.isEmpty();
        done(isGone ? SecretStore::Answer{{}, tr("The token no longer exists.")} : answer);
    };
    if (place == TokenPlace::File)
        m_file.read(context, check);
    else if (m_keyring)
        m_keyring->read(context, check);
    else
        check({{}, tr("No keyring is available.")});
}

void Preferences::writeToken(const QByteArray &token, QObject *context, SecretStore::Written done)
{
    if (!m_keyring || (token.isEmpty() && tokenPlace() != TokenPlace::Keyring))
        return writeTokenFile(token, context, done);
    m_keyring->write(token, context, [this, token, context, done = std::move(done)](const QString &error) {
        if (!error.isEmpty())
            return writeTokenFile(token, context, done);
        setTokenPlace(token.isEmpty() ? TokenPlace::Nowhere : TokenPlace::Keyring);
        m_file.write({}, context, done);
    });
}

void Preferences::writeTokenFile(const QByteArray &token, QObject *context, const SecretStore::Written &done)
{
    m_file.write(token, context, [this, token, done](const QString &error) {
        if (error.isEmpty())
            setTokenPlace(token.isEmpty() ? TokenPlace::Nowhere : TokenPlace::File);
        done(error);
    });
}

StoragePreferences Preferences::storage() const
{
    using P = StoragePreferences;
    P storage;
    storage.file = m_settings.value("storage/file"_L1).toString();
    const qint64 days = m_settings.value("storage/keepDays"_L1, storage.keepDays).toLongLong();
    storage.keepDays = days == 0
        ? 0
        : static_cast<int>(numberIn(m_settings, u"storage/keepDays"_s, storage.keepDays, P::LeastDays, P::MostDays));
    const qint64 callDays = m_settings.value("storage/keepCallDays"_L1, 0).toLongLong();
    storage.keepCallDays = callDays == 0
        ? 0
        : static_cast<int>(numberIn(m_settings, u"storage/keepCallDays"_s, 0, P::LeastCallDays, P::MostDays));
    storage.freeMb = numberIn(m_settings, u"storage/freeMb"_s, storage.freeMb, P::LeastFreeMb, P::MostFreeMb);
    return storage;
}

void Preferences::setStorage(const StoragePreferences &storage)
{
    if (!isStoreGiven())
        m_settings.setValue("storage/file"_L1, storage.file);
    m_settings.setValue("storage/keepDays"_L1, storage.keepDays);
    m_settings.setValue("storage/keepCallDays"_L1, storage.keepCallDays);
    m_settings.setValue("storage/freeMb"_L1, storage.freeMb);
}

StoreUrl Preferences::store() const
{
    const QString chosen = isStoreGiven() ? QString() : storage().file;
    return chosen.isEmpty() ? m_options.store : StoreUrl::ofFile(chosen);
}

PrivacyPreferences Preferences::privacy() const
{
    PrivacyPreferences privacy;
    privacy.reveal = static_cast<RevealPolicy>(numberIn(m_settings, u"privacy/reveal"_s, 0, 0, 2));
    privacy.coverAfterMinutes =
        static_cast<int>(numberIn(m_settings, u"privacy/coverAfterMinutes"_s, 0, 0, PrivacyPreferences::MostMinutes));
    privacy.personalColumns = m_settings.value("privacy/personalColumns"_L1).toStringList();
    return privacy;
}

ClosePolicy Preferences::closePolicy() const
{
    return static_cast<ClosePolicy>(numberIn(m_settings, u"window/closePolicy"_s, 0, 0, 2));
}

void Preferences::setClosePolicy(ClosePolicy policy)
{
    if (policy == closePolicy())
        return;
    m_settings.setValue("window/closePolicy"_L1, static_cast<int>(policy));
    Q_EMIT closePolicyChanged();
}

WallboardPreferences Preferences::wallboard() const
{
    using P = WallboardPreferences;
    return {
        m_settings.value("wallboard/screen"_L1).toString(),
        static_cast<int>(numberIn(m_settings, u"wallboard/seconds"_s, P().seconds, P::LeastSeconds, P::MostSeconds))};
}

void Preferences::setWallboard(const WallboardPreferences &wallboard)
{
    m_settings.setValue("wallboard/screen"_L1, wallboard.screen);
    m_settings.setValue("wallboard/seconds"_L1, wallboard.seconds);
}

void Preferences::setPrivacy(const PrivacyPreferences &privacy)
{
    if (privacy == this->privacy())
        return;
    m_settings.setValue("privacy/reveal"_L1, static_cast<int>(privacy.reveal));
    m_settings.setValue("privacy/coverAfterMinutes"_L1, privacy.coverAfterMinutes);
    m_settings.setValue("privacy/personalColumns"_L1, privacy.personalColumns);
    Q_EMIT privacyChanged();
}

} // namespace callboard
