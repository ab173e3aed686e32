// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/writer/report_text.h"

#include "record/call/utc_time.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QStringList>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// A number with leading zeros; returns the end.
char *writeDigits(char *to, int number, int digits)
{
    for (int i = digits - 1; i >= 0; --i, number /= 10)
        to[i] = static_cast<char>('0' + number % 10);
    return to + digits;
}

constexpr int DateChars = 10;

char *writeOffset(char *to, int seconds)
{
    const int minutes = std::abs(seconds) / 60;
    *to++ = seconds < 0 ? '-' : '+';
    to = writeDigits(to, minutes / 60, 2);
    *to++ = ':';
    return writeDigits(to, minutes % 60, 2);
}

} // namespace

QString localTimeText(qint64 epochMs, const QTimeZone &zone)
{
    return epochMs == 0 ? QString() : QDateTime::fromMSecsSinceEpoch(epochMs, zone).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

QString isoTimeText(qint64 epochMs, const QTimeZone &zone)
{
    if (epochMs == 0)
        return {};
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(epochMs, zone);
    const QDateTime offset = offsetTime(epochMs, time.offsetFromUtc());
    return offset.toString(Qt::ISODateWithMs);
}

QString offsetText(int secondsFromUtc)
{
    const int minutes = std::abs(secondsFromUtc) / 60;
    return u"%1%2:%3"_s.arg(QChar(secondsFromUtc < 0 ? u'-' : u'+'))
        .arg(minutes / 60, 2, 10, QChar(u'0'))
        .arg(minutes % 60, 2, 10, QChar(u'0'));
}

QByteArrayView secondsText(qint64 ms, std::array<char, 24> &buffer)
{
    char *const begin = buffer.data(), *to = begin;
    if (ms < 0)
        *to++ = '-';
    const quint64 size = ms < 0 ? 0 - static_cast<quint64>(ms) : static_cast<quint64>(ms);
    to = std::to_chars(to, begin + buffer.size(), size / 1000).ptr;
    if (size % 1000 != 0) {
        *to++ = '.';
        to = writeDigits(to, static_cast<int>(size % 1000), 3);
    }
    return {begin, to - begin};
}

QString secondsText(qint64 ms)
{
    std::array<char, 24> buffer{};
    return QString::fromLatin1(secondsText(ms, buffer));
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
        lookUp(epochMs);
    return m_offset;
}

qint64 LocalClock::localMs(qint64 epochMs)
{
    return epochMs + qint64(offsetSeconds(epochMs)) * 1000;
}

QByteArrayView LocalClock::text(qint64 epochMs, bool iso)
{
    const qint64 local = localMs(epochMs);
    const qint64 day = local >= 0 ? local / DayMs : (local - DayMs + 1) / DayMs;
    if (day != m_day) {
        const QDate date = QDate(1970, 1, 1).addDays(day);
        if (date.year() < 0 || date.year() > 9999)
            return {}; // no clock shows it
        char *to = writeDigits(m_text.data(), date.year(), 4);
        *to++ = '-';
        to = writeDigits(to, date.month(), 2);
        *to++ = '-';
        writeDigits(to, date.day(), 2);
        m_day = day;
    }
    const int ms = static_cast<int>(local - day * DayMs);
    char *to = m_text.data() + DateChars;
    *to++ = iso ? 'T' : ' ';
    to = writeDigits(to, ms / 3'600'000, 2);
    *to++ = ':';
    to = writeDigits(to, ms / 60'000 % 60, 2);
    *to++ = ':';
    to = writeDigits(to, ms / 1000 % 60, 2);
    if (iso) {
        *to++ = '.';
        to = writeOffset(writeDigits(to, ms % 1000, 3), m_offset);
    }
    return {m_text.data(), to - m_text.data()};
}

void LocalClock::lookUp(qint64 epochMs)
{
    const QDateTime at = utcTime(epochMs);
    m_offset = m_zone.offsetFromUtc(at);
    // By quarter hours: QTimeZone tells the next transition for some zones only.
    constexpr qint64 Quarter = 15 * 60 * 1000;
    m_from = epochMs - (epochMs % Quarter + Quarter) % Quarter;
    m_to = m_from + Quarter;
    if (m_zone.offsetFromUtc(utcTime(m_from)) != m_offset || m_zone.offsetFromUtc(utcTime(m_to - 1)) != m_offset) {
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

QString shortenedText(const QString &text, qsizetype mostCharacters)
{
    qsizetype end = std::min(text.size(), mostCharacters), line = -1;
    for (qsizetype lines = 0; lines < ShownLines && line < end; ++lines) {
        line = text.indexOf(u'\n', line + 1);
        if (line < 0)
            break;
    }
    if (line >= 0)
        end = std::min(end, line);
    if (end == text.size())
        return text;
    if (end > 0 && text.at(end - 1).isHighSurrogate())
        --end;
    return text.left(end) + QCoreApplication::translate("ReportText", "… (%1 more characters)").arg(text.size() - end);
}

} // namespace callboard
