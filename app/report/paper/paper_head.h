// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/paper/paper_layout.h"

namespace callboard::paper {

/// A sheet with these margins. The head's height follows from the document's facts.
PaperSheet sheetFor(const QSizeF &sizeInDots, const QMarginsF &marginsInDots, const PaperDocument &document,
                    const Meters &meters);

/// What is said on every page: the facts on one line.
QString headLine(const PaperDocument &document);
/// The lines of it that pages show; the rest is on the first page, and said to be.
QStringList headLines(const PaperDocument &document, double width, const Meters &meters);

/// A fact of the first page's head, where two may stand beside each other.
struct PlacedFact
{
    qsizetype fact;
    QRectF place;
};
QList<PlacedFact> placedFacts(const PaperDocument &document, const QRectF &area, const Meters &meters);
inline constexpr double FactName = points(74); ///< width of a fact's name with the gap behind it
QStringList factNameLines(const QString &name, const Meters &meters);
double titleHeight(const PaperDocument &document, double width, const Meters &meters);

} // namespace callboard::paper
