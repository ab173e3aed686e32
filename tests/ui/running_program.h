// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receiver/server/receiver.h"
#include "ui/live/live_page.h"
#include "ui/live/tile.h"
#include "ui/session/appearance.h"
#include "ui/session/preferences.h"
#include "ui/window/application_session.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QTest>

namespace callboard::test {

/// The real program over a store in a folder of its own, with a receiver on a free port.
class Program
{
public:
    explicit Program(const QString &folder, const QString &language = QStringLiteral("en"), bool isDemo = false)
        : m_options(optionsIn(folder, language, isDemo))
        , m_isFirst(
              !QSettings(m_options.settingsFile, QSettings::IniFormat).contains(QLatin1StringView("window/geometry")))
        , session(*qApp, m_options)
    {
        session.start();
    }
    /// At its first start in its usual size, whatever screen there is.
    bool isShown()
    {
        const bool isThere =
            QTest::qWaitFor([this] { return session.window() != nullptr && !session.receiver().url().isEmpty(); },
                            120'000); // only ever reached when something is broken
        if (isThere && m_isFirst)
            session.window()->resize(1440, 900);
        return isThere;
    }
    LivePage *live() const { return qobject_cast<LivePage *>(session.window()->page(QLatin1StringView("live"))); }
    QString figure(int tile) const { return live()->tiles().at(tile)->figure().figure; }

private:
    static StartupOptions optionsIn(const QString &folder, const QString &language, bool isDemo)
    {
        StartupOptions options;
        options.demo = isDemo;
        options.settingsFile = folder + QStringLiteral("/window.ini");
        options.store = StoreUrl::ofFile(folder + QStringLiteral("/calls.db"));
        options.receiver.port = 0;
        QSettings settings(options.settingsFile, QSettings::IniFormat);
        const QString languageKey = QStringLiteral("appearance/language"),
                      themeKey = QStringLiteral("appearance/theme");
        if (!settings.contains(languageKey))
            settings.setValue(languageKey, language);
        settings.setValue(themeKey, settings.value(themeKey, QStringLiteral("light")));
        const QString closeKey = QStringLiteral("window/closePolicy"); // without a question, unless it is the test's
        settings.setValue(closeKey, settings.value(closeKey, static_cast<int>(ClosePolicy::Quit)));
        return options;
    }
    StartupOptions m_options;
    bool m_isFirst = true; ///< nothing is remembered

public:
    ApplicationSession session;
};

} // namespace callboard::test
