// SPDX-License-Identifier: GPL-3.0-or-later
// Prints how fast the store takes messages, and how long the window's questions take over a store of many calls.
//   bench_store [CALLS]   default 200000; or an existing store: bench_store sqlite:/path/file.db
//   bench_store sqlite:/path/file.db questions   only what is asked of it
#include "simulator/call_generator.h"
#include "simulator/history_plan.h"
#include "store/apply/batch_applier.h"
#include "store/as_of/as_of_store.h"
#include "store/database/schema.h"
#include "store/read/campaign_queries.h"
#include "store/read/queries.h"
#include "store/upkeep/maintenance.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimeZone>
#include <QVariant>

#include <algorithm>
#include <functional>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

QTextStream out(stdout);

/// Messages of live calls, both parts one after the other, parsed already.
QList<Arrival> liveArrivals(int calls)
{
    CallGenerator generator(GeneratorConfig{.seed = 5, .tasks = 12});
    QList<Arrival> arrivals;
    const qint64 start = QDateTime::currentMSecsSinceEpoch() - HourMs;
    for (int i = 0; i < calls; ++i) {
        const SimulatedCall call = generator.next(start + i * 10);
        for (const QByteArray &body : {call.basicBody, call.outboundBody}) {
            if (body.isEmpty())
                continue;
            Arrival arrival;
            arrival.arrivedAt = call.hangupMs + 500;
            arrival.body = body;
            arrival.content = std::get<PartMessage>(parsePush(body));
            arrivals.append(arrival);
        }
    }
    return arrivals;
}

void benchIngest(const QString &folder, int batch)
{
    const StoreUrl url = StoreUrl::ofFile(folder + u"/ingest-%1.db"_s.arg(batch));
    Connection connection(url, Access::Write);
    migrateSchema(connection);
    BatchApplier applier(connection);
    applier.load();
    const QList<Arrival> arrivals = liveArrivals(std::clamp(batch * 100, 1'000, 20'000));
    QElapsedTimer timer;
    timer.start();
    for (qsizetype from = 0; from < arrivals.size(); from += batch)
        applier.apply(arrivals.mid(from, batch));
    const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    const qint64 bytes = QFile(url.localFile()).size() + QFile(url.localFile() + u"-wal"_s).size();
    out << u"ingest, %1 a commit"_s.arg(batch).leftJustified(36)
        << qRound64(static_cast<double>(arrivals.size()) / seconds) << " messages/s, durable; "
        << bytes / arrivals.size() << " bytes each with write-ahead log\n"
        << Qt::flush;
}

constexpr int Repetitions = 9;
constexpr int FewRepetitions = 3; ///< of what takes seconds

