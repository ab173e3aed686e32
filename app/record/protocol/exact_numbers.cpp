// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/protocol/exact_numbers.h"

#include "record/protocol/json_strictness.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace callboard {

namespace {

bool beginsNumber(char c)
{
    return (c >= '0' && c <= '9') || c == '-';
}

/// True when the number is written as it would be written again after reading.
bool isExact(QByteArrayView number)
{
    bool ok = false;
    if (const qint64 whole = number.toLongLong(&ok); ok)
        return QByteArray::number(whole) == number;
    const double real = number.toDouble(&ok);
    return ok && QByteArray::number(real, 'g', QLocale::FloatingPointShortest) == number;
}

/// The end of the text that begins here, behind its closing quote.
const char *endOfText(const char *at, const char *end)
{
    for (++at; at != end && *at != '"'; ++at) {
        if (*at == '\\' && at + 1 != end)
            ++at;
    }
    return at == end ? end : at + 1;
}

} // namespace

QByteArray withExactNumbers(const QByteArray &json)
{
    QByteArray result;
    const char *at = json.constBegin(), *copied = at;
    const char *const end = json.constEnd();
    while (at != end) {
        if (*at == '"') {
            at = endOfText(at, end);
            continue;
        }
        if (!beginsNumber(*at)) {
            ++at;
            continue;
        }
        const char *const from = std::exchange(at, std::find_if_not(at, end, isJsonNumberChar));
        if (isExact(QByteArrayView(from, at)))
            continue;
        result.append(copied, from - copied).append('"').append(from, at - from).append('"');
        copied = at;
    }
    return copied == json.constBegin() ? json : result.append(copied, end - copied);
}

} // namespace callboard
