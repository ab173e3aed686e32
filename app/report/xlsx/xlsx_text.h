// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSet>
#include <QString>

/// Text as a workbook can hold it.
namespace callboard {

/// The most that a cell takes, in UTF-16 units.
inline constexpr qsizetype LongestCell = 32'767;

/// A cell's text in UTF-8. Characters that XML cannot hold, and carriage returns, become _xHHHH_, and text that looks
/// like that already is escaped too, so that a spreadsheet shows what was pushed. Of text longer than a cell the
/// beginning is kept, with a mark that says how much is missing; `cut` then counts it.
QByteArray cellUtf8(const QString &text, qint64 *cut);

/// Text for titles and properties, where nothing can be escaped: what XML cannot hold becomes U+FFFD, and a leading
/// equals sign, which would make it a formula, gets an apostrophe in front. At most `longest` bytes.
QByteArray titleUtf8(const QString &text, qsizetype longest = 255);

/// Names of sheets: legal, at most 31 characters, each different from those before whatever the case.
class SheetNames
{
public:
    QByteArray make(const QString &wanted);

private:
    QSet<QString> m_taken;
};

/// How many digits wide the text is in a spreadsheet; Chinese characters are twice as wide.
int shownWidth(QStringView text);

} // namespace callboard
