// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QTextStream>

#include <cstddef>
#include <cstdio>
#include <type_traits>

namespace callboard {

/// Text from outside for a terminal: every character that would steer it, break the line or turn its direction is
/// written as its code, such as \u001b. All others stay as they are; so does a backslash, which a terminal ignores.
QString terminalText(const QString &text);

/// A JSON document with the same characters escaped inside its texts, where JSON itself would leave them bare (DEL, C1,
/// marks of direction, separators of lines). Reads back as the same document.
QByteArray terminalJson(const QByteArray &document);

/// The standard output or error of a command. What a program says of its own stands in literals and goes out as it is;
/// every other text goes through terminalText(), so nothing that was pushed can reach the terminal bare. One thread at
/// a time.
class TerminalStream
{
public:
    explicit TerminalStream(std::FILE *file)
        : m_stream(file)
        , m_file(file)
    { }
    Q_DISABLE_COPY_MOVE(TerminalStream)

    template <std::size_t N>
    TerminalStream &operator<<(const char (&literal)[N])
    {
        m_stream << literal;
        return *this;
    }
    TerminalStream &operator<<(char c)
    {
        m_stream << c;
        return *this;
    }
    template <typename Number>
    requires std::is_arithmetic_v<Number> TerminalStream &operator<<(Number number)
    {
        m_stream << number;
        return *this;
    }
    TerminalStream &operator<<(const QString &text)
    {
        m_stream << terminalText(text);
        return *this;
    }
    TerminalStream &operator<<(QTextStream &(*manipulator)(QTextStream &))
    {
        m_stream << manipulator;
        return *this;
    }
    TerminalStream &operator<<(const QTextStreamManipulator &manipulator)
    {
        m_stream << manipulator;
        return *this;
    }
    /// Text of several lines: line breaks stay.
    void lines(const QString &text);
    /// A JSON document or a part of one.
    void json(const QByteArray &document) { m_stream << QString::fromUtf8(terminalJson(document)); }
    /// Hands all of it to the system; false where any of it was not taken.
    bool flush();

private:
    QTextStream m_stream;
    std::FILE *m_file;
};

/// What Qt itself writes to the standard error goes through terminalText(), too, from then on; a sender's words may be
/// part of it.
void guardQtMessages();

} // namespace callboard
