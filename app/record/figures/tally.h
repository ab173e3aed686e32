// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/figure_rules.h"
#include "record/figures/figures.h"

#include <QMap>

#include <optional>

namespace callboard {

/// Additive counts over any set of calls, from which every figure that needs no contacts is made.
struct Tally
{
    qint64 calls = 0;
    qint64 attempts = 0; ///< outbound calls
    qint64 seizures = 0; ///< outbound calls with `time_ring` > 0
    qint64 connected = 0; ///< answered outbound calls
    qint64 answered = 0; ///< answered calls, inbound too
    qint64 success = 0;
    qint64 awaiting = 0; ///< outbound calls with only the basic part
    qint64 lineFaults = 0; ///< results flagged as line fault: 26, 27, 28 as shipped
    qint64 timeouts = 0; ///< result -1
    qint64 reachedNetwork = 0; ///< not connected, but results 2, 5, 8 or 20: the network did its part
    qint64 transfers = 0; ///< result 19
    qint64 talkMs = 0; ///< of connected calls
    qint64 answerDelayMs = 0; ///< of connected calls
    qint64 delayCalls = 0; ///< connected calls with a dial time
    std::array<qint64, TalkClassCount> talkClasses{}; ///< of connected calls
    qint64 awaitingSuccess = 0; ///< those of `awaiting` whose basic part carried a result of the success rule

    Tally &operator+=(const Tally &o);
    friend bool operator==(const Tally &, const Tally &) = default;
};

/// What the calls of one cell add.
Tally tallyOf(const CellKey &key, const CellSums &sums, const SuccessRule &rule = {},
              const ResultMeanings &meanings = {});
/// The same by the rule of the cell's task.
Tally tallyOf(const CellKey &key, const CellSums &sums, const FigureRules &rules);

/// Contacts (data rows of a task) with an outbound call inside a range, and those with a connected one. Where calls of
/// the range are no longer kept, their number is not known: then nothing is counted.
struct ContactCount
{
    qint64 attempted = 0, connected = 0;
    bool isWhole = true; ///< false: not known, because calls of the range are no longer kept

    ContactCount &operator+=(const ContactCount &o);
    friend bool operator==(const ContactCount &, const ContactCount &) = default;
};

/// The same contacts, each counted once, with their results.
struct ContactFigures : ContactCount
{
    qint64 successful = 0; ///< with a call of the success rule
    qint64 badNumbers = 0; ///< whose last result means a bad number
    QMap<QString, qint64> last{}; ///< by the result of the last call: ContactPick::LastTry
    QMap<QString, qint64> best{}; ///< by the result of the best call: ContactPick::BestTry

    friend bool operator==(const ContactFigures &, const ContactFigures &) = default;
};

/// All that is counted of one group of calls: a campaign, an hour, a line, everything.
struct GroupFigures
{
    Tally tally{};
    ContactFigures contacts{};
    double minutes = 0; ///< length of the window, for calls per minute
    qint64 answeredTalkMs = 0; ///< of all answered calls, inbound ones too
    qint64 listSize = 0; ///< data rows of the task; 0: unknown
    ContactCount triedEver{}; ///< contacts tried at any time, for the progress
};

/// A quotient that remembers what it was made of. A zero denominator has no value and prints as an en dash.
struct Ratio
{
    qint64 numerator = 0;
    qint64 denominator = 0;
    std::optional<double> value() const;
};

/// Success rate with bounds: every call awaiting its outcome counted as failure, then as success.
struct BoundedRatio
{
    Ratio known, low, high;
    qint64 awaiting = 0;
};
BoundedRatio successRate(const Tally &tally);

} // namespace callboard
