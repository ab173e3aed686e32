// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/commit_notice.h"

#include <algorithm>

namespace callboard {

void CommitNotice::append(const CommitNotice &later)
{
    if (firstCommit == 0)
        firstCommit = later.firstCommit;
    watermark = later.watermark;
    committedAt = later.committedAt;
    for (auto it = later.cells.cbegin(); it != later.cells.cend(); ++it)
        cells[it.key()] += it.value();
    accepted += later.accepted;
    repeated += later.repeated;
    refused += later.refused;
    contactsTouched += later.contactsTouched;
    lastPushAt = std::max(lastPushAt, later.lastPushAt);
}

} // namespace callboard
