// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/call_record.h"

#include <QString>

namespace callboard {

/// Whether personal data is shown. Masked everywhere until someone reveals it (README, promise 7).
enum class Privacy : quint8 { Masked, Revealed };

/// A phone number with its middle covered: "19900000001" becomes "199****0001". At least three digits are covered; one
/// of seven digits or fewer is covered wholly. Masking what is masked changes nothing (true of all functions here).
QString maskNumber(const QString &number);

/// Free text with every number of 7 or more digits covered, however it is written: digits of any script, circled,
/// raised, Chinese or escaped (%31, \u0031), with up to four signs between two of them, none of them a letter or a
/// quote. Names, short numbers, dates, times of day and amounts (2026-11-22, 9:00, 12,345.67) stay. Not found: numbers
/// in words, letters in the place of digits or between them.
QString maskText(const QString &text);
/// False where maskText() would find nothing, which costs little to tell.
bool mayHoldNumber(QStringView text);

/// An id or a name with what is exactly a phone number covered: a mobile number, a fixed line with its area code, one
/// with a plus sign. Other digits stay, because ids have to be told apart and looked up: short numbers, long ones,
/// dates, and digits inside a longer number or a hexadecimal key.
QString maskId(const QString &id);
/// False where maskId() would find nothing, which costs little to tell.
bool mayHoldPhone(QStringView text);

/// Whether a bare number is a phone number (a mobile one, or its negative) rather than a count, a length or a time.
bool looksLikePhone(qint64 number);
/// Whether the value of a field that holds a count, a length or a time may be a phone number instead: a mobile one,
/// whatever the field, and more digits than a count or a length has.
bool looksLikePhone(const FieldInfo &info, qint64 value);

/// The fields with maskId() done to all texts, and without the counts and times that are phone numbers.
CallFields maskedIds(CallFields fields);

/// A copy with everything personal covered: caller, callee, and numbers in the customer row, the result's description
/// and unknown fields (their names too); in all other fields what is exactly a phone number (maskedIds()). Of customer
/// columns of these names the whole value is covered.
CallRecord masked(CallRecord call, const QStringList &personalColumns = {});

/// A raw JSON body for display, with the numbers in its texts, names and bare numbers covered. Times, uuids and ids of
/// the protocol stay readable while they are plain values and no phone numbers. Of customer columns of these names the
/// whole value is covered; in a body that is no JSON (torn off, broken, a form) the customer row as a whole, and what
/// stands behind their names.
QString maskBody(const QByteArray &body, const QStringList &personalColumns = {});

/// What stands for a value that is covered wholly: it does not tell how long the value is.
inline constexpr QStringView WhollyCovered{u"***"};

} // namespace callboard
