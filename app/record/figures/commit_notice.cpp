// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/figures/commit_notice.h"

#include <algorithm>

namespace callboard {

void CommitNotice::append(const CommitNotice &later)
{
    commits.append(later.commits);
    committedAt = std::max(committedAt, later.committedAt);
    accepted += later.accepted;
    repeated += later.repeated;
    refused += later.refused;
    if (later.lastPushAt > 0) // the latest, not the greatest: the clock may have been set back
        lastPushAt = later.lastPushAt;
}

} // namespace callboard
