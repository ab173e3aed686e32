// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/call/masking.h"
#include "record/call/number_runs.h"

#include <QRegularExpression>
#include <QUuid>

#include <algorithm>
#include <cstdlib>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// Keycaps, joiners and the like, which belong to the digit before.
constexpr QStringView Marks = u"[\\p{M}\\p{Cf}]*+";
constexpr QStringView Separators =
    u"(?:[\\p{M}\\p{Cf}]*+[\\s\\p{Pd}\\p{Ps}\\p{Pe}./"
    u"_,;~*#=|&'\"+@\\\\!?$^<>\\x{00B7}\\x{2212}\\x{3001}\\x{FF0C}\\x{FF1B}\\x{FF3F}\\x{FF5E}])"
    "{0,3}+[\\p{M}\\p{Cf}]*+";
/// Mobile numbers, with the country's code or the long-distance 0 before them. %1 are separators, %2 marks.
constexpr QStringView MobilePattern =
    u"(?<!\\d)(?:(?:[+\\x{FF0B}]|0%20%2)?8%26%1|0%2)?1%2[3-9]%2\\d(?:%1\\d){8}(?!\\d)";
/// Fixed lines with their area code.
constexpr QStringView FixedPattern =
    u"(?<!\\d)0%2(?:1%20|2%2\\d|[3-9]%2\\d%2\\d)%1[2-8](?:%2\\d){2,3}%1\\d(?:%2\\d){3}(?!\\d)";
/// Any country's, where the plus sign says so.
constexpr QStringView ForeignPattern = u"[+\\x{FF0B}]\\d(?:%1\\d){6,14}(?!\\d)";

const QRegularExpression &phonePattern()
{
    static const QRegularExpression pattern(
        QStringList{MobilePattern.toString(), FixedPattern.toString(), ForeignPattern.toString()}
            .join(u'|')
            .replace(u"%1"_s, Separators.toString())
            .replace(u"%2"_s, Marks.toString()),
        QRegularExpression::UseUnicodePropertiesOption);
    return pattern;
}

bool isLetter(char16_t u)
{
    return (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z');
}

bool isDigit(char16_t u)
{
    return u >= u'0' && u <= u'9';
}

bool isHex(char16_t u)
{
    return isDigit(u) || (u >= u'a' && u <= u'f') || (u >= u'A' && u <= u'F');
}

/// The longest part around a match of which every character is as wanted.
QStringView around(QStringView text, qsizetype from, qsizetype to, bool (*matches)(char16_t))
{
    while (from > 0 && matches(text[from - 1].unicode()))
        --from;
    while (to < text.size() && matches(text[to].unicode()))
        ++to;
    return text.mid(from, to - from);
}

/// Digits that are a part of a hexadecimal key, such as a uuid, are no number.
bool isInKey(QStringView text, qsizetype from, qsizetype to)
{
    constexpr qsizetype ShortestWord = 12, UuidLength = 36;
    const QStringView word = around(text, from, to, [](char16_t u) { return isLetter(u) || isDigit(u); });
    const auto isPart = [](QChar c) { return isHex(c.unicode()) || c == u'-'; };
    if (word.size() >= ShortestWord && word.size() > to - from && std::all_of(word.begin(), word.end(), isPart))
        return true;
    const QStringView key = around(text, from, to, [](char16_t u) { return isHex(u) || u == u'-'; });
    return key.size() == UuidLength && !QUuid::fromString(key).isNull();
}

} // namespace

/// Ten digits and more without a letter between, or a sign that needs a closer look: found without the pattern, because
/// almost no id has any of them.
bool mayHoldPhone(QStringView text)
{
    constexpr int FewestDigits = 10;
    constexpr qsizetype ShortestPhone = 8; // a plus sign and seven digits
    if (text.size() < ShortestPhone)
        return false;
    int digits = 0;
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        if (u == u'+' || u == u'%' || u == u'\\' || u == u'&' || u == u'=' || u == 0xFF0B || c.isLowSurrogate())
            return true;
        digits = isLetter(u) ? 0 : digits + (digitOf(u) >= 0 ? 1 : 0);
        if (digits == FewestDigits)
            return true;
    }
    return false;
}

QString maskId(const QString &id)
{
    if (!mayHoldPhone(id))
        return id;
    const QString plain = withPlainDigits(id);
    QString covered = id;
    auto matches = phonePattern().globalMatch(plain);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const qsizetype from = match.capturedStart(), size = match.capturedLength();
        if (!isInKey(id, from, from + size))
            covered.replace(from, size, maskNumber(id.mid(from, size)));
    }
    return covered;
}

bool looksLikePhone(qint64 number)
{
    // A mobile number, or one with the country's code before it: no count of anything, no length, no time.
    number = std::abs(number);
    return (number >= 13'000'000'000 && number < 20'000'000'000)
        || (number >= 8'613'000'000'000 && number < 8'620'000'000'000);
}

bool looksLikePhone(const FieldInfo &info, qint64 value)
{
    if (looksLikePhone(value))
        return true;
    if (info.kind == FieldKind::Time)
        return looksLikePhone(value / 1'000); // pushed in seconds
    // Rows are numbered up to eight digits (the specification's example). Nothing has a million tries, and no call
    // lasts for ten days.
    constexpr qint64 MostRows = 100'000'000, Most = 1'000'000, MostPhone = 100'000'000'000'000;
    const qint64 most = info.field == Field::TaskRowIndex ? MostRows : Most;
    return std::abs(value) >= most && std::abs(value) < MostPhone;
}

CallFields maskedIds(CallFields fields)
{
    for (const FieldInfo &info : fieldTable()) {
        if (const auto *text = std::get_if<QString CallFields::*>(&info.member)) {
            QString &value = fields.*(*text);
            if (mayHoldPhone(value))
                value = maskId(value);
        } else if (const auto *number = std::get_if<qint64 CallFields::*>(&info.member)) {
            qint64 &value = fields.*(*number);
            if (looksLikePhone(info, value)) {
                value = 0;
                fields.presentFields.remove(info.field);
            }
        }
    }
    return fields;
}

} // namespace callboard
