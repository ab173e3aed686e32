// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/filter/call_filter.h"

#include <QJsonArray>
#include <QJsonObject>

namespace callboard {

/// A filter as JSON for settings and schedules: only what restricts is written. Choices are written by name alone;
/// whoever uses the filter resolves them (record/filter/call_choices.h). Pure functions.
QJsonObject filterToJson(const CallFilter &filter);
CallFilter filterFromJson(const QJsonObject &object);

QJsonArray rangeToJson(const TimeRange &range);
TimeRange rangeFromJson(const QJsonValue &value);

} // namespace callboard
