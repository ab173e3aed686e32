// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/top_bar.h"

#include "ui/alerts/alert_banner.h"
#include "ui/common/theme/bind_text.h"
#include "ui/common/theme/icons.h"
#include "ui/common/theme/plain_text.h"
#include "ui/session/appearance.h"
#include "ui/session/preferences.h"
#include "ui/session/services.h"
#include "ui/session/view_state.h"
#include "ui/window/campaign_picker.h"
#include "ui/window/period_picker.h"

#include <QActionGroup>
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
    , m_banner(new AlertBanner(services, this))
    , m_title(new PlainLabel)
    , m_meaning(new PlainLabel)
    , m_demoNote(new PlainLabel)
    , m_fontNote(new PlainLabel)
    , m_period(new PeriodPicker(services.view, services.format))
    , m_campaigns(new CampaignPicker(services.feed, services.view))
    , m_menuButton(new QToolButton)
    , m_menu(new QMenu(this))
{
    m_title->setFont(services.theme.font(TypeStep::Title, true));
    m_meaning->setProperty("styleClass", u"caption"_s);
    m_demoNote->setObjectName(u"demoNote"_s);
    m_demoNote->setProperty("styleClass", u"demo"_s);
    m_demoNote->setVisible(services.preferences.isDemo());
    m_fontNote->setProperty("styleClass", u"warning"_s);
    m_fontNote->setVisible(!Theme::hasChineseFont());
    makeMenu();
    m_period->setContentsMargins(0, 2 * Theme::Unit, 0, 2 * Theme::Unit); // its height is the bar's
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(3 * Theme::Unit, 0, 3 * Theme::Unit, 0);
    layout->setSpacing(2 * Theme::Unit);
    layout->addWidget(makeHead(), 1);
    layout->addWidget(m_banner, 1);
    layout->addWidget(m_fontNote);
    layout->addWidget(m_period);
    layout->addWidget(m_campaigns);
    layout->addWidget(m_menuButton);
    connect(&services.theme, &Theme::changed, this, [this] {
        paintIcons();
        showChosen();
    });
    paintIcons();
    bindTexts();
}

QWidget *TopBar::makeHead()
{
    m_meaning->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *head = new QWidget(this); // shown without a parent it would be a window
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins({});
    layout->setSpacing(2 * Theme::Unit);
    layout->addWidget(m_title);
    layout->addWidget(m_demoNote);
    layout->addSpacing(Theme::Unit);
    layout->addWidget(m_meaning, 1);
    connect(m_banner, &AlertBanner::shownChanged, head, &QWidget::setHidden);
    head->setHidden(!m_banner->isHidden());
    return head;
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
    m_reveal = m_menu->addAction(QString());
    connect(m_reveal, &QAction::triggered, this, [this] {
        if (m_services.view.privacy() == Privacy::Revealed)
            m_services.view.setPrivacy(Privacy::Masked);
        else
            Q_EMIT revealRequested();
    });
    connect(&m_services.view, &ViewState::privacyChanged, this, &TopBar::showChosen);
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
    m_reveal->setText(m_services.view.privacy() == Privacy::Revealed ? tr("Cover all numbers")
                                                                     : tr("Show all numbers…"));
}

void TopBar::setTitle(const QString &title)
{
    m_title->setText(title);
}

void TopBar::paintIcons()
{
    m_menuButton->setIcon(themedIcon(u"menu"_s, m_services.theme));
}

void TopBar::bindTexts()
{
    bindText(m_meaning, [] { return tr("Calls appear after hang-up"); });
    bindTip(m_meaning, [] {
        return tr("Live means: the platform pushes a call when it is over, so it appears here right after its hang-up. "
                  "Calls still going on can't be seen.");
    });
    bindText(m_demoNote, [] { return tr("Demo: made-up calls"); });
    bindTip(m_demoNote, [] { return tr("The store is temporary; it goes when the window is closed."); });
    bindText(m_fontNote, [] { return tr("No Chinese font found: install fonts-noto-cjk"); });
    bindText(m_languageHead, [] { return tr("Language"); });
    bindText(m_themeHead, [] { return tr("Theme"); });
    bindText(m_light, [] { return tr("Light"); });
    bindText(m_dark, [] { return tr("Dark"); });
    bindText(m_wallboard, [] { return tr("Wallboard (F11)"); });
    bindText(m_help, [] { return tr("Help (F1)"); });
    bindTip(m_menuButton, [] { return tr("Language, theme, help"); });
    bindName(m_menuButton, [] { return tr("Menu"); });
    bindLanguage(this, [this] { showChosen(); });
}

} // namespace callboard
