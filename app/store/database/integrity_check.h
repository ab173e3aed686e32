// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/store_problem.h"
#include "store/database/store_url.h"

#include <functional>
#include <memory>

namespace callboard {

/// Reads a whole store once, on a thread and a reading connection of its own, and looks whether its pages fit together.
/// Begins when it is made; destroying it stops it and waits. One thread makes and destroys it.
class IntegrityCheck
{
public:
    /// What was found: None for a sound store. Not called where the check was stopped or could not be made.
    using Found = std::function<void(const StoreProblem &damage)>;

    /// `found` runs on the check's thread.
    IntegrityCheck(const StoreUrl &url, Found found);
    ~IntegrityCheck();
    Q_DISABLE_COPY_MOVE(IntegrityCheck)

private:
    class Thread;
    std::unique_ptr<Thread> m_thread;
};

/// For who is about to write beside no running receiver: a damaged store is never changed. Reads the whole file; throws
/// StoreError with what to do where the database finds damage in it. Any worker thread.
void requireSoundInside(const StoreUrl &url);

/// Reads the whole file, which may take a while: true where the database finds damage in it. Any worker thread.
bool isDamagedInside(const StoreUrl &url);

} // namespace callboard
