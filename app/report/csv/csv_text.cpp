// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/csv/csv_text.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <iterator>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// General cells show whole numbers of up to 11 digits in full; more become 1.2E+11.
constexpr qsizetype ShownDigits = 11;

bool isInvisible(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
}

bool isFormulaStart(QChar c)
{
    return QStringView(u"=+-@＝＋－＠−﹢﹣﹦﹫").contains(c);
}

bool startsFormula(QStringView text)
{
    const char16_t begin = text.front().unicode();
    const bool letter =
        begin < 0x80 ? (begin >= u'0' && begin <= u'9') || (begin | 0x20) >= u'a' : begin >= 0x4E00 && begin <= 0x9FFF;
    if (letter)
        return false; // almost all texts
    const auto first = std::find_if_not(text.begin(), text.end(), isInvisible);
    return first != text.end() && isFormulaStart(*first);
}

bool isDigits(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// A whole number that a spreadsheet gives back character by character.
bool isStableNumber(QStringView text)
{
    const QStringView digits = text.startsWith(u'-') ? text.mid(1) : text;
    return isDigits(digits) && digits.size() <= ShownDigits && (digits.size() == 1 || digits.front() != u'0')
        && text != u"-0";
}

/// A phone number with its plus sign is no formula, however it starts.
bool isSignedDigits(QStringView text)
{
    return text.size() > 1 && QStringView(u"+-").contains(text.front()) && isDigits(text.mid(1));
}

enum class CharClass : quint8 { Other, Letter, Numeric, Digit };

constexpr CharClass asciiClass(char16_t c)
{
    if (c >= u'0' && c <= u'9')
        return CharClass::Digit;
    if (c == u'e' || c == u'E' || c == u' ' || (c >= u'\t' && c <= u'\r'))
        return CharClass::Numeric;
    if ((c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'))
        return CharClass::Letter;
    for (const char16_t numeric : u".,:/\\+-()%$") {
        if (c == numeric && c != 0)
            return CharClass::Numeric;
    }
    return CharClass::Other;
}

constexpr auto AsciiClasses = [] {
    std::array<CharClass, 0x80> classes{};
    for (char16_t c = 0; c < classes.size(); ++c)
        classes[c] = asciiClass(c);
    return classes;
}();

/// What a number or a date is made of, letters apart.
CharClass charClass(char16_t c)
{
    if (c < 0x80)
        return AsciiClasses[c];
    return QStringView(u"¥￥€£年月日时時分秒上下午").contains(QChar(c)) ? CharClass::Numeric : CharClass::Other;
}

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

/// The first word decides in almost every text that looksLikeWords() has nothing to find there: in an id such as
/// "3b22d7ff-c992" it is "b".
bool mayBeWords(QStringView text)
{
    const auto *const begin = std::find_if(text.begin(), text.end(), isAsciiLetter);
    const auto *const end = std::find_if_not(begin, text.end(), isAsciiLetter);
    const QStringView word(begin, end);
    static constexpr QStringView Months[] = {u"jan", u"feb", u"mar", u"apr", u"may", u"jun",
                                             u"jul", u"aug", u"sep", u"oct", u"nov", u"dec"};
    const auto starts = [word](QStringView month) { return word.startsWith(month, Qt::CaseInsensitive); };
    if (std::any_of(std::begin(Months), std::end(Months), starts))
        return true;
    const auto *const rest = std::find_if_not(word.begin(), word.end(), [](QChar c) { return c == u'e' || c == u'E'; });
    const QStringView tail(rest, word.end());
    const auto is = [](QStringView a, QStringView b) { return a.compare(b, Qt::CaseInsensitive) == 0; };
    return tail.isEmpty() || is(tail, u"am") || is(tail, u"pm") || is(word, u"true") || is(word, u"false");
}

/// Digits with the names of months, with AM and PM; truth values.
bool looksLikeWords(QStringView text)
{
    static const QRegularExpression pattern(
        u"^\\s*(?:(?=.*\\d)[\\d\\s.,:/\\\\+\\-()%$¥￥€£eE年月日时時分秒上下午]+(?:AM|PM|am|pm)?"
        "|(?=.*\\d)[\\d\\s.,/\\-]*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\\d\\s.,/\\-]*"
        "|true|false)\\s*$"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DontCaptureOption);
    return pattern.match(text.toString()).hasMatch();
}

bool looksLikeNumberOrDate(QStringView text)
{
    constexpr qsizetype LongestNumber = 256; // a spreadsheet takes longer digits as text by itself
    constexpr qsizetype ShortestWord = 4; // "true", "9 pm" is none of ours without its digit
    if (text.size() > LongestNumber)
        return false;
    bool digits = false, letters = false;
    for (const QChar c : text) {
        const CharClass kind = charClass(c.unicode());
        if (kind == CharClass::Other)
            return false;
        digits = digits || kind == CharClass::Digit;
        letters = letters || kind == CharClass::Letter;
    }
    if (!letters)
        return digits;
    return (digits || text.size() >= ShortestWord) && mayBeWords(text) && looksLikeWords(text);
}

bool needsApostrophe(QStringView text)
{
    if (text.startsWith(u'\'') || text.startsWith(u'\t') || text.startsWith(u'\r') || text.startsWith(u'\n'))
        return true;
    return startsFormula(text) && !isSignedDigits(text);
}

} // namespace

bool isReinterpreted(QStringView text)
{
    return !isStableNumber(text) && looksLikeNumberOrDate(text);
}

CellMarks spreadsheetMarks(QStringView text)
{
    if (text.isEmpty())
        return {};
    const bool front = needsApostrophe(text);
    return {front, text.endsWith(u'\t') || (!front && isReinterpreted(text))};
}

QString spreadsheetText(const QString &text)
{
    const CellMarks marks = spreadsheetMarks(text);
    return (marks.apostrophe ? u"'"_s : QString()) + text + (marks.tab ? u"\t"_s : QString());
}

QString plainText(const QString &cell)
{
    const qsizetype from = cell.startsWith(u'\'') ? 1 : 0;
    const qsizetype to = cell.endsWith(u'\t') ? cell.size() - 1 : cell.size();
    return cell.mid(from, to - from);
}

namespace {

/// True for what stands as it is: ASCII without what RFC 4180 wants quotes for.
bool isPlain(QStringView text)
{
    constexpr auto Plain = [] {
        std::array<bool, 0x80> plain{};
        for (char16_t c = 0; c < plain.size(); ++c)
            plain[c] = c != u',' && c != u'"' && c != u'\r' && c != u'\n' && c != u';' && c != u'\t';
        return plain;
    }();
    return std::all_of(text.begin(), text.end(), [&](QChar c) { return c.unicode() < 0x80 && Plain[c.unicode()]; });
}

bool needsQuotes(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        const char16_t u = c.unicode();
        return u <= u';' && (u == u',' || u == u'"' || u == u'\r' || u == u'\n' || u == u';' || u == u'\t');
    });
}

/// One character beyond ASCII; half a surrogate pair becomes U+FFFD. `at` is left on its last unit.
char *writeWide(char *to, QStringView text, qsizetype &at)
{
    char32_t c = text[at].unicode();
    const bool pair = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
    if (pair) {
        c = QChar::surrogateToUcs4(text[at], text[at + 1]);
        ++at;
    } else if (QChar::isSurrogate(c)) {
        c = QChar::ReplacementCharacter;
    }
    if (c < 0x800) {
        *to++ = static_cast<char>(0xC0 | c >> 6);
    } else {
        if (c < 0x10000) {
            *to++ = static_cast<char>(0xE0 | c >> 12);
        } else {
            *to++ = static_cast<char>(0xF0 | c >> 18);
            *to++ = static_cast<char>(0x80 | (c >> 12 & 0x3F));
        }
        *to++ = static_cast<char>(0x80 | (c >> 6 & 0x3F));
    }
    *to++ = static_cast<char>(0x80 | (c & 0x3F));
    return to;
}

} // namespace

char *writeCsvCell(char *to, QStringView text, CellMarks marks)
{
    if (!marks.tab && !marks.apostrophe && isPlain(text))
        return std::transform(text.begin(), text.end(), to, [](QChar c) { return static_cast<char>(c.unicode()); });
    const bool quoted = marks.tab || needsQuotes(text);
    if (quoted)
        *to++ = '"';
    if (marks.apostrophe)
        *to++ = '\'';
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (c >= 0x80) {
            to = writeWide(to, text, i);
            continue;
        }
        if (c == u'"')
            *to++ = '"';
        *to++ = static_cast<char>(c);
    }
    if (marks.tab)
        *to++ = '\t';
    if (quoted)
        *to++ = '"';
    return to;
}

} // namespace callboard
