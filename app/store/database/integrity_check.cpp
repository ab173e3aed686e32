// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database/integrity_check.h"

#include "store/database/connection.h"
#include "store/database/store_trouble.h"

#include <QLoggingCategory>
#include <QThread>
#include <QVariant>

#include <mutex>

namespace callboard {

using namespace Qt::StringLiterals;

Q_DECLARE_LOGGING_CATEGORY(lcStore)

class IntegrityCheck::Thread : public QThread
{
public:
    Thread(StoreUrl url, Found found)
        : m_url(std::move(url))
        , m_found(std::move(found))
    {
        setObjectName(u"store check"_s);
    }
    void stop();

protected:
    void run() override;

private:
    class Running;
    QString check(Connection &connection);
    QString checkPart(Connection &connection, IntegrityDepth depth, const QString &table = {});

    const StoreUrl m_url;
    const Found m_found;
    std::mutex m_mutex;
    Connection *m_connection = nullptr;
    bool m_stopped = false;
};

/// The connection that stop() has to interrupt. It is closed while nobody can reach it any more.
class IntegrityCheck::Thread::Running
{
public:
    Running(Thread &thread, Connection *connection)
        : m_thread(thread)
    {
        set(connection);
    }
    ~Running() { set(nullptr); }
    Q_DISABLE_COPY_MOVE(Running)

private:
    void set(Connection *connection)
    {
        const std::lock_guard lock(m_thread.m_mutex);
        m_thread.m_connection = connection;
    }
    Thread &m_thread;
};

void IntegrityCheck::Thread::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
        if (m_connection)
            m_connection->interrupt();
    }
    wait();
}

void IntegrityCheck::Thread::run()
{
    try {
        Connection connection(m_url, Access::Read);
        const Running running(*this, &connection);
        const QString damage = check(connection);
        m_found(damage.isEmpty() ? StoreProblem() : StoreProblem{StoreErrorCode::CheckFailed, {ReportedText{damage}}});
    } catch (const QueryCancelled &) {
        return;
    } catch (const StoreError &error) {
        if (isDamage(error.kind()))
            m_found(error.problem());
        else
            qCInfo(lcStore).noquote() << "The store's file was not checked:" << error.text();
    }
}

/// Pages first, since that is soon done; then every table with its indexes, each in a read of its own, so that none
/// keeps the log growing for long.
QString IntegrityCheck::Thread::check(Connection &connection)
{
    QString damage = checkPart(connection, IntegrityDepth::Pages);
    const QStringList tables = connection.tables();
    for (auto table = tables.begin(); damage.isEmpty() && table != tables.end(); ++table)
        damage = checkPart(connection, IntegrityDepth::Contents, *table);
    return damage;
}

QString IntegrityCheck::Thread::checkPart(Connection &connection, IntegrityDepth depth, const QString &table)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopped)
            throw QueryCancelled();
    }
    return connection.checkIntegrity(depth, table);
}

IntegrityCheck::IntegrityCheck(const StoreUrl &url, Found found)
    : m_thread(std::make_unique<Thread>(url, std::move(found)))
{
    m_thread->start(QThread::LowPriority);
}

IntegrityCheck::~IntegrityCheck()
{
    m_thread->stop();
}

void requireSoundInside(const StoreUrl &url)
{
    requireStore(url); // without the database, which leaves a log beside what it can't open
    try {
        Connection connection(url, Access::Read);
        const QString damage = connection.checkIntegrity(IntegrityDepth::Contents);
        if (!damage.isEmpty())
            throw StoreError(StoreErrorCode::DamagedStore, {url.place(), damage, url.toString()});
    } catch (const StoreError &error) {
        if (isDamage(error.kind()))
            throw StoreError(damageProblem(error, url));
        throw;
    }
}

bool isDamagedInside(const StoreUrl &url)
{
    try {
        Connection connection(url, Access::Read);
        return !connection.checkIntegrity(IntegrityDepth::Pages).isEmpty();
    } catch (const StoreError &error) {
        return isDamage(error.kind());
    }
}

} // namespace callboard
