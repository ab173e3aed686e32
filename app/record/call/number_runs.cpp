// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/call/number_runs.h"

#include <algorithm>

namespace callboard {

namespace {

constexpr int MostSeparators = 4; ///< between two digits

int chineseDigit(char32_t c)
{
    switch (c) {
    case U'〇':
    case U'零':
        return 0;
    case U'一':
    case U'幺':
    case U'壹':
        return 1;
    case U'二':
    case U'贰':
    case U'貳':
        return 2;
    case U'三':
    case U'叁':
    case U'參':
        return 3;
    case U'四':
    case U'肆':
        return 4;
    case U'五':
    case U'伍':
        return 5;
    case U'六':
    case U'陆':
    case U'陸':
        return 6;
    case U'七':
    case U'柒':
        return 7;
    case U'八':
    case U'捌':
        return 8;
    case U'九':
    case U'玖':
        return 9;
    default:
        return -1;
    }
}

/// What is not seen between two digits, or belongs to the one before: keycaps, joiners, soft hyphens.
bool isPartOfDigit(char32_t c)
{
    return c >= 0x80 && (QChar::isMark(c) || QChar::category(c) == QChar::Other_Format);
}

/// The number that so many hexadecimal digits make, -1 where other characters stand.
int hexAt(QStringView text, qsizetype at, qsizetype size)
{
    if (at + size > text.size())
        return -1;
    int value = 0;
    for (const QChar c : text.mid(at, size)) {
        const char16_t u = c.unicode();
        const bool isDigit = u >= u'0' && u <= u'9';
        const char16_t lower = u | 0x20;
        if (!isDigit && (lower < u'a' || lower > u'f'))
            return -1;
        value = value * 16 + (isDigit ? u - u'0' : lower - u'a' + 10);
    }
    return value;
}

/// A character of two to four bytes, each escaped by a percent sign. Nothing where it is none.
TextSign escapedUtf8(QStringView text, qsizetype at, int lead)
{
    const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    char32_t c = lead & (0x3F >> more);
    for (int i = 1; i <= more; ++i) {
        const qsizetype from = at + 3 * i;
        const int byte = from < text.size() && text[from] == u'%' ? hexAt(text, from + 1, 2) : -1;
        if (byte < 0 || (byte & 0xC0) != 0x80)
            return {};
        c = (c << 6) | (byte & 0x3F);
    }
    return {c, at + 3 * (more + 1)};
}

/// Only of digits and separators: "100%45" is no E behind 100.
TextSign percentEscape(QStringView text, qsizetype at)
{
    const int byte = hexAt(text, at + 1, 2);
    if (byte >= 0xC2 && byte < 0xF5)
        return escapedUtf8(text, at, byte);
    const auto c = static_cast<char32_t>(byte);
    return byte >= 0x20 && byte < 0x7F && !QChar::isLetter(c) ? TextSign{c, at + 3} : TextSign{};
}

TextSign backslashEscape(QStringView text, qsizetype at)
{
    const QChar kind = at + 1 < text.size() ? text[at + 1] : QChar();
    if (kind == u'n' || kind == u'r' || kind == u't')
        return {U'\n', at + 2};
    const int code = kind == u'u' ? hexAt(text, at + 2, 4) : -1;
    return code >= 0 ? TextSign{static_cast<char32_t>(code), at + 6} : TextSign{};
}

bool appendDigit(DigitRun &digits, TextSign sign, qsizetype from)
{
    const int value = digitOf(sign.c);
    if (value < 0 && sign.c != U'*')
        return false;
    digits.append({value < 0 ? Digit::Covered : static_cast<char>('0' + value), from, sign.next});
    return true;
}

} // namespace

int number_runs::rareDigit(char32_t c)
{
    constexpr char32_t FirstIdeograph = 0x4E00, LastIdeograph = 0x9FFF;
    if (c == U'〇' || (c >= FirstIdeograph && c <= LastIdeograph))
        return chineseDigit(c);
    return QChar::digitValue(c);
}

TextSign number_runs::rareSign(QStringView text, qsizetype at)
{
    const char16_t u = text[at].unicode();
    if (QChar::isHighSurrogate(u)) {
        if (at + 1 < text.size() && text[at + 1].isLowSurrogate())
            return {QChar::surrogateToUcs4(u, text[at + 1].unicode()), at + 2};
        return {u, at + 1};
    }
    const TextSign escape = u == u'%' ? percentEscape(text, at) : backslashEscape(text, at);
    return escape.next > 0 ? escape : TextSign{u, at + 1};
}

bool isNumberSeparator(char32_t c)
{
    return c != U'"' && !QChar::isLetter(c);
}

bool mayHoldDigits(QStringView text, qsizetype count)
{
    qsizetype digits = 0;
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        digits += digitOf(u) >= 0 || c.isLowSurrogate() ? 1 : 0;
        if (digits >= count)
            return true;
    }
    return false;
}

DigitRun digitsOf(QStringView text)
{
    DigitRun digits;
    for (qsizetype at = 0; at < text.size();) {
        const TextSign sign = signAt(text, at);
        appendDigit(digits, sign, at);
        at = sign.next;
    }
    return digits;
}

QString withPlainDigits(const QString &text)
{
    constexpr int FewestChinese = 7;
    constexpr QChar Invisible(0x200B);
    const bool hasChinese =
        std::count_if(text.begin(), text.end(), [](QChar c) { return chineseDigit(c.unicode()) >= 0; })
        >= FewestChinese;
    QString plain = text;
    for (qsizetype at = 0; at < text.size();) {
        const auto [c, next] = signAt(text, at);
        const int digit = hasChinese || chineseDigit(c) < 0 ? digitOf(c) : -1;
        if (digit >= 0 || next > at + 2) {
            plain[at] = digit >= 0 ? QChar(u'0' + digit) : QChar(static_cast<char16_t>(c));
            std::fill(plain.begin() + at + 1, plain.begin() + next, Invisible);
        }
        at = next;
    }
    return plain;
}

DigitRun nextNumberRun(QStringView text, qsizetype &at)
{
    DigitRun run;
    qsizetype size = 0; // up to the last digit that is shown
    for (int separators = 0; at < text.size();) {
        const TextSign sign = signAt(text, at);
        const bool isStar = sign.c == U'*';
        if ((!isStar || size > 0) && appendDigit(run, sign, at)) {
            separators = 0;
            size = isStar ? size : run.size();
        } else if (size > 0
                   && (!isNumberSeparator(sign.c) || (!isPartOfDigit(sign.c) && ++separators > MostSeparators))) {
            at = sign.next;
            break;
        }
        at = sign.next;
    }
    run.resize(size);
    return run;
}

} // namespace callboard
