// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/services.h"
#include "ui/settings/settings_section.h"

class QComboBox;

namespace callboard {

/// Language and theme; each holds at once. GUI thread.
class SettingsAppearance : public SettingsSection
{
    Q_OBJECT
public:
    explicit SettingsAppearance(const Services &services, QWidget *parent = nullptr);

    QString title() const override;

private:
    void showChosen();

    Services m_services;
    QComboBox *m_language, *m_theme;
};

} // namespace callboard
