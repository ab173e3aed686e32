// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/command.h"
#include "ctl/interruption.h"
#include "ctl/reveal.h"
#include "ctl/store_view.h"
#include "report/report.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QTranslator>

#include <future>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

int list(const Arguments &arguments, Console &console)
{
    QJsonArray reports;
    for (const QString &name : reportNames()) {
        const QStringList formats = reportFormats(name);
        reports.append(QJsonObject{{u"name"_s, name},
                                   {u"title"_s, reportTitle(name)},
                                   {u"formats"_s, QJsonArray::fromStringList(formats)},
                                   {u"description"_s, reportDescription(name)}});
        if (!arguments.has("json"_L1))
            console.out << name << '\t' << formats.join(u' ') << '\t' << reportDescription(name) << '\n';
    }
    if (arguments.has("json"_L1))
        console.json({{u"reports"_s, reports}});
    return Done;
}

QString knownName(const Arguments &arguments)
{
    const QString name = arguments.operands().value(0);
    if (name.isEmpty())
        throw UsageError(u"Which report? There is: %1."_s.arg(reportNames().join(u", "_s)));
    if (!reportNames().contains(name))
        throw UsageError(u"There is no report \"%1\". There is: %2."_s.arg(name, reportNames().join(u", "_s)));
    return name;
}

/// One of the words that the option takes.
QString oneOf(const Arguments &arguments, QLatin1StringView option, const QStringList &words)
{
    const QString word = arguments.text(option);
    if (!words.contains(word))
        throw UsageError(u"--%1 takes %2, not \"%3\"."_s.arg(option, words.join(u" or "_s), word));
    return word;
}

QStringList columnsOf(const Arguments &arguments)
{
    QStringList columns;
    for (const QString &list : arguments.texts("columns"_L1))
        columns += list.split(u',', Qt::SkipEmptyParts);
    return columns;
}

qint64 asOf(const Arguments &arguments)
{
    if (!arguments.has("known-at"_L1))
        return 0;
    const auto time = parseTime(arguments.text("known-at"_L1));
    if (!time)
        throw UsageError(u"--known-at takes a time such as 2026-11-22T09:00+08:00, not \"%1\"."_s.arg(
            arguments.text("known-at"_L1)));
    return *time;
}

ReportRequest requestOf(const Arguments &arguments, const QString &name)
{
    ReportRequest request;
    request.filter.range = arguments.range();
    request.filter.taskIds = arguments.texts("task"_L1);
    request.privacy = arguments.has("reveal"_L1) ? Privacy::Revealed : Privacy::Masked;
    request.personalColumns = arguments.texts("personal"_L1);
    request.format = arguments.text("format"_L1);
    request.output = arguments.text("output"_L1);
    request.columns = columnsOf(arguments);
    request.meaningsOf = oneOf(arguments, "meanings"_L1, {u"today"_s, u"then"_s}) == "then"_L1 ? MeaningsOf::TheirTime
                                                                                               : MeaningsOf::Today;
    request.asOf = asOf(arguments);
    if (!reportFormats(name).contains(request.format)) {
        throw UsageError(u"The report \"%1\" is not written as \"%2\". It can be: %3."_s.arg(
            name, request.format, reportFormats(name).join(u", "_s)));
    }
    if (const QString refusal = reportRefusal(name, request); !refusal.isEmpty())
        throw UsageError(refusal);
    return request;
}

ReportResult write(const QString &name, const ReportRequest &request, const StoreUrl &store)
{
    if (request.privacy == Privacy::Revealed)
        noteReveal(store, u"report %1 with whole numbers written by callboardctl"_s.arg(name));
    StoreView connection(store);
    return runReport(name, request, connection, {}, [] { return Interruption::isRequested(); });
}

int run(const Arguments &arguments, Console &console)
{
    if (arguments.has("list"_L1))
        return list(arguments, console);
    const QString name = knownName(arguments);
    const ReportRequest request = requestOf(arguments, name);
    const QString language = oneOf(arguments, "lang"_L1, {u"en"_s, u"zh_CN"_s});
    QTranslator words;
    if (words.load(u"callboard_"_s + language, u":/i18n"_s))
        QCoreApplication::installTranslator(&words);
    const Interruption interruption;
    // A thread of its own: where there are fonts, this one is the windows', which may not wait for a database.
    const ReportResult result = std::async(std::launch::async, write, name, request, arguments.store()).get();
    QCoreApplication::removeTranslator(&words);
    if (!result.error.isEmpty())
        throw CommandError(result.error);
    if (result.cancelled)
        Interruption::check();
    if (arguments.has("json"_L1) && !isStandardOutput(request.output))
        console.json({{u"report"_s, name}, {u"rows"_s, result.rows}, {u"output"_s, request.output}});
    else
        console.beside(request.output) << "Wrote " << result.rows << " rows to " << request.output << ".\n";
    return Done;
}

} // namespace

Command reportCommand()
{
    return {
        "report",
        "NAME",
        1,
        "Write a report to a file. \"callboardctl report --list\" names the reports and their formats.",
        {StoreOption,
         {"format", "FORMAT", "the kind of file; --list names them", "csv"},
         {"output", "FILE", "the file to write", "", true},
         TaskOption,
         FromOption,
         ToOption,
         {"lang", "LANG", "language of the report: en or zh_CN", "en"},
         {"columns", "NAMES", "only these columns of the first table, with commas between; in this order"},
         {"meanings", "WHOSE", "what result codes mean: as decided today, or then, at the end of the period", "today"},
         {"known-at", "TIME", "only what had arrived by then"},
         RevealOption,
         {"personal", "COLUMN", "cover this customer column wholly unless --reveal; may be given several times"},
         {"list", "", "name the reports and their formats"},
         JsonOption},
        run};
}

} // namespace callboard
