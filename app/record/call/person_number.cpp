// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/call/person_number.h"

#include "record/call/number_runs.h"

#include <QList>

#include <algorithm>
#include <array>
#include <iterator>

namespace callboard {

namespace {

constexpr qsizetype FewestDigits = 7;
constexpr qsizetype MostDigits = 20;
/// A number so long stands in a longer one, an order number for example, by intention. A shorter one by chance, too.
constexpr qsizetype LongNumber = 11;
constexpr QByteArrayView CountryCode = "86";
constexpr qsizetype LeastBehindCountryCode = 9;

bool touches(const DigitRun &run, qsizetype first)
{
    return first > 0 && run[first - 1].to == run[first].from;
}

/// How many digits before that position are a country code or a trunk zero of the number that begins there; -1 where
/// other digits stand directly before it.
qsizetype prefixBefore(const DigitRun &run, qsizetype first)
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

DigitRun withoutStars(DigitRun run)
{
    run.erase(std::remove_if(run.begin(), run.end(), [](const Digit &digit) { return digit.value == Digit::Covered; }),
              run.end());
    return run;
}

void appendPlaces(QList<Place> &places, QStringView text, const DigitRun &run, const QByteArray &number)
{
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
}

QList<Place> placesOf(QStringView text, const QByteArray &number)
{
    QList<Place> places;
    if (!mayHoldDigits(text, number.size()))
        return places;
    for (qsizetype at = 0; at < text.size();)
        appendPlaces(places, text, withoutStars(nextNumberRun(text, at)), number);
    return places;
}

/// The digits of what a person typed, or nothing where it is no number.
QByteArray typedDigits(const QString &text)
{
    QByteArray digits;
    for (qsizetype at = 0; at < text.size();) {
        const auto [c, next] = signAt(text, at);
        if (const int value = digitOf(c); value >= 0)
            digits.append(static_cast<char>('0' + value));
        else if (!isNumberSeparator(c))
            return {};
        at = next;
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

bool PersonNumber::isIn(qint64 value) const
{
    constexpr qint64 MsPerSecond = 1'000;
    return isIn(QString::number(value)) || (value % MsPerSecond == 0 && isIn(QString::number(value / MsPerSecond)));
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
