// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/csv_text.h"

#include <QRegularExpression>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// General cells show whole numbers of up to 11 digits in full; more become 1.2E+11.
constexpr qsizetype ShownDigits = 11;

bool isInvisible(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
}

bool isFormulaStart(QChar c)
{
    return QStringView(u"=+-@＝＋－＠−﹢﹣﹦﹫").contains(c);
}

bool startsFormula(QStringView text)
{
    const auto first = std::find_if_not(text.begin(), text.end(), isInvisible);
    return first != text.end() && isFormulaStart(*first);
}

bool isDigits(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// A whole number that a spreadsheet gives back character by character.
bool isStableNumber(QStringView text)
{
    const QStringView digits = text.startsWith(u'-') ? text.mid(1) : text;
    return isDigits(digits) && digits.size() <= ShownDigits && (digits.size() == 1 || digits.front() != u'0')
        && text != u"-0";
}

/// A phone number with its plus sign is no formula, however it starts.
bool isSignedDigits(QStringView text)
{
    return text.size() > 1 && QStringView(u"+-").contains(text.front()) && isDigits(text.mid(1));
}

bool looksLikeNumberOrDate(QStringView text)
{
    static const QRegularExpression pattern(
        u"^\\s*(?:(?=.*\\d)[\\d\\s.,:/\\\\+\\-()%$¥￥€£eE年月日时時分秒上下午]+(?:AM|PM|am|pm)?"
        "|(?=.*\\d)[\\d\\s.,/\\-]*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\\d\\s.,/\\-]*"
        "|true|false)\\s*$"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DontCaptureOption);
    constexpr qsizetype LongestNumber = 64; // a spreadsheet takes longer digits as text by itself only above 255
    return text.size() <= 4 * LongestNumber && pattern.match(text.toString()).hasMatch();
}

bool needsApostrophe(QStringView text)
{
    if (text.startsWith(u'\'') || text.startsWith(u'\t') || text.startsWith(u'\r') || text.startsWith(u'\n'))
        return true;
    return startsFormula(text) && !isSignedDigits(text);
}

} // namespace

bool isReinterpreted(QStringView text)
{
    return !isStableNumber(text) && looksLikeNumberOrDate(text);
}

QString spreadsheetText(const QString &text)
{
    if (text.isEmpty())
        return text;
    const bool front = needsApostrophe(text);
    const bool behind = text.endsWith(u'\t') || (!front && isReinterpreted(text));
    return (front ? u"'"_s : QString()) + text + (behind ? u"\t"_s : QString());
}

QString plainText(const QString &cell)
{
    const qsizetype from = cell.startsWith(u'\'') ? 1 : 0;
    const qsizetype to = cell.endsWith(u'\t') ? cell.size() - 1 : cell.size();
    return cell.mid(from, to - from);
}

void appendCsvCell(QByteArray &line, const QString &cell)
{
    const bool special = std::any_of(cell.begin(), cell.end(), [](QChar c) {
        return c == u',' || c == u'"' || c == u'\r' || c == u'\n' || c == u';' || c == u'\t';
    });
    if (!special) {
        line += cell.toUtf8();
        return;
    }
    line += '"';
    line += cell.toUtf8().replace('"', "\"\"");
    line += '"';
}

} // namespace callboard
