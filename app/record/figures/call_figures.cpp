// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/figures/figure_rows.h"

#include "record/filter/call_choices.h"

#include <QCoreApplication>

#include <cmath>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 ShortTalkMs = 5'000, ConversationMs = 60'000;

// --- Counts --------------------------------------------------------------------------------------------------------

template <qint64 Tally::*Member>
qint64 sum(const GroupFigures &g)
{
    return g.tally.*Member;
}

/// Numerator or denominator of the success rate or one of its bounds.
template <Ratio BoundedRatio::*Rate, qint64 Ratio::*Part>
qint64 success(const GroupFigures &g)
{
    return successRate(g.tally).*Rate.*Part;
}

qint64 talksFromAMinute(const GroupFigures &g)
{
    qint64 calls = 0;
    for (std::size_t i = 1; i < g.tally.talkClasses.size(); ++i) {
        if (TalkBounds[i - 1] >= ConversationMs)
            calls += g.tally.talkClasses[i];
    }
    return calls;
}

/// Over whole minutes 1; over others both sides of the rate are times 60.
double scaleOf(double minutes)
{
    return minutes == std::trunc(minutes) ? 1 : 60;
}

// --- Calls ---------------------------------------------------------------------------------------------------------

void all(CallFilter &, const FigureRules &) { }

void attempts(CallFilter &f, const FigureRules &)
{
    f.outbound = true;
}

void connected(CallFilter &f, const FigureRules &)
{
    f.outbound = true;
    f.answered = true;
}

void dialled(CallFilter &f, const FigureRules &rules)
{
    connected(f, rules);
    f.onlyDialled = true;
}

void conversations(CallFilter &f, const FigureRules &rules)
{
    connected(f, rules);
    f.talkAtLeastMs = ConversationMs;
}

void settled(CallFilter &f, const FigureRules &)
{
    f.outbound = true;
    f.onlySettled = true;
}

void successes(CallFilter &f, const FigureRules &rules)
{
    f.outbound = true;
    f.choices.append(choiceOfSuccess(rules));
}

void settledSuccesses(CallFilter &f, const FigureRules &rules)
{
    successes(f, rules);
    f.onlySettled = true;
}

void withResult(CallFilter &f, const QString &code)
{
    f.outbound = true;
    f.results = {code};
}

void lineFaults(CallFilter &f, const FigureRules &rules)
{
    f.outbound = true;
    f.choices.append(choiceOfFlag(ResultFlag::LineFault, rules.meanings()));
}

// --- The rows ------------------------------------------------------------------------------------------------------

