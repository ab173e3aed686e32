// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/command.h"
#include "ctl/store_view.h"
#include "record/utc_time.h"
#include "store/clock_memory.h"
#include "store/kept_calls.h"
#include "store/meta_table.h"
#include "store/store_lock.h"

#include <QJsonObject>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// By a program that has the store for itself: a running writer remembers the clock on its own.
void confirm(const StoreUrl &store)
{
    const StoreLock lock(store);
    Connection connection(store, Access::Write);
    ClockWatch watch(systemClocks(), loadClockMemory(connection), newestArrival(connection));
    watch.confirm();
    connection.begin();
    saveClockMemory(connection, watch.memory());
    connection.commit();
}

void confirmOrExplain(const StoreUrl &store)
{
    const StoreView check(store); // what is no store of ours is said so, not taken for one in use
    try {
        confirm(store);
    } catch (const StoreError &error) {
        throw CommandError(error.text()
                           + u" While a receiver runs, start it again with --confirm-clock instead, or let it run."_s);
    }
}

QString lastRunText(Connection &connection)
{
    const QString detail =
        connection.value(u"SELECT detail FROM audit WHERE action = 'retention' ORDER BY id DESC LIMIT 1"_s).toString();
    return detail.isEmpty() ? u"Nothing was removed because of its age so far."_s : u"Removed last: %1"_s.arg(detail);
}

void printKept(Connection &connection, Console &console)
{
    const QString kept = keptSinceText(callsKeptSince(connection));
    console.out << (kept.isEmpty() ? u"All calls are kept."_s : kept) << '\n';
    if (const qint64 late = metaNumber(connection, u"late"_s); late > 0)
        console.out << late << " messages came for calls that are no longer kept; they changed no figure.\n";
}

int run(const Arguments &arguments, Console &console)
{
    const StoreUrl store = arguments.store();
    if (arguments.has("confirm"_L1))
        confirmOrExplain(store);
    StoreView view(store);
    const QString doubt = clockDoubtText(loadClockMemory(view));
    if (arguments.has("json"_L1)) {
        const qint64 since = callsKeptSince(view);
        console.json(
            {{u"clock_doubt"_s, doubt},
             {u"trusted"_s, doubt.isEmpty()},
             {u"calls_kept_since"_s, since > 0 ? QJsonValue(utcTime(since).toString(Qt::ISODate)) : QJsonValue()},
             {u"late_messages"_s, metaNumber(view, u"late"_s)}});
        return Done;
    }
    console.out << (doubt.isEmpty() ? u"The clock is trusted."_s : doubt) << '\n' << lastRunText(view) << '\n';
    printKept(view, console);
    return Done;
}

} // namespace

Command retentionCommand()
{
    return {"retention",
            "",
            0,
            "Say what is removed because of its age, and confirm the clock after it moved.",
            {StoreOption, {"confirm", "", "the computer's clock is right: remove by it again"}, JsonOption},
            run};
}

} // namespace callboard
