// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/journal/checksum.h"

#include <QtEndian>

#include <array>
#include <cstring>

namespace callboard {

namespace {

constexpr quint64 Odd = 0x9E37'79B9'7F4A'7C15ULL;
constexpr qsizetype WordBytes = sizeof(quint64);

} // namespace

/// Every step can be undone when the word is known, and the other way round: so one changed word changes all that
/// follows.
void Checksum::mix(quint64 word)
{
    m_state = (m_state ^ word) * Odd;
    m_state ^= m_state >> 32;
}

Checksum &Checksum::add(qint64 number)
{
    mix(static_cast<quint64>(number));
    return *this;
}

Checksum &Checksum::add(QByteArrayView bytes)
{
    qsizetype at = 0;
    for (; at + WordBytes <= bytes.size(); at += WordBytes)
        mix(qFromLittleEndian<quint64>(bytes.data() + at));
    std::array<char, WordBytes> rest{};
    if (at < bytes.size())
        std::memcpy(rest.data(), bytes.data() + at, static_cast<std::size_t>(bytes.size() - at));
    mix(qFromLittleEndian<quint64>(rest.data()));
    return add(qint64(bytes.size()));
}

qint64 Checksum::value() const
{
    const auto sum = static_cast<qint64>(m_state);
    return sum == 0 ? 1 : sum;
}

} // namespace callboard
