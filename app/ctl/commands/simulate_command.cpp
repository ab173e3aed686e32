// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/command.h"
#include "ctl/interruption.h"
#include "files/output_file.h"
#include "files/output_target.h"
#include "program/termination_signals.h"
#include "simulator/simulator.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonObject>
#include <QRandomGenerator>

#include <limits>
#include <optional>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Most = std::numeric_limits<qint64>::max();

QUrl urlOf(const Arguments &arguments)
{
    const QUrl url(arguments.text("url"_L1), QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != "http"_L1 || url.host().isEmpty())
        throw UsageError(u"--url takes http://HOST:PORT/PATH, not \"%1\"."_s.arg(arguments.text("url"_L1)));
    return url;
}

PushDialect dialectOf(const Arguments &arguments)
{
    const QString dialect = arguments.text("dialect"_L1);
    if (dialect != "a"_L1 && dialect != "b"_L1)
        throw UsageError(u"--dialect takes a or b, not \"%1\"."_s.arg(dialect));
    return dialect == "b"_L1 ? PushDialect::B : PushDialect::A;
}

/// A run without a given seed makes calls that no run before has made.
quint64 seedOf(const Arguments &arguments)
{
    if (arguments.has("seed"_L1))
        return static_cast<quint64>(arguments.number("seed"_L1, 0, Most));
    return QRandomGenerator::system()->generate64() >> 1;
}

SimulatorConfig configOf(const Arguments &arguments)
{
    SimulatorConfig config;
    config.url = urlOf(arguments);
    config.token = arguments.tokens("token-file"_L1).value(0);
    config.connections = static_cast<int>(arguments.number("connections"_L1, 1, 10'000));
    config.source.calls = arguments.number("calls"_L1, 0, Most);
    config.source.rate = arguments.decimal("rate"_L1, 0, 1e6);
    config.source.disorder = arguments.probability("disorder"_L1);
    config.source.duplicates = arguments.probability("duplicates"_L1);
    config.source.lost = arguments.probability("lost"_L1);
    config.source.generator.basicOnly = arguments.probability("basic-only"_L1);
    config.source.generator.lineFaults = arguments.probability("line-failures"_L1);
    config.source.generator.tasks = static_cast<int>(arguments.number("tasks"_L1, 1, 10'000));
    config.source.generator.seed = seedOf(arguments);
    config.source.generator.dialect = dialectOf(arguments);
    return config;
}

void writeExpectation(const QString &fileName, const QJsonObject &expectation)
{
    const Interruption interruption; // a pipe may have no reader
    OutputFile file(fileName, [] { return Interruption::isRequested(); });
    if (!file.open(QIODevice::WriteOnly)
        || file.write(QJsonDocument(expectation).toJson(QJsonDocument::Compact) + '\n') < 0 || !file.commit())
        throw CommandError(u"The file %1 can't be written: %2."_s.arg(fileName, file.errorString()));
}

/// The uuid of every call with a confirmed message, one a line, written through at once: what a receiver that is killed
/// must still have.
class AckedFile
{
public:
    explicit AckedFile(const QString &fileName)
        : m_file(fileName)
    {
        if (fileName.isEmpty())
            return;
        const QString problem = problemOf(outputTarget(fileName));
        if (!problem.isEmpty() || !m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            throw CommandError(u"The file %1 can't be written: %2."_s.arg(
                fileName, problem.isEmpty() ? m_file.errorString() : problem));
    }
    void note(const QByteArray &uuid)
    {
        if (m_file.isOpen())
            m_file.write(uuid + '\n');
    }

private:
    static QString problemOf(const OutputTarget &target)
    {
        return target.kind == OutputTarget::Kind::File ? databaseProblem(target.path) : target.problem;
    }

    QFile m_file;
};

/// The list is emptied at the start, so it must not be a file that the end replaces.
void checkFiles(const Arguments &arguments)
{
    const QString acked = arguments.text("acked"_L1), expect = arguments.text("expect"_L1);
    if (!acked.isEmpty() && outputTarget(acked).kind == OutputTarget::Kind::File
        && outputTarget(acked).path == outputTarget(expect).path)
        throw UsageError(u"--acked and --expect can't be the same file."_s);
}

void printReport(Console &console, const SimulationReport &report)
{
    console.out << "sent " << report.sent << ", acked " << report.acked << ", failed " << report.failed << ", retried "
                << report.retried << '\n'
                << Qt::fixed << qSetRealNumberPrecision(1) << "rate " << report.rate << " messages/s over "
                << report.seconds << " s\n"
                << qSetRealNumberPrecision(2) << "latency p50 " << report.p50Ms << " ms, p90 " << report.p90Ms
                << " ms, p99 " << report.p99Ms << " ms, max " << report.maxMs << " ms\n";
}

int run(const Arguments &arguments, Console &console)
{
    const SimulatorConfig config = configOf(arguments);
    checkFiles(arguments);
    AckedFile acked(arguments.text("acked"_L1));
    Simulator simulator(config);
    SimulationReport report;
    std::optional<TerminationSignals> signals_(std::in_place);
    QObject::connect(&*signals_, &TerminationSignals::requested, &simulator, &Simulator::stop);
    QObject::connect(&simulator, &Simulator::acknowledged, &simulator,
                     [&acked](const QByteArray &uuid) { acked.note(uuid); });
    QObject::connect(&simulator, &Simulator::finished, &simulator, [&report](const SimulationReport &end) {
        report = end;
        QCoreApplication::quit();
    });
    console.err << "seed " << config.source.generator.seed << Qt::endl;
    simulator.start();
    QCoreApplication::exec();
    signals_.reset();
    if (arguments.has("expect"_L1))
        writeExpectation(arguments.text("expect"_L1), simulator.expectation());
    if (arguments.has("json"_L1))
        console.json(report.toJson());
    else
        printReport(console, report);
    return report.failed == 0 ? Done : Failed;
}

std::vector<OptionSpec> options()
{
    return {{"url", "URL", "where to push, such as http://127.0.0.1:8787/receiveCallRecord", "", true},
            {"calls", "N", "how many calls; 0: until interrupted", "", true},
            {"rate", "R", "calls a second; 0: as fast as they are answered", "0"},
            {"connections", "C", "connections kept open", "8"},
            {"tasks", "T", "campaigns", "6"},
            {"seed", "S", "the same seed makes the same calls; without it they are new each time"},
            {"disorder", "P", "share of calls whose messages come in the wrong order, 0 to 1", "0"},
            {"duplicates", "P", "share of messages that come twice", "0"},
            {"lost", "P", "share of messages that never come", "0"},
            {"basic-only", "P", "share of outbound calls that never get their second message", "0"},
            {"line-failures", "P", "share of outbound calls that fail on the line, at least", "0"},
            {"dialect", "a|b", "a: as specified; b: seconds, numbers as text, unset times empty", "a"},
            {"token-file", "FILE", "send the token in this file"},
            {"expect", "FILE", "write what \"totals --json\" must say of a fresh store that got it all"},
            {"acked", "FILE", "write the uuid of every call with a confirmed message"},
            JsonOption};
}

} // namespace

Command simulateCommand()
{
    return {"simulate", "", 0, "Push invented calls to a receiver, as the platform would.", options(), run};
}

} // namespace callboard
