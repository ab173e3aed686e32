// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/command_line.h"

#include "ctl/command_help.h"
#include "store/database/store_trouble.h"

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

void printOverview(TerminalStream &to, const std::vector<Command> &commands)
{
    to << "Usage: callboardctl COMMAND [OPTIONS]\n\nCommands:\n";
    for (const Command &command : commands)
        to.lines(commandLine(command));
    to << "\n\"callboardctl COMMAND --help\" says more about one.\n"
          "It ends with 0 when done, with 1 when the thing failed or differs, with 2 when\nit was called wrongly.\n";
}

void describe(QCommandLineParser &parser, const Command &command)
{
    parser.addOption({{u"h"_s, u"help"_s}, u"show this help"_s});
    for (const OptionSpec &option : command.options) {
        parser.addOption({text(option.name), text(option.text), text(option.valueName), text(option.preset)});
    }
}

void requireComplete(const QCommandLineParser &parser, const Command &command)
{
    if (parser.positionalArguments().size() > command.mostOperands)
        throw UsageError(u"\"%1\" is too much."_s.arg(parser.positionalArguments().at(command.mostOperands)));
    for (const OptionSpec &option : command.options) {
        if (option.required && !parser.isSet(text(option.name)))
            throw UsageError(u"--%1 %2 is missing."_s.arg(text(option.name), text(option.valueName)));
    }
}

int runCommand(const Command &command, const QStringList &arguments, Console &console)
{
    QCommandLineParser parser;
    describe(parser, command);
    if (!parser.parse(arguments))
        throw UsageError(parser.errorText());
    if (parser.isSet(u"help"_s)) {
        console.out.lines(commandHelp(command));
        return Done;
    }
    // "report --list" and the like stand for themselves.
    if (!std::any_of(command.options.begin(), command.options.end(), [&](const OptionSpec &option) {
            return text(option.name) == "list"_L1 && parser.isSet(u"list"_s);
        }))
        requireComplete(parser, command);
    return command.run(Arguments(parser), console);
}

/// What a person can do, where the error does not say so itself.
QString adviceFor(const StoreError &error)
{
    if (isDamage(error.kind()) && !error.text().contains("salvage"_L1))
        return u"The store is damaged. \"callboardctl salvage --help\" tells how what is sound is brought into a new "
               "one."_s;
    return {};
}

int runGuarded(const Command &command, const QStringList &arguments, Console &console)
{
    try {
        return runCommand(command, arguments, console);
    } catch (const UsageError &error) {
        console.err << "callboardctl " << text(command.name) << ": " << error.text() << "\n\"callboardctl "
                    << text(command.name) << " --help\" lists what it takes.\n";
        return WrongUsage;
    } catch (const CommandError &error) {
        console.err << "callboardctl " << text(command.name) << ": " << error.text() << '\n';
    } catch (const StoreError &error) {
        console.err << "callboardctl " << text(command.name) << ": " << error.text() << '\n';
        if (const QString advice = adviceFor(error); !advice.isEmpty())
            console.err << advice << '\n';
    }
    return Failed;
}

int runFirstWord(const QString &word, const std::vector<Command> &commands, Console &console)
{
    if (word == "--version"_L1 || word == "-v"_L1) {
        console.out << "callboardctl " << CALLBOARD_VERSION << '\n';
        return Done;
    }
    const bool asked = word == "--help"_L1 || word == "-h"_L1 || word == "help"_L1;
    if (!asked && !word.isEmpty())
        console.err << "callboardctl: there is no command \"" << word << "\".\n";
    printOverview(asked ? console.out : console.err, commands);
    return asked ? Done : WrongUsage;
}

} // namespace

int runCommandLine(const QStringList &arguments, const std::vector<Command> &commands, Console &console)
{
    const QString word = arguments.value(1);
    const auto command =
        std::find_if(commands.begin(), commands.end(), [&](const Command &c) { return text(c.name) == word; });
    if (command == commands.end())
        return runFirstWord(word, commands, console);
    QStringList rest = arguments;
    rest.removeAt(1);
    return runGuarded(*command, rest, console);
}

int checkOutput(Console &console, int code)
{
    if (console.out.flush())
        return code;
    console.err
        << "callboardctl: not all of the output could be written: the standard output is closed, or its disk is full."
        << Qt::endl;
    return code == WrongUsage ? code : Failed;
}

} // namespace callboard
