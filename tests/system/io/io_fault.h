// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io_control.h"

#include <QRandomGenerator>
#include <QString>

#include <array>
#include <cerrno>

/// One way to fail.
struct Fault
{
    callboard::io::Kind kind = callboard::io::Write;
    quint64 at = 1;
    int error = EIO;
    bool forEver = false;
    QString words() const;
};

/// Any of the operations that a run without faults made.
Fault someFault(const std::array<quint64, callboard::io::KindCount> &counts, QRandomGenerator &random);
