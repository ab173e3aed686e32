// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace callboard {

/// The two messages that the platform may push for one call. Told apart by the presence of `task_row_index`
/// (specification, second paragraph), never by `direction`. Bits of CallParts.
enum class Part : quint8 { Basic = 1, Outbound = 2 };

/// Which of a call's messages have come: a mask, asked by name. Its number is stored in `call.parts` and in saved
/// filters: never renumber. In SQL the same tests are in call_sql.h.
class CallParts
{
public:
    constexpr CallParts() = default;
    constexpr CallParts(Part part)
        : m_bits(static_cast<quint8>(part))
    { }
    static constexpr CallParts both() { return CallParts(Part::Basic) | Part::Outbound; }
    static constexpr CallParts fromStored(qint64 bits) { return CallParts(static_cast<quint8>(bits & Mask)); }
    constexpr int stored() const { return m_bits; }

    constexpr bool isEmpty() const { return m_bits == 0; }
    constexpr bool has(Part part) const { return (m_bits & static_cast<quint8>(part)) != 0; }
    constexpr bool hasOutbound() const { return has(Part::Outbound); }
    constexpr bool isBasicOnly() const { return *this == CallParts(Part::Basic); }
    constexpr bool isOutboundOnly() const { return *this == CallParts(Part::Outbound); }
    constexpr bool isBoth() const { return *this == both(); }

    /// What stands for these parts, of one value for each combination.
    template <typename Value>
    constexpr Value select(Value none, Value basicOnly, Value outboundOnly, Value both) const
    {
        return isBoth() ? both : isOutboundOnly() ? outboundOnly : isBasicOnly() ? basicOnly : none;
    }

    friend constexpr CallParts operator|(CallParts parts, Part part)
    {
        return CallParts(static_cast<quint8>(parts.m_bits | static_cast<quint8>(part)));
    }
    friend constexpr bool operator==(CallParts, CallParts) = default;

private:
    static constexpr quint8 Mask = static_cast<quint8>(Part::Basic) | static_cast<quint8>(Part::Outbound);
    constexpr explicit CallParts(quint8 bits)
        : m_bits(bits)
    { }

    quint8 m_bits = 0;
};

} // namespace callboard
