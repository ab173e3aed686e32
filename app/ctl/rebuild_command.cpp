// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/command.h"
#include "store/maintenance.h"

#include <QJsonObject>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 ProgressStep = 100'000;

int run(const Arguments &arguments, Console &console)
{
    const qint64 messages =
        rebuildStore(arguments.store(), [&console, told = qint64(0)](qint64 done, qint64 all) mutable {
            if (done - told < ProgressStep)
                return;
            told = done;
            console.err << done << " of " << all << " messages" << Qt::endl;
        });
    if (arguments.has("json"_L1))
        console.json({{u"messages"_s, messages}});
    else
        console.out << "Made the calls, contacts and rollups anew from " << messages << " messages.\n";
    return Done;
}

} // namespace

Command rebuildCommand()
{
    return {"rebuild", "", 0, "Make calls, contacts and rollups anew from the journal.", {StoreOption, JsonOption},
            run};
}

} // namespace callboard
