// SPDX-License-Identifier: GPL-3.0-or-later
#include "io_fault.h"

#include <QList>

#include <cstring>

using namespace callboard::io;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array Errors{EIO, ENOSPC, EDQUOT, EROFS, EMFILE, EINTR, EACCES};
constexpr std::array KindNames{"open", "write", "sync", "rename", "truncate", "unlink"};

} // namespace

QString Fault::words() const
{
    return u"%1 number %2: %3%4"_s.arg(QLatin1StringView(KindNames[kind]))
        .arg(at)
        .arg(QString::fromLocal8Bit(std::strerror(error)), forEver ? u", from then on"_s : QString());
}

Fault someFault(const std::array<quint64, KindCount> &counts, QRandomGenerator &random)
{
    QList<Kind> kinds;
    for (size_t kind = 0; kind < KindCount; ++kind) {
        if (counts[kind] > 0)
            kinds.append(static_cast<Kind>(kind));
    }
    Fault fault;
    fault.kind = kinds.at(random.bounded(static_cast<int>(kinds.size())));
    fault.at = 1 + random.bounded(counts[fault.kind]);
    fault.error = Errors[random.bounded(static_cast<int>(Errors.size()))];
    fault.forEver = fault.error != EINTR && random.bounded(2) == 0; // who is interrupted for ever may try for ever
    return fault;
}
