// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_closing.h"

#include "ui/common/forms/field_form.h"
#include "ui/session/preferences.h"

#include <QComboBox>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

SettingsClosing::SettingsClosing(const Services &services, QWidget *parent)
    : SettingsSection(parent)
    , m_services(services)
    , m_policy(new QComboBox)
{
    bindItems(m_policy, [] { return QStringList{tr("Ask"), tr("Keep receiving without a window"), tr("Quit")}; });
    auto *form = new FieldForm;
    form->addHead([this] { return title(); });
    form->add(u"closePolicy"_s, m_policy,
              {.label = [] { return tr("When the window is closed"); },
               .hint =
                   [] {
                       return tr("While pushes are received. Without a window, starting Callboard again shows it, and "
                                 "\"callboard --quit\" ends it.");
                   }});
    form->check();
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(form);
    layout->addStretch(1);
    showChosen();
    connect(m_policy, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_services.preferences.setClosePolicy(static_cast<ClosePolicy>(index)); });
    connect(&services.preferences, &Preferences::closePolicyChanged, this, &SettingsClosing::showChosen);
}

QString SettingsClosing::title() const
{
    return tr("Closing the window");
}

void SettingsClosing::showChosen()
{
    const QSignalBlocker quiet(m_policy);
    m_policy->setCurrentIndex(static_cast<int>(m_services.preferences.closePolicy()));
}

} // namespace callboard
