// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>
#include <memory>

namespace callboard {

/// The memory that unpacked bodies take until they are stored. A packed body is small on its way, and so passes every
/// limit of what a connection may hold. Used by one network thread; what it gives out may end on any.
class UnpackedBudget
{
public:
    /// Counts so many bytes until the result is gone. Null when they are too many: one may always be under way.
    std::shared_ptr<void> take(qint64 bytes, qint64 most)
    {
        if (m_held->load() > 0 && m_held->load() + bytes > most)
            return nullptr;
        m_held->fetch_add(bytes);
        return std::shared_ptr<void>(m_held.get(), [held = m_held, bytes](void *) { held->fetch_sub(bytes); });
    }

private:
    const std::shared_ptr<std::atomic<qint64>> m_held = std::make_shared<std::atomic<qint64>>(0);
};

} // namespace callboard
