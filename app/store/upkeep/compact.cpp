// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database/dialect.h"
#include "store/database/file_problem.h"
#include "store/database/integrity_check.h"
#include "store/database/schema.h"
#include "store/database/store_lock.h"
#include "store/upkeep/maintenance.h"

#include <QFileInfo>

namespace callboard {

using namespace Qt::StringLiterals;

CompactReport compactStore(const StoreUrl &url)
{
    requireStoreAt(url.filePath);
    const StoreLock lock(url);
    requireSoundInside(url);
    Connection connection(url, Access::Write);
    requireCurrentSchema(connection);
    CompactReport report{QFileInfo(url.filePath).size(), 0};
    const QStringList statements = Dialect::compactStatements();
    for (const QString &statement : statements)
        connection.execute(statement);
    report.bytesAfter = QFileInfo(url.filePath).size();
    return report;
}

} // namespace callboard
