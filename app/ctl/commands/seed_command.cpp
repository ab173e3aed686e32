// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/command.h"
#include "simulator/history/seed_history.h"

#include <QDateTime>
#include <QElapsedTimer>

#include <limits>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 ProgressStep = 200'000;

int run(const Arguments &arguments, Console &console)
{
    const qint64 calls = arguments.number("calls"_L1, 1, 100'000'000);
    const int days = static_cast<int>(arguments.number("days"_L1, 1, 3'650));
    const auto seed = static_cast<quint64>(arguments.number("seed"_L1, 0, std::numeric_limits<qint64>::max()));
    const int tasks = static_cast<int>(arguments.number("tasks"_L1, 1, 10'000));
    HistoryOptions options{
        .calls = calls, .days = days, .tasks = tasks, .seed = seed, .now = QDateTime::currentMSecsSinceEpoch()};
    options.progress = [&console, before = qint64(0)](qint64 done) mutable {
        if (before / ProgressStep != done / ProgressStep)
            console.err << done << " messages" << Qt::endl;
        before = done;
    };
    QElapsedTimer clock;
    clock.start();
    seedHistory(arguments.store(), options);
    const qint64 tenths = clock.elapsed() / 100; // of a second
    console.out << "Seeded " << calls << " calls of " << tasks << " tasks over " << days << " days in " << tenths / 10
                << '.' << tenths % 10 << " s.\n";
    return Done;
}

} // namespace

Command seedCommand()
{
    return {"seed",
            "",
            0,
            "Fill a store with believable history.",
            {StoreOption,
             {"calls", "N", "how many calls", "", true},
             {"days", "D", "over how many days up to now", "30"},
             {"tasks", "T", "campaigns", "6"},
             {"seed", "S", "the same seed makes the same campaigns", "1"}},
            run};
}

} // namespace callboard
