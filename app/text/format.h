// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/figures/figure_table.h"

#include <QLocale>
#include <QString>
#include <QTimeZone>

namespace callboard {

/// How figures and times are written, everywhere in the window. A value, copied freely.
class Format
{
public:
    explicit Format(const QLocale &locale = QLocale(), const QTimeZone &zone = QTimeZone::systemTimeZone());

    QString count(qint64 n) const; ///< thousands by locale
    QString share(const Ratio &ratio) const; ///< "42.3 %", "–" without denominator
    QString decimal(double number) const; ///< two digits behind the point, so that points stand below each other
    QString percent(double share, int decimals) const; ///< "42 %" for 0.42 and no decimals
    QString duration(qint64 ms) const; ///< m:ss, h:mm:ss from an hour on
    QString exactSeconds(qint64 ms) const; ///< "21.4 s"
    QString metric(Metric metric, const Ratio &ratio) const;
    QString number(std::optional<qint64> n) const; ///< a count, "–" where there is none
    QString dateTime(qint64 epochMs) const; ///< local date and time with seconds; "–" for 0
    QString time(qint64 epochMs) const; ///< time of day with seconds
    QString shortTime(qint64 epochMs) const; ///< time of day without seconds
    QString shortDate(qint64 epochMs) const; ///< month and day
    QString ago(qint64 ms) const; ///< "3 s ago"
    QString bytes(qint64 n) const;
    QTimeZone zone() const { return m_zone; }
    QLocale locale() const { return m_locale; }
    bool isChinese() const { return m_locale.language() == QLocale::Chinese; }

private:
    QLocale m_locale;
    QTimeZone m_zone;
};

} // namespace callboard
