// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/format.h"

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

Format::Format(const QLocale &locale, const QTimeZone &zone)
    : m_locale(locale)
    , m_zone(zone)
{ }

QString Format::count(qint64 n) const
{
    return m_locale.toString(n);
}

QString Format::number(std::optional<qint64> n) const
{
    return n ? count(*n) : NoValue;
}

QString Format::share(const Ratio &ratio) const
{
    const auto value = ratio.value();
    return value ? percent(*value, 1) : NoValue;
}

QString Format::decimal(double number) const
{
    return std::isfinite(number) ? m_locale.toString(number, 'f', 2) : NoValue;
}

QString Format::percent(double share, int decimals) const
{
    // A no-break space before the sign, except in Chinese, which writes none.
    const QString number = m_locale.toString(share * 100, 'f', decimals);
    return isChinese() ? number + u'%' : number + QChar(QChar::Nbsp) + u'%';
}

QString Format::duration(qint64 ms) const
{
    const qint64 s = std::llround(std::abs(static_cast<double>(ms)) / 1000);
    const QString sign = ms < 0 && s > 0 ? u"-"_s : QString();
    if (s < 3600)
        return sign + QString::number(s / 60) + u':' + twoDigits(s % 60);
    return sign + QString::number(s / 3600) + u':' + twoDigits(s / 60 % 60) + u':' + twoDigits(s % 60);
}

QString Format::exactSeconds(qint64 ms) const
{
    const QString number = m_locale.toString(static_cast<double>(ms) / 1000, 'f', 1);
    return QCoreApplication::translate("Format", "%1 s").arg(number);
}

QString Format::metric(Metric metric, const Ratio &ratio) const
{
    const auto value = ratio.value();
    if (!value)
        return NoValue;
    switch (metric.info().unit) {
    case MetricUnit::Count:
        return count(ratio.numerator);
    case MetricUnit::Share:
        return share(ratio);
    case MetricUnit::Milliseconds:
        return duration(qRound64(*value));
    case MetricUnit::PerMinute:
        return m_locale.toString(*value, 'f', 1);
    case MetricUnit::Quotient:
        return m_locale.toString(*value, 'f', 2);
    }
    return NoValue;
}

QString Format::dateTime(qint64 epochMs) const
{
    if (epochMs == 0)
        return NoValue;
    return QDateTime::fromMSecsSinceEpoch(epochMs, m_zone).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

QString Format::time(qint64 epochMs) const
{
    return epochMs == 0 ? NoValue : QDateTime::fromMSecsSinceEpoch(epochMs, m_zone).toString(u"HH:mm:ss"_s);
}

QString Format::shortTime(qint64 epochMs) const
{
    return QDateTime::fromMSecsSinceEpoch(epochMs, m_zone).toString(u"HH:mm"_s);
}

QString Format::shortDate(qint64 epochMs) const
{
    return QDateTime::fromMSecsSinceEpoch(epochMs, m_zone).toString(u"MM-dd"_s);
}

QString Format::ago(qint64 ms) const
{
    const qint64 s = qMax<qint64>(0, ms / 1000);
    if (s < 60)
        return QCoreApplication::translate("Format", "%1 s ago").arg(s);
    if (s < 3600)
        return QCoreApplication::translate("Format", "%1 min ago").arg(s / 60);
    if (s < 86'400)
        return QCoreApplication::translate("Format", "%1 h ago").arg(s / 3600);
    return QCoreApplication::translate("Format", "%1 d ago").arg(s / 86'400);
}

QString Format::bytes(qint64 n) const
{
    return m_locale.formattedDataSize(n, 1);
}

} // namespace callboard
