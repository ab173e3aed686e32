// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/alerts/alert_preferences.h"

#include <QSettings>

namespace callboard {

using namespace Qt::StringLiterals;

void AlertPreferences::save(QSettings &settings) const
{
    settings.setValue("alerts/sound"_L1, m_sound);
    settings.setValue("alerts/desktop"_L1, m_desktop);
    settings.setValue("alerts/tray"_L1, m_tray);
}

void AlertPreferences::restore(const QSettings &settings)
{
    m_sound = settings.value("alerts/sound"_L1, true).toBool();
    m_desktop = settings.value("alerts/desktop"_L1, true).toBool();
    m_tray = settings.value("alerts/tray"_L1, false).toBool();
    Q_EMIT changed();
}

void AlertPreferences::set(bool &preference, bool on)
{
    if (preference == on)
        return;
    preference = on;
    Q_EMIT changed();
}

} // namespace callboard
