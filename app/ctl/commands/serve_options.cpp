// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/commands/serve_options.h"

#include "ctl/line_file.h"

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LargestBody = 64 * 1024 * 1024;
constexpr qint64 MostConnections = 1'000'000;
constexpr qint64 MostListBytes = 256 * 1024;

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

QList<Subnet> subnetsOf(const QStringList &texts, QLatin1StringView option)
{
    QList<Subnet> subnets;
    for (const QString &text : texts) {
        const auto subnet = Subnet::parse(text);
        if (!subnet)
            throw UsageError(u"--%1 takes an address or a range such as 10.0.0.0/8, all four numbers of it, "
                             "not \"%2\"."_s.arg(option, text));
        subnets.append(*subnet);
    }
    return subnets;
}

/// One address or range a line; what follows a # is a comment. A list of nothing would let everybody in.
QList<Subnet> subnetsIn(const QString &fileName)
{
    QList<Subnet> subnets;
    const QList<NumberedLine> lines = readLines(fileName, MostListBytes);
    for (const NumberedLine &line : lines) {
        const NumberedLine written{line.number, line.text.split('#').constFirst().trimmed()};
        requirePrintable(written, fileName, u"an address or a range"_s);
        const auto subnet = Subnet::parse(QString::fromLatin1(written.text));
        if (!subnet)
            throw CommandError(u"Line %1 of %2 is no address and no range such as 10.0.0.0/8."_s.arg(
                QString::number(line.number), fileName));
        subnets.append(*subnet);
    }
    if (subnets.isEmpty())
        throw CommandError(u"%1 allows nobody. Write an address or a range into each line of it."_s.arg(fileName));
    return subnets;
}

void readTokens(const Arguments &arguments, ReceiverConfig &config)
{
    const QByteArrayList tokens = arguments.tokens("token-file"_L1);
    if (tokens.size() > 2)
        throw CommandError(u"Two tokens can be taken at once, the new one and the one before, not %1 as in %2."_s.arg(
            QString::number(tokens.size()), arguments.texts("token-file"_L1).join(u", "_s)));
    config.token = tokens.value(0);
    config.secondToken = tokens.value(1);
}

} // namespace

ReceiverConfig receiverConfig(const Arguments &arguments)
{
    ReceiverConfig config;
    readListen(arguments.text("listen"_L1), config);
    config.path = arguments.text("path"_L1);
    if (!config.path.startsWith(u'/'))
        throw UsageError(u"--path starts with a slash, unlike \"%1\"."_s.arg(config.path));
    if (arguments.has("tls-cert"_L1) != arguments.has("tls-key"_L1))
        throw UsageError(u"--tls-cert and --tls-key belong together."_s);
    config.tlsCertFile = arguments.text("tls-cert"_L1);
    config.tlsKeyFile = arguments.secretFile("tls-key"_L1);
    config.allow = subnetsOf(arguments.texts("allow"_L1), "allow"_L1);
    const QStringList files = arguments.texts("allow-file"_L1);
    for (const QString &file : files)
        config.allow.append(subnetsIn(file));
    config.trustedProxies = subnetsOf(arguments.texts("trusted-proxy"_L1), "trusted-proxy"_L1);
    config.maxBodyBytes = arguments.number("max-body"_L1, 1, LargestBody);
    config.threads = static_cast<int>(arguments.number("threads"_L1, 1, 64));
    config.maxConnectionsPerAddress =
        static_cast<int>(arguments.number("max-connections-per-address"_L1, 1, MostConnections));
    config.openHealth = arguments.has("open-health"_L1);
    readTokens(arguments, config);
    return config;
}

std::vector<OptionSpec> receiverOptions()
{
    return {
        {"listen", "ADDRESS:PORT", "where to listen; port 0 picks a free one", "127.0.0.1:8787"},
        {"path", "PATH", "path of the pushes", "/receiveCallRecord"},
        {"token-file", "FILE",
         "only take pushes that carry the token in this file; a second line, or a second file, holds another one "
         "that is taken as well while senders change over; lines that begin with # are comments. Other pushes are "
         "answered 401, and 429 with Retry-After for a minute once an address sent ten of them in ten minutes; the "
         "right token is taken all the same, unless ten different wrong ones were tried"},
        {"allow", "CIDR", "only let this address or range connect; may be given several times"},
        {"allow-file", "FILE", "the same from a file, one address or range a line"},
        {"trusted-proxy", "CIDR",
         "take the sender's address from X-Forwarded-For where this address or range passes a push on; may be given "
         "several times"},
        {"tls-cert", "FILE", "certificate chain (PEM), for https"},
        {"tls-key", "FILE", "its private key (PEM)"},
        {"max-body", "BYTES", "largest body of a push", "262144"},
        {"max-connections-per-address", "N",
         "most connections of one address; those that are allowed by --allow or --allow-file have no such limit", "64"},
        {"threads", "N", "network threads", "1"},
        {"open-health", "", "answer /healthz and /metrics to everybody, not just to this computer"}};
}

} // namespace callboard
