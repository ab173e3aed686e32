// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/command.h"
#include "ctl/store_view.h"
#include "record/call/utc_time.h"
#include "store/database/integrity_check.h"
#include "store/database/meta_table.h"
#include "store/database/store_backend.h"
#include "store/read/kept_calls.h"
#include "store/retention/clock_memory.h"
#include "text/count_text.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// By a program that has the store for itself: a running writer remembers the clock on its own.
void confirm(const StoreUrl &store)
{
    const auto lock = StoreBackend::of(store)->lock();
    requireSoundInside(store);
    Connection connection(store, Access::Write);
    ClockWatch watch(systemClocks(), loadClockMemory(connection), newestArrival(connection));
    watch.confirm();
    connection.begin();
    const qint64 now = watch.memory().seenAt;
    saveClockMemory(connection, watch.memory());
    returnCallsKeptSince(connection, latestCallBoundary(now), now);
    connection.commit();
    connection.foldLog();
}

void confirmOrExplain(const StoreUrl &store)
{
    {
        const StoreView check(store); // what is no store of ours is said so, not taken for one in use
    } // closed before the one that writes, which then leaves no log
    try {
        confirm(store);
    } catch (const StoreError &error) {
        throw CommandError(error.text() + u" Or start the receiver again with --confirm-clock."_s);
    }
}

QString localTime(const QString &isoTime)
{
    const QDateTime time = QDateTime::fromString(isoTime, Qt::ISODate);
    return time.isValid() ? time.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s) : QString();
}

/// What went last, from its line in the audit log; see Retention::note().
QString lastRunText(Connection &connection)
{
    const QString detail =
        connection.value(u"SELECT detail FROM audit WHERE action = 'retention' ORDER BY id DESC LIMIT 1"_s).toString();
    if (detail.isEmpty())
        return u"Nothing was removed because of its age so far."_s;
    const QJsonObject gone = QJsonDocument::fromJson(detail.toUtf8()).object();
    QString text = u"Removed last: %1 and %2 from before %3"_s.arg(
        countText(gone.value("messages"_L1).toInteger(), u"message as it was received"_s,
                  u"messages as they were received"_s),
        countText(gone.value("refused"_L1).toInteger(), u"refused one"_s, u"refused ones"_s),
        localTime(gone.value("before"_L1).toString()));
    if (const QString calls = localTime(gone.value("calls_before"_L1).toString()); !calls.isEmpty())
        text +=
            u", %1 from before %2"_s.arg(countText(gone.value("calls"_L1).toInteger(), u"call"_s, u"calls"_s), calls);
    return text + u'.';
}

void printKept(Connection &connection, Console &console)
{
    const QString kept = keptSinceText(callsKeptSince(connection));
    console.out << (kept.isEmpty() ? u"All calls are kept."_s : kept) << '\n';
    if (const QString ahead = boundaryAheadLogText(callsKeptSince(connection), QDateTime::currentMSecsSinceEpoch());
        !ahead.isEmpty())
        console.out << ahead << '\n';
    if (const qint64 late = metaNumber(connection, u"late"_s); late > 0)
        console.out << countText(late, u"message"_s, u"messages"_s)
                    << " came for calls that are no longer kept, and changed no figure.\n";
}

void printClock(const QString &doubt, const StoreUrl &store, Console &console)
{
    if (doubt.isEmpty())
        console.out << "The computer's clock is trusted: what is old enough is removed while a receiver runs.\n";
    else
        console.out << doubt << "\nTo confirm it: callboardctl retention --confirm --store " << store.toString()
                    << "; while a receiver runs, start that one again with --confirm-clock instead.\n";
}

int run(const Arguments &arguments, Console &console)
{
    const StoreUrl store = arguments.store();
    if (arguments.has("confirm"_L1))
        confirmOrExplain(store);
    StoreView view(store);
    const QString doubt = clockDoubtLogText(loadClockMemory(view));
    if (arguments.has("json"_L1)) {
        const qint64 since = callsKeptSince(view);
        console.json(
            {{u"clock_doubt"_s, doubt},
             {u"trusted"_s, doubt.isEmpty()},
             {u"calls_kept_since"_s, since > 0 ? QJsonValue(utcTime(since).toString(Qt::ISODate)) : QJsonValue()},
             {u"late_messages"_s, metaNumber(view, u"late"_s)}});
        return Done;
    }
    printClock(doubt, store, console);
    console.out << lastRunText(view) << '\n';
    printKept(view, console);
    return Done;
}

} // namespace

Command retentionCommand()
{
    return {
        "retention",
        "",
        0,
        "Say what was removed because of its age, from when on calls are kept, and whether the computer's clock is "
        "trusted. Nothing is removed after the clock moved by more than a day, until a person confirms it here or it "
        "ran for 24 hours. A confirmation also moves the moment from which on calls are kept back, where a clock that "
        "ran ahead "
        "made it one of the future. How long things are kept is said to the receiver (serve --keep-messages, "
        "--keep-calls) "
        "or in the window's settings.",
        {StoreOption, {"confirm", "", "the computer's clock is right, although it moved"}, JsonOption},
        run};
}

} // namespace callboard
