// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/figures/tally.h"

#include "record/call/result_codes.h"

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

void addOutcome(Tally &t, const CellKey &key, const ResultMeanings &meanings, qint64 calls)
{
    t.lineFaults = meanings.flagsOf(key.result).testFlag(ResultFlag::LineFault) ? calls : 0;
    if (key.result == "-1"_L1)
        t.timeouts = calls;
    else if (key.result == "19"_L1)
        t.transfers = calls;
    else if (!key.answered && networkResults().contains(key.result))
        t.reachedNetwork = calls;
}

} // namespace

Tally &Tally::operator+=(const Tally &o)
{
    for (auto member :
         {&Tally::calls, &Tally::attempts, &Tally::seizures, &Tally::connected, &Tally::answered, &Tally::success,
          &Tally::awaiting, &Tally::awaitingSuccess, &Tally::lineFaults, &Tally::timeouts, &Tally::reachedNetwork,
          &Tally::transfers, &Tally::talkMs, &Tally::answerDelayMs, &Tally::delayCalls})
        this->*member += o.*member;
    for (std::size_t i = 0; i < talkClasses.size(); ++i)
        talkClasses[i] += o.talkClasses[i];
    return *this;
}

Tally tallyOf(const CellKey &key, const CellSums &sums, const SuccessRule &rule, const ResultMeanings &meanings)
{
    Tally t;
    t.calls = sums.calls;
    t.answered = key.answered ? sums.calls : 0;
    if (!key.outbound)
        return t;
    t.attempts = sums.calls;
    t.seizures = sums.seized;
    t.awaiting = key.isAwaiting() ? sums.calls : 0;
    t.success = rule.codes.contains(key.result) ? sums.calls : 0;
    t.awaitingSuccess = key.isAwaiting() ? t.success : 0;
    addOutcome(t, key, meanings, sums.calls);
    if (key.answered) {
        t.connected = sums.calls;
        t.talkMs = sums.talkMs;
        t.answerDelayMs = sums.answerDelayMs;
        t.delayCalls = sums.delayCalls;
        t.talkClasses = sums.talkClasses;
    }
    return t;
}

Tally tallyOf(const CellKey &key, const CellSums &sums, const FigureRules &rules)
{
    return tallyOf(key, sums, rules.ruleOf(key.taskId), rules.meanings());
}

ContactCount &ContactCount::operator+=(const ContactCount &o)
{
    isWhole = isWhole && o.isWhole;
    attempted = isWhole ? attempted + o.attempted : 0;
    connected = isWhole ? connected + o.connected : 0;
    return *this;
}

std::optional<double> Ratio::value() const
{
    if (denominator == 0)
        return std::nullopt;
    return static_cast<double>(numerator) / static_cast<double>(denominator);
}

BoundedRatio successRate(const Tally &t)
{
    const qint64 settled = t.success - t.awaitingSuccess;
    return BoundedRatio{.known = {settled, t.attempts - t.awaiting},
                        .low = {settled, t.attempts},
                        .high = {settled + t.awaiting, t.attempts},
                        .awaiting = t.awaiting};
}

} // namespace callboard
