// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace callboard {

/// A figure that is cut is another figure: columns of figures, the right aligned ones, are as wide as their widest one,
/// and texts give way. All in px. GUI thread.

/// The width that the figures of these rows need in a column, with what the style leaves free beside them; 0 where it
/// holds none.
int widthOfFigures(const QTableView &view, int column, int firstRow, int lastRow);
/// Widens the columns whose figures in these rows would be cut. What a person made wider stays.
void growForFigures(QTableView &view, int firstRow, int lastRow);

} // namespace callboard
