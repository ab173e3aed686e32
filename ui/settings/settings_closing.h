// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/services.h"
#include "ui/settings/settings_section.h"

class QComboBox;

namespace callboard {

/// What closing the window does while pushes are received; holds at once. GUI thread.
class SettingsClosing : public SettingsSection
{
    Q_OBJECT
public:
    explicit SettingsClosing(const Services &services, QWidget *parent = nullptr);

    QString title() const override;

private:
    void showChosen();

    Services m_services;
    QComboBox *m_policy;
};

} // namespace callboard
