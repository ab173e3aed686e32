// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/erasure_proof.h"

#include <QStringList>

namespace callboard {

class Format;
struct EraseReport;

/// What an erasure would take, a line each: how much where, what stays and why. In the language of the program; never
/// the number.
QStringList eraseLines(const EraseReport &report, const Format &format);
/// Where the number's bytes are still found in files; a line also where they are in none.
QStringList foundLines(const QList<FoundBytes> &found, const Format &format);

} // namespace callboard
