// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace callboard::test {

/// Counts a signal on the test's own thread, where QSignalSpy would count it on the thread that emits.
class HeardSignals : public QObject
{
public:
    template <typename Sender, typename Signal>
    HeardSignals(Sender *sender, Signal signal)
    {
        connect(sender, signal, this, [this] { ++m_count; });
    }
    int size() const { return m_count; }

private:
    int m_count = 0;
};

} // namespace callboard::test
