// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/result_meanings.h"
#include "record/figures/figures.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <span>

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
    qint64 delayCalls = 0; ///< connected calls that said when they were dialled
    std::array<qint64, TalkClassCount> talkClasses{}; ///< of connected calls
    qint64 awaitingSuccess = 0; ///< those of `awaiting` whose basic part carried a result of the success rule

    Tally &operator+=(const Tally &o);
    friend bool operator==(const Tally &, const Tally &) = default;
};

/// Which result codes mean success in a task. As shipped: {0}.
struct SuccessRule
{
    QStringList codes{QStringLiteral("0")};
    friend bool operator==(const SuccessRule &, const SuccessRule &) = default;
};

/// What the calls of one cell add.
Tally tallyOf(const CellKey &key, const CellSums &sums, const SuccessRule &rule = {},
              const ResultMeanings &meanings = {});

/// All that people decided about counting: what codes mean, and where a task has a success rule of its own. A value.
class FigureRules
{
public:
    FigureRules() = default;
    FigureRules(ResultMeanings meanings, QHash<QString, SuccessRule> tasks);

    const ResultMeanings &meanings() const { return m_meanings; }
    /// The task's own rule, else the codes that are flagged as success.
    const SuccessRule &ruleOf(const QString &taskId) const;
    /// Tasks with a rule of their own.
    const QHash<QString, SuccessRule> &taskRules() const { return m_tasks; }
    Tally tally(const CellKey &key, const CellSums &sums) const;

    friend bool operator==(const FigureRules &, const FigureRules &) = default;

private:
    ResultMeanings m_meanings;
    SuccessRule m_default;
    QHash<QString, SuccessRule> m_tasks;
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

enum class Metric : quint8 {
    Attempts,
    Seizures,
    Connected,
    ConnectRate,
    ConnectRateNoLine,
    Ner,
    Success,
    SuccessRate,
    Awaiting,
    TalkTime,
    Acd,
    TimeToAnswer,
    ShortCallRate,
    ConversationRate,
    LineFailureRate,
    TransferRate,
    CallsPerMinute,
    ContactsReached
};

enum class MetricUnit : quint8 { Count, Share, Milliseconds, PerMinute };

/// The one place where a figure's name and definition stand. Texts are English sources of the context "Metric".
struct MetricInfo
{
    Metric metric;
    MetricUnit unit;
    const char *name;
    const char *definition;
};
std::span<const MetricInfo> metricTable();
const MetricInfo &metricInfo(Metric metric);
QString metricName(Metric metric); ///< translated
QString metricDefinition(Metric metric); ///< translated

/// The figure as a quotient; counts have denominator 1. `minutes` is the length of the window, needed by
/// CallsPerMinute: whole minutes give calls / minutes, others the same quotient with both sides times 60.
/// ContactsReached is not made from a tally and gives an empty ratio.
Ratio metricRatio(Metric metric, const Tally &tally, double minutes = 0);

BoundedRatio successRate(const Tally &tally);

} // namespace callboard
