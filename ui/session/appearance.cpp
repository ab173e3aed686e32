// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/appearance.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QSettings>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

QString desktopLanguage()
{
    return QLocale::system().language() == QLocale::Chinese ? u"zh_CN"_s : u"en"_s;
}

ThemeKind wantedTheme(const QSettings &settings, const QPalette &desktop)
{
    const QString word = settings.value("appearance/theme"_L1).toString();
    if (word.isEmpty())
        return Theme::desktopIsDark(desktop) ? ThemeKind::Dark : ThemeKind::Light;
    return word == "dark"_L1 ? ThemeKind::Dark : ThemeKind::Light;
}

} // namespace

Appearance::Appearance(QApplication &application, QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_settings(settings)
    , m_theme(wantedTheme(settings, application.palette()))
    , m_language(settings.value("appearance/language"_L1, desktopLanguage()).toString())
{
    translate();
    m_theme.applyTo(m_application);
    connect(&m_theme, &Theme::changed, this, [this] { m_theme.applyTo(m_application); });
}

void Appearance::setTheme(ThemeKind kind)
{
    m_settings.setValue("appearance/theme"_L1, kind == ThemeKind::Dark ? u"dark"_s : u"light"_s);
    m_theme.setKind(kind);
}

void Appearance::setLanguage(const QString &language)
{
    if (language == m_language)
        return;
    m_language = language;
    m_settings.setValue("appearance/language"_L1, language);
    translate();
    Q_EMIT languageChanged();
}

void Appearance::install(QTranslator &translator, const QString &name, const QString &folder)
{
    QCoreApplication::removeTranslator(&translator);
    if (translator.load(name, folder))
        QCoreApplication::installTranslator(&translator);
}

void Appearance::translate()
{
    // The format first: installing a translator makes every widget write its texts anew.
    m_format = Format(QLocale(m_language));
    install(m_qts, u"qtbase_"_s + m_language, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(m_ours, u"callboard_"_s + m_language, u":/i18n"_s);
}

} // namespace callboard
