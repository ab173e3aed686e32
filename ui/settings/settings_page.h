// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/page.h"
#include "ui/session/services.h"

class QListWidget;
class QStackedWidget;

namespace callboard {

class SettingsSection;

/// The Settings page: its sections on the left, the chosen one on the right. GUI thread.
class SettingsPage : public Page
{
    Q_OBJECT
public:
    explicit SettingsPage(const Services &services, QWidget *parent = nullptr);

    QString title() const override;
    void setActive(bool active) override;
    void saveState(QSettings &settings) const override;
    void restoreState(QSettings &settings) override;
    void focusFilter() override;
    /// Shows the section of that object name; nothing happens where there is none.
    void showSection(const QString &name);
    void showErasure(const QString &number) override;
    SettingsSection *currentSection() const;
    QStringList sectionNames() const; ///< in the order of the list

private:
    void addSection(SettingsSection *section, const QString &name);
    void showRow(int row);

    QListWidget *m_list;
    QStackedWidget *m_stack;
    QList<SettingsSection *> m_sections;
    bool m_active = false;
};

} // namespace callboard
