// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/figures/commit_notice.h"

namespace callboard {

/// Calls add(key, sums) for all that the commits after the watermark changed, in their order, and moves the watermark
/// on. False where a commit is missing in between: whoever counts along has to load anew. Any thread.
template <typename Add>
bool addNewCommits(const CommitNotice &notice, qint64 &watermark, Add add)
{
    for (const CommitDelta &delta : notice.commits) {
        if (delta.commit <= watermark)
            continue;
        if (delta.commit != watermark + 1)
            return false;
        for (auto it = delta.cells.cbegin(); it != delta.cells.cend(); ++it)
            add(it.key(), it.value());
        watermark = delta.commit;
    }
    return true;
}

} // namespace callboard
