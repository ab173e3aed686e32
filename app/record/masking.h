// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call_record.h"

#include <QString>

namespace callboard {

/// Whether personal data is shown. Masked everywhere until someone reveals it (DESIGN, promise 7).
enum class Privacy : quint8 { Masked, Revealed };

/// A phone number with its middle covered: "19900000001" becomes "199****0001". Short ones are covered wholly.
QString maskNumber(const QString &number);

/// Free text with every run of 7 or more digits (also spaced, hyphenated or full-width ones) covered as a number.
QString maskText(const QString &text);

/// Copies with everything personal covered: caller, callee, and numbers in the customer row and unknown fields.
CallRecord masked(CallRecord call);

/// A raw JSON body for display, numbers in its strings and long bare numbers of phone fields covered. Times, uuids and
/// ids of the protocol stay readable. A body that is no JSON is masked as text.
QString maskBody(const QByteArray &body);

} // namespace callboard
