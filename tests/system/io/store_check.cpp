// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_check.h"

#include "store/database/connection.h"
#include "store/database/schema.h"
#include "store/upkeep/maintenance.h"

#include <QDir>
#include <QFileInfo>
#include <QVariant>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

ConfirmedParts partsBy(Connection &connection)
{
    ConfirmedParts parts;
    QSqlQuery &query = connection.prepared(u"SELECT call_uuid, parts FROM call"_s);
    connection.run(query);
    while (connection.next(query))
        parts.insert(query.value(0).toString().toUtf8(), query.value(1).toInt());
    query.finish();
    return parts;
}

QStringList missingFrom(Connection &connection, const ConfirmedParts &confirmed)
{
    QStringList faults;
    qint64 messages = 0;
    qint64 nonsense = 0;
    const ConfirmedParts stored = partsBy(connection);
    for (auto call = confirmed.cbegin(); call != confirmed.cend(); ++call) {
        if (call.value() == LoadPush::Kept) {
            nonsense += 1;
            continue;
        }
        messages += call.value() == 3 ? 2 : 1;
        if ((stored.value(call.key()) & call.value()) != call.value())
            faults.append(u"Call %1: parts %2 were confirmed, %3 are there."_s.arg(QString::fromUtf8(call.key()))
                              .arg(call.value())
                              .arg(stored.value(call.key())));
    }
    const qint64 kept = connection.value(u"SELECT COALESCE(SUM(count), 0) FROM push"_s).toLongLong();
    if (kept < messages)
        faults.append(u"%1 messages were confirmed, the journal has %2."_s.arg(messages).arg(kept));
    const qint64 refused = connection.value(u"SELECT COUNT(*) FROM rejected"_s).toLongLong();
    if (refused < nonsense)
        faults.append(u"%1 refused messages were to be kept, %2 are there."_s.arg(nonsense).arg(refused));
    return faults;
}

QStringList faultsOf(const QString &storeFile, const ConfirmedParts &confirmed, Access access)
{
    const StoreUrl url = StoreUrl::ofFile(storeFile);
    QStringList faults;
    try {
        {
            Connection connection(url, access);
            if (access == Access::Write)
                migrateSchema(connection);
            faults = missingFrom(connection, confirmed);
        }
        faults += verifyStore(url).differences;
    } catch (const StoreError &error) {
        faults.append(error.text());
    }
    return faults;
}

} // namespace

QStringList brokenPromises(const QString &storeFile, const ConfirmedParts &confirmed)
{
    return faultsOf(storeFile, confirmed, Access::Write);
}

QStringList faultsOfCopy(const QString &storeFile, const ConfirmedParts &confirmed)
{
    return faultsOf(storeFile, confirmed, Access::Read);
}

QStringList faultsOfRestored(const QString &storeFile, const ConfirmedParts &copy, const ConfirmedParts &before)
{
    const QStringList faults = brokenPromises(storeFile, copy);
    if (!faults.isEmpty() || brokenPromises(storeFile, before).isEmpty())
        return faults;
    const QFileInfo store(storeFile);
    const QStringList names = store.dir().entryList({store.fileName() + u".*"_s}, QDir::Files);
    QStringList found;
    for (const QString &name : names) {
        if (name.endsWith("-wal"_L1) || name.endsWith("-shm"_L1) || name.endsWith(".lock"_L1)
            || name.endsWith(".ballast"_L1))
            continue;
        const QStringList missing = brokenPromises(store.dir().filePath(name), before);
        if (missing.isEmpty())
            return {};
        found += name + u": "_s + missing.constFirst();
    }
    return {u"The store has the copy, and what was there before is nowhere whole. "_s + found.join(u' ')};
}
