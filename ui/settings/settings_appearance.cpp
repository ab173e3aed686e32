// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_appearance.h"

#include "ui/common/forms/field_form.h"
#include "ui/common/theme/theme.h"
#include "ui/session/appearance.h"

#include <QComboBox>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

SettingsAppearance::SettingsAppearance(const Services &services, QWidget *parent)
    : SettingsSection(parent)
    , m_services(services)
    , m_language(new QComboBox)
    , m_theme(new QComboBox)
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

QString SettingsAppearance::title() const
{
    return tr("Appearance and language");
}

void SettingsAppearance::showChosen()
{
    const QSignalBlocker quietLanguage(m_language), quietTheme(m_theme);
    m_language->setCurrentIndex(m_language->findData(m_services.appearance.language()));
    m_theme->setCurrentIndex(static_cast<int>(m_services.appearance.theme().kind()));
}

} // namespace callboard
