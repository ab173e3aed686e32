// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/paper/paper_format.h"

#include <QCoreApplication>
#include <QDateTime>

#include <cmath>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

const QString NoValue = u"–"_s;

QString twoDigits(qint64 n)
{
    return QString::number(n).rightJustified(2, u'0');
}

} // namespace

PaperFormat::PaperFormat(const QTimeZone &zone)
    : m_locale(QCoreApplication::translate("Paper", "en_US",
                                           "the locale of this language, by which numbers are written: zh_CN"))
    , m_zone(zone)
    , m_percent(QCoreApplication::translate("Paper", "%1 %", "a share: with a space where the language writes one")
                    .replace(u' ', QChar(QChar::Nbsp)))
{ }

QString PaperFormat::count(qint64 number) const
{
    return m_locale.toString(number);
}

QString PaperFormat::decimal(double number) const
{
    if (!std::isfinite(number))
        return NoValue;
    return m_locale.toString(number, 'f', 2);
}

QString PaperFormat::percent(double share, int decimals) const
{
    return m_percent.arg(m_locale.toString(share * 100, 'f', decimals));
}

QString PaperFormat::share(const Ratio &ratio) const
{
    const auto value = ratio.value();
    return value ? percent(*value, 1) : NoValue;
}

QString PaperFormat::duration(qint64 ms) const
{
    const qint64 s = std::llround(std::abs(static_cast<double>(ms)) / 1000);
    const QString sign = ms < 0 && s > 0 ? u"-"_s : QString();
    if (s < 3600)
        return sign + QString::number(s / 60) + u':' + twoDigits(s % 60);
    return sign + QString::number(s / 3600) + u':' + twoDigits(s / 60 % 60) + u':' + twoDigits(s % 60);
}

QString PaperFormat::time(qint64 epochMs) const
{
    return epochMs == 0 ? NoValue : QDateTime::fromMSecsSinceEpoch(epochMs, m_zone).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

QString PaperFormat::axisValue(ColumnKind kind, double value, double step) const
{
    switch (kind) {
    case ColumnKind::Share:
        return percent(value, step < 0.01 ? 1 : 0);
    case ColumnKind::Duration:
        return duration(std::llround(value));
    default:
        return step < 1 ? decimal(value) : count(std::llround(value));
    }
}

} // namespace callboard
