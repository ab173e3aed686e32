// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/paper/paper_format.h"

#include <QCoreApplication>

#include <cmath>

namespace callboard {

Format paperFormat(const QTimeZone &zone)
{
    const QString locale = QCoreApplication::translate(
        "Paper", "en_US", "the locale of this language, by which numbers are written: zh_CN");
    return Format(QLocale(locale), zone);
}

QString axisText(const Format &format, ColumnKind kind, double value, double step)
{
    switch (kind) {
    case ColumnKind::Share:
        return format.percent(value, step < 0.01 ? 1 : 0);
    case ColumnKind::Duration:
        return format.duration(std::llround(value));
    default:
        return step < 1 ? format.decimal(value) : format.count(std::llround(value));
    }
}

} // namespace callboard
