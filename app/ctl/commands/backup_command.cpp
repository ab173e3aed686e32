// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/command.h"
#include "ctl/interruption.h"
#include "store/database/connection.h"
#include "store/sqlite/copies/store_copies.h"

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

int run(const Arguments &arguments, Console &console)
{
    const Interruption interruption;
    try {
        backupStore(arguments.store(), arguments.text("output"_L1), [] { return Interruption::isRequested(); });
    } catch (const QueryCancelled &) {
        Interruption::check();
    }
    console.out << "Copied the store to " << arguments.text("output"_L1) << ".\n";
    return Done;
}

} // namespace

Command backupCommand()
{
    return {"backup",
            "",
            0,
            "Write a consistent copy of the store, also while the receiver runs. The copy is read once and checked "
            "before it takes "
            "the place of an older one; where it is damaged, the older one stays and this ends with 1.",
            {StoreOption, {"output", "FILE", "the file to write", "", true}},
            run};
}

} // namespace callboard
