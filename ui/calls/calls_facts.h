// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/masking.h"
#include "store/read/queries.h"
#include "text/format.h"

#include <QList>
#include <QStringList>

/// What the detail of a call says, as plain rows of text: no widgets, so that it can be tested by comparing.
namespace callboard {

/// Everything about one call that the detail shows.
struct CallDetail
{
    CallRecord call;
    RawMessages raw;
    QList<CallRecord> tries; ///< of the same contact, oldest first, this call among them
    qint64 allTries = 0; ///< of which `tries` are the ones next to the call
};

/// The plain words for a field of the protocol, in the language of the program.
QString fieldWords(Field field);

/// Rows of {protocol name, plain words, value}; first the protocol's fields, then unknown ones.
QList<QStringList> fieldRows(const CallRecord &call, const Format &format);

/// Rows of {what, from the times, as pushed, what the pushed one counts}.
QList<QStringList> durationRows(const CallRecord &call, const Format &format);

/// Rows of {column, value}, also where head and values differ in length.
QList<QStringList> customerRows(const CallRecord &call);

/// One sentence per anomaly; contradictions name the fields.
QStringList anomalySentences(const CallRecord &call);

/// A raw message for reading: covered, or as it was received.
QString rawText(const RawMessage &message, Privacy privacy, const QStringList &personalColumns);

/// The heading of a raw message: when it arrived and from where, or why it is not there. `came`: the call has it.
QString messageTitle(const QString &name, const RawMessage &message, bool came, const Format &format);

} // namespace callboard
