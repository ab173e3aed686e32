// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>

namespace callboard::test {

/// What is left of English sentences in a Chinese text: two words in a row, apart from paths and commands to type.
/// Empty where all is told in the reader's language.
inline QString englishLeftIn(QString text)
{
    static const QRegularExpression typed(
        QStringLiteral("callboardctl [\\x20-\\x7e]*|systemctl \\w+|find / -samefile \\S*|callboard或|ulimit -f"
                       "|(sqlite:)?/[\\x21-\\x7e]*"));
    static const QRegularExpression words(QStringLiteral("[A-Za-z']{2,}[ ,:]+[A-Za-z']{2,}[A-Za-z' ]*"));
    text.remove(typed);
    return words.match(text).captured();
}

} // namespace callboard::test
