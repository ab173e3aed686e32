// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/command.h"
#include "store/upkeep/maintenance.h"

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

int run(const Arguments &arguments, Console &console)
{
    const CompactReport report = compactStore(arguments.store());
    console.out << "The store took " << report.bytesBefore << " bytes and takes " << report.bytesAfter
                << " now. From now on it shrinks by itself when calls are removed.\n";
    return Done;
}

} // namespace

Command compactCommand()
{
    return {"compact",
            "",
            0,
            "Write the store anew without free space. Needs it for itself, and as much free disk as it takes.",
            {StoreOption},
            run};
}

} // namespace callboard
