// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/tray_desktop.h"

#include "ui/common/theme/bind_text.h"
#include "ui/common/theme/plain_text.h"

#include <QApplication>
#include <QIcon>

namespace callboard {

using namespace Qt::StringLiterals;

TrayDesktop::TrayDesktop(QObject *parent)
    : Desktop(parent)
    , m_show(m_menu.addAction(QString()))
    , m_quit(m_menu.addAction(QString()))
    , m_icon(QIcon(u":/icons/callboard.svg"_s))
{
    m_icon.setContextMenu(&m_menu);
    connect(m_show, &QAction::triggered, this, &Desktop::windowRequested);
    connect(m_quit, &QAction::triggered, this, &Desktop::quitRequested);
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, &Desktop::windowRequested);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason != QSystemTrayIcon::Context)
            Q_EMIT windowRequested();
    });
    bindText(m_show, [] { return tr("Show Callboard"); });
    bindText(m_quit, [] { return tr("Quit"); });
    bindLanguage(&m_menu, [this] { m_icon.setToolTip(tr("Callboard")); });
}

bool TrayDesktop::hasTray() const
{
    return QSystemTrayIcon::isSystemTrayAvailable();
}

void TrayDesktop::beep()
{
    QApplication::beep();
}

void TrayDesktop::setTrayVisible(bool visible)
{
    m_icon.setVisible(visible && hasTray());
}

void TrayDesktop::notify(const QString &title, const QString &text)
{
    if (m_icon.isVisible() && QSystemTrayIcon::supportsMessages())
        m_icon.showMessage(title, notificationText(text), QSystemTrayIcon::Warning);
}

} // namespace callboard
