// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/writer/report_writer.h"

#include <QTimeZone>

#include <array>
#include <limits>

/// Figures as text. Without group separators and with a point, so that programs and spreadsheets read them.
namespace callboard {

QString localTimeText(qint64 epochMs, const QTimeZone &zone); ///< "2026-11-22 09:00:00"; empty for 0
QString isoTimeText(qint64 epochMs, const QTimeZone &zone); ///< "2026-11-22T09:00:00.000+08:00"; empty for 0
QString offsetText(int secondsFromUtc); ///< "+08:00"
QString secondsText(qint64 ms); ///< "28" or "21.400"
QByteArrayView secondsText(qint64 ms, std::array<char, 24> &buffer); ///< the same, in the buffer
QString clockText(qint64 ms); ///< "1:02:03", hours as many as there are
QString decimalText(double number); ///< at most six digits behind the point
QString percentText(double share); ///< "12.34%"
/// The clock of a time zone, for many times that are near each other: it asks the zone only where the offset changes.
class LocalClock
{
public:
    explicit LocalClock(const QTimeZone &zone)
        : m_zone(zone)
    { }
    qint64 localMs(qint64 epochMs); ///< what a clock there shows, as ms since 1970-01-01 00:00 of that clock
    int offsetSeconds(qint64 epochMs);

    /// "2026-11-22 09:00:00", or with `iso` "2026-11-22T09:00:00.000+08:00"; valid until the next call.
    QByteArrayView text(qint64 epochMs, bool iso = false);

private:
    void lookUp(qint64 epochMs);

    QTimeZone m_zone;
    std::array<char, 40> m_text{};
    qint64 m_day = std::numeric_limits<qint64>::min(); ///< whose date stands in m_text
    qint64 m_from = 0, m_to = 0; ///< where m_offset holds
    int m_offset = 0;
};

/// What a report says of itself, on one line.
QString factsText(const ReportHead &head);

/// What pages and previews show of one text. Laying out one that nothing breaks takes far more time than its length.
inline constexpr qsizetype ShownCharacters = 500, ShownLines = 20;

/// The beginning of a text that is longer than that, with a mark that says how much is missing.
QString shortenedText(const QString &text, qsizetype mostCharacters = ShownCharacters);

} // namespace callboard
