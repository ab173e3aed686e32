// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/store_url.h"

#include <QStringList>

#include <functional>

namespace callboard {

/// What a salvage brought into the new store, and what it could not bring.
struct SalvageReport
{
    qint64 calls = 0; ///< in the new store
    qint64 callsFromMessages = 0; ///< of them, made again because their rows were damaged or gone
    qint64 segments = 0, messages = 0; ///< of the journal
    qint64 others = 0; ///< rows of all other tables
    QStringList missing; ///< a sentence for each thing that is lost, or may be; at most some hundred
    bool isWhole() const { return missing.isEmpty(); }
};

/// How a salvage can be followed and ended. All run on its thread.
struct SalvageOptions
{
    enum class Phase : quint8 { Pages, Messages, Calls };
    std::function<void(Phase phase, qint64 done, qint64 all)> progress;
    std::function<bool()> cancelled; ///< QueryCancelled is thrown then, and nothing is left
};

/// Brings every sound row and journal segment of a damaged store into a new one, and makes calls whose rows are lost
/// again from their messages. Figures, contacts and counters are those of what was brought: `verify` of the new store
/// finds no difference. The damaged file and its log are only read. A sound store can be salvaged, too.
///
/// Blocks for as long as reading the file takes; a worker thread's work. Needs room beside `output` for two copies.
/// `output` must not exist; it appears complete or not at all. Throws StoreError, also where the file is a newer
/// store, another program's database, or has nothing of a store in it.
SalvageReport salvageStore(const StoreUrl &damaged, const StoreUrl &output, const SalvageOptions &options = {});

} // namespace callboard
