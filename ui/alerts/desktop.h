// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace callboard {

/// What the desktop around the window offers: sound, notifications, a tray. GUI thread. Other desktops than the real
/// one exist in tests.
class Desktop : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual bool hasTray() const = 0;
    virtual void beep() = 0;
    virtual void setTrayVisible(bool visible) = 0;
    /// Only while the tray icon is visible.
    virtual void notify(const QString &title, const QString &text) = 0;

Q_SIGNALS:
    void windowRequested(); ///< the icon or a notification was clicked
    void quitRequested();
};

} // namespace callboard
