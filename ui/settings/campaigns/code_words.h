// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/services.h"

#include <QStringList>

#include <functional>

namespace callboard {

/// The word of a result code in the language of the program, as the meanings that hold now have it.
using CodeWord = std::function<QString(const QString &code)>;
CodeWord codeWords(const Services &services);

/// The catalogue's codes in its order, then those that were given a meaning, then `others`; each once.
QStringList knownCodes(const Services &services, const QStringList &others = {});

} // namespace callboard
