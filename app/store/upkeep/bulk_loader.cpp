// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/apply/batch_applier.h"
#include "store/database/integrity_check.h"
#include "store/database/schema.h"
#include "store/settings/task_table.h"
#include "store/upkeep/maintenance.h"

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype BulkBatch = 8'000;

} // namespace

class BulkLoader::Private
{
public:
    explicit Private(const StoreUrl &url)
        : lock(StoreBackend::of(url)->lock())
        , connection(soundOrNew(url), Access::Write)
        , applier(connection)
    {
        migrateSchema(connection);
        applier.load();
        connection.database().setWorkload(Workload::Bulk);
    }

    void flush()
    {
        if (!batch.isEmpty())
            applier.apply(std::exchange(batch, {}));
    }

    static const StoreUrl &soundOrNew(const StoreUrl &url)
    {
        if (!StoreBackend::of(url)->isEmpty())
            requireSoundInside(url);
        return url;
    }

    std::unique_ptr<StoreLock> lock;
    Connection connection;
    BatchApplier applier;
    QList<Arrival> batch;
};

BulkLoader::BulkLoader(const StoreUrl &url)
    : m_private(std::make_unique<Private>(url))
{ }

BulkLoader::~BulkLoader() = default;

void BulkLoader::add(qint64 arrivedAt, const QByteArray &body)
{
    const auto content = parsePush(body);
    if (const auto *refusal = std::get_if<Refusal>(&content))
        throw StoreError(StoreErrorCode::MessageRefused, {refusal->error});
    addParsed(arrivedAt, body, content);
}

void BulkLoader::addParsed(qint64 arrivedAt, const QByteArray &body, const PushContent &content)
{
    Arrival arrival;
    arrival.arrivedAt = arrivedAt;
    arrival.body = body;
    arrival.content = content;
    m_private->batch.append(std::move(arrival));
    if (m_private->batch.size() >= BulkBatch)
        m_private->flush();
}

void BulkLoader::finish()
{
    m_private->flush();
    m_private->connection.database().setWorkload(Workload::Messages);
}

void BulkLoader::setTask(const QString &taskId, const QString &alias, qint64 listSize)
{
    m_private->applier.change([&] { writeTask(m_private->connection, taskId, alias, listSize); });
}

} // namespace callboard
