// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/services.h"
#include "ui/settings/settings_section.h"

class QComboBox;

class QSpinBox;

namespace callboard {

class FieldForm;

/// Language and theme, and where and how the wallboard is shown; each holds at once. GUI thread.
class SettingsAppearance : public SettingsSection
{
    Q_OBJECT
public:
    explicit SettingsAppearance(const Services &services, QWidget *parent = nullptr);

    QString title() const override;

private:
    void addWallboard(FieldForm &form);
    void showChosen();
    void showScreens();
    void keepWallboard();

    Services m_services;
    QComboBox *m_language, *m_theme, *m_screen;
    QSpinBox *m_seconds;
};

} // namespace callboard
