// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/top_bar.h"

#include "ui/common/theme/icons.h"
#include "ui/common/theme/plain_text.h"
#include "ui/session/appearance.h"
#include "ui/session/services.h"
#include "ui/window/campaign_picker.h"
#include "ui/window/period_picker.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace callboard {

using namespace Qt::StringLiterals;

TopBar::TopBar(const Services &services, Appearance &appearance, QWidget *parent)
    : QFrame(parent)
    , m_services(services)
    , m_appearance(appearance)
    , m_title(new PlainLabel)
    , m_meaning(new PlainLabel)
    , m_fontNote(new PlainLabel)
    , m_period(new PeriodPicker(services.view))
    , m_campaigns(new CampaignPicker(services.feed, services.view))
    , m_menuButton(new QToolButton)
    , m_menu(new QMenu(this))
{
    m_title->setFont(services.theme.font(TypeStep::Title, true));
    m_meaning->setProperty("styleClass", u"caption"_s);
    m_fontNote->setProperty("styleClass", u"warning"_s);
    m_fontNote->setVisible(!Theme::hasChineseFont());
    makeMenu();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(3 * Theme::Unit, 2 * Theme::Unit, 3 * Theme::Unit, 2 * Theme::Unit);
    layout->setSpacing(2 * Theme::Unit);
    layout->addWidget(m_title);
    layout->addSpacing(Theme::Unit);
    layout->addWidget(m_meaning, 1);
    layout->addWidget(m_fontNote);
    layout->addWidget(m_period);
    layout->addWidget(m_campaigns);
    layout->addWidget(m_menuButton);
    m_meaning->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    connect(&services.theme, &Theme::changed, this, [this] {
        paintIcons();
        showChosen();
    });
    paintIcons();
    retranslate();
}

QAction *TopBar::addChoice(QActionGroup *group, bool chosen)
{
    QAction *action = m_menu->addAction(QString());
    action->setCheckable(true);
    action->setChecked(chosen);
    group->addAction(action);
    return action;
}

void TopBar::makeMenu()
{
    m_languageHead = m_menu->addAction(QString()); // a section's words are not drawn by style sheets
    m_languageHead->setEnabled(false);
    auto *languages = new QActionGroup(this);
    for (const auto &[code, name] : {std::pair(u"en"_s, u"English"_s), std::pair(u"zh_CN"_s, u"简体中文"_s)}) {
        QAction *action = addChoice(languages, m_appearance.language() == code);
        action->setText(name);
        action->setData(code);
        m_languages.append(action);
        connect(action, &QAction::triggered, this, [this, code = code] { m_appearance.setLanguage(code); });
    }
    m_menu->addSeparator();
    m_themeHead = m_menu->addAction(QString());
    m_themeHead->setEnabled(false);
    auto *themes = new QActionGroup(this);
    m_light = addChoice(themes, m_services.theme.kind() == ThemeKind::Light);
    m_dark = addChoice(themes, m_services.theme.kind() == ThemeKind::Dark);
    connect(m_light, &QAction::triggered, this, [this] { m_appearance.setTheme(ThemeKind::Light); });
    connect(m_dark, &QAction::triggered, this, [this] { m_appearance.setTheme(ThemeKind::Dark); });
    m_menu->addSeparator();
    m_wallboard = m_menu->addAction(QString());
    connect(m_wallboard, &QAction::triggered, this, &TopBar::wallboardRequested);
    m_help = m_menu->addAction(QString());
    connect(m_help, &QAction::triggered, this, &TopBar::helpRequested);
    m_menuButton->setMenu(m_menu);
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    m_menuButton->setFocusPolicy(Qt::StrongFocus);
}

/// The settings change them too.
void TopBar::showChosen()
{
    for (QAction *action : std::as_const(m_languages))
        action->setChecked(action->data().toString() == m_appearance.language());
    (m_services.theme.kind() == ThemeKind::Dark ? m_dark : m_light)->setChecked(true);
}

void TopBar::setTitle(const QString &title)
{
    m_title->setText(title);
}

void TopBar::paintIcons()
{
    m_menuButton->setIcon(themedIcon(u"menu"_s, m_services.theme));
}

void TopBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void TopBar::retranslate()
{
    showChosen();
    m_meaning->setText(tr("Calls appear after hang-up"));
    setTip(m_meaning,
           tr("Live means: the platform pushes a call when it is over, so it appears here right after its hang-up. "
              "Calls still going on can't be seen."));
    m_fontNote->setText(tr("No Chinese font found: install fonts-noto-cjk"));
    m_languageHead->setText(tr("Language"));
    m_themeHead->setText(tr("Theme"));
    m_light->setText(tr("Light"));
    m_dark->setText(tr("Dark"));
    m_wallboard->setText(tr("Wallboard (F11)"));
    m_help->setText(tr("Help (F1)"));
    setTip(m_menuButton, tr("Language, theme, help"));
    m_menuButton->setAccessibleName(tr("Menu"));
}

} // namespace callboard
