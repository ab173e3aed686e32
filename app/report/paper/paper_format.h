// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/writer/report_writer.h"

#include <QLocale>
#include <QTimeZone>

namespace callboard {

/// How figures stand on paper: in the language of the report, with thousands separators.
class PaperFormat
{
public:
    explicit PaperFormat(const QTimeZone &zone);

    QString count(qint64 number) const;
    QString decimal(double number) const; ///< two digits behind the point, so that points stand below each other
    QString share(const Ratio &ratio) const; ///< an en dash without a denominator
    QString percent(double share, int decimals) const;
    QString duration(qint64 ms) const; ///< m:ss, h:mm:ss from an hour on
    QString time(qint64 epochMs) const; ///< local date and time; an en dash for 0
    /// A value on the axis of a chart.
    QString axisValue(ColumnKind kind, double value, double step) const;

private:
    QLocale m_locale;
    QTimeZone m_zone;
    QString m_percent;
};

} // namespace callboard
