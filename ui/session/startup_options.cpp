// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/startup_options.h"

#include "files/output_target.h"
#include "store/database/store_problem_text.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QSettings>
#include <QStandardPaths>
#include <QSysInfo>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(StartupOptions)
};

QString dataFile(const QString &name)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    QDir().mkpath(folder);
    return folder + u'/' + name;
}

/// The place that the settings name, else the usual one.
QString usualStore(const QString &settingsFile)
{
    const QString chosen = QSettings(settingsFile, QSettings::IniFormat).value("storage/file"_L1).toString();
    return u"sqlite:"_s + (chosen.isEmpty() ? dataFile(u"callboard.db"_s) : chosen);
}

QString debugInfo()
{
    return u"callboard %1\nQt %2 (built with %3)\n%4, %5\nplatform plugin: %6\n"_s.arg(
        QLatin1StringView(CALLBOARD_VERSION), QLatin1StringView(qVersion()), QLatin1StringView(QT_VERSION_STR),
        QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture(),
        qEnvironmentVariable("QT_QPA_PLATFORM", u"automatic"_s));
}

bool readListen(const QString &text, ReceiverConfig *config)
{
    const qsizetype colon = text.lastIndexOf(u':');
    bool isNumber = false;
    const ushort port = text.mid(colon + 1).toUShort(&isNumber);
    QString host = text.left(qMax<qsizetype>(0, colon));
    host.remove(u'[').remove(u']');
    const QHostAddress address(host == "localhost"_L1 ? u"127.0.0.1"_s : host);
    if (colon <= 0 || !isNumber || address.isNull())
        return false;
    config->address = address;
    config->port = port;
    return true;
}

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(Texts::tr("Live dashboard for the call records that a dialling platform pushes."));
    parser.addOptions({
        {u"store"_s, Texts::tr("The store, such as sqlite:/path/file.db."), u"URL"_s},
        {u"listen"_s, Texts::tr("Address and port of the receiver; the default is 127.0.0.1:8787."), u"HOST:PORT"_s},
        {u"config"_s, Texts::tr("File of the settings."), u"FILE"_s},
        {u"demo"_s, Texts::tr("Show simulated campaigns that push over HTTP, in a temporary store.")},
        {u"wallboard"_s, Texts::tr("Start with the wallboard in full screen; Esc leaves it.")},
        {u"quit"_s, Texts::tr("End the Callboard that has this store open, also one without a window.")},
        {u"debug-info"_s, Texts::tr("Print what a bug report needs.")},
        {{u"h"_s, u"help"_s}, Texts::tr("Print this help.")},
        {{u"v"_s, u"version"_s}, Texts::tr("Print the version.")},
    });
    QCommandLineOption heartbeat(u"debug-heartbeat"_s);
    heartbeat.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(heartbeat);
}

StartupOptions::Answer wrongUsage(const QString &why)
{
    return {why + u'\n' + Texts::tr("See callboard --help.") + u'\n', 2};
}

} // namespace

std::optional<StartupOptions::Answer> StartupOptions::parse(const QStringList &arguments, StartupOptions *options)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        return wrongUsage(parser.errorText());
    if (!parser.positionalArguments().isEmpty())
        return wrongUsage(Texts::tr("Not an option: %1").arg(parser.positionalArguments().constFirst()));
    if (parser.isSet(u"help"_s))
        return Answer{parser.helpText(), 0};
    if (parser.isSet(u"version"_s))
        return Answer{u"callboard %1\n"_s.arg(QLatin1StringView(CALLBOARD_VERSION)), 0};
    if (parser.isSet(u"debug-info"_s))
        return Answer{debugInfo(), 0};
    options->storeGiven = parser.isSet(u"store"_s);
    options->listenGiven = parser.isSet(u"listen"_s);
    options->quit = parser.isSet(u"quit"_s);
    options->demo = parser.isSet(u"demo"_s);
    options->wallboard = parser.isSet(u"wallboard"_s);
    options->heartbeat = parser.isSet(u"debug-heartbeat"_s);
    options->settingsFile = parser.isSet(u"config"_s) ? parser.value(u"config"_s) : dataFile(u"callboard.ini"_s);
    if (const OutputTarget settings = outputTarget(options->settingsFile); settings.kind != OutputTarget::Kind::File)
        return wrongUsage(Texts::tr("The settings are kept in a file; %1 is not one.").arg(options->settingsFile));
    if (options->demo)
        options->receiver.port = 0;
    if (parser.isSet(u"listen"_s) && !readListen(parser.value(u"listen"_s), &options->receiver))
        return wrongUsage(Texts::tr("--listen needs an address and a port, such as 127.0.0.1:8787."));
    StoreProblem problem;
    const QString url = parser.isSet(u"store"_s) ? parser.value(u"store"_s) : usualStore(options->settingsFile);
    const auto store = StoreUrl::parse(url, &problem);
    if (!store && options->storeGiven)
        return wrongUsage(storeProblemText(problem));
    // A place from the settings fails when it is opened: whoever started the program from a menu reads a dialog.
    options->store = store ? *store : StoreUrl::ofFile(url.mid(u"sqlite:"_s.size()));
    return std::nullopt;
}

} // namespace callboard
