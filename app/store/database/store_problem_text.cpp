// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database/store_problem_text.h"

#include <QCoreApplication>

#include <cstring>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// What the system and the database report most, so that it can be told in the reader's language. Anything else stands
/// as it came.
[[maybe_unused]] constexpr const char *Reports[] = {
    QT_TRANSLATE_NOOP("StoreProblemText", "Permission denied"),
    QT_TRANSLATE_NOOP("StoreProblemText", "Operation not permitted"),
    QT_TRANSLATE_NOOP("StoreProblemText", "No such file or directory"),
    QT_TRANSLATE_NOOP("StoreProblemText", "File exists"),
    QT_TRANSLATE_NOOP("StoreProblemText", "Not a directory"),
    QT_TRANSLATE_NOOP("StoreProblemText", "Is a directory"),
    QT_TRANSLATE_NOOP("StoreProblemText", "No space left on device"),
    QT_TRANSLATE_NOOP("StoreProblemText", "Disk quota exceeded"),
    QT_TRANSLATE_NOOP("StoreProblemText", "File too large"),
    QT_TRANSLATE_NOOP("StoreProblemText", "Read-only file system"),
    QT_TRANSLATE_NOOP("StoreProblemText", "Input/output error"),
    QT_TRANSLATE_NOOP("StoreProblemText", "Device or resource busy"),
    QT_TRANSLATE_NOOP("StoreProblemText", "Too many open files"),
    QT_TRANSLATE_NOOP("StoreProblemText", "File name too long"),
    QT_TRANSLATE_NOOP("StoreProblemText", "Too many levels of symbolic links"),
    QT_TRANSLATE_NOOP("StoreProblemText", "Invalid cross-device link"),
    QT_TRANSLATE_NOOP("StoreProblemText", "database or disk is full"),
    QT_TRANSLATE_NOOP("StoreProblemText", "disk I/O error"),
    QT_TRANSLATE_NOOP("StoreProblemText", "database disk image is malformed"),
    QT_TRANSLATE_NOOP("StoreProblemText", "file is not a database"),
    QT_TRANSLATE_NOOP("StoreProblemText", "attempt to write a readonly database"),
    QT_TRANSLATE_NOOP("StoreProblemText", "unable to open database file"),
    QT_TRANSLATE_NOOP("StoreProblemText", "database is locked"),
    QT_TRANSLATE_NOOP("StoreProblemText", "interrupted"),
};

/// Every %1, %2 … replaced in one pass: what an argument consists of is never read as a format. QString::arg counts the
/// placeholders of a text from its lowest on, but these texts share the numbers of one problem.
QString filled(const QString &text, const QStringList &arguments)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int number = text.at(i) == u'%' && i + 1 < text.size() ? text.at(i + 1).digitValue() : -1;
        if (number < 1 || number > arguments.size()) {
            result += text.at(i);
            continue;
        }
        result += arguments.at(number - 1);
        ++i;
    }
    return result;
}

} // namespace

/// Makes the sentences, in one of two languages.
class StoreProblemText
{
    Q_DECLARE_TR_FUNCTIONS(StoreProblemText)
public:
    enum class Language : quint8 { English, Reader };

    explicit StoreProblemText(Language language)
        : m_language(language)
    { }

    QString of(const StoreProblem &problem) const
    {
        const StoreProblemRow &row = problemRow(problem.code);
        QString text;
        for (const char *source : {row.what, row.kept, row.advice}) {
            if (source)
                text = joined(text, filled(translated(source), argumentsOf(problem)));
        }
        return text;
    }

    QString summaryOf(const StoreProblem &problem) const
    {
        const char *what = problemRow(problem.code).what;
        return what ? filled(translated(what), argumentsOf(problem)) : QString();
    }

private:
    QStringList argumentsOf(const StoreProblem &problem) const
    {
        QStringList arguments;
        for (const StoreArgument &argument : problem.arguments)
            arguments.append(std::visit([this](const auto &value) { return textOf(value); }, argument.value()));
        return arguments;
    }

    QString translated(const char *source) const
    {
        return m_language == Language::Reader ? tr(source) : QString::fromUtf8(source);
    }

    QString joined(const QString &text, const QString &sentence) const
    {
        //: Two sentences of one paragraph
        static constexpr const char *Both = QT_TRANSLATE_NOOP("StoreProblemText", "%1 %2");
        return text.isEmpty() ? sentence : filled(translated(Both), {text, sentence});
    }

    static QString textOf(const QString &text) { return text; }

    QString textOf(SystemError error) const
    {
        const char *text = ::strerrordesc_np(error.number); // the C library's own English, whatever its language
        return text ? translated(text) : QString::number(error.number);
    }

    QString textOf(const ReportedText &report) const
    {
        return m_language == Language::Reader ? tr(report.text.toUtf8().constData()) : report.text;
    }

    /// As a part of another sentence, which has its own end.
    QString textOf(const std::shared_ptr<const StoreProblem> &problem) const
    {
        QString text = of(*problem);
        while (text.endsWith(u'.') || text.endsWith(u'。'))
            text.chop(1);
        return text;
    }

    const Language m_language;
};

QString storeProblemText(const StoreProblem &problem)
{
    return StoreProblemText(StoreProblemText::Language::Reader).of(problem);
}

QString storeProblemSummary(const StoreProblem &problem)
{
    return StoreProblemText(StoreProblemText::Language::Reader).summaryOf(problem);
}

QString storeProblemLogText(const StoreProblem &problem)
{
    return StoreProblemText(StoreProblemText::Language::English).of(problem);
}

QString reportedText(const QString &words)
{
    return StoreProblemText::tr(words.toUtf8().constData());
}

QString storeProblemWord(const StoreProblem &problem)
{
    return QString::fromLatin1(problemRow(problem.code).word);
}

} // namespace callboard
