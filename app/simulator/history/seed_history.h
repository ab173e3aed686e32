// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/store_url.h"

#include <functional>

namespace callboard {

/// What believable history is to be like.
struct HistoryOptions
{
    qint64 calls = 0;
    int days = 30; ///< up to `now`
    int tasks = 6;
    quint64 seed = 1; ///< the same seed makes the same campaigns
    qint64 now = 0; ///< epoch ms; nothing arrives later
    std::function<void(qint64 messages)> progress{}; ///< stored so far
    std::function<bool()> cancelled{};
};

/// Fills a store, a new or a sound one, with invented calls and the names of their campaigns. Needs the store for
/// itself. Any worker thread; throws StoreError, and QueryCancelled once it was cancelled: what was stored stays.
void seedHistory(const StoreUrl &url, const HistoryOptions &options);

} // namespace callboard
