// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_appearance.h"

#include "ui/common/forms/field_form.h"
#include "ui/common/theme/theme.h"
#include "ui/session/appearance.h"
#include "ui/session/preferences.h"

#include <QComboBox>
#include <QGuiApplication>
#include <QScreen>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

SettingsAppearance::SettingsAppearance(const Services &services, QWidget *parent)
    : SettingsSection(parent)
    , m_services(services)
    , m_language(new QComboBox)
    , m_theme(new QComboBox)
    , m_screen(new QComboBox)
    , m_seconds(new QSpinBox)
{
    m_language->addItem(u"English"_s, u"en"_s);
    m_language->addItem(u"简体中文"_s, u"zh_CN"_s);
    bindItems(m_theme, [] { return QStringList{tr("Light"), tr("Dark")}; });
    auto *form = new FieldForm;
    form->addHead([this] { return title(); });
    form->add(u"language"_s, m_language,
              {.label = [] { return tr("Language"); },
               .hint = [] { return tr("Takes effect at once, also for new reports."); }});
    form->add(u"theme"_s, m_theme,
              {.label = [] { return tr("Theme"); },
               .hint = [] { return tr("Takes effect at once. The wallboard is always dark."); }});
    addWallboard(*form);
    form->check();
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(form);
    layout->addStretch(1);
    bindLanguage(this, [this] { showChosen(); });
    connect(m_language, &QComboBox::currentIndexChanged, this,
            [this] { m_services.appearance.setLanguage(m_language->currentData().toString()); });
    connect(m_theme, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_services.appearance.setTheme(static_cast<ThemeKind>(index)); });
    connect(&services.appearance.theme(), &Theme::changed, this, &SettingsAppearance::showChosen);
}

void SettingsAppearance::addWallboard(FieldForm &form)
{
    m_seconds->setRange(WallboardPreferences::LeastSeconds, WallboardPreferences::MostSeconds);
    form.add(u"wallboardScreen"_s, m_screen,
             {.label = [] { return tr("Screen of the wallboard"); },
              .hint = [] { return tr("F11 opens it there. A screen that is gone is used again when it is back."); }});
    form.add(u"wallboardSeconds"_s, m_seconds,
             {.label = [] { return tr("Seconds per campaign"); },
              .hint = [] { return tr("The overview of all campaigns stays twice as long."); }});
    connect(m_screen, &QComboBox::activated, this, &SettingsAppearance::keepWallboard);
    connect(m_seconds, &QSpinBox::valueChanged, this, &SettingsAppearance::keepWallboard);
    connect(qApp, &QGuiApplication::screenAdded, this, &SettingsAppearance::showScreens);
    connect(qApp, &QGuiApplication::screenRemoved, this, &SettingsAppearance::showScreens);
}

/// Also the kept one while it is gone.
void SettingsAppearance::showScreens()
{
    const WallboardPreferences kept = m_services.preferences.wallboard();
    const QSignalBlocker quietScreen(m_screen), quietSeconds(m_seconds);
    m_screen->clear();
    m_screen->addItem(tr("The one of the window"), QString());
    const QList<QScreen *> screens = QGuiApplication::screens();
    for (const QScreen *screen : screens) {
        const QSize size = screen->size();
        m_screen->addItem(u"%1 (%2 × %3)"_s.arg(screen->name()).arg(size.width()).arg(size.height()), screen->name());
    }
    if (m_screen->findData(kept.screen) < 0)
        m_screen->addItem(tr("%1 (not there now)").arg(kept.screen), kept.screen);
    m_screen->setCurrentIndex(m_screen->findData(kept.screen));
    m_seconds->setValue(kept.seconds);
}

void SettingsAppearance::keepWallboard()
{
    m_services.preferences.setWallboard({m_screen->currentData().toString(), m_seconds->value()});
}

QString SettingsAppearance::title() const
{
    return tr("Appearance and language");
}

void SettingsAppearance::showChosen()
{
    const QSignalBlocker quietLanguage(m_language), quietTheme(m_theme);
    m_language->setCurrentIndex(m_language->findData(m_services.appearance.language()));
    m_theme->setCurrentIndex(static_cast<int>(m_services.appearance.theme().kind()));
    showScreens();
}

} // namespace callboard
