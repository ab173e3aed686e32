// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace callboard {
class Dialect;
}

/// The definitions of what is counted, as SQL over the columns of `call`: written apart from the code that counts while
/// calls arrive, so that `verify` compares two independent answers.
namespace callboard::RecountSql {

/// The row of `rollup` to which a call belongs, and what it adds: "SELECT quarter, …, talk_9 FROM call GROUP BY …".
/// `of`, a condition, chooses the calls.
QString rollups(const QString &of = QStringLiteral("TRUE"));

/// "SELECT contact_id, attempts, …, last_answered": every contact counted from its calls.
/// `of`, a condition, chooses the calls, by their contacts.
QString contacts(const Dialect &dialect, const QString &of);

/// The moment from which on calls are kept (see kept_calls.h), as an expression; 0: all are.
QString keptSince();

/// One number each, with the calls that are no longer kept: the counters `calls` and `awaiting` of the table `meta`.
QString countOfCalls();
QString countOfAwaiting();

/// Talk time in ms, as CallRecord::talkMs().
QString talk();

/// Counts the contact whose id is bound again from its calls.
QString recountContact(const Dialect &dialect);

} // namespace callboard::RecountSql
