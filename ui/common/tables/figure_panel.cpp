// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/tables/figure_table_view.h"
#include "ui/common/theme/bind_text.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int HeadHeight = 8 * Theme::Unit;

} // namespace

FigurePanel::FigurePanel(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_view(new FigureTableView(theme))
    , m_title(new PlainLabel)
    , m_note(new PlainLabel)
    , m_head(new QHBoxLayout)
    , m_menuButton(new QToolButton)
    , m_copyAction(new QAction(this))
    , m_exportAction(new QAction(this))
{
    setProperty("styleClass", u"panel"_s);
    m_title->setProperty("styleClass", u"title"_s);
    m_note->setProperty("styleClass", u"caption"_s);
    m_note->setWordWrap(true);
    m_note->hide();
    m_head->addWidget(m_title);
    m_head->addStretch(1);
    m_head->addStrut(HeadHeight); // panels beside each other begin their tables in one line
    m_head->addWidget(m_menuButton);
    makeMenu();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * Theme::Unit, Theme::Unit, 2 * Theme::Unit, 2 * Theme::Unit);
    layout->setSpacing(Theme::Unit);
    layout->addLayout(m_head);
    layout->addWidget(m_note);
    layout->addWidget(m_view, 1);
    connect(m_view, &FigureTableView::exportRequested, this, &FigurePanel::exportRequested);
    bindText(m_copyAction, [] { return tr("Copy the whole table"); });
    bindText(m_exportAction, [] { return tr("Export…"); });
    bindTip(m_menuButton, [] { return tr("Copy, export"); });
    bindName(m_menuButton, [] { return tr("Table menu"); });
}

void FigurePanel::makeMenu()
{
    m_menuButton->setText(u"⋯"_s);
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    m_menuButton->setFocusPolicy(Qt::StrongFocus);
    auto *menu = new QMenu(this);
    menu->addActions({m_copyAction, m_exportAction});
    m_menuButton->setMenu(menu);
    connect(m_copyAction, &QAction::triggered, m_view, &FigureTableView::copyAll);
    connect(m_exportAction, &QAction::triggered, this, &FigurePanel::exportRequested);
}

void FigurePanel::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
    m_view->setAccessibleName(title);
}

void FigurePanel::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void FigurePanel::addControl(QWidget *control)
{
    m_head->insertWidget(m_head->indexOf(m_menuButton), control);
}

QString FigurePanel::title() const
{
    return m_title->text();
}

} // namespace callboard
