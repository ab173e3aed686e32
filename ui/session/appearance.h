// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/format.h"
#include "ui/common/theme/theme.h"

#include <QTranslator>

class QApplication;
class QSettings;

namespace callboard {

/// Language and theme of the program: chosen, remembered, and changed while it runs. GUI thread.
class Appearance : public QObject
{
    Q_OBJECT
public:
    /// Takes what the settings say; where they say nothing, the desktop's language and brightness.
    Appearance(QApplication &application, QSettings &settings, QObject *parent = nullptr);

    Theme &theme() { return m_theme; }
    const Format &format() const { return m_format; } ///< always the current language's
    QString language() const { return m_language; } ///< "en" or "zh_CN"

    void setLanguage(const QString &language);
    void setTheme(ThemeKind kind);

Q_SIGNALS:
    void languageChanged();

private:
    void install(QTranslator &translator, const QString &name, const QString &folder);
    void translate();

    QApplication &m_application;
    QSettings &m_settings;
    Theme m_theme;
    Format m_format;
    QString m_language;
    QTranslator m_ours, m_qts;
};

} // namespace callboard
