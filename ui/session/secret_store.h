// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace callboard {

/// Keeps one secret, the receiver's token. Used on one thread, the GUI thread unless said otherwise; answers come
/// later, on it, unless `context` is gone by then.
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

/// In the desktop's keyring (the Secret Service, KWallet), through QtKeychain. The calls themselves may wait: finding
/// out which keyring there is asks the bus, half a second and longer where that does not answer. So not for the GUI
/// thread, but for ThreadedSecretStore; QtKeychain binds itself to the first thread that uses it: one per process.
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

/// Lets a store whose calls may wait work on a thread of its own, with an event loop; what is asked first is done
/// first. Its destructor waits for a call that is under way, but not for long: what does not come back in time is left
/// to end with the program.
class ThreadedSecretStore : public SecretStore
{
public:
    explicit ThreadedSecretStore(std::unique_ptr<SecretStore> store);
    ~ThreadedSecretStore() override;
    Q_DISABLE_COPY_MOVE(ThreadedSecretStore)
    void read(QObject *context, Read done) override;
    void write(const QByteArray &secret, QObject *context, Written done) override;

private:
    class Side;
    std::unique_ptr<Side> m_side;
    std::shared_ptr<QObject> m_home; ///< of this thread: answers come by way of it, while it lives
};

} // namespace callboard