// Rows stand in the order of a campaign's summary. "as shipped" in a definition: people can change it.
const MetricInfo Rows[] = {
    {.word = "attempts"_L1,
     .name = QT_TRANSLATE_NOOP("Metric", "Attempts"),
     .definition = QT_TRANSLATE_NOOP("Metric", "Outbound calls: calls with the outbound message, or with direction 2."),
     .numerator = sum<&Tally::attempts>,
     .whole = sum<&Tally::calls>,
     .counted = attempts,
     .outOf = all,
     .details = {QT_TRANSLATE_NOOP("Metric", "of %2 calls")},
     .places = {.tile = 1, .wall = 1, .wallColumn = 1, .column = 1, .funnel = 1, .summary = 1, .group = 1, .alert = 9}},
    {.word = "seizures"_L1,
     .name = QT_TRANSLATE_NOOP("Metric", "Seizures"),
     .definition = QT_TRANSLATE_NOOP("Metric", "Outbound calls that rang (time_ring is set)."),
     .numerator = sum<&Tally::seizures>,
     .counted = [](CallFilter &f, const FigureRules &) { f.outbound = f.onlySeized = true; },
     .places = {.funnel = 2, .summary = 1, .group = 1}},
    {.word = "connected"_L1,
     .name = QT_TRANSLATE_NOOP("Metric", "Connected"),
     .definition = QT_TRANSLATE_NOOP("Metric", "Outbound calls that were answered (time_answer is set)."),
     .numerator = sum<&Tally::connected>,
     .counted = connected,
     .places = {.column = 2, .funnel = 3, .summary = 1, .group = 1, .alert = 10}},
    {.word = "connect_rate"_L1,
     .unit = MetricUnit::Share,
     .name = QT_TRANSLATE_NOOP("Metric", "Connect rate"),
     .definition = QT_TRANSLATE_NOOP("Metric", "Connected calls / attempts."),
     .numerator = sum<&Tally::connected>,
     .denominator = sum<&Tally::attempts>,
     .counted = connected,
     .outOf = attempts,
     .details = {QT_TRANSLATE_NOOP("Metric", "%1 of %2")},
     .thresholds = {{0.20, 0.10, false}},
     .places = {.tile = 2,
                .wall = 2,
                .wallColumn = 2,
                .column = 3,
                .keyFigure = 1,
                .summary = 1,
                .group = 1,
                .alert = 2,
                .drop = 1}},
    {.word = "connect_rate_without_line_blocks"_L1,
     .oldWord = "connect-rate-no-line"_L1,
     .unit = MetricUnit::Share,
     .name = QT_TRANSLATE_NOOP("Metric", "Connect rate without line blocks"),
     .definition = QT_TRANSLATE_NOOP(
         "Metric", "Connected calls / attempts without line faults (as shipped: results 26, 27, 28)."),
     .numerator = sum<&Tally::connected>,
     .denominator = [](const GroupFigures &g) { return g.tally.attempts - g.tally.lineFaults; },
     .counted = connected,
     .outOf =
         [](CallFilter &f, const FigureRules &rules) {
             f.outbound = true;
             f.excludedResults += rules.meanings().codesWith(ResultFlag::LineFault);
         },
     .places = {.summary = 1, .alert = 3, .drop = 2}},
    {.word = "ner"_L1,
     .unit = MetricUnit::Share,
     .name = QT_TRANSLATE_NOOP("Metric", "Network effectiveness"),
     .definition =
         QT_TRANSLATE_NOOP("Metric", "(Connected calls + not connected calls with results 2, 5, 8, 20) / attempts."),
     .numerator = [](const GroupFigures &g) { return g.tally.connected + g.tally.reachedNetwork; },
     .denominator = sum<&Tally::attempts>,
     .counted =
         [](CallFilter &f, const FigureRules &) {
             f.outbound = true;
             f.choices.append(choiceOfNetwork());
         },
     .outOf = attempts,
     .places = {.summary = 1}},
    {.word = "success"_L1,
     .name = QT_TRANSLATE_NOOP("Metric", "Success"),
     .definition = QT_TRANSLATE_NOOP(
         "Metric", "Outbound calls whose result is in the task's success rule (as shipped: result 0)."),
     .numerator = sum<&Tally::success>,
     .counted = successes,
     .places = {.column = 5, .funnel = 5, .summary = 1, .group = 1, .alert = 11}},
    {.word = "success_rate"_L1,
     .unit = MetricUnit::Share,
     .name = QT_TRANSLATE_NOOP("Metric", "Success rate"),
     .definition =
         QT_TRANSLATE_NOOP("Metric",
                           "Successful calls / attempts with an outcome. The bounds count every call that still awaits "
                           "its outcome as failure, then as success."),
     .numerator = success<&BoundedRatio::known, &Ratio::numerator>,
     .denominator = success<&BoundedRatio::known, &Ratio::denominator>,
     .counted = settledSuccesses,
     .outOf = settled,
     .details = {QT_TRANSLATE_NOOP("Metric", "of %2 with outcome")},
     .bounds = successRate,
     .thresholds = {{0.03, 0.01, false}}, // 1 % is little even for cold calls
     .places = {.tile = 3,
                .wall = 3,
                .wallColumn = 3,
                .column = 6,
                .keyFigure = 2,
                .summary = 1,
                .group = 1,
                .alert = 4,
                .drop = 3}},
    {.word = "success_rate_low"_L1,
     .unit = MetricUnit::Share,
     .name = QT_TRANSLATE_NOOP("Metric", "Success rate, at least"),
     .definition = QT_TRANSLATE_NOOP("Metric", "Every call that awaits its outcome counted as failure."),
     .numerator = success<&BoundedRatio::low, &Ratio::numerator>,
     .denominator = success<&BoundedRatio::low, &Ratio::denominator>,
     .counted = settledSuccesses,
     .outOf = attempts,
     .places = {.summary = 1}},
    {.word = "success_rate_high"_L1,
     .unit = MetricUnit::Share,
     .name = QT_TRANSLATE_NOOP("Metric", "Success rate, at most"),
     .definition = QT_TRANSLATE_NOOP("Metric", "Every call that awaits its outcome counted as success."),
     .numerator = success<&BoundedRatio::high, &Ratio::numerator>,
     .denominator = success<&BoundedRatio::high, &Ratio::denominator>,
     .counted =
         [](CallFilter &f, const FigureRules &rules) {
             f.outbound = true;
             f.choices.append(choiceOfSuccessAtMost(rules));
         },
     .outOf = attempts,
     .places = {.summary = 1}},
    {.word = "awaiting"_L1,
     .name = QT_TRANSLATE_NOOP("Metric", "Awaiting outcome"),
     .definition = QT_TRANSLATE_NOOP("Metric", "Outbound calls of which only the basic message has come."),
     .numerator = sum<&Tally::awaiting>,
     .whole = sum<&Tally::attempts>,
     .counted = [](CallFilter &f, const FigureRules &) { f.outbound = f.onlyAwaiting = true; },
     .outOf = attempts,
     .details = {QT_TRANSLATE_NOOP("Metric", "%3 of attempts"), "%3"},
     .thresholds = {{0.10, 0.30, true}},
     .places = {.tile = 7, .wall = 6, .keyFigure = 5, .summary = 1, .group = 1, .alert = 12}},
    {.word = "talk_time"_L1,
     .unit = MetricUnit::Milliseconds,
     .name = QT_TRANSLATE_NOOP("Metric", "Talk time"),
     .definition = QT_TRANSLATE_NOOP("Metric", "Hang-up minus answer, summed over connected calls."),
     .numerator = sum<&Tally::talkMs>,
     .counted = connected,
     .amount = &CallRecord::talkMs,
     .places = {.column = 7, .summary = 1, .group = 3}},
    {.word = "average_talk_time"_L1,
     .oldWord = "acd"_L1,
     .unit = MetricUnit::Milliseconds,
     .name = QT_TRANSLATE_NOOP("Metric", "Average talk time"),
     .definition = QT_TRANSLATE_NOOP("Metric", "Talk time / connected calls."),
     .numerator = sum<&Tally::talkMs>,
     .denominator = sum<&Tally::connected>,
     .counted = connected,
     .outOf = connected,
     .amount = &CallRecord::talkMs,
     .details = {QT_TRANSLATE_NOOP("Metric", "over %2 connected"), "%2"},
     .places = {.tile = 4, .wall = 7, .column = 8, .summary = 1, .group = 3, .alert = 8, .drop = 5}},
    {.word = "time_to_answer"_L1,
     .unit = MetricUnit::Milliseconds,
     .name = QT_TRANSLATE_NOOP("Metric", "Time to answer"),
     .definition = QT_TRANSLATE_NOOP(
         "Metric", "Answer minus dial, averaged over connected calls that said when they were dialled."),
     .numerator = sum<&Tally::answerDelayMs>,
     .denominator = sum<&Tally::delayCalls>,
     .counted = dialled,
     .outOf = dialled,
     .amount = &CallRecord::answerDelayMs,
     .thresholds = {{20'000, 30'000, true}},
     .places = {.summary = 1}},
    {.word = "short_call_rate"_L1,
     .unit = MetricUnit::Share,
     .name = QT_TRANSLATE_NOOP("Metric", "Short-call rate"),
     .definition = QT_TRANSLATE_NOOP("Metric", "Connected calls with less than 5 s of talk / connected calls."),
     .numerator = [](const GroupFigures &g) { return g.tally.talkClasses[0]; },
     .denominator = sum<&Tally::connected>,
     .counted =
         [](CallFilter &f, const FigureRules &rules) {
             connected(f, rules);
             f.talkBelowMs = ShortTalkMs;
         },
     .outOf = connected,
     .thresholds = {{0.30, 0.50, true}},
     .places = {.summary = 1, .alert = 5}},
    {.word = "conversations"_L1,
     .name = QT_TRANSLATE_NOOP("Metric", "Talk of 1 min or more"),
     .definition = QT_TRANSLATE_NOOP("Metric", "Connected calls with at least 60 s of talk."),
     .numerator = talksFromAMinute,
     .counted = conversations,
     .places = {.funnel = 4}},
    {.word = "conversation_rate"_L1,
     .unit = MetricUnit::Share,
     .name = QT_TRANSLATE_NOOP("Metric", "Conversation rate"),
     .definition = QT_TRANSLATE_NOOP("Metric", "Connected calls with at least 60 s of talk / connected calls."),
     .numerator = talksFromAMinute,
     .denominator = sum<&Tally::connected>,
     .counted = conversations,
     .outOf = connected,
     .places = {.keyFigure = 3, .summary = 1, .alert = 7, .drop = 4}},
    {.word = "line_failure_rate"_L1,
     .unit = MetricUnit::Share,
     .name = QT_TRANSLATE_NOOP("Metric", "Line failure rate"),
     .definition = QT_TRANSLATE_NOOP(
         "Metric", "Outbound calls whose result is a line fault (as shipped: results 26, 27, 28) / attempts."),
     .numerator = sum<&Tally::lineFaults>,
     .denominator = sum<&Tally::attempts>,
     .counted = lineFaults,
     .outOf = attempts,
     .details = {QT_TRANSLATE_NOOP("Metric", "%1 of %2")},
     .thresholds = {{0.05, 0.15, true}},
     .places =
         {.tile = 6, .wall = 5, .wallColumn = 4, .column = 4, .keyFigure = 4, .summary = 1, .group = 2, .alert = 1}},
    {.word = "transfer_rate"_L1,
     .unit = MetricUnit::Share,
     .name = QT_TRANSLATE_NOOP("Metric", "Transfer rate"),
     .definition = QT_TRANSLATE_NOOP("Metric", "Calls with result 19 / connected calls."),
     .numerator = sum<&Tally::transfers>,
     .denominator = sum<&Tally::connected>,
     .counted = [](CallFilter &f, const FigureRules &) { withResult(f, u"19"_s); },
     .outOf = connected,
     .places = {.summary = 1, .alert = 6}},
    {.word = "timeouts"_L1,
     .name = QT_TRANSLATE_NOOP("Metric", "Timeouts (-1)"),
     .definition = QT_TRANSLATE_NOOP("Metric", "Outbound calls with the result -1; they are no line faults."),
     .numerator = sum<&Tally::timeouts>,
     .counted = [](CallFilter &f, const FigureRules &) { withResult(f, u"-1"_s); },
     .places = {.summary = 1}},
    {.word = "calls_per_minute"_L1,
     .unit = MetricUnit::PerMinute,
     .name = QT_TRANSLATE_NOOP("Metric", "Calls per minute"),
     .definition = QT_TRANSLATE_NOOP("Metric", "Calls by hang-up time in the window / its minutes."),
     .numerator = [](const GroupFigures &g) { return g.tally.calls * qRound64(scaleOf(g.minutes)); },
     .denominator = [](const GroupFigures &g) { return qRound64(std::max(0.0, g.minutes) * scaleOf(g.minutes)); },
     .whole = [](const GroupFigures &g) { return qRound64(g.minutes); },
     .counted = all,
     .details = {QT_TRANSLATE_NOOP("Metric", "over %2 min")},
     .places = {.tile = 5, .wall = 4, .alert = 13}},
    {.word = "calls"_L1,
     .name = QT_TRANSLATE_NOOP("Metric", "All calls"),
     .definition = QT_TRANSLATE_NOOP("Metric", "Outbound and inbound calls."),
     .numerator = sum<&Tally::calls>,
     .counted = all,
     .places = {.summary = 3}},
    {.word = "answered"_L1,
     .name = QT_TRANSLATE_NOOP("Metric", "All answered"),
     .definition = QT_TRANSLATE_NOOP("Metric", "Answered calls, outbound and inbound."),
     .numerator = sum<&Tally::answered>,
     .counted = [](CallFilter &f, const FigureRules &) { f.answered = true; },
     .places = {.summary = 3}},
    {.word = "answered_talk_time"_L1,
     .unit = MetricUnit::Milliseconds,
     .name = QT_TRANSLATE_NOOP("Metric", "Talk time of all"),
     .definition = QT_TRANSLATE_NOOP("Metric", "Talk of all answered calls, outbound and inbound."),
     .numerator = [](const GroupFigures &g) { return g.answeredTalkMs; },
     .counted = [](CallFilter &f, const FigureRules &) { f.answered = true; },
     .amount = &CallRecord::talkMs,
     .places = {.summary = 3}},
};

} // namespace

std::span<const MetricInfo> callFigures()
{
    return Rows;
}

} // namespace callboard
