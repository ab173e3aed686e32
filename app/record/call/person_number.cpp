// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/call/person_number.h"

#include <QList>

#include <algorithm>
#include <array>
#include <iterator>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype FewestDigits = 7;
constexpr qsizetype MostDigits = 20;
constexpr int MostSeparators = 4; ///< between two digits
/// A number so long stands in a longer one, an order number for example, by intention. A shorter one by chance, too.
constexpr qsizetype LongNumber = 11;
constexpr QByteArrayView CountryCode = "86";
constexpr qsizetype LeastBehindCountryCode = 9;

/// One digit of a text and where it stands.
struct Digit
{
    char value = '0';
    qsizetype from = 0, to = 0;
};

int chineseDigit(char32_t c)
{
    constexpr std::u32string_view Digits = U"〇一二三四五六七八九";
    if (c == U'零')
        return 0;
    if (c == U'幺')
        return 1;
    const std::size_t at = Digits.find(c);
    return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
}

int digitOf(char32_t c)
{
    if (c < 0x80)
        return c >= U'0' && c <= U'9' ? static_cast<int>(c - U'0') : -1;
    const int value = QChar::digitValue(c);
    return value >= 0 && QChar::isDigit(c) ? value : chineseDigit(c);
}

/// What may stand between two digits of one number: no letters, and no quotes, which part the texts of a list.
bool isSeparator(char32_t c)
{
    return c != U'"' && !QChar::isLetter(c);
}

/// Texts mostly hold no number: those with too few digits are told at a glance.
bool mayHold(QStringView text, qsizetype digits)
{
    qsizetype found = 0;
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        found += u < 0x80 ? (u >= u'0' && u <= u'9') : 1;
        if (found >= digits)
            return true;
    }
    return false;
}

/// Calls run(digits) for every run of digits that one number could be written in.
template <typename Run>
void forEachRun(QStringView text, Run run)
{
    QList<Digit> digits;
    int separators = 0;
    const auto end = [&] {
        if (!digits.isEmpty())
            run(digits);
        digits.clear();
        separators = 0;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const char32_t c = pair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : text[i].unicode();
        const qsizetype next = i + (pair ? 2 : 1);
        if (const int value = digitOf(c); value >= 0) {
            digits.append({static_cast<char>('0' + value), i, next});
            separators = 0;
        } else if (!isSeparator(c) || ++separators > MostSeparators) {
            end();
        }
        i = next - 1;
    }
    end();
}

bool touches(const QList<Digit> &run, qsizetype first)
{
    return first > 0 && run[first - 1].to == run[first].from;
}

/// How many digits before that position are a country code or a trunk zero of the number that begins there; -1 where
/// other digits stand directly before it.
qsizetype prefixBefore(const QList<Digit> &run, qsizetype first)
{
    constexpr std::array<QByteArrayView, 7> Prefixes{"00860", "0086", "0860", "860", "086", "86", "0"};
    for (const QByteArrayView prefix : Prefixes) {
        const qsizetype from = first - prefix.size();
        if (from < 0)
            continue;
        const bool same = std::equal(prefix.begin(), prefix.end(), run.begin() + from,
                                     [](char a, const Digit &b) { return a == b.value; });
        if (same && !touches(run, from))
            return prefix.size();
    }
    return touches(run, first) ? -1 : 0;
}

/// From where to where a text is replaced.
using Place = std::pair<qsizetype, qsizetype>;

QList<Place> placesOf(QStringView text, const QByteArray &number)
{
    QList<Place> places;
    if (!mayHold(text, number.size()))
        return places;
    forEachRun(text, [&](const QList<Digit> &run) {
        QByteArray values;
        for (const Digit &digit : run)
            values.append(digit.value);
        qsizetype at = values.indexOf(number);
        while (at >= 0) {
            const qsizetype end = at + number.size();
            const qsizetype prefix = prefixBefore(run, at);
            const bool isWhole = prefix >= 0 && !(end < run.size() && touches(run, end));
            if (isWhole || number.size() >= LongNumber) {
                const qsizetype from = at - std::max<qsizetype>(0, prefix);
                const bool hasPlus = from < at && run[from].from > 0
                    && (text[run[from].from - 1] == u'+' || text[run[from].from - 1] == QChar(0xFF0B));
                places.append({run[from].from - (hasPlus ? 1 : 0), run[end - 1].to});
                at = values.indexOf(number, end);
            } else {
                at = values.indexOf(number, at + 1);
            }
        }
    });
    return places;
}

/// The digits of what a person typed, or nothing where it is no number.
QByteArray typedDigits(const QString &text)
{
    QByteArray digits;
    for (const char32_t c : text.toUcs4()) {
        if (const int value = digitOf(c); value >= 0)
            digits.append(static_cast<char>('0' + value));
        else if (!isSeparator(c))
            return {};
    }
    return digits;
}

} // namespace

std::optional<PersonNumber> PersonNumber::parse(const QString &text)
{
    QByteArray digits = typedDigits(text);
    if (digits.startsWith("00"))
        digits.remove(0, 2);
    if (digits.startsWith(CountryCode) && digits.size() - CountryCode.size() >= LeastBehindCountryCode)
        digits.remove(0, CountryCode.size());
    while (digits.startsWith('0'))
        digits.remove(0, 1);
    if (digits.size() < FewestDigits || digits.size() > MostDigits)
        return std::nullopt;
    return PersonNumber(digits);
}

bool PersonNumber::isIn(QStringView text) const
{
    return !placesOf(text, m_digits).isEmpty();
}

QString PersonNumber::replaced(const QString &text, const std::function<QString(QStringView)> &with) const
{
    const QList<Place> places = placesOf(text, m_digits);
    QString result;
    qsizetype done = 0;
    for (const auto &[from, to] : places) {
        if (from < done)
            continue;
        result.append(QStringView(text).mid(done, from - done));
        result.append(with(QStringView(text).mid(from, to - from)));
        done = to;
    }
    return places.isEmpty() ? text : result.append(QStringView(text).mid(done));
}

} // namespace callboard
