// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/tables/copied_table.h"

#include <QObject>

class QAction;
class QTableView;

namespace callboard {

/// Gives a table "Copy" (Ctrl+C: the selected cells) and "Copy table" (all of it with its headers), as shown: hidden
/// columns stay out, moved ones keep their place. Where the view has no menu of its own, both stand in its context
/// menu. Lives as a child of the view. GUI thread; for tables whose rows are all loaded.
class TableCopier : public QObject
{
    Q_OBJECT
public:
    explicit TableCopier(QTableView &view);

    QAction *copyAction() const { return m_copy; }
    QAction *copyTableAction() const { return m_copyTable; }
    CopiedTable table() const;
    CopiedTable selection() const; ///< the smallest rectangle around what is selected; other cells in it are empty

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QList<int> shownColumns() const;

    QTableView &m_view;
    QAction *m_copy, *m_copyTable;
};

} // namespace callboard
