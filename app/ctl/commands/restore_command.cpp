// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/command.h"
#include "store/sqlite/copies/store_copies.h"
#include "text/count_text.h"

#include <QJsonArray>
#include <QJsonObject>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

void say(const RestoreReport &report, const Arguments &arguments, Console &console)
{
    for (const QString &sentence : report.cleared + report.differences)
        console.err << sentence << '\n';
    if (arguments.has("json"_L1)) {
        console.json({{u"restored"_s, report.isRestored},
                      {u"calls"_s, report.calls},
                      {u"differences"_s, report.differences.size()},
                      {u"kept_as"_s, report.keptAs.isEmpty() ? QJsonValue() : QJsonValue(report.keptAs)}});
    }
    if (!report.isRestored) {
        throw CommandError(
            u"The figures of %1 differ from its calls, as said above. Nothing was changed. With "
            "--with-differences it is restored all the same; \"callboardctl rebuild\" then counts anew."_s.arg(
                arguments.text("input"_L1)));
    }
    if (arguments.has("json"_L1))
        return;
    console.out << "Restored " << countText(report.calls, u"call"_s, u"calls"_s) << " from "
                << arguments.text("input"_L1) << ".\n";
    if (!report.keptAs.isEmpty())
        console.out << "The store before is kept as " << report.keptAs << ".\n";
}

int run(const Arguments &arguments, Console &console)
{
    const StoreUrl store = arguments.store();
    RestoreOptions options;
    options.withDifferences = arguments.has("with-differences"_L1);
    say(restoreStore(store, arguments.text("input"_L1), options), arguments, console);
    return Done;
}

} // namespace

Command restoreCommand()
{
    return {
        "restore",
        "",
        0,
        "Check a copy and put it in the store's place; the store before is kept beside it, whole, as "
        "STORE.before-restore-DATE. It needs the store for itself: stop the receiver and close the window first. Ends "
        "with 1 where nothing was restored, and says why.",
        {StoreOption,
         {"input", "FILE", "the copy, as \"backup\" makes it; it is not changed", "", true},
         {"with-differences", "", "also a copy whose figures differ from its calls"},
         JsonOption},
        run};
}

} // namespace callboard
