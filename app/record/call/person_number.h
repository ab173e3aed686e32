// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <optional>

namespace callboard {

/// A person's phone number, found however it is written: with or without +86, 0086 or a leading zero, with blanks,
/// dashes, brackets and other signs between its digits (up to four), in digits of any script. A value; pure, any
/// thread.
class PersonNumber
{
public:
    /// Reads a number as a person types it. Nothing where it holds letters, or fewer than 7 digits, which would be
    /// found in too much, or more than 20.
    static std::optional<PersonNumber> parse(const QString &text);

    /// Its digits without country code and leading zeros, ASCII.
    QByteArray digits() const { return m_digits; }

    bool isIn(QStringView text) const;
    /// Of a count or a length; of a time, in milliseconds, too, that may have been pushed in seconds.
    bool isIn(qint64 value) const;
    /// The text with every place of the number, its country code included, replaced by what `with` gives for it.
    QString replaced(const QString &text, const std::function<QString(QStringView place)> &with) const;

private:
    explicit PersonNumber(QByteArray digits)
        : m_digits(std::move(digits))
    { }

    QByteArray m_digits;
};

} // namespace callboard
