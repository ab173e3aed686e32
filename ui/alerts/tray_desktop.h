// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/alerts/desktop.h"

#include <QMenu>
#include <QSystemTrayIcon>

namespace callboard {

/// The real desktop, by way of its tray. Without one there is the sound only.
class TrayDesktop : public Desktop
{
    Q_OBJECT
public:
    explicit TrayDesktop(QObject *parent = nullptr);

    bool hasTray() const override;
    void beep() override;
    void setTrayVisible(bool visible) override;
    void notify(const QString &title, const QString &text) override;

private:
    QMenu m_menu;
    QAction *m_show, *m_quit;
    QSystemTrayIcon m_icon;
};

} // namespace callboard
