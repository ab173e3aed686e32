// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace callboard {

/// Keeps one secret, the receiver's token. GUI thread; answers come later, on it, unless `context` is gone by then.
class SecretStore
{
public:
    struct Answer
    {
        QByteArray secret; ///< empty: none is kept
        QString error; ///< why it could not be read, for a person; empty: it could
    };
    using Read = std::function<void(const Answer &)>;
    using Written = std::function<void(const QString &error)>; ///< empty: done

    SecretStore() = default;
    virtual ~SecretStore() = default;
    Q_DISABLE_COPY_MOVE(SecretStore)

    virtual void read(QObject *context, Read done) = 0;
    /// An empty secret removes what is kept.
    virtual void write(const QByteArray &secret, QObject *context, Written done) = 0;
};

/// In a file that only its owner may read.
class FileSecretStore : public SecretStore
{
public:
    explicit FileSecretStore(const QString &path)
        : m_path(path)
    {
        m_pool.setMaxThreadCount(1); // what is asked first is done first
    }
    void read(QObject *context, Read done) override;
    void write(const QByteArray &secret, QObject *context, Written done) override;

private:
    const QString m_path;
    QObject m_home; ///< of this thread: answers come by way of it
    QThreadPool m_pool; ///< gone first, and waits
};

/// In the desktop's keyring (the Secret Service, KWallet), through QtKeychain.
class KeyringSecretStore : public SecretStore
{
public:
    /// `key` tells the secrets of several configurations apart.
    explicit KeyringSecretStore(const QString &key)
        : m_key(key)
    { }
    void read(QObject *context, Read done) override;
    void write(const QByteArray &secret, QObject *context, Written done) override;

private:
    const QString m_key;
};

} // namespace callboard
