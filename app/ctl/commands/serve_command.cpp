// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/command.h"
#include "ctl/commands/alert_log.h"
#include "ctl/commands/schedule_log.h"
#include "ctl/commands/serve_options.h"
#include "live/runner/alert_runner.h"
#include "program/process_start.h"
#include "program/termination_signals.h"
#include "receiver/config/exposure.h"
#include "receiver/server/receiver.h"
#include "record/call/masking.h"
#include "report/schedule/schedule_runner.h"
#include "store/database/store_problem_text.h"
#include "store/retention/retention.h"
#include "store/write/store_writer.h"

#include <QCoreApplication>

#include <optional>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MostDays = 36'500;

/// 0 keeps for ever; less than the least is a mistake, not a wish.
qint64 keptMs(const Arguments &arguments, QLatin1StringView option, qint64 leastMs)
{
    const qint64 days = arguments.number(option, 0, MostDays);
    if (days != 0 && days * DayMs < leastMs)
        throw UsageError(u"--%1 takes 0 (for ever) or at least %2 days."_s.arg(option).arg(leastMs / DayMs));
    return days * DayMs;
}

WriterOptions keepingOf(const Arguments &arguments)
{
    WriterOptions options;
    options.journalKeepMs = keptMs(arguments, "keep-messages"_L1, Retention::LeastMessagesMs);
    options.callKeepMs = keptMs(arguments, "keep-calls"_L1, Retention::LeastCallsMs);
    return options;
}

/// Says when writing stops and when it goes on; that it works at first goes without saying.
class TroubleLog
{
public:
    explicit TroubleLog(TerminalStream &err)
        : m_err(err)
    { }
    void note(bool writable, const StoreProblem &problem)
    {
        if (!writable)
            m_err << storeProblemLogText(problem) << Qt::endl;
        else if (m_inTrouble)
            m_err << "The store can be written again; pushes are taken." << Qt::endl;
        m_inTrouble = !writable;
    }

private:
    TerminalStream &m_err;
    bool m_inTrouble = false;
};

/// The scheduled reports of a store whose writer is open.
class Schedules
{
public:
    Schedules(const StoreUrl &store, StoreWriter &writer, TerminalStream &err)
        : m_readers(store, ScheduleThreads)
        , m_runner(m_readers, writer)
    {
        QObject::connect(&m_runner, &ScheduleRunner::runEnded, &m_runner,
                         [&err](const ReportRun &run) { err << logLine(run) << Qt::endl; });
        QObject::connect(&m_runner, &ScheduleRunner::troubled, &m_runner,
                         [&err](const QString &sentence) { err << maskText(sentence) << Qt::endl; });
        QObject::connect(&writer, &StoreWriter::schedulesChanged, &m_runner, &ScheduleRunner::checkDue);
        m_runner.start();
    }
    void stop() { m_runner.stop(); }

private:
    ReaderPool m_readers;
    ScheduleRunner m_runner;
};

/// The alerts of a store whose writer is open, judged as in the window.
class Alerts
{
public:
    Alerts(const StoreUrl &store, StoreWriter &writer, const Receiver &receiver, TerminalStream &err)
        : m_readers(store, 1)
        , m_runner(m_readers, writer,
                   {.isReceiving = [&receiver] { return !receiver.url().isEmpty(); },
                    .turnedAway = [&receiver] { return pushesTurnedAway(receiver.stats()); }})
    {
        QObject::connect(&m_runner, &AlertRunner::alertChanged, &m_runner,
                         [&err](const AlertChange &change) { err << logLine(change) << Qt::endl; });
        m_runner.start();
    }

private:
    ReaderPool m_readers;
    AlertRunner m_runner;
};

