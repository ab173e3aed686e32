// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <vector>

namespace callboard {

/// One reader of bytes from outside, and what must hold for any bytes at all. Used by libFuzzer (fuzz_target.cpp) and
/// by a bounded walk in every run of the tests (test_fuzz_targets.cpp).
struct FuzzTarget
{
    const char *name;
    /// The broken property's name, or nullptr. Crashes, and whatever a sanitizer sees, speak for themselves.
    const char *(*broken)(const QByteArray &input);
    QList<QByteArray> (*seeds)(); ///< inputs that reach far
    QList<QByteArray> words; ///< bytes that mean something to the reader
};

// One per file of the same name.
FuzzTarget httpTarget();
FuzzTarget listTarget();
FuzzTarget scheduleTarget();
FuzzTarget settingsTarget();
FuzzTarget segmentTarget();
FuzzTarget pageTarget();
FuzzTarget pushTarget();

inline std::vector<FuzzTarget> fuzzTargets()
{
    return {pushTarget(),     httpTarget(),    listTarget(), scheduleTarget(),
            settingsTarget(), segmentTarget(), pageTarget()};
}

} // namespace callboard
