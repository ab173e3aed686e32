// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database/integrity_check.h"

#include "store/database/connection.h"
#include "store/database/dialect.h"
#include "store/database/store_file.h"
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
    QString answerTo(const QString &statement, Connection &connection);

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
        const QString answer = check(connection);
        m_found(answer == "ok"_L1 ? StoreProblem() : StoreProblem{StoreErrorCode::CheckFailed, {ReportedText{answer}}});
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
    QString answer = answerTo(Dialect::pagesSoundStatement(), connection);
    const QStringList tables = Dialect::tables(connection.database());
    for (auto table = tables.begin(); answer == "ok"_L1 && table != tables.end(); ++table)
        answer = answerTo(Dialect::integrityStatement(*table), connection);
    return answer;
}

QString IntegrityCheck::Thread::answerTo(const QString &statement, Connection &connection)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopped)
            throw QueryCancelled();
    }
    QSqlQuery &query = connection.prepared(statement);
    connection.run(query);
    QString answer = connection.next(query) ? query.value(0).toString().simplified() : QString();
    query.finish();
    return answer;
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
    requireStoreFile(url); // without the database, which leaves a log beside what it can't open
    try {
        Connection connection(url, Access::Read);
        const QString answer = connection.value(Dialect::integrityStatement()).toString().simplified();
        if (answer != "ok"_L1)
            throw StoreError(StoreErrorCode::DamagedStore, {url.filePath, answer, url.toString()});
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
        return connection.value(Dialect::pagesSoundStatement()).toString() != "ok"_L1;
    } catch (const StoreError &error) {
        return isDamage(error.kind());
    }
}

} // namespace callboard
