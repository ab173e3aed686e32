// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/protocol/json_strictness.h"

#include <algorithm>
#include <utility>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype HexDigits = 4;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// How many digits stand at the beginning; takes them off.
qsizetype takeDigits(QByteArrayView &text)
{
    const auto end = std::find_if_not(text.begin(), text.end(), isDigit);
    const qsizetype count = end - text.begin();
    text = text.sliced(count);
    return count;
}

bool takeOneOf(QByteArrayView &text, QByteArrayView characters)
{
    if (text.isEmpty() || !characters.contains(text.front()))
        return false;
    text = text.sliced(1);
    return true;
}

/// What is wrong with a number; empty when nothing is.
QString faultOfNumber(QByteArrayView text)
{
    takeOneOf(text, "-");
    const bool zero = text.startsWith('0');
    const qsizetype whole = takeDigits(text);
    if (zero && whole > 1)
        return u"a number with a leading zero"_s;
    bool isNumber = whole > 0 && (!takeOneOf(text, ".") || takeDigits(text) > 0);
    if (isNumber && takeOneOf(text, "eE")) {
        takeOneOf(text, "+-");
        isNumber = takeDigits(text) > 0;
    }
    return isNumber && text.isEmpty() ? QString() : u"a malformed number"_s;
}

bool isControl(char c)
{
    return static_cast<uchar>(c) < 0x20;
}

/// The length of the escape that the text begins with; 0 when it is none.
qsizetype escapeLength(QByteArrayView text)
{
    if (text.size() < 2)
        return 0;
    if (QByteArrayView("\"\\/bfnrt").contains(text[1]))
        return 2;
    const QByteArrayView digits = text.sliced(2).first(std::min(HexDigits, text.size() - 2));
    const bool isUnit =
        text[1] == 'u' && digits.size() == HexDigits && std::all_of(digits.begin(), digits.end(), isHexDigit);
    return isUnit ? 2 + HexDigits : 0;
}

} // namespace

bool isJsonNumberChar(char c)
{
    return isDigit(c) || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

std::optional<JsonFault> findJsonFault(QByteArrayView json)
{
    bool inText = false;
    qsizetype at = 0;
    while (at < json.size()) {
        const char c = json[at];
        qsizetype length = 1;
        if (inText && c == '\\') {
            length = escapeLength(json.sliced(at));
            if (length == 0)
                return JsonFault{u"a malformed escape"_s, at};
        } else if (c == '"') {
            inText = !inText;
        } else if (inText && isControl(c)) {
            return JsonFault{u"a control character that is not escaped in a text"_s, at};
        } else if (!inText && (isDigit(c) || c == '-' || c == '+' || c == '.')) {
            const QByteArrayView rest = json.sliced(at);
            length = std::find_if_not(rest.begin(), rest.end(), isJsonNumberChar) - rest.begin();
            if (QString fault = faultOfNumber(rest.first(length)); !fault.isEmpty())
                return JsonFault{std::move(fault), at};
        }
        at += length;
    }
    return std::nullopt;
}

} // namespace callboard
