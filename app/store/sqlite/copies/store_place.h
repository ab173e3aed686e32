// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace callboard {

/// Puts a finished database file in the place of an older one in steps. After each of them, and after a kill or a power
/// cut in between, the place holds the whole older one or the whole new one, and never a new file beside an old log,
/// which would be played over it. The steps are for their caller in this order, so that tests can stop after each.
///
/// The caller holds the lock of the place, and no connection to it is open in this program. Every step throws
/// StoreError; what was reached so far stays. Any one thread.
class StorePlace
{
public:
    /// `finished` lies in the folder of `place`, is on the disk and has no log. With `aside` the older one is kept
    /// there (a name that is free).
    StorePlace(const QString &place, const QString &finished, const QString &aside = {});

    /// 1. The older one becomes one file: its log is taken in where both fit together. Where they don't, and it is to
    /// be kept, both are copied aside as they are.
    void foldOlder();
    /// 2. Nothing lies beside the place any more that would be taken for the new one's log.
    void removeLog();
    /// 3. The new one has the name; the older one is gone, or has the name of the finished one.
    void putInPlace();
    /// 4. The older one gets the name `aside`, and the folder is on the disk.
    void nameOlder();

    bool hasOlder() const { return m_hasOlder; }

private:
    bool foldLog() const;
    void exchange();

    const QString m_place, m_finished, m_aside;
    const bool m_hasOlder;
    bool m_isAside = false; ///< the older one is kept
    bool m_isExchanged = false;
};

/// Copies a file to a new name, readable for its owner alone, and onto the disk. `cancelled` (may be empty) is looked
/// at now and then; nothing is left of the copy then, and QueryCancelled is thrown. Throws StoreError.
void copyFileTo(const QString &from, const QString &to, const std::function<bool()> &cancelled = {});

} // namespace callboard
