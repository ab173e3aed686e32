// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receiver/request/receiver_stats.h"

#include <QByteArrayList>
#include <QByteArrayView>

#include <mutex>

namespace callboard {

/// The paths to which was pushed and that take no pushes: a platform with a slash too many loses every call, and only
/// the path tells why. Keeps the latest ones. Any thread.
class OtherPaths
{
public:
    static constexpr qsizetype Most = 20;
    static constexpr qsizetype LongestPath = 200; ///< characters; the rest is cut

    /// `tokens` are not kept where they stand in the target.
    void note(QByteArrayView target, const QByteArrayList &tokens, qint64 nowMs);
    QList<OtherPath> latest() const; ///< the latest first

private:
    mutable std::mutex m_mutex;
    QList<OtherPath> m_paths;
};

} // namespace callboard
