// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report_text.h"

#include <QDateTime>
#include <QStringList>

#include <cmath>
#include <cstdlib>

namespace callboard {

using namespace Qt::StringLiterals;

QString localTimeText(qint64 epochMs, const QTimeZone &zone)
{
    return epochMs == 0 ? QString() : QDateTime::fromMSecsSinceEpoch(epochMs, zone).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

QString isoTimeText(qint64 epochMs, const QTimeZone &zone)
{
    if (epochMs == 0)
        return {};
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(epochMs, zone);
    const QDateTime offset = QDateTime::fromMSecsSinceEpoch(epochMs, Qt::OffsetFromUTC, time.offsetFromUtc());
    return offset.toString(Qt::ISODateWithMs);
}

QString offsetText(int secondsFromUtc)
{
    const int minutes = std::abs(secondsFromUtc) / 60;
    return u"%1%2:%3"_s.arg(QChar(secondsFromUtc < 0 ? u'-' : u'+'))
        .arg(minutes / 60, 2, 10, QChar(u'0'))
        .arg(minutes % 60, 2, 10, QChar(u'0'));
}

QString secondsText(qint64 ms)
{
    if (ms % 1000 == 0)
        return QString::number(ms / 1000);
    return QString::number(static_cast<double>(ms) / 1000.0, 'f', 3);
}

QString clockText(qint64 ms)
{
    const qint64 seconds = std::llround(static_cast<double>(std::abs(ms)) / 1000.0);
    const QString clock = u"%1:%2:%3"_s.arg(seconds / 3600)
                              .arg(seconds / 60 % 60, 2, 10, QChar(u'0'))
                              .arg(seconds % 60, 2, 10, QChar(u'0'));
    return ms < 0 ? u'-' + clock : clock;
}

QString decimalText(double number)
{
    if (!std::isfinite(number))
        return {};
    QString text = QString::number(number, 'f', 6);
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

QString percentText(double share)
{
    return QString::number(share * 100.0, 'f', 2) + u'%';
}

int LocalClock::offsetSeconds(qint64 epochMs)
{
    if (epochMs < m_from || epochMs >= m_to)
        look(epochMs);
    return m_offset;
}

qint64 LocalClock::localMs(qint64 epochMs)
{
    return epochMs + qint64(offsetSeconds(epochMs)) * 1000;
}

void LocalClock::look(qint64 epochMs)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(epochMs, Qt::UTC);
    m_offset = m_zone.offsetFromUtc(at);
    // By quarter hours: QTimeZone tells the next transition for some zones only.
    constexpr qint64 Quarter = 15 * 60 * 1000;
    m_from = epochMs - (epochMs % Quarter + Quarter) % Quarter;
    m_to = m_from + Quarter;
    if (m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(m_from, Qt::UTC)) != m_offset
        || m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(m_to - 1, Qt::UTC)) != m_offset) {
        m_from = epochMs; // a change on no quarter hour
        m_to = epochMs + 1;
    }
}

QString factsText(const ReportHead &head)
{
    QStringList facts;
    for (const auto &[name, value] : head.facts)
        facts.append(name + u": "_s + value);
    return facts.join(u"; "_s);
}

} // namespace callboard
