// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/filter/call_filter.h"

#include <QDateTime>

namespace callboard {

std::optional<qint64> parseTime(const QString &text)
{
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (date.isValid() && text.size() == 10)
        return date.startOfDay().toMSecsSinceEpoch();
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    return time.toMSecsSinceEpoch();
}

} // namespace callboard
