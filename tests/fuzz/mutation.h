// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QRandomGenerator>

namespace callboard {

/// One small damage: a word put in, bytes taken out, the end cut off, a piece of another seed or of itself, one byte.
/// `words` are bytes that mean something to the reader.
inline QByteArray mutated(QByteArray body, const QList<QByteArray> &seeds, const QList<QByteArray> &words,
                          QRandomGenerator &random)
{
    const auto anywhere = [&] { return random.bounded(static_cast<int>(body.size()) + 1); };
    switch (random.bounded(6)) {
    case 0:
        return body.insert(anywhere(), words[random.bounded(static_cast<int>(words.size()))]);
    case 1:
        return body.remove(anywhere(), 1 + random.bounded(8));
    case 2:
        return body.left(anywhere());
    case 3:
        return body.left(anywhere()) + seeds[random.bounded(static_cast<int>(seeds.size()))].mid(random.bounded(40));
    case 4:
        return body.insert(anywhere(), body.mid(anywhere(), random.bounded(60)));
    default:
        if (!body.isEmpty())
            body[random.bounded(static_cast<int>(body.size()))] = static_cast<char>(random.bounded(256));
        return body;
    }
}

} // namespace callboard
