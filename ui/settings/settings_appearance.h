// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/services.h"
#include "ui/settings/settings_section.h"

class QComboBox;
class QLabel;

namespace callboard {

class FieldForm;

/// Language and theme; each holds at once. GUI thread.
class SettingsAppearance : public SettingsSection
{
    Q_OBJECT
public:
    explicit SettingsAppearance(const Services &services, QWidget *parent = nullptr);

    QString title() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showChosen();

    Services m_services;
    FieldForm *m_form;
    QLabel *m_head;
    QComboBox *m_language, *m_theme;
};

} // namespace callboard
