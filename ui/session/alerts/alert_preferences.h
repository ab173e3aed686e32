// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSettings;

namespace callboard {

/// How alerts make themselves noticed on this computer. GUI thread.
class AlertPreferences : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    bool sound() const { return m_sound; }
    bool desktop() const { return m_desktop; } ///< notifications of the desktop
    bool tray() const { return m_tray; } ///< an icon in the tray, into which the window closes
    void setSound(bool on) { set(m_sound, on); }
    void setDesktop(bool on) { set(m_desktop, on); }
    void setTray(bool on) { set(m_tray, on); }

    void save(QSettings &settings) const;
    void restore(const QSettings &settings);

Q_SIGNALS:
    void changed();

private:
    void set(bool &preference, bool on);
    bool m_sound = true, m_desktop = true, m_tray = false;
};

} // namespace callboard
