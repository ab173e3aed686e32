// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/figures/metrics.h"

#include "record/call/result_codes.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr MetricInfo Infos[] = {
    {Metric::Attempts, MetricUnit::Count, QT_TRANSLATE_NOOP("Metric", "Attempts"),
     QT_TRANSLATE_NOOP("Metric", "Outbound calls: calls with the outbound message, or with direction 2.")},
    {Metric::Seizures, MetricUnit::Count, QT_TRANSLATE_NOOP("Metric", "Seizures"),
     QT_TRANSLATE_NOOP("Metric", "Outbound calls that rang (time_ring is set).")},
    {Metric::Connected, MetricUnit::Count, QT_TRANSLATE_NOOP("Metric", "Connected"),
     QT_TRANSLATE_NOOP("Metric", "Outbound calls that were answered (time_answer is set).")},
    {Metric::ConnectRate, MetricUnit::Share, QT_TRANSLATE_NOOP("Metric", "Connect rate"),
     QT_TRANSLATE_NOOP("Metric", "Connected calls / attempts.")},
    {Metric::ConnectRateNoLine, MetricUnit::Share, QT_TRANSLATE_NOOP("Metric", "Connect rate without line blocks"),
     QT_TRANSLATE_NOOP("Metric", "Connected calls / attempts without line faults (as shipped: results 26, 27, 28).")},
    {Metric::Ner, MetricUnit::Share, QT_TRANSLATE_NOOP("Metric", "Network effectiveness"),
     QT_TRANSLATE_NOOP("Metric", "(Connected calls + not connected calls with results 2, 5, 8, 20) / attempts.")},
    {Metric::Success, MetricUnit::Count, QT_TRANSLATE_NOOP("Metric", "Success"),
     QT_TRANSLATE_NOOP("Metric", "Outbound calls whose result is in the task's success rule (as shipped: result 0).")},
    {Metric::SuccessRate, MetricUnit::Share, QT_TRANSLATE_NOOP("Metric", "Success rate"),
     QT_TRANSLATE_NOOP("Metric",
                       "Successful calls / attempts with an outcome. The bounds count every call that still awaits "
                       "its outcome as failure, then as success.")},
    {Metric::Awaiting, MetricUnit::Count, QT_TRANSLATE_NOOP("Metric", "Awaiting outcome"),
     QT_TRANSLATE_NOOP("Metric", "Outbound calls of which only the basic message has come.")},
    {Metric::TalkTime, MetricUnit::Milliseconds, QT_TRANSLATE_NOOP("Metric", "Talk time"),
     QT_TRANSLATE_NOOP("Metric", "Hang-up minus answer, summed over connected calls.")},
    {Metric::Acd, MetricUnit::Milliseconds, QT_TRANSLATE_NOOP("Metric", "Average talk time"),
     QT_TRANSLATE_NOOP("Metric", "Talk time / connected calls.")},
    {Metric::TimeToAnswer, MetricUnit::Milliseconds, QT_TRANSLATE_NOOP("Metric", "Time to answer"),
     QT_TRANSLATE_NOOP("Metric", "Answer minus dial, averaged over connected calls that said when they were dialled.")},
    {Metric::ShortCallRate, MetricUnit::Share, QT_TRANSLATE_NOOP("Metric", "Short-call rate"),
     QT_TRANSLATE_NOOP("Metric", "Connected calls with less than 5 s of talk / connected calls.")},
    {Metric::ConversationRate, MetricUnit::Share, QT_TRANSLATE_NOOP("Metric", "Conversation rate"),
     QT_TRANSLATE_NOOP("Metric", "Connected calls with at least 60 s of talk / connected calls.")},
    {Metric::LineFailureRate, MetricUnit::Share, QT_TRANSLATE_NOOP("Metric", "Line failure rate"),
     QT_TRANSLATE_NOOP("Metric",
                       "Outbound calls whose result is a line fault (as shipped: results 26, 27, 28) / attempts.")},
    {Metric::TransferRate, MetricUnit::Share, QT_TRANSLATE_NOOP("Metric", "Transfer rate"),
     QT_TRANSLATE_NOOP("Metric", "Calls with result 19 / connected calls.")},
    {Metric::CallsPerMinute, MetricUnit::PerMinute, QT_TRANSLATE_NOOP("Metric", "Calls per minute"),
     QT_TRANSLATE_NOOP("Metric", "Calls by hang-up time in the window / its minutes.")},
    {Metric::ContactsReached, MetricUnit::Count, QT_TRANSLATE_NOOP("Metric", "Contacts reached"),
     QT_TRANSLATE_NOOP("Metric", "Contacts (data rows of a task) with a connected call / contacts attempted.")},
};

