// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/paper/paper_document.h"

#include <optional>

namespace callboard {

/// Columns that stand beside each other on a page, with their widths in dots. Where not all fit, there are several
/// bands, each beginning with the table's first column.
struct PaperBand
{
    QList<int> columns;
    QList<double> widths;
    double width() const;
};

namespace paper {

inline constexpr double CellPadding = points(4.4); ///< left and right of a cell's text

/// All columns in one band: as wide as their contents where there is room, otherwise with texts broken into lines.
/// Nothing where numbers would be cut, or texts get less than `ease` (0: the narrowest, 1: all) of the room that they
/// ask for.
std::optional<PaperBand> oneBand(const PaperTable &table, double width, double ease, const Meters &meters);

/// As few bands as possible, filled evenly.
QList<PaperBand> severalBands(const PaperTable &table, double width, const Meters &meters);

} // namespace paper

} // namespace callboard
