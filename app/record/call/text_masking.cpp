// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/call/masking.h"
#include "record/call/written_dates.h"

#include <algorithm>

namespace callboard {

namespace {

constexpr qsizetype ShownTail = 4;
constexpr qsizetype ShownHead = 3;
constexpr qsizetype LeastCovered = 3;
constexpr qsizetype FewestDigits = LeastCovered + ShownTail; ///< of a number

/// Covers the middle of a number: three digits before and four behind stay, but at least three are covered.
void coverMiddle(QString &text, Digits digits)
{
    const qsizetype count = std::ssize(digits);
    const qsizetype head = std::min(ShownHead, count - LeastCovered - ShownTail);
    const qsizetype from = head < 1 ? digits.front().from : digits[head - 1].to;
    const qsizetype to = head < 1 ? digits.back().to : digits[count - ShownTail].from;
    std::fill(text.begin() + from, text.begin() + to, QChar(u'*'));
}

/// Without one or two Chinese digits before or behind a number in others: they belong to a name.
Digits withoutNames(const QString &text, Digits digits)
{
    constexpr qsizetype LongestName = 2;
    const auto isInWords = [&](const Digit &digit) {
        return QChar::script(text[digit.from].unicode()) == QChar::Script_Han;
    };
    const qsizetype others = std::ssize(digits) - std::count_if(digits.begin(), digits.end(), isInWords);
    if (others < FewestDigits)
        return digits;
    const auto head = std::find_if_not(digits.begin(), digits.end(), isInWords) - digits.begin();
    const auto tail = std::find_if_not(digits.rbegin(), digits.rend(), isInWords) - digits.rbegin();
    digits = digits.first(std::ssize(digits) - (tail > LongestName ? 0 : tail));
    return digits.subspan(head > LongestName ? 0 : head);
}

void coverNumber(QString &text, Digits digits)
{
    const auto isShown = [](const Digit &digit) { return digit.value != Digit::Covered; };
    if (std::count_if(digits.begin(), digits.end(), isShown) >= FewestDigits)
        coverMiddle(text, withoutNames(text, digits));
}

bool isListSeparator(QChar c)
{
    constexpr QStringView Separators = u",;/|\n\x3001\xFF0C\xFF1B";
    return Separators.contains(c);
}

/// Covers one number, or each of a list of complete ones.
void coverNumbers(QString &text, Digits digits)
{
    constexpr qsizetype CompleteNumber = 11;
    qsizetype first = 0;
    for (qsizetype next = pieceSize(digits), size = next; next < std::ssize(digits); next += size) {
        const QStringView gap = QStringView(text).mid(digits[next - 1].to, digits[next].from - digits[next - 1].to);
        const bool isLong = size >= CompleteNumber;
        size = pieceSize(digits.subspan(next));
        if (isLong && size >= CompleteNumber && std::any_of(gap.begin(), gap.end(), isListSeparator)) {
            coverNumber(text, digits.subspan(first, next - first));
            first = next;
        }
    }
    coverNumber(text, digits.subspan(first));
}

/// Covers the numbers of a run, but for dates and amounts.
void coverRun(QString &covered, const QString &text, Digits run)
{
    qsizetype first = 0; // of what is no date
    for (qsizetype next = 0; next < std::ssize(run);) {
        if (const qsizetype size = dateOrAmount(text, run.subspan(next)); size > 0) {
            coverNumbers(covered, run.subspan(first, next - first));
            next += size;
            first = next;
        } else {
            next += pieceSize(run.subspan(next));
        }
    }
    coverNumbers(covered, run.subspan(first));
}

/// Digits of ASCII and nothing else: almost every number.
bool isPlainNumber(QStringView number)
{
    return std::all_of(number.begin(), number.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

bool mayHoldNumber(QStringView text)
{
    return mayHoldDigits(text, FewestDigits);
}

QString maskNumber(const QString &number)
{
    QString covered = number;
    if (number.size() >= ShownHead + LeastCovered + ShownTail && isPlainNumber(number)) {
        std::fill(covered.begin() + ShownHead, covered.end() - ShownTail, QChar(u'*'));
        return covered;
    }
    const DigitRun digits = digitsOf(number);
    if (digits.size() <= FewestDigits)
        return QString(number.size(), u'*');
    coverMiddle(covered, Digits(digits));
    return covered;
}

QString maskText(const QString &text)
{
    if (!mayHoldNumber(text))
        return text;
    if (isPlainNumber(text))
        return maskNumber(text); // as one run
    QString covered = text;
    for (qsizetype at = 0; at < text.size();) {
        const DigitRun run = nextNumberRun(text, at);
        if (run.size() >= FewestDigits)
            coverRun(covered, text, Digits(run));
    }
    return covered;
}

} // namespace callboard
