// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaign/delimited_text.h"

#include <array>

/// The line of a list that names its columns. Pure; any thread.
namespace callboard {

enum class TaskColumn : quint8 { TaskId, Alias, ListSize, CallingHours, SuccessRule };
inline constexpr std::size_t TaskColumnCount = 5;

/// Where the columns of a list stand.
struct TaskColumns
{
    std::array<int, TaskColumnCount> places{-1, -1, -1, -1, -1}; ///< -1: not there
    QStringList ignored; ///< heads that mean nothing here, cut, a few of them
    QString repeated; ///< a head that names a column a second time; empty: none
    int cells = 0; ///< of the line; there are no columns behind them

    int placeOf(TaskColumn column) const { return places[static_cast<std::size_t>(column)]; }
    QString cell(const DelimitedRow &row, TaskColumn column) const { return row.cells.value(placeOf(column)); }
    int known() const; ///< how many columns are there
};

/// The columns that a line names, by our names or by Chinese ones, whatever stands around them: blanks, line breaks,
/// marks, "必填", a unit in brackets; also traditional and full-width. Nothing when none of them is the task_id.
std::optional<TaskColumns> columnsOf(const QStringList &heads);

/// The heads of two lines as one: what is above names a group of columns where it goes on to the right.
QStringList joinedHeads(const QStringList &above, const QStringList &below);

} // namespace callboard
