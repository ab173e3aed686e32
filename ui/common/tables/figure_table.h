// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/filter/call_filter.h"

#include <QColor>
#include <QList>
#include <QString>

#include <optional>

namespace callboard {

/// A small coloured field with a word, such as one try of a contact.
struct FigureChip
{
    QString text;
    QColor color;
    bool isFilled = false; ///< otherwise only its edge is drawn
    friend bool operator==(const FigureChip &, const FigureChip &) = default;
};

/// One cell of a table of figures.
struct FigureCell
{
    QString text;
    double sort = 0; ///< what the column is sorted by; equal ones go by their text
    double heat = 0; ///< 0 … 1: how strongly the cell is coloured
    double bar = -1; ///< 0 … 1: a bar beside the text; below 0 none
    QString tip{}; ///< numerator, denominator, meaning
    std::optional<CallFilter> calls{}; ///< exactly the calls that the figure counts; nothing: it leads nowhere
    qint64 count = -1; ///< how many calls `calls` selects; -1 where the cell shows something else
    QList<FigureChip> chips{}; ///< drawn instead of the text, which stays for sorting, copying and reading aloud
};

struct FigureColumn
{
    QString id; ///< what makes it the same column in a later table
    QString title;
    QString tip{};
    bool isNumber = true;
    QColor tint{}; ///< colour of the heat; invalid: neutral
    bool isMarked = false; ///< the header shows the tint
    QString word{}; ///< a second line of the header, in small type
};

struct FigureRow
{
    QString key; ///< what makes it the same row in a later table
    QString title; ///< shown beside the row where the view has room for it
    QString tip{};
    bool isTotal = false; ///< in bold; stays below the others, however they are sorted
    bool isOnTop = false; ///< a total that stays above them, so that no scrolling hides it
    QList<FigureCell> cells{};
};

/// All that a table shows: a plain value, replaced as a whole.
struct FigureTable
{
    QList<FigureColumn> columns;
    QList<FigureRow> rows;
    QString emptyReason{}; ///< said instead of an empty table
};

} // namespace callboard
