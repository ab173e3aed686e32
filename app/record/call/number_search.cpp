// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/call/number_search.h"

#include "record/call/masking.h"
#include "record/call/number_runs.h"

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype EnoughDigits = 7;

bool isDigit(char sign)
{
    return sign >= '0' && sign <= '9';
}

bool isSeparator(QChar sign)
{
    constexpr QStringView Separators = u"-+().,/_·‐‑‒–—−";
    return sign.isSpace() || Separators.contains(sign) || sign.category() == QChar::Other_Format;
}

QString plainNumber(const QString &number)
{
    QString plain = number.normalized(QString::NormalizationForm_KC);
    plain.removeIf(isSeparator);
    return plain;
}

QString withoutCountry(const QString &plain, bool hasPlus)
{
    constexpr qsizetype MobileWithCountry = 13;
    if (plain.startsWith("0086"_L1))
        return plain.mid(4);
    const bool isMobile = plain.size() == MobileWithCountry && plain.startsWith("861"_L1);
    return plain.startsWith("86"_L1) && (hasPlus || isMobile) ? plain.mid(2) : plain;
}

} // namespace

NumberSearch::NumberSearch(const QString &typed)
    : m_typed(typed)
{
    const DigitRun digits = digitsOf(typed);
    const bool hasStars =
        std::any_of(digits.begin(), digits.end(), [](const Digit &digit) { return digit.value == Digit::Covered; });
    m_isShort = !digits.isEmpty() && (hasStars || digits.size() < EnoughDigits);
    if (digits.isEmpty())
        return;
    const bool hasPlus = typed.normalized(QString::NormalizationForm_KC).trimmed().startsWith(u'+');
    m_plain = withoutCountry(plainNumber(typed), hasPlus);
    m_bytes = m_plain.toUtf8();
}

bool NumberSearch::findsNumber(const QString &number) const
{
    if (m_plain.isEmpty())
        return number.contains(m_typed, Qt::CaseInsensitive);
    const QString plain = plainNumber(number);
    if (!m_isShort)
        return plain.contains(m_plain, Qt::CaseInsensitive);
    return plain == m_plain || plainNumber(maskNumber(number)).contains(m_plain, Qt::CaseInsensitive);
}

bool NumberSearch::findsNumber(QByteArrayView utf8) const
{
    const bool isPlain =
        std::all_of(utf8.begin(), utf8.end(), isDigit) && std::all_of(m_bytes.begin(), m_bytes.end(), isDigit);
    if (isPlain && !utf8.contains(m_bytes))
        return false;
    return findsNumber(QString::fromUtf8(utf8));
}

bool NumberSearch::mayFindIn(const QString &text) const
{
    return !m_isShort || maskText(text).contains(m_typed, Qt::CaseInsensitive);
}

} // namespace callboard
