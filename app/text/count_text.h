// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace callboard {

/// "1 call", "2 calls": a count with its noun, in English, for the terminal and the log. Pure; any thread.
inline QString countText(qint64 count, const QString &one, const QString &several)
{
    return QStringLiteral("%1 %2").arg(count).arg(count == 1 ? one : several);
}

} // namespace callboard
