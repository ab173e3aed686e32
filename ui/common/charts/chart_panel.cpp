// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/charts/chart_panel.h"

#include "ui/common/charts/chart_actions.h"
#include "ui/common/charts/chart_view.h"
#include "ui/common/tables/figure_table_model.h"
#include "ui/common/tables/table_copier.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"

#include <QContextMenuEvent>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int HeadHeight = 8 * Theme::Unit;

} // namespace

ChartPanel::ChartPanel(const Theme &theme, const Format &format, QWidget *parent)
    : QFrame(parent)
    , m_format(format)
    , m_view(new ChartView(theme, format))
    , m_tableModel(new FigureTableModel(this))
    , m_table(new QTableView)
    , m_stack(new QStackedWidget)
    , m_title(new PlainLabel)
    , m_menuButton(new QToolButton)
    , m_seriesMenu(new QMenu(this))
    , m_tableAction(new QAction(this))
    , m_actions(new ChartActions(*m_view, theme, format, this))
    , m_exportAction(new QAction(this))
{
    setProperty("styleClass", u"panel"_s);
    m_title->setProperty("styleClass", u"title"_s);
    makeTable();
    makeMenu();
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_table);
    auto *header = new QHBoxLayout;
    header->addStrut(HeadHeight); // as in panels of tables: beside each other they begin in one line
    header->addWidget(m_title, 1);
    header->addWidget(m_menuButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * Theme::Unit, Theme::Unit, 2 * Theme::Unit, 2 * Theme::Unit);
    layout->setSpacing(Theme::Unit);
    layout->addLayout(header);
    layout->addWidget(m_stack, 1);
    connect(m_view, &ChartView::clicked, this, &ChartPanel::clicked);
    retranslate();
}

void ChartPanel::makeTable()
{
    m_table->setModel(m_tableModel);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(6 * Theme::Unit);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->horizontalHeader()->setHighlightSections(false);
    new TableCopier(*m_table);
}

void ChartPanel::makeMenu()
{
    m_menuButton->setText(u"⋯"_s);
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(this);
    menu->addAction(m_tableAction);
    m_seriesMenu->setObjectName(u"seriesMenu"_s);
    menu->addMenu(m_seriesMenu);
    menu->addActions(m_actions->actions());
    menu->addAction(m_exportAction);
    m_menuButton->setMenu(menu);
    m_tableAction->setCheckable(true);
    connect(m_tableAction, &QAction::toggled, this, &ChartPanel::setTable);
    connect(m_exportAction, &QAction::triggered, this, &ChartPanel::exportRequested);
    connect(m_seriesMenu, &QMenu::aboutToShow, this, &ChartPanel::listSeries);
}

void ChartPanel::listSeries()
{
    m_seriesMenu->clear();
    for (int i = 0; i < m_view->data().series.size(); ++i) {
        QAction *action = m_seriesMenu->addAction(buttonText(m_view->data().series[i].name));
        action->setCheckable(true);
        action->setChecked(m_view->isSeriesShown(i));
        connect(action, &QAction::toggled, m_view, [this, i](bool shown) { m_view->setSeriesShown(i, shown); });
    }
}

void ChartPanel::contextMenuEvent(QContextMenuEvent *event)
{
    m_menuButton->menu()->popup(event->globalPos());
}

void ChartPanel::setTitle(const QString &title)
{
    m_title->setText(title);
    m_actions->setTitle(title);
    setAccessibleName(title);
    m_view->setAccessibleName(title);
    m_table->setAccessibleName(title);
}

void ChartPanel::setCaption(const QString &caption)
{
    m_actions->setCaption(caption);
}

void ChartPanel::setLegendVisible(bool visible)
{
    m_view->setLegendVisible(visible);
}

void ChartPanel::setData(const ChartData &chartData)
{
    m_view->setData(chartData);
    m_seriesMenu->menuAction()->setVisible(chartData.series.size() > 1);
    if (isTable())
        m_tableModel->setTable(figureTable(chartData, m_format));
}

bool ChartPanel::isTable() const
{
    return m_stack->currentWidget() == m_table;
}

void ChartPanel::setTable(bool table)
{
    m_tableAction->setChecked(table);
    if (table) {
        m_tableModel->setTable(figureTable(m_view->data(), m_format));
        m_table->resizeColumnsToContents();
    }
    m_stack->setCurrentIndex(table ? 1 : 0);
}

void ChartPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void ChartPanel::retranslate()
{
    m_tableAction->setText(tr("Show as table"));
    m_seriesMenu->setTitle(tr("Series"));
    m_actions->retranslate();
    m_exportAction->setText(tr("Export…"));
    setTip(m_menuButton, tr("Table, picture, clipboard, export"));
    m_menuButton->setAccessibleName(tr("Chart menu"));
}

} // namespace callboard
