// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/tables/copied_table.h"
#include "ui/common/tables/figure_table_model.h"

#include <QFrame>
#include <QTableView>

class QAction;
class QHBoxLayout;
class QLabel;
class QSettings;
class QToolButton;

namespace callboard {

class FigureHeader;
class Theme;

/// A table of figures. A click or Enter on a figure asks for its calls; Ctrl+Enter, or a click on the row's title, asks
/// for the row itself; Ctrl+C copies the selected cells, or the whole table, as text with tabs. GUI thread.
class FigureTableView : public QTableView
{
    Q_OBJECT
public:
    explicit FigureTableView(const Theme &theme, QWidget *parent = nullptr);

    FigureTableModel &figures() const { return *m_model; }
    /// Replaces the table; selection and scroll position stay.
    void setTable(const FigureTable &table);
    void setTallHeader(bool tall);
    /// Titles of the rows in a column of their own that never scrolls away.
    void setRowTitles(bool shown, int width = 0);
    /// Width of every column (0: by contents) and whether they share what is left.
    void setColumnWidths(int width, bool stretched = false);
    void setColumnWidth(const QString &id, int width);
    /// A width in which the words of the tall header are whole, inside these bounds.
    int widthForWords(int least, int most) const;
    using QTableView::setColumnWidth;
    /// The whole table with its headers, tab separated; what is masked on the screen is masked here.
    QString text(bool onlySelected) const;
    CopiedTable copied(bool onlySelected) const;
    void copyAll() const; ///< the whole table into the clipboard
    void saveSorting(QSettings &settings, const QString &key) const;
    void restoreSorting(QSettings &settings, const QString &key);

Q_SIGNALS:
    void callsRequested(const callboard::CallFilter &filter);
    void rowRequested(const QString &key);
    void sortedByUser();
    void exportRequested(); ///< "Export…" of the context menu

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void openCell(const QModelIndex &index);
    void openRow(int row);
    int widthByContents(int column) const;
    int widthOfFigures(int column) const;
    void applyWidths();
    void growForFigures();
    void copy();

    const Theme &m_theme;
    FigureTableModel *m_model;
    FigureHeader *m_header;
    QHash<QString, int> m_widths;
    int m_width = 0;
    bool m_isStretched = false;
};

/// A table in the frame that charts have: a title, a line of explanation, the table, room for controls beside the
/// title, and a menu.
class FigurePanel : public QFrame
{
    Q_OBJECT
public:
    explicit FigurePanel(const Theme &theme, QWidget *parent = nullptr);
    FigureTableView &view() const { return *m_view; }
    void setTitle(const QString &title); ///< also the table's accessible name
    void setNote(const QString &note); ///< empty: no line
    QString title() const;
    void addControl(QWidget *control); ///< right of the title

Q_SIGNALS:
    void exportRequested();

private:
    void makeMenu();

    FigureTableView *m_view;
    QLabel *m_title, *m_note;
    QHBoxLayout *m_head;
    QToolButton *m_menuButton;
    QAction *m_copyAction, *m_exportAction;
};

} // namespace callboard
