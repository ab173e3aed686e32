// SPDX-License-Identifier: GPL-3.0-or-later
// The open-ended fuzzer of one target: run it for as long as you like, with a corpus directory as its argument.
#include "fuzz_targets.h"

#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    static const callboard::FuzzTarget target = callboard::CALLBOARD_FUZZ_TARGET();
    const QByteArray input(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (const char *broken = target.broken(input)) {
        std::fprintf(stderr, "%s: %s\n", target.name, broken);
        std::abort();
    }
    return 0;
}
