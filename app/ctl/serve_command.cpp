// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/command.h"
#include "ctl/schedule_log.h"
#include "ctl/termination_signals.h"
#include "receiver/receiver.h"
#include "record/masking.h"
#include "report/schedule_runner.h"
#include "store/store_writer.h"

#include <QCoreApplication>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LargestBody = 64 * 1024 * 1024;

/// HOST:PORT, with an IPv6 host in brackets.
void readListen(const QString &text, ReceiverConfig &config)
{
    const qsizetype colon = text.lastIndexOf(u':');
    bool ok = false;
    const int port = QStringView(text).mid(colon + 1).toInt(&ok);
    QString host = text.left(std::max<qsizetype>(0, colon));
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    else if (host.contains(u':'))
        ok = false;
    if (host == "localhost"_L1)
        host = u"127.0.0.1"_s;
    config.address = QHostAddress(host);
    if (colon <= 0 || !ok || port < 0 || port > 65'535 || config.address.isNull())
        throw UsageError(u"--listen takes ADDRESS:PORT, such as 127.0.0.1:8787 or [::]:8787, not \"%1\"."_s.arg(text));
    config.port = static_cast<quint16>(port);
}

QList<Subnet> subnetsOf(const QStringList &texts)
{
    QList<Subnet> subnets;
    for (const QString &text : texts) {
        const auto subnet = Subnet::parse(text);
        if (!subnet)
            throw UsageError(u"--allow takes an address or a range such as 10.0.0.0/8, not \"%1\"."_s.arg(text));
        subnets.append(*subnet);
    }
    return subnets;
}

ReceiverConfig configOf(const Arguments &arguments)
{
    ReceiverConfig config;
    readListen(arguments.text("listen"_L1), config);
    config.path = arguments.text("path"_L1);
    if (!config.path.startsWith(u'/'))
        throw UsageError(u"--path starts with a slash, unlike \"%1\"."_s.arg(config.path));
    if (arguments.has("tls-cert"_L1) != arguments.has("tls-key"_L1))
        throw UsageError(u"--tls-cert and --tls-key belong together."_s);
    config.tlsCertFile = arguments.text("tls-cert"_L1);
    config.tlsKeyFile = arguments.text("tls-key"_L1);
    config.allow = subnetsOf(arguments.texts("allow"_L1));
    config.maxBodyBytes = arguments.number("max-body"_L1, 1, LargestBody);
    config.threads = static_cast<int>(arguments.number("threads"_L1, 1, 64));
    config.openHealth = arguments.has("open-health"_L1);
    config.token = arguments.secret("token-file"_L1);
    return config;
}

/// Says when writing stops and when it goes on; that it works at first goes without saying.
class TroubleLog
{
public:
    explicit TroubleLog(TerminalStream &err)
        : m_err(err)
    { }
    void note(bool writable, const QString &trouble)
    {
        if (!writable)
            m_err << trouble << Qt::endl;
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
        : m_readers(store, 1)
        , m_runner(m_readers, writer)
    {
        QObject::connect(&m_runner, &ScheduleRunner::runEnded, &m_runner,
                         [&err](const ReportRun &run) { err << logLine(run) << Qt::endl; });
        QObject::connect(&m_runner, &ScheduleRunner::troubled, &m_runner,
                         [&err](const QString &sentence) { err << maskText(sentence) << Qt::endl; });
        QObject::connect(&writer, &StoreWriter::schedulesChanged, &m_runner, &ScheduleRunner::look);
        m_runner.start();
    }
    void stop() { m_runner.stop(); }

private:
    ReaderPool m_readers;
    ScheduleRunner m_runner;
};

int run(const Arguments &arguments, Console &console)
{
    const ReceiverConfig config = configOf(arguments);
    TerminationSignals signals_;
    TroubleLog log(console.err);
    StoreWriter writer(arguments.store());
    QObject::connect(&writer, &StoreWriter::writableChanged, QCoreApplication::instance(),
                     [&log](bool writable, const QString &trouble) { log.note(writable, trouble); });
    QString reason;
    if (!writer.startAndWait(&reason))
        throw CommandError(reason);
    Receiver receiver(config, writer);
    QObject::connect(&signals_, &TerminationSignals::requested, &receiver, [] { QCoreApplication::quit(); });
    if (!receiver.startAndWait(&reason)) {
        writer.stop();
        throw CommandError(reason);
    }
    console.out << "listening " << receiver.url().toString(QUrl::FullyEncoded) << Qt::endl;
    Schedules schedules(arguments.store(), writer, console.err);
    QCoreApplication::exec();
    schedules.stop();
    // The receiver waits for its last receipts, which the writer still delivers.
    receiver.shutdown();
    writer.stop();
    const IngestState state = writer.ingestState();
    console.err << "Stopped. Stored " << state.committedArrivals << " messages in " << state.commits << " commits.\n";
    return Done;
}

std::vector<OptionSpec> options()
{
    return {StoreOption,
            {"listen", "ADDRESS:PORT", "where to listen; port 0 picks a free one", "127.0.0.1:8787"},
            {"path", "PATH", "path of the pushes", "/receiveCallRecord"},
            {"token-file", "FILE", "only take pushes that carry the token in this file"},
            {"allow", "CIDR", "only let this address or range connect; may be given several times"},
            {"tls-cert", "FILE", "certificate chain (PEM), for https"},
            {"tls-key", "FILE", "its private key (PEM)"},
            {"max-body", "BYTES", "largest body of a push", "262144"},
            {"threads", "N", "network threads", "1"},
            {"open-health", "", "answer /healthz and /metrics to everybody, not just to this computer"}};
}

} // namespace

Command serveCommand()
{
    return {"serve", "", 0, "Receive pushes without a window.", options(), run};
}

} // namespace callboard
