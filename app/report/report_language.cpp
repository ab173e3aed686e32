// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report_language.h"

#include <QCoreApplication>

#include <utility>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// What this thread speaks; null: as the program. Empty words are English, in which the sources are written.
thread_local const QTranslator *spoken = nullptr;

} // namespace

QStringList reportLanguages()
{
    return {u"en"_s, u"zh_CN"_s};
}

LanguageSwitch::LanguageSwitch(QObject *parent)
    : QTranslator(parent)
{
    QCoreApplication::installTranslator(this);
}

LanguageSwitch::~LanguageSwitch()
{
    QCoreApplication::removeTranslator(this);
}

void LanguageSwitch::installAgain()
{
    QCoreApplication::removeTranslator(this);
    QCoreApplication::installTranslator(this);
}

QString LanguageSwitch::translate(const char *context, const char *sourceText, const char *disambiguation, int n) const
{
    if (!spoken)
        return {}; // the next translator is asked
    const QString text = spoken->translate(context, sourceText, disambiguation, n);
    return text.isNull() ? QString::fromUtf8(sourceText) : text;
}

ReportLanguage::ReportLanguage(const QString &language)
    : m_before(spoken)
{
    const bool known = language == "en"_L1 || m_words.load(u"callboard_"_s + language, u":/i18n"_s);
    if (known && !language.isEmpty())
        spoken = &m_words;
}

ReportLanguage::~ReportLanguage()
{
    spoken = m_before;
}

ProgramLanguage::ProgramLanguage()
    : m_before(std::exchange(spoken, nullptr))
{ }

ProgramLanguage::~ProgramLanguage()
{
    spoken = m_before;
}

} // namespace callboard
