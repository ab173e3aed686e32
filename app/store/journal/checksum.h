// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QtGlobal>

namespace callboard {

/// A checksum of 64 bits over numbers and bytes, in the order in which they are added; the same on every machine, so
/// that it can be stored. Every change within eight neighbouring bytes of one piece is found for certain, any other but
/// for one in 2^64. It protects against damage, not against somebody who changes both. A value; any thread.
class Checksum
{
public:
    Checksum &add(qint64 number);
    Checksum &add(QByteArrayView bytes);
    qint64 value() const; ///< never 0, which stands for "none"

private:
    void mix(quint64 word);
    quint64 m_state = 0;
};

} // namespace callboard
