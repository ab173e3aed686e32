// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/call_record.h"
#include "record/figures/tally.h"
#include "record/filter/call_filter.h"

#include <span>

/// The one table of figures: what each is called, counted from and leads to. Everything that shows, exports, watches or
/// opens a figure reads its row. Values and pure functions; any thread. METRICS.md has the definitions.
namespace callboard {

struct MetricInfo;

/// A figure, by the word that it has in settings, alert rules, reports and logs. Rows that no code names need no
/// constant.
class Metric
{
public:
    constexpr Metric() = default;
    constexpr explicit Metric(QLatin1StringView word)
        : m_word(word)
    { }
    /// The figure with that word, now or in earlier versions; nothing on any other text.
    static std::optional<Metric> fromWord(QStringView word);

    constexpr QLatin1StringView word() const { return m_word; }
    const MetricInfo &info() const; ///< its row
    friend bool operator==(Metric a, Metric b) { return a.m_word == b.m_word; }

    static const Metric Attempts, Seizures, Connected, ConnectRate, ConnectRateNoLine, Success, SuccessRate, Awaiting,
        TalkTime, Acd, TimeToAnswer, ShortCallRate, ConversationRate, LineFailureRate, CallsPerMinute, ContactsReached,
        Progress;

private:
    QLatin1StringView m_word{"attempts"};
};

inline constexpr Metric Metric::Attempts{QLatin1StringView("attempts")};
inline constexpr Metric Metric::Seizures{QLatin1StringView("seizures")};
inline constexpr Metric Metric::Connected{QLatin1StringView("connected")};
inline constexpr Metric Metric::ConnectRate{QLatin1StringView("connect_rate")};
inline constexpr Metric Metric::ConnectRateNoLine{QLatin1StringView("connect_rate_without_line_blocks")};
inline constexpr Metric Metric::Success{QLatin1StringView("success")};
inline constexpr Metric Metric::SuccessRate{QLatin1StringView("success_rate")};
inline constexpr Metric Metric::Awaiting{QLatin1StringView("awaiting")};
inline constexpr Metric Metric::TalkTime{QLatin1StringView("talk_time")};
inline constexpr Metric Metric::Acd{QLatin1StringView("average_talk_time")};
inline constexpr Metric Metric::TimeToAnswer{QLatin1StringView("time_to_answer")};
inline constexpr Metric Metric::ShortCallRate{QLatin1StringView("short_call_rate")};
inline constexpr Metric Metric::ConversationRate{QLatin1StringView("conversation_rate")};
inline constexpr Metric Metric::LineFailureRate{QLatin1StringView("line_failure_rate")};
inline constexpr Metric Metric::CallsPerMinute{QLatin1StringView("calls_per_minute")};
inline constexpr Metric Metric::ContactsReached{QLatin1StringView("contacts_connected")};
inline constexpr Metric Metric::Progress{QLatin1StringView("progress")};

/// Count: the numerator. Quotient: with decimals. Milliseconds: a sum where the figure has no denominator, else a mean.
enum class MetricUnit : quint8 { Count, Share, Milliseconds, PerMinute, Quotient };

/// Where a figure is shown, and at which position there; 0: not there. Equal ones follow the table.
struct MetricPlaces
{
    quint8 tile = 0, wall = 0; ///< large figures on Live and on the wallboard
    quint8 wallColumn = 0; ///< of the wallboard's campaigns
    quint8 liveColumn = 0; ///< of Live's campaigns, after those that are always there
    quint8 column = 0; ///< Campaigns: of lines and customer values
    quint8 keyFigure = 0, funnel = 0; ///< of one campaign
    quint8 summary = 0, group = 0, contacts = 0; ///< reports: of a campaign, of hours and lines, of contacts
    quint8 alert = 0, drop = 0; ///< what alerts may watch: the figure, its fall against yesterday
};

/// From where on a figure needs attention, in the unit of the figure: 0.2 for 20 %.
struct MetricThresholds
{
    double warning = 0, bad = 0;
    bool highIsBad = false; ///< otherwise low values are the bad ones
};

using MetricPart = qint64 (*)(const GroupFigures &);
/// Narrows a filter to the calls that a figure counts, of those that it selects.
using MetricCalls = void (*)(CallFilter &, const FigureRules &);

/// One row. Texts are English sources of the context "Metric".
struct MetricInfo
{
    QLatin1StringView word; ///< stable: stored and exported, never rename
    QLatin1StringView oldWord{}; ///< of earlier versions, still read, where more than its hyphens differ
    MetricUnit unit = MetricUnit::Count;
    const char *name = nullptr, *definition = nullptr;
    MetricPart numerator = nullptr;
    MetricPart denominator = nullptr; ///< null: 1
    MetricPart whole = nullptr; ///< what a count is a part of, in details and for thresholds; null: the denominator
    MetricCalls counted = nullptr; ///< the calls of the numerator; null: it does not come from calls
    MetricCalls outOf = nullptr; ///< the calls of `whole` or of the denominator; null: it does not count calls
    /// What each counted call adds to the numerator; null: 1.
    qint64 (CallRecord::*amount)() const = nullptr;
    /// What stands below a large figure, the longest first: %1 numerator, %2 denominator, %3 their share.
    std::array<const char *, 2> details{};
    /// With the calls that await their outcome as failures, then as successes.
    BoundedRatio (*bounds)(const Tally &) = nullptr;
    std::optional<MetricThresholds> thresholds{};
    /// Whether its value is known; null: always.
    bool (*isKnown)(const GroupFigures &) = nullptr;
    MetricPlaces places{};
};

QList<Metric> allMetrics();
/// The figures that are shown somewhere, in the order there.
QList<Metric> metricsAt(quint8 MetricPlaces::*place);

QString metricName(Metric metric); ///< translated
QString metricDefinition(Metric metric); ///< translated

/// The figure of a group of calls; without a denominator where it is not known. Calls per minute need
/// GroupFigures::minutes: whole minutes give calls / minutes, others the same quotient with both sides times 60.
Ratio metricRatio(Metric metric, const GroupFigures &group);
Ratio metricRatio(Metric metric, const Tally &tally, double minutes = 0);
/// The same as a part of its whole: awaiting calls out of the attempts, where the figure itself is their number.
Ratio metricShare(Metric metric, const GroupFigures &group);
bool isMetricKnown(Metric metric, const GroupFigures &group);

/// The calls among `base` that make up a figure's numerator, and its denominator where that counts calls.
CallFilter callsOfMetric(Metric metric, const CallFilter &base, const FigureRules &rules);
std::optional<CallFilter> denominatorCalls(Metric metric, const CallFilter &base, const FigureRules &rules);

enum class MetricState : quint8 { Fine, Warning, Bad };
/// A rate over fewer calls than this is not judged.
inline constexpr qint64 FewestToJudge = 50;
/// By the figure's thresholds; of counts the share of their whole is judged, never the number in itself.
MetricState metricState(Metric metric, const GroupFigures &group);
MetricState metricState(Metric metric, const Ratio &share);

} // namespace callboard
