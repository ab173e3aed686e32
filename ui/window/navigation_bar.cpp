// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/navigation_bar.h"

#include "ui/common/theme/icons.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"

#include <QKeySequence>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int RailWidth = 18 * Theme::Unit;
constexpr int EntryHeight = 15 * Theme::Unit;
constexpr int IconSize = 6 * Theme::Unit;
constexpr int MostBadge = 99;

} // namespace

/// A page's button, with a badge.
class NavigationBar::Entry : public QToolButton
{
public:
    Entry(const Theme &theme, QWidget *parent)
        : QToolButton(parent)
        , m_theme(theme)
    { }
    int badge() const { return m_badge; }
    void setBadge(int count)
    {
        m_badge = count;
        update();
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QToolButton::paintEvent(event);
        if (m_badge == 0)
            return;
        const QString text = m_badge > MostBadge ? u"%1+"_s.arg(MostBadge) : QString::number(m_badge);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setFont(m_theme.font(TypeStep::Small, true));
        const int high = painter.fontMetrics().height();
        const int wide = qMax(high, painter.fontMetrics().horizontalAdvance(text) + 2 * Theme::Unit);
        const QRect place(width() - wide - 2 * Theme::Unit, Theme::Unit, wide, high);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.ink(ColorRole::Bad));
        painter.drawRoundedRect(place, high / 2.0, high / 2.0);
        painter.setPen(m_theme.ink(ColorRole::AccentText));
        painter.drawText(place, Qt::AlignCenter, text);
    }

private:
    const Theme &m_theme;
    int m_badge = 0;
};

NavigationBar::NavigationBar(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_layout(new QVBoxLayout(this))
{
    setFixedWidth(RailWidth);
    m_layout->setContentsMargins(Theme::Unit, 2 * Theme::Unit, Theme::Unit, 2 * Theme::Unit);
    m_layout->setSpacing(Theme::Unit);
    m_layout->addStretch(1);
    connect(&m_buttons, &QButtonGroup::idClicked, this, &NavigationBar::chosen);
    connect(&theme, &Theme::changed, this, &NavigationBar::paintIcons);
}

void NavigationBar::addEntry(const QString &icon)
{
    const int index = static_cast<int>(m_icons.size());
    auto *button = new Entry(m_theme, this);
    button->setProperty("styleClass", u"rail"_s);
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

void NavigationBar::setTitle(int index, const QString &title)
{
    QAbstractButton *button = m_buttons.button(index);
    button->setText(title);
    setNames(index);
    setTip(button, u"%1 (Ctrl+%2)"_s.arg(title).arg(index + 1));
}

void NavigationBar::setBadge(int index, int count)
{
    static_cast<Entry *>(m_buttons.button(index))->setBadge(count);
    setNames(index);
}

void NavigationBar::setNames(int index)
{
    auto *entry = static_cast<Entry *>(m_buttons.button(index));
    entry->setAccessibleName(entry->badge() == 0 ? entry->text()
                                                 : tr("%1, %2 new").arg(entry->text()).arg(entry->badge()));
}

void NavigationBar::setCurrent(int index)
{
    m_buttons.button(index)->setChecked(true);
}

void NavigationBar::paintIcons()
{
    for (int i = 0; i < m_icons.size(); ++i)
        m_buttons.button(i)->setIcon(themedIcon(m_icons[i], m_theme));
}

} // namespace callboard
