// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/secret_store.h"

#include "files/output_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QPointer>
#include <QThread>

#include <qt6keychain/keychain.h>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LongestSecret = 4096;
constexpr int LongestEndMs = 1'000;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(SecretStore)
};

SecretStore::Answer readFile(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return {};
    if (file.open(QIODevice::ReadOnly))
        return {file.read(LongestSecret).trimmed(), {}};
    return {{}, Texts::tr("%1 can't be read: %2").arg(path, file.errorString())};
}

QString writeFile(const QString &path, const QByteArray &secret)
{
    if (secret.isEmpty()) {
        QFile file(path);
        if (!file.exists() || file.remove())
            return {};
        return Texts::tr("%1 can't be removed: %2").arg(path, file.errorString());
    }
    OutputFile file(path);
    file.setPrivate();
    if (file.open(QIODevice::WriteOnly) && file.write(secret) == secret.size() && file.commit())
        return {};
    return Texts::tr("%1 can't be written: %2").arg(path, file.errorString());
}

/// Calls back on the thread of `home`, if the asker is still there.
template <typename Result>
void answer(QObject *home, const QPointer<QObject> &asker, const std::function<void(const Result &)> &done,
            const Result &result)
{
    const auto deliver = [asker, done, result] {
        if (asker)
            done(result);
    };
    QMetaObject::invokeMethod(home, deliver, Qt::QueuedConnection);
}

QString keyringError(const QKeychain::Job &job)
{
    const QString reason = job.error() == QKeychain::NoError ? QString() : job.errorString();
    return reason.isEmpty() ? QString() : Texts::tr("The keyring does not answer: %1").arg(reason);
}

} // namespace

void FileSecretStore::read(QObject *context, Read done)
{
    m_pool.start([this, path = m_path, asker = QPointer<QObject>(context), done = std::move(done)] {
        answer<Answer>(&m_home, asker, done, readFile(path));
    });
}

void FileSecretStore::write(const QByteArray &secret, QObject *context, Written done)
{
    m_pool.start([this, path = m_path, secret, asker = QPointer<QObject>(context), done = std::move(done)] {
        answer<QString>(&m_home, asker, done, writeFile(path, secret));
    });
}

void KeyringSecretStore::read(QObject *context, Read done)
{
    auto *job = new QKeychain::ReadPasswordJob(u"callboard"_s); // deletes itself
    job->setKey(m_key);
    QObject::connect(job, &QKeychain::Job::finished, context, [job, done = std::move(done)] {
        const bool isThere = job->error() != QKeychain::EntryNotFound;
        done(isThere ? Answer{job->textData().toUtf8(), keyringError(*job)} : Answer{});
    });
    job->start();
}

void KeyringSecretStore::write(const QByteArray &secret, QObject *context, Written done)
{
    const auto finish = [done = std::move(done)](const QKeychain::Job &job) {
        done(job.error() == QKeychain::EntryNotFound ? QString() : keyringError(job));
    };
    if (secret.isEmpty()) {
        auto *job = new QKeychain::DeletePasswordJob(u"callboard"_s);
        job->setKey(m_key);
        QObject::connect(job, &QKeychain::Job::finished, context, [job, finish] { finish(*job); });
        return job->start();
    }
    auto *job = new QKeychain::WritePasswordJob(u"callboard"_s);
    job->setKey(m_key);
    job->setTextData(QString::fromUtf8(secret));
    QObject::connect(job, &QKeychain::Job::finished, context, [job, finish] { finish(*job); });
    job->start();
}

class ThreadedSecretStore::Side
{
public:
    explicit Side(std::unique_ptr<SecretStore> store)
        : m_store(std::move(store))
    {
        m_thread.setObjectName(u"keyring"_s);
        m_there.moveToThread(&m_thread);
        m_thread.start();
    }
    void run(const std::function<void(SecretStore &, QObject *)> &work)
    {
        QMetaObject::invokeMethod(&m_there, [this, work] { work(*m_store, &m_there); });
    }
    bool end()
    {
        m_thread.quit();
        return m_thread.wait(LongestEndMs);
    }
    /// A thread that runs must not be destroyed: it goes when its call has come back, where the program goes on that
    /// long.
    static void leave(std::unique_ptr<Side> side)
    {
        Side *left = side.release();
        const auto drop = [left] {
            QMetaObject::invokeMethod(
                QCoreApplication::instance(), [left] { delete left; }, Qt::QueuedConnection);
        };
        QObject::connect(&left->m_thread, &QThread::finished, &left->m_thread, drop);
        if (left->m_thread.isFinished())
            delete left;
    }

private:
    std::unique_ptr<SecretStore> m_store;
    QObject m_there;
    QThread m_thread; ///< gone first
};

ThreadedSecretStore::ThreadedSecretStore(std::unique_ptr<SecretStore> store)
    : m_side(std::make_unique<Side>(std::move(store)))
    , m_home(new QObject, [](QObject *home) { home->deleteLater(); })
{ }

ThreadedSecretStore::~ThreadedSecretStore()
{
    if (!m_side->end())
        Side::leave(std::move(m_side));
}

void ThreadedSecretStore::read(QObject *context, Read done)
{
    m_side->run([home = m_home, asker = QPointer<QObject>(context), done = std::move(done)](SecretStore &store,
                                                                                            QObject *there) {
        store.read(there, [home, asker, done](const Answer &got) { answer<Answer>(home.get(), asker, done, got); });
    });
}

void ThreadedSecretStore::write(const QByteArray &secret, QObject *context, Written done)
{
    m_side->run([home = m_home, secret, asker = QPointer<QObject>(context), done = std::move(done)](SecretStore &store,
                                                                                                    QObject *there) {
        const auto written = [home, asker, done](const QString &error) {
            answer<QString>(home.get(), asker, done, error);
        };
        store.write(secret, there, written);
    });
}

} // namespace callboard
