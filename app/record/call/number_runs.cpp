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

struct EscapedByte
{
    int value = -1;
    qsizetype next = 0;
};

/// "%31", and "%2531" of who escaped twice.
EscapedByte percentByte(QStringView text, qsizetype at)
{
    if (at >= text.size() || text[at] != u'%')
        return {};
    qsizetype digits = at + 1;
    while (hexAt(text, digits, 2) == '%' && hexAt(text, digits + 2, 2) >= 0)
        digits += 2;
    return {hexAt(text, digits, 2), digits + 2};
}

/// A character of two to four bytes, each escaped by a percent sign. Nothing where it is none.
TextSign escapedUtf8(QStringView text, const EscapedByte &lead)
{
    const int more = lead.value >= 0xF0 ? 3 : lead.value >= 0xE0 ? 2 : 1;
    char32_t c = lead.value & (0x3F >> more);
    qsizetype at = lead.next;
    for (int i = 0; i < more; ++i) {
        const EscapedByte byte = percentByte(text, at);
        if (byte.value < 0 || (byte.value & 0xC0) != 0x80)
            return {};
        c = (c << 6) | (byte.value & 0x3F);
        at = byte.next;
    }
    return {c, at};
}

/// What an escape stands for: nothing but digits and separators, since "100%45" is no E behind 100.
TextSign escaped(int code, qsizetype next)
{
    const auto c = static_cast<char32_t>(code);
    return code >= 0x20 && (code > 0x7F || !QChar::isLetter(c)) ? TextSign{c, next} : TextSign{};
}

TextSign percentEscape(QStringView text, qsizetype at)
{
    if (at + 1 < text.size() && text[at + 1] == u'u')
        return escaped(hexAt(text, at + 2, 4), at + 6);
    const EscapedByte byte = percentByte(text, at);
    if (byte.value >= 0xC2 && byte.value < 0xF5)
        return escapedUtf8(text, byte);
    return byte.value < 0x7F ? escaped(byte.value, byte.next) : TextSign{};
}

/// A digit, written by its code in base eight: "\061".
int octalDigitAt(QStringView text, qsizetype at)
{
    if (at + 3 > text.size() || text[at] != u'0' || (text[at + 1] != u'6' && text[at + 1] != u'7'))
        return -1;
    const int code = (text[at + 1].unicode() - u'0') * 8 + text[at + 2].unicode() - u'0';
    return code >= '0' && code <= '9' && text[at + 2] < u'8' ? code : -1;
}

TextSign backslashEscape(QStringView text, qsizetype at)
{
    const QChar kind = at + 1 < text.size() ? text[at + 1] : QChar();
    if (kind == u'n' || kind == u'r' || kind == u't')
        return {U'\n', at + 2};
    if (kind == u'u' && hexAt(text, at + 2, 4) >= 0)
        return {static_cast<char32_t>(hexAt(text, at + 2, 4)), at + 6};
    return kind == u'x' ? escaped(hexAt(text, at + 2, 2), at + 4) : escaped(octalDigitAt(text, at + 1), at + 4);
}

/// "&#49;", "&#x31;" and the blank "&nbsp;".
TextSign entity(QStringView text, qsizetype at)
{
    constexpr qsizetype Longest = 10;
    constexpr QStringView Blank = u"&nbsp;";
    if (text.mid(at).startsWith(Blank))
        return {U' ', at + Blank.size()};
    const qsizetype size = text.mid(at, Longest).indexOf(u';');
    if (size < 3 || text[at + 1] != u'#')
        return {};
    const bool isHex = text[at + 2] == u'x' || text[at + 2] == u'X';
    bool ok = false;
    const int code = text.mid(at + (isHex ? 3 : 2), size - (isHex ? 3 : 2)).toInt(&ok, isHex ? 16 : 10);
    return ok && code <= 0xFFFF ? escaped(code, at + size + 1) : TextSign{};
}

bool isQuotedDigit(QStringView text, qsizetype at)
{
    return at >= 0 && at + 3 <= text.size() && text[at] == u'=' && text[at + 1] == u'3' && text[at + 2].isDigit();
}

/// "=31" of mail: only beside another one, since "a=31" is the beginning of a number elsewhere.
TextSign quotedPrintable(QStringView text, qsizetype at)
{
    constexpr qsizetype Size = 3;
    if (!isQuotedDigit(text, at) || !(isQuotedDigit(text, at + Size) || isQuotedDigit(text, at - Size)))
        return {};
    return {text[at + 2].unicode(), at + Size};
}

TextSign escapeAt(QStringView text, qsizetype at)
{
    switch (text[at].unicode()) {
    case u'%':
        return percentEscape(text, at);
    case u'\\':
        return backslashEscape(text, at);
    case u'&':
        return entity(text, at);
    default:
        return quotedPrintable(text, at);
    }
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
    constexpr char32_t Ones[] = {U'〡', U'㈠', U'㊀'}; // of digits that Unicode counts as numbers only
    for (const char32_t one : Ones) {
        if (c >= one && c < one + 9)
            return static_cast<int>(c - one) + 1;
    }
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
    const TextSign escape = escapeAt(text, at);
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
