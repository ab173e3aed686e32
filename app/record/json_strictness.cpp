// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/json_strictness.h"

#include <algorithm>

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

bool isNumberChar(char c)
{
    return isDigit(c) || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
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

bool isNumber(QByteArrayView text)
{
    takeOneOf(text, "-");
    const bool zero = text.startsWith('0');
    const qsizetype whole = takeDigits(text);
    if (whole == 0 || (zero && whole > 1))
        return false;
    if (takeOneOf(text, ".") && takeDigits(text) == 0)
        return false;
    if (takeOneOf(text, "eE")) {
        takeOneOf(text, "+-");
        if (takeDigits(text) == 0)
            return false;
    }
    return text.isEmpty();
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
        } else if (!inText && (isDigit(c) || c == '-' || c == '+' || c == '.')) {
            const QByteArrayView rest = json.sliced(at);
            length = std::find_if_not(rest.begin(), rest.end(), isNumberChar) - rest.begin();
            if (!isNumber(rest.first(length)))
                return JsonFault{u"a malformed number"_s, at};
        }
        at += length;
    }
    return std::nullopt;
}

} // namespace callboard
