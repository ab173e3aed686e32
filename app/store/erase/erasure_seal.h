// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace callboard {

/// Bytes that nobody can read without the key. Where the key stands in the same file, as it does for the numbers of
/// erasures that are not done, this only keeps them from being found by reading or searching the file; once the key is
/// gone, what is left of them says nothing. Pure; any thread.
QByteArray sealed(const QByteArray &plain, const QByteArray &key);
QByteArray unsealed(const QByteArray &sealedBytes, const QByteArray &key);

/// 32 random bytes.
QByteArray randomKey();

} // namespace callboard