/// Reads tokens, allow-list and certificate again when asked to.
class Reloading
{
public:
    Reloading(const Arguments &arguments, Receiver &receiver, const TerminationSignals &signals_, TerminalStream &err)
        : m_arguments(arguments)
        , m_receiver(receiver)
        , m_err(err)
    {
        QObject::connect(&signals_, &TerminationSignals::reloadRequested, &receiver, [this] { reload(); });
        QObject::connect(&receiver, &Receiver::reloaded, &receiver, [this](const QString &error) { tell(error); });
    }

private:
    void reload()
    {
        try {
            m_receiver.reload(receiverConfig(m_arguments));
        } catch (const CommandError &error) {
            tell(error.text());
        } catch (const UsageError &error) {
            tell(error.text());
        }
    }
    void tell(const QString &error)
    {
        if (error.isEmpty())
            m_err << "Tokens, allow-list and certificate were read again." << Qt::endl;
        else
            m_err << "Nothing was changed, the old ones stay in use: " << error << Qt::endl;
    }

    const Arguments &m_arguments;
    Receiver &m_receiver;
    TerminalStream &m_err;
};

int run(const Arguments &arguments, Console &console)
{
    const ReceiverConfig config = receiverConfig(arguments);
    TerminationSignals signals_(isOnTerminal() ? OnHangup::End : OnHangup::Reload);
    TroubleLog log(console.err);
    StoreWriter writer(arguments.store(), keepingOf(arguments));
    QObject::connect(&writer, &StoreWriter::writableChanged, QCoreApplication::instance(),
                     [&log](bool writable, const StoreProblem &problem) { log.note(writable, problem); });
    QString reason;
    if (!writer.startAndWait(&reason))
        throw CommandError(reason);
    if (arguments.has("confirm-clock"_L1))
        writer.confirmClock();
    Receiver receiver(config, writer);
    QObject::connect(&receiver, &Receiver::noticed, &receiver,
                     [&console](const QString &sentence) { console.err << sentence << Qt::endl; });
    QObject::connect(&signals_, &TerminationSignals::requested, &receiver, [] { QCoreApplication::quit(); });
    if (!receiver.startAndWait(&reason)) {
        writer.stop();
        throw CommandError(reason);
    }
    const Reloading reloading(arguments, receiver, signals_, console.err);
    for (const QString &warning : exposureWarnings(config))
        console.err << "WARNING: " << warning << Qt::endl;
    if (isStandardOutputOpen()) // closed by whoever runs it as a service, and wants no line
        console.out << "listening " << receiver.url().toString(QUrl::FullyEncoded) << Qt::endl;
    std::optional<Schedules> schedules;
    schedules.emplace(arguments.store(), writer, console.err);
    std::optional<Alerts> alerts(std::in_place, arguments.store(), writer, receiver, console.err);
    QCoreApplication::exec();
    schedules->stop();
    schedules.reset(); // the readers go first: the writer, as the last one, leaves a store of one file
    alerts.reset();
    // The receiver waits for its last receipts, which the writer still delivers.
    receiver.shutdown();
    writer.stop();
    const IngestState state = writer.ingestState();
    console.err << "Stopped. Stored " << state.committedArrivals << " messages in " << state.commits << " commits.\n";
    return Done;
}

std::vector<OptionSpec> options()
{
    std::vector<OptionSpec> all = receiverOptions();
    all.insert(all.begin(), StoreOption);
    all.push_back({"keep-messages", "DAYS",
                   "remove raw and refused messages that are older: at least 7 days, or 0, which keeps them for ever",
                   "90"});
    all.push_back({"keep-calls", "DAYS",
                   "remove calls that are older, with their messages: at least 30 days, or 0, which keeps them for "
                   "ever; their counts stay, without those of contacts",
                   "0"});
    all.push_back({"confirm-clock", "", "the computer's clock is right, although it moved: remove by it what is old"});
    return all;
}

} // namespace

Command serveCommand()
{
    return {"serve",
            "",
            0,
            "Receive pushes without a window. Prints \"listening URL\" when it can take them, makes the scheduled "
            "reports, and logs when an alert is raised or cleared. Ended by SIGTERM or Ctrl+C, it stores what arrived "
            "first.",
            options(),
            run};
}

} // namespace callboard
