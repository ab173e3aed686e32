// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database/integrity_check.h"
#include "store/database/schema.h"
#include "store/upkeep/maintenance.h"

namespace callboard {

CompactReport compactStore(const StoreUrl &url)
{
    const auto backend = StoreBackend::of(url);
    backend->requireExisting();
    const auto lock = backend->lock();
    requireSoundInside(url);
    Connection connection(url, Access::Write);
    requireCurrentSchema(connection);
    CompactReport report{backend->bytesOnDisk(), 0};
    connection.database().compact();
    report.bytesAfter = backend->bytesOnDisk();
    return report;
}

} // namespace callboard
