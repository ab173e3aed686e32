// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/xlsx/xlsx_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestSheetName = 31;

bool isUnwritable(char16_t c)
{
    return (c < u' ' && c != u'\t' && c != u'\n') || c == 0xFFFE || c == 0xFFFF;
}

bool isHexDigit(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

/// "_x0041_" would be shown as "A".
bool startsEscape(QStringView text)
{
    if (text.size() < 7 || text[1] != u'x' || text[6] != u'_')
        return false;
    const QStringView digits = text.mid(2, 4);
    return std::all_of(digits.begin(), digits.end(), isHexDigit);
}

bool needsEscape(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isUnwritable(text[i].unicode()) || (text[i] == u'_' && startsEscape(text.mid(i))))
            return true;
    }
    return false;
}

QString escaped(QStringView text)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (isUnwritable(c.unicode()) || (c == u'_' && startsEscape(text.mid(i))))
            result += u"_x%1_"_s.arg(int(c.unicode()), 4, 16, QChar(u'0')).toUpper().replace(u'X', u'x');
        else
            result += c;
    }
    return result;
}

/// The first `length` units, without half a surrogate pair at the end.
QStringView wholeCharacters(QStringView text, qsizetype length)
{
    const bool splits = length > 0 && length < text.size() && text[length - 1].isHighSurrogate();
    return text.left(splits ? length - 1 : length);
}

QString cutText(const QString &text)
{
    const auto mark = [&](qsizetype missing) {
        return QCoreApplication::translate("XlsxWriter", " … [%1 more characters did not fit into the cell]")
            .arg(missing);
    };
    const qsizetype room = LongestCell - mark(text.size()).size();
    QStringView kept = wholeCharacters(text, room);
    QString shown = escaped(kept);
    while (shown.size() > room) {
        kept = wholeCharacters(kept, kept.size() - std::max<qsizetype>(1, (shown.size() - room) / 7));
        shown = escaped(kept);
    }
    return shown + mark(text.size() - kept.size());
}

} // namespace

QByteArray cellUtf8(const QString &text, qint64 *cut)
{
    if (text.size() <= LongestCell) {
        if (!needsEscape(text))
            return text.toUtf8();
        const QString whole = escaped(text);
        if (whole.size() <= LongestCell)
            return whole.toUtf8();
    }
    ++*cut;
    return cutText(text).toUtf8();
}

QByteArray titleUtf8(const QString &text, qsizetype longest)
{
    QString clean = text.startsWith(u'=') ? QString(u'\'' + text) : text;
    for (QChar &c : clean) {
        if (isUnwritable(c.unicode()))
            c = QChar::ReplacementCharacter;
    }
    QByteArray utf8 = clean.toUtf8();
    while (utf8.size() > longest) {
        clean = wholeCharacters(clean, clean.size() - 1).toString();
        utf8 = clean.toUtf8();
    }
    return utf8;
}

QByteArray SheetNames::make(const QString &wanted)
{
    QString base = QString::fromUtf8(titleUtf8(wanted, wanted.size() * 4 + 8)).simplified();
    for (QChar &c : base) {
        if (QStringView(u"[]:*?/\\'").contains(c))
            c = u'_';
    }
    if (base.isEmpty() || base.compare("History"_L1, Qt::CaseInsensitive) == 0)
        base += u'_';
    QString name = wholeCharacters(base, LongestSheetName).toString();
    for (int n = 2; m_taken.contains(name.toCaseFolded()); ++n) {
        const QString number = u" (%1)"_s.arg(n);
        name = wholeCharacters(base, LongestSheetName - number.size()).toString() + number;
    }
    m_taken.insert(name.toCaseFolded());
    return name.toUtf8();
}

int shownWidth(QStringView text)
{
    int width = 0;
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        const bool wide = (u >= 0x1100 && u <= 0x115F) || (u >= 0x2E80 && u <= 0xD7A3) || (u >= 0xF900 && u <= 0xFAFF)
            || (u >= 0xFE30 && u <= 0xFE6F) || (u >= 0xFF00 && u <= 0xFF60) || (u >= 0xFFE0 && u <= 0xFFE6);
        width += wide ? 2 : 1;
    }
    return width;
}

} // namespace callboard
