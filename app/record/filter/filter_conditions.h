// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/masking.h"
#include "record/filter/call_filter.h"

#include <QJsonValue>
#include <QTimeZone>
#include <QVariantList>

#include <functional>
#include <span>

/// The one table of a filter's conditions. Settings, queries, chips, heads of reports and the controls of the page
/// Calls read its rows. Values and pure functions; any thread.
namespace callboard {

/// How a filter is put into words.
struct FilterWordsContext
{
    QTimeZone zone = QTimeZone::systemTimeZone();
    Privacy privacy = Privacy::Masked;
    QStringList personalColumns{}; ///< while masked, values of these customer columns are covered wholly
    std::function<QString(const QString &taskId)> taskName{}; ///< empty: the id
    std::function<QString(const QString &code)> resultName{}; ///< empty: the catalogue's word
};

/// A member of a filter, whatever its type.
struct FilterMember
{
    bool (*isSet)(const CallFilter &); ///< restricts
    void (*clear)(CallFilter &);
    void (*copy)(const CallFilter &from, CallFilter &to);
    QJsonValue (*toJson)(const CallFilter &);
    void (*read)(const QJsonValue &, CallFilter &);
    QVariantList (*values)(const CallFilter &); ///< as a query binds them; none of a member that is on or off
    bool (*isNo)(const CallFilter &); ///< a member of yes or no that is no
};

/// The control that the page Calls has for a condition.
enum class FilterEditor : quint8 { None, Text, Results, YesNo, Seconds, Switch };

struct FilterControl
{
    quint8 place = 0; ///< among the controls; 0: it has none
    FilterEditor editor = FilterEditor::None;
    const char *name = nullptr; ///< of the widget
    const char *caption = nullptr; ///< placeholder, first entry, or the text of a switch; context "FilterControls"
    const char *meaning = nullptr; ///< for screen readers, and the tip of a switch
    int width = 36; ///< of a text's, in units of the theme
};

/// One row. English sources of the context "FilterWords".
struct FilterCondition
{
    QLatin1StringView word; ///< in settings, stores and schedules: never rename
    FilterMember member;
    const char *label = nullptr; ///< %1 is the value; null: the value alone, or no text
    const char *labelIfNo = nullptr;
    QString (*value)(const CallFilter &, const FilterWordsContext &) = nullptr;
    /// Over the columns of `call`; %1 stands for a list of placeholders, {talk} for the talk time, {outbound},
    /// {inbound}, {awaiting}, {settled} and {parts} for the tests of call_sql.h. Null: see drill_sql.h
    const char *sql = nullptr;
    const char *sqlIfNo = nullptr;
    QVariantList (*bound)(const CallFilter &) = nullptr; ///< null: the member's values
    FilterControl control{};
    bool namesPersons = false; ///< numbers, and what stands in customers' columns
};

/// All conditions, in the order of their texts.
std::span<const FilterCondition> filterConditions();

} // namespace callboard
