// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_page.h"

#include "ui/common/theme/bind_text.h"
#include "ui/common/theme/theme.h"
#include "ui/settings/settings_appearance.h"
#include "ui/settings/settings_campaigns.h"
#include "ui/settings/settings_closing.h"
#include "ui/settings/settings_erase.h"
#include "ui/settings/settings_privacy.h"
#include "ui/settings/settings_receiver.h"
#include "ui/settings/settings_results.h"
#include "ui/settings/settings_storage.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QScrollArea>
#include <QSettings>
#include <QStackedWidget>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int Unit = Theme::Unit;
constexpr int ListWidth = 50 * Unit;
constexpr auto SectionKey = "settings/section"_L1;

} // namespace

SettingsPage::SettingsPage(const Services &services, QWidget *parent)
    : Page(parent)
    , m_list(new QListWidget)
    , m_stack(new QStackedWidget)
{
    m_list->setObjectName(u"settingsSections"_s);
    m_list->setFixedWidth(ListWidth);
    m_list->setSpacing(Unit / 2);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    addSection(new SettingsReceiver(services), u"receiver"_s);
    addSection(new SettingsStorage(services), u"storage"_s);
    addSection(new SettingsResults(services), u"results"_s);
    addSection(new SettingsCampaigns(services), u"campaigns"_s);
    addSection(new SettingsPrivacy(services), u"privacy"_s);
    addSection(new SettingsAppearance(services), u"appearance"_s);
    addSection(new SettingsClosing(services), u"closing"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2 * Unit);
    layout->addWidget(m_list);
    layout->addWidget(m_stack, 1);
    setFocusProxy(m_list);
    connect(m_list, &QListWidget::currentRowChanged, this, &SettingsPage::showRow);
    bindName(m_list, [] { return tr("Sections of the settings"); });
    bindLanguage(this, [this] {
        for (int row = 0; row < m_sections.size(); ++row)
            m_list->item(row)->setText(m_sections[row]->title());
    });
    m_list->setCurrentRow(0);
}

void SettingsPage::addSection(SettingsSection *section, const QString &name)
{
    section->setObjectName(name);
    auto *frame = new QScrollArea;
    frame->setProperty("styleClass", u"panel"_s);
    frame->setWidgetResizable(true);
    frame->setFocusPolicy(Qt::NoFocus);
    section->setContentsMargins(3 * Unit, 2 * Unit, 3 * Unit, 2 * Unit);
    frame->setWidget(section);
    section->setAutoFillBackground(false); // the frame's own colour
    frame->viewport()->setAutoFillBackground(false);
    connect(section, &SettingsSection::exportRequested, this, &SettingsPage::exportRequested);
    connect(section, &SettingsSection::restoreRequested, this, &SettingsPage::restoreRequested);
    m_sections.append(section);
    m_stack->addWidget(frame);
    m_list->addItem(QString());
    m_list->item(m_list->count() - 1)->setSizeHint({ListWidth - 4 * Unit, 8 * Unit});
}

void SettingsPage::showErasure(const QString &number)
{
    showSection(u"privacy"_s);
    if (auto *erase = currentSection()->findChild<SettingsErase *>())
        erase->setNumber(number);
}

QString SettingsPage::title() const
{
    return tr("Settings");
}

SettingsSection *SettingsPage::currentSection() const
{
    return m_sections.value(m_stack->currentIndex());
}

QStringList SettingsPage::sectionNames() const
{
    QStringList names;
    for (const SettingsSection *section : m_sections)
        names.append(section->objectName());
    return names;
}

void SettingsPage::setActive(bool active)
{
    m_active = active;
    currentSection()->setActive(active);
}

void SettingsPage::showRow(int row)
{
    if (row < 0 || row == m_stack->currentIndex())
        return;
    if (m_active)
        currentSection()->setActive(false);
    m_stack->setCurrentIndex(row);
    if (m_active)
        currentSection()->setActive(true);
}

void SettingsPage::showSection(const QString &name)
{
    for (int row = 0; row < m_sections.size(); ++row) {
        if (m_sections[row]->objectName() == name)
            m_list->setCurrentRow(row);
    }
}

void SettingsPage::focusFilter()
{
    currentSection()->focusFilter();
}

void SettingsPage::saveState(QSettings &settings) const
{
    settings.setValue(SectionKey, currentSection()->objectName());
}

void SettingsPage::restoreState(QSettings &settings)
{
    showSection(settings.value(SectionKey).toString());
}

} // namespace callboard
