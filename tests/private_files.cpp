// SPDX-License-Identifier: GPL-3.0-or-later

#include <sys/stat.h>

namespace {

/// The programs begin with a mask that keeps their files to their owner (program/process_start.h); a test that is the
/// program begins with the same, whatever whoever runs it has set.
[[maybe_unused]] const mode_t maskBefore = ::umask(S_IRWXG | S_IRWXO);

} // namespace
