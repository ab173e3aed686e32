// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/rail.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QKeySequence>
#include <QToolButton>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int RailWidth = 18 * Theme::Unit;
constexpr int EntryHeight = 14 * Theme::Unit;
constexpr int IconSize = 6 * Theme::Unit;

} // namespace

Rail::Rail(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_layout(new QVBoxLayout(this))
{
    setFixedWidth(RailWidth);
    m_layout->setContentsMargins(Theme::Unit, 2 * Theme::Unit, Theme::Unit, 2 * Theme::Unit);
    m_layout->setSpacing(Theme::Unit);
    m_layout->addStretch(1);
    connect(&m_buttons, &QButtonGroup::idClicked, this, &Rail::chosen);
    connect(&theme, &Theme::changed, this, &Rail::paintIcons);
}

void Rail::addEntry(const QString &icon)
{
    const int index = static_cast<int>(m_icons.size());
    auto *button = new QToolButton(this);
    button->setProperty("look", u"rail"_s);
    button->setCheckable(true);
    button->setAutoExclusive(true);
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setIconSize({IconSize, IconSize});
    button->setFixedHeight(EntryHeight);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setFocusPolicy(Qt::StrongFocus);
    m_buttons.addButton(button, index);
    m_layout->insertWidget(index, button);
    m_icons.append(icon);
    paintIcons();
}

void Rail::setTitle(int index, const QString &title)
{
    QAbstractButton *button = m_buttons.button(index);
    button->setText(title);
    button->setAccessibleName(title);
    button->setToolTip(u"%1 (Ctrl+%2)"_s.arg(title).arg(index + 1));
}

void Rail::setCurrent(int index)
{
    m_buttons.button(index)->setChecked(true);
}

void Rail::paintIcons()
{
    for (int i = 0; i < m_icons.size(); ++i)
        m_buttons.button(i)->setIcon(themedIcon(m_icons[i], m_theme));
}

} // namespace callboard
