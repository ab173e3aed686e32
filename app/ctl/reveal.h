// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/masking.h"
#include "store/database/store_url.h"

namespace callboard {

/// Writes to the audit log that personal data is about to be shown. Throws StoreError when it can't: then nothing may
/// be shown. Works while another process writes the store.
void noteReveal(const StoreUrl &url, const QString &what);

} // namespace callboard
