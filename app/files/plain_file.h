// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace callboard {

/// Why `path` can't be read as a file: "There is no file X.", "X is a pipe, not a file." Empty where it is a plain
/// file, or a link to one. Opens nothing: whoever opens a pipe waits until somebody writes into it. Any thread.
QString plainFileProblem(const QString &path);

} // namespace callboard
