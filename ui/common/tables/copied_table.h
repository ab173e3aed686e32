// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

class QAbstractItemModel;
class QMimeData;

namespace callboard {

/// A table on its way to the clipboard: display texts, so that what is covered on the screen is covered there too.
struct CopiedTable
{
    QString title, note; ///< above the table where formatted text is pasted; may be empty
    QStringList heads; ///< empty: cells without their headers
    QList<QStringList> rows;
    QList<bool> isNumber; ///< a column
};

/// One cell of tabbedText().
QString tabbedCell(const QString &text, bool isNumber);
/// Text with tabs. Texts of the platform can't start a formula and keep their digits where a spreadsheet takes them
/// (see spreadsheetText()); times and figures stand as they are shown.
QString tabbedText(const CopiedTable &table);
/// The same for programs that take formatted text. Nothing in it is a link or a formula.
QString htmlText(const CopiedTable &table);
/// Both forms.
std::unique_ptr<QMimeData> mimeData(const CopiedTable &table);
void copyToClipboard(const CopiedTable &table);

/// All of a model as it is shown; columns that stand to the right are numbers. `columns` in the order wanted; empty:
/// all.
CopiedTable copiedTable(const QAbstractItemModel &model, QList<int> columns = {});

} // namespace callboard
