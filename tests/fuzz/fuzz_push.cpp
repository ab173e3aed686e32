// SPDX-License-Identifier: GPL-3.0-or-later
// The open-ended twin of test_fuzz_push: run it for as long as you like, with a corpus directory as its argument.
#include "push_property.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray body(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (callboard::brokenProperty(body))
        std::abort();
    return 0;
}
