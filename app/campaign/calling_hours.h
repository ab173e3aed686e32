// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QTimeZone>

#include <optional>

namespace callboard {

/// A stretch of some weekdays. `from` and `to` are minutes of the local day, 0 … 1440. Where `to` is not after `from`
/// the stretch ends on the next day.
struct CallingRange
{
    QList<int> days; ///< 1 Monday … 7 Sunday, of the day on which the stretch begins; sorted, each once
    int fromMinute = 0; ///< 0 … 1439
    int toMinute = 0; ///< 1 … 1440

    friend bool operator==(const CallingRange &, const CallingRange &) = default;
};

/// When a task may call, by local time: the weekdays' hours, across midnight and daylight saving where they are. A
/// value; any thread.
///
/// As text it is a JSON array, `[{"days":[1,2,3,4,5],"from":"09:00","to":"20:00"}]`; "24:00" is a possible end, and an
/// empty text says nothing.
class CallingHours
{
public:
    CallingHours() = default;
    explicit CallingHours(const QList<CallingRange> &ranges)
        : m_ranges(ranges)
    { }

    /// Reads the JSON text. On failure returns nothing and says why, in English for a log, in *error (may be null).
    static std::optional<CallingHours> parse(const QString &json, QString *error = nullptr);
    QString toJson() const; ///< empty where nothing is said

    const QList<CallingRange> &ranges() const { return m_ranges; }
    /// Nothing said: any time counts as calling time.
    bool isEmpty() const { return m_ranges.isEmpty(); }

    bool contains(qint64 timeMs, const QTimeZone &zone) const;
    /// Since when (epoch ms) it has been calling time without a break, or nothing when it is not calling time. Ranges
    /// that touch or overlap count as one. Looks back a week at most; the beginning of time where nothing is said.
    std::optional<qint64> openSince(qint64 timeMs, const QTimeZone &zone) const;

    friend bool operator==(const CallingHours &, const CallingHours &) = default;

private:
    QList<CallingRange> m_ranges;
};

} // namespace callboard
