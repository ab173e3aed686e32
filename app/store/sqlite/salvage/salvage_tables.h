// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/connection.h"
#include "store/sqlite/pages/page_cells.h"

namespace callboard {

/// A table of today's schema, as its rows stand in pages: what a page belongs to can be told from it, where nothing
/// else tells any more.
struct SalvageTable
{
    struct Column
    {
        QString name;
        CellValue::Kind kind = CellValue::Kind::Integer;
        bool isRowId = false; ///< kept as NULL: the row's number stands beside the values
    };
    QString name;
    QList<Column> columns;
    qsizetype fewest = 0; ///< columns that rows of every step have; those behind came later and have presets
    bool hasRowIds = true; ///< else it is kept like an index
    qint64 root = 0; ///< in a fresh store

    bool fits(const CellRecord &record) const;
    /// "INSERT INTO name (columns) VALUES (?, …)" of so many columns.
    QString insertText(qsizetype columnCount) const;
};

/// The tables of a fresh store. Throws StoreError.
QList<SalvageTable> salvageTables(Connection &fresh);

/// True for a table whose rows are made from the calls and the journal.
bool isMadeAnew(const QString &table);
/// What a person calls a table whose rows a salvage brings as they are, such as "audit log", in the program's language.
QString salvageName(const QString &table);

} // namespace callboard
