// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/task_cells.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestShown = 60;
constexpr qsizetype LongestSpoilt = 64; ///< what a spreadsheet makes of a cell is short
constexpr char16_t WideOffset = 0xFEE0; ///< from ASCII to its full-width form
constexpr char32_t Joiner = 0x200D, NonJoiner = 0x200C;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(TaskCells)
};

/// Draws nothing: format characters and fillers.
bool isInvisible(char32_t c)
{
    constexpr char32_t fillers[] = {0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0};
    return QChar::category(c) == QChar::Other_Format
        || std::find(std::begin(fillers), std::end(fillers), c) != std::end(fillers);
}

QString without(const QString &text, bool (*isDropped)(char32_t))
{
    QList<uint> kept = text.toUcs4();
    kept.removeIf([isDropped](uint c) { return isDropped(c); });
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(kept.constData()), kept.size());
}

bool isInvisibleInName(char32_t c)
{
    return isInvisible(c) && c != Joiner && c != NonJoiner;
}

/// The text of a formula that is nothing but a text; any other cell as it is.
QString unwrapped(const QString &cell)
{
    const QStringView inside = QStringView(cell).mid(1).trimmed();
    const bool isText = cell.startsWith(u'=') && inside.size() >= 2 && inside.startsWith(u'"') && inside.endsWith(u'"');
    return isText ? inside.mid(1, inside.size() - 2).toString().replace(u"\"\""_s, u"\""_s).trimmed() : cell;
}

/// An apostrophe makes a spreadsheet keep a cell as text.
bool isMarkedAsText(const QString &cell)
{
    return cell.size() > 1 && cell.startsWith(u'\'');
}

