// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/call/written_dates.h"

#include <algorithm>
#include <numeric>

namespace callboard {

namespace {

/// Reads what stands side by side, one piece after the other.
class Pieces
{
public:
    Pieces(QStringView text, Digits digits)
        : m_text(text)
        , m_digits(digits)
    { }

    qsizetype read() const { return m_read; }
    /// What stands before the next piece, if that is one character. Behind the last one, the character there.
    QChar sign() const
    {
        const qsizetype at = m_read > 0 ? m_digits[m_read - 1].to : m_digits.front().from - 1;
        const bool isOne = m_read == 0 || m_read == std::ssize(m_digits) || m_digits[m_read].from == at + 1;
        return isOne && at >= 0 && at < m_text.size() ? m_text[at] : QChar();
    }
    /// The next piece, with so many digits and within these bounds; -1, and it stays the next, where it differs.
    int number(qsizetype fewest, qsizetype most, int from, int to)
    {
        const qsizetype size = pieceSize(m_digits.subspan(m_read));
        if (size < fewest || size > most)
            return -1;
        const Digits piece = m_digits.subspan(m_read, size);
        const auto isCovered = [](const Digit &digit) { return digit.value == Digit::Covered; };
        const int value = std::accumulate(piece.begin(), piece.end(), 0,
                                          [](int sum, const Digit &digit) { return sum * 10 + digit.value - '0'; });
        if (value < from || value > to || std::any_of(piece.begin(), piece.end(), isCovered))
            return -1;
        m_read += size;
        return value;
    }

private:
    QStringView m_text;
    Digits m_digits;
    qsizetype m_read = 0;
};

bool isOneOf(QChar c, QStringView signs)
{
    return !c.isNull() && signs.contains(c);
}

qsizetype date(Pieces pieces)
{
    constexpr QStringView Signs = u"-/.";
    if (isOneOf(pieces.sign(), Signs) || pieces.number(4, 4, 1900, 2099) < 0)
        return 0;
    const QChar sign = pieces.sign();
    if (!isOneOf(sign, Signs) || pieces.number(1, 2, 1, 12) < 0 || pieces.sign() != sign)
        return 0;
    return pieces.number(1, 2, 1, 31) < 0 || isOneOf(pieces.sign(), Signs) ? 0 : pieces.read();
}

qsizetype timeOfDay(Pieces pieces)
{
    constexpr QStringView Colons = u":\xFF1A";
    if (isOneOf(pieces.sign(), Colons) || pieces.number(1, 2, 0, 23) < 0 || !isOneOf(pieces.sign(), Colons)
        || pieces.number(2, 2, 0, 59) < 0)
        return 0;
    if (isOneOf(pieces.sign(), Colons) && pieces.number(2, 2, 0, 59) >= 0 && pieces.sign() == u'.')
        pieces.number(1, 3, 0, 999);
    return isOneOf(pieces.sign(), Colons) ? 0 : pieces.read();
}

qsizetype amount(Pieces pieces)
{
    constexpr QStringView Signs = u",.";
    if (isOneOf(pieces.sign(), Signs) || pieces.number(1, 3, 0, 999) < 0 || pieces.sign() != u','
        || pieces.number(3, 3, 0, 999) < 0 || pieces.sign() != u'.' || pieces.number(2, 2, 0, 99) < 0)
        return 0;
    return isOneOf(pieces.sign(), Signs) ? 0 : pieces.read();
}

} // namespace

qsizetype pieceSize(Digits digits)
{
    const auto gap = std::adjacent_find(digits.begin(), digits.end(),
                                        [](const Digit &left, const Digit &right) { return left.to != right.from; });
    return gap == digits.end() ? std::ssize(digits) : gap - digits.begin() + 1;
}

qsizetype dateOrAmount(QStringView text, Digits digits)
{
    const Pieces pieces(text, digits);
    const qsizetype size = std::max(date(pieces), timeOfDay(pieces));
    return size > 0 ? size : amount(pieces);
}

} // namespace callboard