bool isOneOf(const QString &code, std::initializer_list<QLatin1StringView> codes)
{
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

void addOutcome(Tally &t, const CellKey &key, const ResultMeanings &meanings, qint64 calls)
{
    t.lineFaults = meanings.flagsOf(key.result).testFlag(ResultFlag::LineFault) ? calls : 0;
    if (key.result == "-1"_L1)
        t.timeouts = calls;
    else if (key.result == "19"_L1)
        t.transfers = calls;
    else if (!key.answered && isOneOf(key.result, {"2"_L1, "5"_L1, "8"_L1, "20"_L1}))
        t.reachedNetwork = calls;
}

qint64 talkClassesFrom(const Tally &t, qint64 boundMs)
{
    qint64 calls = 0;
    for (std::size_t i = 0; i < t.talkClasses.size(); ++i) {
        if (i > 0 && TalkBounds[i - 1] >= boundMs)
            calls += t.talkClasses[i];
    }
    return calls;
}

Ratio callsPerMinute(qint64 calls, double minutes)
{
    if (!(minutes > 0))
        return {calls, 0};
    if (minutes == std::trunc(minutes))
        return {calls, std::llround(minutes)};
    return {calls * 60, std::llround(minutes * 60)};
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

FigureRules::FigureRules(ResultMeanings meanings, QHash<QString, SuccessRule> tasks)
    : m_meanings(std::move(meanings))
    , m_default{m_meanings.successCodes()}
    , m_tasks(std::move(tasks))
{ }

const SuccessRule &FigureRules::ruleOf(const QString &taskId) const
{
    const auto own = m_tasks.constFind(taskId);
    return own == m_tasks.cend() ? m_default : *own;
}

Tally FigureRules::tally(const CellKey &key, const CellSums &sums) const
{
    return tallyOf(key, sums, ruleOf(key.taskId), m_meanings);
}

std::optional<double> Ratio::value() const
{
    if (denominator == 0)
        return std::nullopt;
    return static_cast<double>(numerator) / static_cast<double>(denominator);
}

std::span<const MetricInfo> metricTable()
{
    return Infos;
}

const MetricInfo &metricInfo(Metric metric)
{
    return Infos[static_cast<std::size_t>(metric)];
}

QString metricName(Metric metric)
{
    return QCoreApplication::translate("Metric", metricInfo(metric).name);
}

QString metricDefinition(Metric metric)
{
    return QCoreApplication::translate("Metric", metricInfo(metric).definition);
}

Ratio metricRatio(Metric metric, const Tally &t, double minutes)
{
    switch (metric) {
    case Metric::Attempts:
        return {t.attempts, 1};
    case Metric::Seizures:
        return {t.seizures, 1};
    case Metric::Connected:
        return {t.connected, 1};
    case Metric::ConnectRate:
        return {t.connected, t.attempts};
    case Metric::ConnectRateNoLine:
        return {t.connected, t.attempts - t.lineFaults};
    case Metric::Ner:
        return {t.connected + t.reachedNetwork, t.attempts};
    case Metric::Success:
        return {t.success, 1};
    case Metric::SuccessRate:
        return successRate(t).known;
    case Metric::Awaiting:
        return {t.awaiting, 1};
    case Metric::TalkTime:
        return {t.talkMs, 1};
    case Metric::Acd:
        return {t.talkMs, t.connected};
    case Metric::TimeToAnswer:
        return {t.answerDelayMs, t.delayCalls};
    case Metric::ShortCallRate:
        return {t.talkClasses[0], t.connected};
    case Metric::ConversationRate:
        return {talkClassesFrom(t, 60'000), t.connected};
    case Metric::LineFailureRate:
        return {t.lineFaults, t.attempts};
    case Metric::TransferRate:
        return {t.transfers, t.connected};
    case Metric::CallsPerMinute:
        return callsPerMinute(t.calls, minutes);
    case Metric::ContactsReached:
        return {};
    }
    return {};
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
