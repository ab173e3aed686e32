// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/call_record.h"
#include "store/table/packed_rows.h"

#include <QHash>
#include <QSqlQuery>
#include <QString>

namespace callboard {

/// How a CallRecord stands in the table `call`. Pure mapping: the head of a customer row is looked up by the caller.
namespace CallRow {

/// "SELECT every column, then row_head.head, FROM call LEFT JOIN row_head"; readCall() reads such a row.
QString selectText();
CallRecord readCall(const QSqlQuery &query);
/// The same for lists; `heads` remembers the customer columns of rows before, by their row_head_id.
CallRecord readCall(const NativeStatement &row, QHash<qint64, QStringList> &heads);
/// The same for rows packed by another thread, with these kinds of columns.
CallRecord readCall(const PackedRow &row, QHash<qint64, QStringList> &heads);
QByteArrayView packedKinds();

/// Statements for one row; bindCall() fills all but what is last: call_uuid and id of an insert, id of an update.
QString insertText();
QString updateText();
/// Statement that writes only parts, arrivals, journal numbers and conflicts; bindArrival() fills it wholly.
QString updateArrivalText();
void bindArrival(NativeStatement &statement, const CallRecord &call);

void bindCall(NativeStatement &statement, const CallRecord &call, qint64 headId);

/// A list of texts as the compact JSON that the store keeps; "" for an empty list.
QString listText(const QStringList &list);
QStringList readList(const QString &text);

} // namespace CallRow
} // namespace callboard
