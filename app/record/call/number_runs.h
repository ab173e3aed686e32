// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVarLengthArray>

namespace callboard {

/// One digit of a text, whatever it is written with, and where it stands.
struct Digit
{
    char value = '0'; ///< '0' to '9'; Covered for a star, which stands for a digit
    qsizetype from = 0, to = 0;

    static constexpr char Covered = '*';
};

using DigitRun = QVarLengthArray<Digit, 48>;

/// A character of a text, with the escapes of URLs, JSON, HTML and mail ("%31", "\u0031", "&#49;", "=31") taken for
/// what they stand for.
struct TextSign
{
    char32_t c = 0;
    qsizetype next = 0; ///< where the following one begins
};

namespace number_runs {
int rareDigit(char32_t c);
TextSign rareSign(QStringView text, qsizetype at);
} // namespace number_runs

/// The value of a digit, -1 for other characters: digits of any script, circled and raised ones, Chinese ones.
inline int digitOf(char32_t c)
{
    if (c < 0x80)
        return c >= U'0' && c <= U'9' ? static_cast<int>(c - U'0') : -1;
    return number_runs::rareDigit(c);
}

inline TextSign signAt(QStringView text, qsizetype at)
{
    const char16_t u = text[at].unicode();
    const bool isRare = u == u'%' || u == u'\\' || u == u'&' || u == u'=' || QChar::isHighSurrogate(u);
    return isRare ? number_runs::rareSign(text, at) : TextSign{u, at + 1};
}

/// What may stand between two digits of one number: no letters, and no quotes, which part the texts of a list.
bool isNumberSeparator(char32_t c);

/// Whether a text may have so many digits, told at a glance: most texts have none.
bool mayHoldDigits(QStringView text, qsizetype count);

/// All digits and stars of a text, whatever stands between them.
DigitRun digitsOf(QStringView text);

/// A text of the same length with its digits as ASCII ones and without escapes. What needs fewer characters than it had
/// is followed by invisible ones. A few Chinese digits stay: they are words.
QString withPlainDigits(const QString &text);

/// The next run of digits and stars, from `at` on, that one number could be written in: between two of them stand at
/// most four separators; marks and invisible characters don't count. `at` then stands behind the run. Empty when there
/// is none up to the end.
DigitRun nextNumberRun(QStringView text, qsizetype &at);

} // namespace callboard
