// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/arguments.h"

#include "ctl/line_file.h"
#include "store/database/private_file.h"
#include "store/database/store_problem_text.h"

#include <QDebug>
#include <QFileInfo>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MostTokenFileBytes = 16 * 1024;
constexpr qsizetype MostTokenBytes = 1024; // well within what the head of a request may have

/// Only told, not closed to others: another program may have to read it.
void warnOfExposure(const QString &file)
{
    if (const QString exposure = exposureOf(file); !exposure.isEmpty() && QFileInfo(file).isFile())
        qWarning().noquote() << exposure;
}

} // namespace

qint64 Arguments::number(QLatin1StringView option, qint64 low, qint64 high) const
{
    bool ok = false;
    const qint64 value = text(option).toLongLong(&ok);
    if (!ok || value < low || value > high) {
        throw UsageError(
            u"--%1 takes a whole number from %2 to %3, not \"%4\"."_s.arg(option).arg(low).arg(high).arg(text(option)));
    }
    return value;
}

double Arguments::decimal(QLatin1StringView option, double low, double high) const
{
    bool ok = false;
    const double value = text(option).toDouble(&ok);
    if (!ok || !(value >= low && value <= high))
        throw UsageError(
            u"--%1 takes a number from %2 to %3, not \"%4\"."_s.arg(option).arg(low).arg(high).arg(text(option)));
    return value;
}

StoreUrl Arguments::store() const
{
    StoreProblem problem;
    const auto url = StoreUrl::parse(text("store"_L1), &problem);
    if (!url)
        throw UsageError(u"--store \"%1\": %2"_s.arg(text("store"_L1), storeProblemLogText(problem)));
    return *url;
}

qint64 Arguments::time(QLatin1StringView option, qint64 otherwise) const
{
    if (!has(option))
        return otherwise;
    const auto time = parseTime(text(option));
    if (!time) {
        throw UsageError(u"--%1 takes a time such as 2026-11-22T09:00+08:00, or a date, not \"%2\"."_s.arg(option).arg(
            text(option)));
    }
    return *time;
}

TimeRange Arguments::range() const
{
    const TimeRange all;
    return {time("from"_L1, all.from), time("to"_L1, all.to)};
}

QString Arguments::secretFile(QLatin1StringView option) const
{
    const QString name = text(option);
    warnOfExposure(name);
    return name;
}

QByteArrayList Arguments::tokens(QLatin1StringView option) const
{
    QByteArrayList tokens;
    const QStringList names = texts(option);
    for (const QString &name : names) {
        warnOfExposure(name);
        const QList<NumberedLine> lines = readLines(name, MostTokenFileBytes);
        if (lines.isEmpty())
            throw CommandError(u"%1 is empty, or all of its lines begin with #; it should hold the token."_s.arg(name));
        for (const NumberedLine &line : lines) {
            requirePrintable(line, name, u"a token"_s);
            if (line.text.size() > MostTokenBytes)
                throw CommandError(u"Line %1 of %2 can't be a token: it has more than %3 characters."_s.arg(
                    QString::number(line.number), name, QString::number(MostTokenBytes)));
            tokens.append(line.text);
        }
    }
    return tokens;
}

} // namespace callboard
