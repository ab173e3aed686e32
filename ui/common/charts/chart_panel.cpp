// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/charts/chart_panel.h"

#include "ui/common/charts/chart_actions.h"
#include "ui/common/charts/chart_legend.h"
#include "ui/common/charts/chart_table_model.h"
#include "ui/common/charts/chart_view.h"
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
    , m_view(new ChartView(theme, format))
    , m_legend(new ChartLegend)
    , m_tableModel(new ChartTableModel(format, this))
    , m_table(new QTableView)
    , m_stack(new QStackedWidget)
    , m_title(new PlainLabel)
    , m_menuButton(new QToolButton)
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
    layout->addWidget(m_legend);
    layout->addWidget(m_stack, 1);
    connect(m_view, &ChartView::clicked, this, &ChartPanel::clicked);
    connect(m_legend, &ChartLegend::toggled, m_view, &ChartView::setSeriesShown);
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
    menu->addActions(m_actions->actions());
    menu->addAction(m_exportAction);
    m_menuButton->setMenu(menu);
    m_tableAction->setCheckable(true);
    connect(m_tableAction, &QAction::toggled, this, &ChartPanel::setTable);
    connect(m_exportAction, &QAction::triggered, this, &ChartPanel::exportRequested);
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
    m_actions->setLegend(visible);
    m_hasLegend = visible;
    m_legend->setVisible(visible && !isTable());
}

void ChartPanel::setData(const ChartData &chartData)
{
    m_legend->setSeries(chartData.series);
    m_view->setData(chartData);
    if (isTable())
        m_tableModel->setData(chartData);
}

bool ChartPanel::isTable() const
{
    return m_stack->currentWidget() == m_table;
}

void ChartPanel::setTable(bool table)
{
    m_tableAction->setChecked(table);
    if (table) {
        m_tableModel->setData(m_view->data());
        m_table->resizeColumnsToContents();
    }
    m_stack->setCurrentIndex(table ? 1 : 0);
    m_legend->setVisible(m_hasLegend && !table);
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
    m_actions->retranslate();
    m_exportAction->setText(tr("Export…"));
    setTip(m_menuButton, tr("Table, picture, clipboard, export"));
    m_menuButton->setAccessibleName(tr("Chart menu"));
}

} // namespace callboard