/// Median and worst of some repetitions, each with parameters of its own.
void measure(const QString &name, const std::function<void(int)> &question, int repetitions = Repetitions)
{
    QList<double> times;
    for (int i = 0; i < repetitions; ++i) {
        QElapsedTimer timer;
        timer.start();
        question(i);
        times.append(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    out << name.leftJustified(36) << QString::number(times.at(times.size() / 2), 'f', 1) << " ms median, "
        << QString::number(times.last(), 'f', 1) << " ms worst\n"
        << Qt::flush;
}

void benchFigures(Connection &connection, const StoreOverview &store)
{
    const qint64 end = store.lastCallAt + 1;
    const auto cells = [&](qint64 length, qint64 bucketMs) {
        return [&connection, end, length, bucketMs](int) {
            loadCells(connection, {bucketStart(end - length, bucketMs), end}, bucketMs, {});
        };
    };
    measure(u"Live, last hour by minute"_s, cells(HourMs, MinuteMs));
    measure(u"Live, last 24 hours"_s, cells(DayMs, QuarterMs));
    measure(u"Live, 7 days"_s, cells(7 * DayMs, HourMs));
    measure(u"Live, everything"_s, cells(end - store.firstCallAt, DayMs));
    measure(u"Live, all but the first hour"_s, [&](int) {
        loadCells(connection, {store.firstCallAt + HourMs, end}, DayMs, {});
    });
    measure(u"contacts of a day"_s, [&](int) { countContacts(connection, {end - DayMs, end}, {}); });
    measure(u"contacts of 7 days"_s, [&](int) { countContacts(connection, {end - 7 * DayMs, end}, {}); });
    measure(u"contacts of all but the first hour"_s, [&](int) {
        countContacts(connection, {store.firstCallAt + HourMs, end}, {});
    });
    measure(u"contacts of everything"_s, [&](int) { countContacts(connection, {0, end}, {}); });
    measure(u"status bar"_s, [&](int) { loadOverview(connection); });
    measure(u"totals"_s, [&](int) { loadTotals(connection, {}, {}); });
}

void benchCalls(Connection &connection)
{
    constexpr int Stride = 200;
    CallFilter rare;
    rare.results = {u"25"_s};
    CallFilter number;
    number.numberContains = u"0077"_s;
    measure(u"Calls, first page"_s, [&](int) { loadCallPage(connection, {}, {}, Stride); });
    measure(u"Calls, first page of a rare result"_s, [&](int) { loadCallPage(connection, rare, {}, Stride); });
    measure(u"Calls, first page by number"_s, [&](int) { loadCallPage(connection, number, {}, Stride); });
    measure(u"Calls, the whole list's index"_s, [&](int) { buildCallIndex(connection, {}, Stride); });
    measure(u"Calls, a rare result's index"_s, [&](int) { buildCallIndex(connection, rare, Stride); });
    const CallIndex index = buildCallIndex(connection, {}, Stride);
    measure(u"Calls, any page"_s, [&](int i) {
        loadCallPage(connection, {}, index.anchors.at((index.anchors.size() - 1) * i / 8), Stride, index.newestId);
    });
}

/// What the Campaigns page asks, of all calls.
void benchCampaigns(Connection &connection, const StoreOverview &store)
{
    const TimeRange all{store.firstCallAt, store.lastCallAt + 1}, week{all.to - 7 * DayMs, all.to};
    const FigureRules rules;
    const QString task = loadTasks(connection).value(0).taskId;
    const QStringList columns = loadCustomerColumns(connection, all, {task});
    const auto slow = [](const QString &name, const std::function<void(int)> &question) {
        measure(name, question, FewRepetitions);
    };
    slow(u"Campaigns, the matrix of 7 days"_s, [&](int) { loadTaskMatrix(connection, week, {}, rules); });
    slow(u"Campaigns, the matrix"_s, [&](int) { loadTaskMatrix(connection, all, {}, rules); });
    slow(u"one campaign"_s, [&](int) { loadCampaign(connection, all, task, QTimeZone::utc(), rules); });
    slow(u"one campaign's tries"_s, [&](int) { loadRetries(connection, all, {task}); });
    slow(u"one campaign's lines"_s, [&](int) { loadLines(connection, all, {task}, rules); });
    slow(u"one campaign's columns"_s, [&](int) { loadCustomerColumns(connection, all, {task}); });
    slow(u"one campaign by its first column"_s,
         [&](int) { loadPivot(connection, all, {task}, columns.value(0), rules, 100); });
    slow(u"one campaign by its last column"_s,
         [&](int) { loadPivot(connection, all, {task}, columns.value(columns.size() - 1), rules, 100); });
    slow(u"one campaign's contacts, first page"_s, [&](int) { loadJourneys(connection, all, {task}, {}, 200); });
    slow(u"all campaigns' tries"_s, [&](int) { loadRetries(connection, all, {}); });
    slow(u"all campaigns' lines"_s, [&](int) { loadLines(connection, all, {}, rules); });
    slow(u"all campaigns by a column"_s, [&](int) { loadPivot(connection, all, {}, columns.value(0), rules, 100); });
}

/// The same store as it was known at its end and halfway.
void benchKnown(Connection &connection, const StoreOverview &store)
{
    const qint64 half = store.firstCallAt + (store.lastCallAt - store.firstCallAt) / 2;
    for (const auto &[name, at] :
         {std::pair(u"as known halfway"_s, half), {u"as known at the end"_s, store.lastPushAt}}) {
        QElapsedTimer timer;
        timer.start();
        const AsOfStore known(connection, at);
        out << name.leftJustified(36) << timer.elapsed() << " ms, " << known.facts().calls << " calls\n" << Qt::flush;
    }
}

/// A store of which every tenth call got its second message half a day later.
void benchKnown(const QString &folder, int calls)
{
    const StoreUrl url = StoreUrl::ofFile(folder + u"/known.db"_s);
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    CallGenerator generator(GeneratorConfig{.seed = 7, .tasks = 8});
    BulkLoader loader(url);
    for (int i = 0; i < calls; ++i) {
        const SimulatedCall call = generator.next(now - 2 * DayMs + DayMs * i / calls);
        loader.add(call.hangupMs + 500, call.basicBody);
        if (!call.outboundBody.isEmpty())
            loader.add(call.hangupMs + (i % 10 == 0 ? DayMs / 2 : 1'000), call.outboundBody);
    }
    loader.finish();
    Connection connection(url, Access::Read);
    for (const int hours : {6, 12, 24, 48}) {
        QElapsedTimer timer;
        timer.start();
        const AsOfStore known(connection, now - 2 * DayMs + hours * HourMs);
        const qint64 ms = std::max<qint64>(1, timer.elapsed());
        out << u"as known %1 hours after the first call"_s.arg(hours).leftJustified(40) << known.facts().calls
            << " calls, " << known.facts().rebuilt << " made anew: " << ms << " ms, " << calls * 1'000LL / ms
            << " of the store's calls/s\n"
            << Qt::flush;
    }
}

void seed(const StoreUrl &url, qint64 calls)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    CallGenerator generator(GeneratorConfig{.seed = 3, .tasks = 8});
    HistoryPlan plan(calls, 30, now, 3);
    BulkLoader loader(url);
    QElapsedTimer timer;
    timer.start();
    while (const std::optional<qint64> hangup = plan.next()) {
        const SimulatedCall call = generator.next(*hangup);
        for (const QByteArray &body : {call.basicBody, call.outboundBody}) {
            if (!body.isEmpty())
                loader.add(call.hangupMs, body);
        }
    }
    loader.finish();
    out << u"seeding"_s.leftJustified(36) << calls * 1'000 / std::max<qint64>(1, timer.elapsed()) << " calls/s\n"
        << Qt::flush;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QString argument = application.arguments().value(1, u"200000"_s);
    const bool onlyQuestions = application.arguments().value(2) == "questions"_L1;
    const QTemporaryDir folder;
    for (const int batch : {1, 16, 64, 256, 1'000}) {
        if (!onlyQuestions)
            benchIngest(folder.path(), batch);
    }
    if (!onlyQuestions)
        benchKnown(folder.path(), 100'000);
    bool isNumber = false;
    const qint64 calls = argument.toLongLong(&isNumber);
    const std::optional<StoreUrl> url =
        StoreUrl::parse(isNumber ? folder.filePath(u"queries.db"_s) : argument, nullptr);
    if (!url)
        return 2;
    if (isNumber)
        seed(*url, calls);
    Connection connection(*url, Access::Read);
    const StoreOverview store = loadOverview(connection);
    out << "over " << store.calls << " calls, " << store.bytesOnDisk / 1'000'000 << " MB:\n";
    benchFigures(connection, store);
    benchCalls(connection);
    benchCampaigns(connection, store);
    benchKnown(connection, store);
    return 0;
}
