// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaign/calling_hours.h"

/// Calling hours as people write them. Pure; any thread.
namespace callboard {

/// In the language of the program, such as "Mon–Fri 09:00–12:00, 13:30–18:00; Sat 10:00–16:00". Empty where nothing is
/// said. readCallingHours() reads it back in either language.
QString callingHoursText(const CallingHours &hours);

/// Reads what people write: parts divided by semicolons or line breaks, each with days and one or more times. Days in
/// English ("Mon-Fri", "Sat, Sun", "daily", "workdays", "weekend"), in Chinese ("周一至周五", "星期六、日", "每天",
/// "工作日", "周末") or as numbers ("1-5", Monday is 1); none for every day. An end that is not after its beginning
/// lies on the next day. A JSON text as CallingHours writes it is read too, and an empty text says nothing. On failure
/// returns nothing and says why, in the language of the program, in *error (may be null).
std::optional<CallingHours> readCallingHours(const QString &text, QString *error = nullptr);

} // namespace callboard
