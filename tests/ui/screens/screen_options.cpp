// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/screen_options.h"

#include <QCommandLineParser>
#include <QDateTime>
#include <QTimeZone>

#include <time.h>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

void declare(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Draws every page and dialog of the window, one PNG each. The same options give the same pictures."_s);
    parser.addHelpOption();
    parser.addOptions({{u"out"_s, u"Folder for the pictures."_s, u"DIR"_s},
                       {u"lang"_s, u"en or zh_CN."_s, u"LANG"_s, u"en"_s},
                       {u"theme"_s, u"light or dark."_s, u"THEME"_s, u"light"_s},
                       {u"size"_s, u"Size of the window."_s, u"WxH"_s, u"1440x900"_s},
                       {u"now"_s, u"What the clocks show: ISO 8601, in --zone unless it has an offset."_s, u"TIME"_s,
                        u"2026-11-25T15:20"_s},
                       {u"zone"_s, u"Time zone of the window, IANA name."_s, u"ZONE"_s, u"Asia/Shanghai"_s},
                       {u"seed"_s, u"The same seed makes the same calls."_s, u"N"_s, u"7"_s},
                       {u"calls"_s, u"How many calls there are, over three days."_s, u"N"_s, u"24000"_s},
                       {u"only"_s, u"Names of pictures, separated by commas, as in their files."_s, u"NAMES"_s},
                       {u"store"_s, u"A store to show instead of a seeded one."_s, u"URL"_s}});
}

std::optional<qint64> epochMs(const QString &text)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    return time.isValid() ? std::optional(time.toMSecsSinceEpoch()) : std::nullopt;
}

bool setZone(const QByteArray &name)
{
    if (!QTimeZone(name).isValid())
        return false;
    qputenv("TZ", name);
    tzset();
    return true;
}

} // namespace

std::optional<ScreenOptions> readScreenOptions(const QStringList &arguments, QString &problem)
{
    QCommandLineParser parser;
    declare(parser);
    parser.process(arguments);
    ScreenOptions options;
    options.language = parser.value(u"lang"_s);
    options.theme = parser.value(u"theme"_s);
    options.prefix = options.language + u'-' + options.theme + u'-';
    options.store = parser.value(u"store"_s);
    options.only = parser.value(u"only"_s).split(u',', Qt::SkipEmptyParts);
    options.zone = parser.value(u"zone"_s).toUtf8();
    const bool isZone = setZone(options.zone);
    const auto now = epochMs(parser.value(u"now"_s));
    const QStringList size = parser.value(u"size"_s).split(u'x');
    bool isSeed = false, isCount = false;
    options.seed = parser.value(u"seed"_s).toULongLong(&isSeed);
    options.calls = parser.value(u"calls"_s).toLongLong(&isCount);
    options.folder = QDir(parser.value(u"out"_s));
    if (!isZone)
        problem = u"--zone: no time zone of that name."_s;
    else if (!now || *now <= 0)
        problem = u"--now: not a time, such as 2026-11-25T15:20."_s;
    else if (!isSeed || !isCount || options.calls < 1)
        problem = u"--seed and --calls: a number is needed."_s;
    else if (size.size() != 2)
        problem = u"--size: not a size, such as 1440x900."_s;
    else if (!parser.isSet(u"out"_s) || !QDir().mkpath(parser.value(u"out"_s)))
        problem = u"--out: a folder for the pictures is needed."_s;
    if (!problem.isEmpty())
        return std::nullopt;
    options.nowMs = *now;
    options.size = QSize(size[0].toInt(), size[1].toInt());
    return options;
}

} // namespace callboard
