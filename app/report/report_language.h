// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

#include <memory>

namespace callboard {

/// The languages in which a report can be written, such as "en".
QStringList reportLanguages();

/// Lets single threads speak a language of their own: see ReportLanguage. One per program, made after its application
/// and installed for as long as it lives. Has no words itself, so that widgets do not notice it.
class LanguageSwitch : public QTranslator
{
    Q_OBJECT
public:
    explicit LanguageSwitch(QObject *parent = nullptr);
    ~LanguageSwitch() override;
    Q_DISABLE_COPY_MOVE(LanguageSwitch)

    /// The translator installed last is asked first: to be called when the program has installed another one.
    void installAgain();

    bool isEmpty() const override { return true; }
    QString translate(const char *context, const char *sourceText, const char *disambiguation, int n) const override;
};

/// While it lives, the texts of its thread are of that language, whatever the program's is; other threads do not
/// notice. An empty or unknown language changes nothing. Needs a LanguageSwitch. May be nested.
class ReportLanguage
{
public:
    explicit ReportLanguage(const QString &language);
    ~ReportLanguage();
    Q_DISABLE_COPY_MOVE(ReportLanguage)

private:
    QTranslator m_words;
    const QTranslator *m_before;
};

/// While it lives, the texts of its thread are in the program's language again: what went wrong with a report is for
/// whoever wanted it, not for its readers.
class ProgramLanguage
{
public:
    ProgramLanguage();
    ~ProgramLanguage();
    Q_DISABLE_COPY_MOVE(ProgramLanguage)

private:
    const QTranslator *m_before;
};

} // namespace callboard