bool isDate(const QString &id)
{
    static const QString month = u"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)\\.?"_s;
    static const QRegularExpression words(
        u"^(?:\\d{1,2}\\.?[-\\s/]*%1(?:[-\\s/]*\\d{2,4})?|%1[-\\s/]+\\d{1,4})$"_s.arg(month),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression digits(
        u"^(?:\\d{1,4}/\\d{1,2}(?:/\\d{1,4})?|\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,4}年(?:\\d{1,2}月(?:\\d{1,2}日)?)?"
        "|\\d{1,2}月(?:\\d{1,2}日)?)?(?:\\s*\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s*[ap]m)?)?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return (words.match(id).hasMatch() && id != id.toUpper()) || digits.match(id).hasMatch();
}

/// A number that was rounded to the 15 digits of a spreadsheet.
bool isRounded(const QString &id)
{
    static const QRegularExpression shortened(u"^[+-]?\\d+(?:[.,]\\d+E[+-]?|E[+-])\\d+$"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression zeros(u"^[1-9]\\d{14}0{2,}$"_s);
    return shortened.match(id).hasMatch() || zeros.match(id).hasMatch();
}

/// A number, a share, an amount or a truth value that the spreadsheet made of an id.
bool isConverted(const QString &id)
{
    static const QRegularExpression converted(
        u"^(?:[-+]?\\d+[.,]0*|[¥￥$€]\\s*\\d[\\d.,]*|\\d{1,3}(?:[,，]\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?%)$"_s);
    return converted.match(id).hasMatch() || id == u"TRUE" || id == u"FALSE";
}

/// No character that anybody typed: an encoding has made it.
bool isUnknown(uint c)
{
    const QChar::Category category = QChar::category(c);
    return c == QChar::ReplacementCharacter || category == QChar::Other_PrivateUse
        || category == QChar::Other_NotAssigned;
}

QString lostProblem(const QString &text)
{
    return Texts::tr("\"%1\" has lost characters. Choose another encoding, or save the file as UTF-8.")
        .arg(visibleText(text));
}

/// What is wrong with any text: an error of the spreadsheet, lost or covered characters.
QString spoiltText(const QString &text)
{
    static const QRegularExpression error(
        u"^#+$|^#[A-Z][A-Z0-9/_]*[!?]?$|^#[名空值数參参引]\\S{0,4}[!?！？]$|^Err:\\d+$"_s);
    static const QRegularExpression covered(u"\\*{3}|＊{3}"_s);
    static const QRegularExpression lost(u"^[?？\\s]{2,}$|\\x{FFFD}"_s);
    if (text.size() <= LongestSpoilt && error.match(text).hasMatch())
        return Texts::tr("\"%1\" is an error of the spreadsheet, or the column was too narrow when the file was saved.")
            .arg(text);
    if (lost.match(text).hasMatch())
        return lostProblem(text);
    if (covered.match(text).hasMatch())
        return Texts::tr("\"%1\" is covered (***). Enter it in full.").arg(visibleText(text));
    return {};
}

QString formulaProblem(const QString &cell)
{
    return unwrapped(cell).startsWith(u'=')
        ? Texts::tr("\"%1\" is a formula. Save the file with values.").arg(visibleText(cell))
        : QString();
}

} // namespace

QString narrowText(QString text)
{
    for (QChar &c : text) {
        if (c.unicode() >= 0xFF01 && c.unicode() <= 0xFF5E)
            c = QChar(static_cast<char16_t>(c.unicode() - WideOffset));
        else if (c.category() == QChar::Separator_Space)
            c = u' ';
    }
    return text;
}

QString visibleText(const QString &text)
{
    QString shown;
    for (const uint c : text.left(LongestShown).toUcs4()) {
        const bool isSeen = QChar::isPrint(c) && !isInvisible(c) && (c == u' ' || !QChar::isSpace(c));
        const char32_t character = c;
        shown += isSeen ? QString::fromUcs4(&character, 1) : u"<U+%1>"_s.arg(c, 4, 16, QChar(u'0')).toUpper();
    }
    return text.size() > LongestShown ? shown + u'…' : shown;
}

QString idOfCell(const QString &cell)
{
    const QString id = narrowText(without(unwrapped(cell), isInvisible)).trimmed();
    return isMarkedAsText(id) ? id.mid(1).trimmed() : id;
}

QString nameOfCell(const QString &cell)
{
    static const QRegularExpression apostrophe(u"^'(?=[=+\\-@＝＋－＠'\\d])"_s);
    return without(unwrapped(cell), isInvisibleInName).trimmed().remove(apostrophe);
}

QString valueOfCell(const QString &cell)
{
    static const QRegularExpression dash(u"^(?:[-–—―/]+|无|無|n/a)$"_s, QRegularExpression::CaseInsensitiveOption);
    const QString value = idOfCell(cell);
    return dash.match(value).hasMatch() ? QString() : value;
}

QString spoiltId(const QString &cell)
{
    const QString id = idOfCell(cell), formula = formulaProblem(cell);
    if (!formula.isEmpty())
        return formula;
    const QList<uint> characters = id.toUcs4();
    if (std::any_of(characters.begin(), characters.end(), isUnknown))
        return lostProblem(id);
    if (const QString problem = spoiltText(id); !problem.isEmpty() || id.size() > LongestSpoilt)
        return problem;
    if (isRounded(id))
        return Texts::tr("The spreadsheet has rounded the number %1. Format the column as text and enter the task_id "
                         "again.")
            .arg(id);
    if (isDate(id))
        return Texts::tr("The spreadsheet has made a date or time of the task_id: %1. Format the column as text and "
                         "enter it again.")
            .arg(id);
    return isConverted(id)
        ? Texts::tr("The spreadsheet has changed the number of the task_id: %1. Format the column as "
                    "text and enter it again.")
              .arg(id)
        : QString();
}

QString spoiltName(const QString &cell)
{
    const QString formula = formulaProblem(cell);
    return formula.isEmpty() ? spoiltText(nameOfCell(cell)) : formula;
}

} // namespace callboard
