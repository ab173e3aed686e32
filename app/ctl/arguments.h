// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/filter/call_filter.h"
#include "store/database/store_url.h"

#include <QCommandLineParser>

#include <stdexcept>

namespace callboard {

/// How callboardctl ends.
enum ExitCode : int { Done = 0, Failed = 1, WrongUsage = 2 };

/// The command line is wrong: exit code 2, with a sentence for a person.
class UsageError : public std::runtime_error
{
public:
    explicit UsageError(const QString &what)
        : std::runtime_error(what.toStdString())
        , m_text(what)
    { }
    QString text() const { return m_text; }

private:
    QString m_text;
};

/// The thing asked for failed: exit code 1, with a sentence for a person.
class CommandError : public std::runtime_error
{
public:
    explicit CommandError(const QString &what)
        : std::runtime_error(what.toStdString())
        , m_text(what)
    { }
    QString text() const { return m_text; }

private:
    QString m_text;
};

/// The options and operands of one command, read strictly. Every getter throws UsageError on a value that does not fit.
class Arguments
{
public:
    explicit Arguments(const QCommandLineParser &parser)
        : m_parser(parser)
    { }

    bool has(QLatin1StringView option) const { return m_parser.isSet(option); }
    QString text(QLatin1StringView option) const { return m_parser.value(option); }
    QStringList texts(QLatin1StringView option) const { return m_parser.values(option); }
    QStringList operands() const { return m_parser.positionalArguments(); }

    qint64 number(QLatin1StringView option, qint64 low, qint64 high) const;
    double decimal(QLatin1StringView option, double low, double high) const;
    /// 0..1.
    double probability(QLatin1StringView option) const { return decimal(option, 0, 1); }
    StoreUrl store() const;
    /// --from and --to; all of time where they are not given.
    TimeRange range() const;
    /// The tokens in all files that the option names, one a line; empty lines and those that begin with # are none.
    /// Empty when the option is not given. Throws CommandError when a file can't be read or holds no token, or one that
    /// can't stand in the head of a request.
    QByteArrayList tokens(QLatin1StringView option) const;
    /// The name of a file that holds a secret; where others can read it, that is told.
    QString secretFile(QLatin1StringView option) const;

private:
    qint64 time(QLatin1StringView option, qint64 otherwise) const;

    const QCommandLineParser &m_parser;
};

} // namespace callboard
