// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/charts/chart_data.h"

#include <QFrame>

class QAction;
class QLabel;
class QMenu;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace callboard {

class ChartActions;
class ChartView;
class FigureTableModel;
class Format;
class Theme;

/// A chart in its frame: title, chart, and a menu with the table twin, the series, pictures and the clipboard.
class ChartPanel : public QFrame
{
    Q_OBJECT
public:
    ChartPanel(const Theme &theme, const Format &format, QWidget *parent = nullptr);

    void setTitle(const QString &title); ///< also the accessible name
    /// What a picture says below the title: the period, and whose calls it shows.
    void setCaption(const QString &caption);
    void setLegendVisible(bool visible);
    /// Shows the data; the part that is not visible (table or chart) does no work.
    void setData(const ChartData &chartData);
    ChartView &view() const { return *m_view; }
    ChartActions &actions() const { return *m_actions; }
    bool isTable() const;
    void setTable(bool table);

Q_SIGNALS:
    void clicked(int first, int last, int series); ///< see ChartView::clicked()
    void exportRequested(); ///< "Export…" was chosen

protected:
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void makeMenu();
    void listSeries();
    void makeTable();
    void retranslate();

    const Format &m_format;
    ChartView *m_view;
    FigureTableModel *m_tableModel;
    QTableView *m_table;
    QStackedWidget *m_stack;
    QLabel *m_title;
    QToolButton *m_menuButton;
    QMenu *m_seriesMenu;
    QAction *m_tableAction;
    ChartActions *m_actions;
    QAction *m_exportAction;
};

} // namespace callboard
