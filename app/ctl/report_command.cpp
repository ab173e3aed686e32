// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/command.h"
#include "ctl/reveal.h"
#include "report/report.h"
#include "store/connection.h"

#include <QJsonArray>
#include <QJsonObject>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

int list(const Arguments &arguments, Console &console)
{
    QJsonArray reports;
    for (const QString &name : reportNames()) {
        const QStringList formats = reportFormats(name);
        reports.append(QJsonObject{{u"name"_s, name},
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

ReportRequest requestOf(const Arguments &arguments, const QString &name)
{
    ReportRequest request;
    request.filter.range = arguments.range();
    request.filter.taskIds = arguments.texts("task"_L1);
    request.privacy = arguments.has("reveal"_L1) ? Privacy::Revealed : Privacy::Masked;
    request.format = arguments.text("format"_L1);
    request.output = arguments.text("output"_L1);
    if (!reportFormats(name).contains(request.format)) {
        throw UsageError(u"The report \"%1\" is not written as \"%2\". It can be: %3."_s.arg(
            name, request.format, reportFormats(name).join(u", "_s)));
    }
    return request;
}

void requireLanguage(const QString &language)
{
    static const QStringList languages{u"en"_s, u"zh_CN"_s};
    if (!languages.contains(language))
        throw UsageError(u"--lang takes %1, not \"%2\"."_s.arg(languages.join(u" or "_s), language));
}

int run(const Arguments &arguments, Console &console)
{
    if (arguments.has("list"_L1))
        return list(arguments, console);
    const QString name = knownName(arguments);
    const ReportRequest request = requestOf(arguments, name);
    requireLanguage(arguments.text("lang"_L1));
    Connection connection(arguments.store(), Access::Read);
    if (request.privacy == Privacy::Revealed)
        noteReveal(arguments.store(), u"report %1 with whole numbers written by callboardctl"_s.arg(name));
    const ReportResult result = runReport(name, request, connection);
    if (!result.error.isEmpty())
        throw CommandError(result.error);
    console.out << "Wrote " << result.rows << " rows to " << request.output << ".\n";
    return Done;
}

} // namespace

Command reportCommand()
{
    return {"report",
            "NAME",
            1,
            "Write a report to a file; --list names the reports.",
            {StoreOption,
             {"format", "FORMAT", "the kind of file; --list names them", "csv"},
             {"output", "FILE", "the file to write", "", true},
             TaskOption,
             FromOption,
             ToOption,
             {"lang", "LANG", "language of the report: en or zh_CN", "en"},
             RevealOption,
             {"list", "", "name the reports and their formats"},
             JsonOption},
            run};
}

} // namespace callboard
