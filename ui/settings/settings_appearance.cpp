// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_appearance.h"

#include "ui/common/forms/field_form.h"
#include "ui/common/theme/theme.h"
#include "ui/session/appearance.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

SettingsAppearance::SettingsAppearance(const Services &services, QWidget *parent)
    : SettingsSection(parent)
    , m_services(services)
    , m_form(new FieldForm)
    , m_head(m_form->addHead())
    , m_language(new QComboBox)
    , m_theme(new QComboBox)
{
    m_language->setObjectName(u"language"_s);
    m_language->addItem(u"English"_s, u"en"_s);
    m_language->addItem(u"简体中文"_s, u"zh_CN"_s);
    m_theme->setObjectName(u"theme"_s);
    m_form->add(m_language);
    m_form->add(m_theme);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_form);
    layout->addStretch(1);
    retranslate();
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

void SettingsAppearance::retranslate()
{
    m_head->setText(title());
    m_form->setTexts(m_language, tr("Language"), tr("Takes effect at once, also for new reports."));
    m_form->setTexts(m_theme, tr("Theme"), tr("Takes effect at once. The wallboard is always dark."));
    const QSignalBlocker quiet(m_theme);
    m_theme->clear();
    m_theme->addItems({tr("Light"), tr("Dark")});
    showChosen();
}

void SettingsAppearance::showChosen()
{
    const QSignalBlocker quietLanguage(m_language), quietTheme(m_theme);
    m_language->setCurrentIndex(m_language->findData(m_services.appearance.language()));
    m_theme->setCurrentIndex(static_cast<int>(m_services.appearance.theme().kind()));
}

void SettingsAppearance::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    SettingsSection::changeEvent(event);
}

} // namespace callboard
