// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/protocol/call_fields.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace callboard {

/// Said by a reader that found something which no field holds.
struct Unreadable
{ };

/// What a push says about one field, whichever reader found it: null, a text, a whole number, another number, a list.
/// Internal to the readers of pushes. All functions here are pure; any thread.
using FieldValue = std::variant<std::monostate, Unreadable, QString, qint64, double, QStringList>;

/// The text with U+FFFD for NUL and lone surrogates, which no database should hold.
QString storableText(QString text);

/// True for text that says nothing: empty, or only white space.
bool isBlank(QStringView text);

/// The value as text; nothing for null, the unreadable, lists, and numbers whose digits did not survive the reading.
std::optional<QString> toText(FieldValue &&value);

/// The most bytes of UTF-8 in a field that stands in an index of a store: such an entry has a limit, and cutting would
/// make one call or campaign of two. Only what arrives is measured by it: stored messages may be from before it.
inline constexpr int MostIndexedBytes = 500;
bool isTooLongKey(QStringView text);
/// The first field that stands in an index and is longer than that, or null.
const FieldInfo *tooLongField(const CallFields &fields);

/// Puts a value into its field and notes it as said, unless it is unset: null, blank, or a time of 0 or less.
/// False, and nothing changed, when the value can't be converted to what the field holds.
bool assignField(CallFields &fields, const FieldInfo &info, FieldValue &&value);

} // namespace callboard
