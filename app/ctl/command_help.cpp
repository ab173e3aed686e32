// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/command_help.h"

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype Width = 79;
constexpr qsizetype MostIndent = 28; ///< of what is said about an option; a longer name stands on a line of its own

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

/// Lines of at most Width characters, all but the first one indented.
QString wrapped(const QString &words, qsizetype indent, qsizetype first)
{
    QString lines;
    qsizetype at = first;
    const QStringList all = words.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : all) {
        const bool isFirst = lines.isEmpty();
        if (!isFirst && at + 1 + word.size() > Width) {
            lines += u'\n' + QString(indent, u' ');
            at = indent;
        } else if (!isFirst) {
            lines += u' ';
            at += 1;
        }
        lines += word;
        at += word.size();
    }
    return lines + u'\n';
}

QString nameOf(const OptionSpec &option)
{
    const QString value = text(option.valueName);
    return u"--"_s + text(option.name) + (value.isEmpty() ? QString() : u' ' + value);
}

QString usageOf(const Command &command)
{
    QString usage = u"Usage: callboardctl "_s + text(command.name);
    if (*command.operands != '\0')
        usage += u' ' + text(command.operands);
    for (const OptionSpec &option : command.options)
        usage += option.required ? u' ' + nameOf(option) : QString();
    constexpr qsizetype Indent = 7;
    return wrapped(usage + u" [OPTIONS]"_s, Indent, 0);
}

QString describe(const QString &name, const QString &what, qsizetype column)
{
    const QString line = u"  "_s + name;
    const bool fits = line.size() + 2 <= column;
    const QString before = fits ? line.leftJustified(column) : line + u'\n' + QString(column, u' ');
    return before + wrapped(what, column, column);
}

QString whatIs(const OptionSpec &option)
{
    const QString preset = text(option.preset);
    if (option.required)
        return text(option.text) + u" (required)"_s;
    return text(option.text) + (preset.isEmpty() ? QString() : u" (%1 unless said otherwise)"_s.arg(preset));
}

} // namespace

QString commandHelp(const Command &command)
{
    const QString help = u"--help"_s;
    qsizetype column = help.size();
    for (const OptionSpec &option : command.options)
        column = std::max(column, nameOf(option).size());
    constexpr qsizetype Margins = 4; // two before the name, two behind it
    column = std::min(column + Margins, MostIndent);
    QString lines = usageOf(command) + u'\n' + wrapped(text(command.summary), 0, 0) + u"\nOptions:\n"_s;
    for (const OptionSpec &option : command.options)
        lines += describe(nameOf(option), whatIs(option), column);
    return lines + describe(help, u"show this help"_s, column);
}

QString commandLine(const Command &command)
{
    constexpr qsizetype Column = 13;
    const QString summary = text(command.summary);
    const qsizetype end = summary.indexOf(u". "_s);
    return describe(text(command.name), end < 0 ? summary : summary.left(end + 1), Column);
}

} // namespace callboard
