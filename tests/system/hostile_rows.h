// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QList>
#include <QUrl>

/// One row of tests/data/hostile_http.tsv, which says what its columns mean.
struct HostileRow
{
    enum class End { Kept, Closed, Fin };

    QByteArray name;
    QByteArrayList statuses; ///< such as 200, or 200h for an answer without a body
    End end = End::Kept;
    int stored = 0;
    QByteArrayList parts; ///< what is sent; before each further part the next answer is awaited
    bool hasToken = false; ///< for a receiver with a token
    bool beforeTls = false; ///< goes to a TLS port as it is
};

/// How a row's bytes reach the receiver.
enum class Pieces { Whole, Halves, Bytes };

/// All rows. Ends the test where one can't be read.
QList<HostileRow> hostileRows(const QByteArray &table);

/// Sends a row to the receiver at the URL; what went otherwise than the row says, or nothing.
QByteArray faultOf(const HostileRow &row, const QUrl &url, Pieces pieces);
