// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace callboard {

/// JSON in which no reader changes a number: one whose characters would not come back (20 digits, `1e21`, `100.00`)
/// stands as a text of the same characters, which every field takes as well. Texts are left alone. Of what is no JSON
/// the result is none either, or a text where a malformed number was. Pure; any thread.
QByteArray withExactNumbers(const QByteArray &json);

} // namespace callboard
