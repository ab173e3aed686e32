// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/figures/tally.h"
#include "record/figures/week_hours.h"
#include "store/read/queries.h"

#include <array>
#include <optional>

/// What the Campaigns page asks. All run on a reader's connection, may be interrupted, and throw StoreError. Times are
/// epoch ms, ranges are by CallRecord::placedAt(); an empty list of tasks means all of them, an empty text in it "no
/// task". Every count here is the count of a CallFilter; the comments name the part of it that is not obvious.
namespace callboard {

// --- Tasks x results -----------------------------------------------------------------------------------------------

/// One task's outbound calls and contacts.
struct TaskRow
{
    QString taskId; ///< empty: calls without task
    Tally tally;
    QMap<QString, qint64> results; ///< outbound calls by `task_result`; empty: none (yet)
    ContactFigures contacts;
    qint64 answeredTalkMs = 0; ///< talk of all answered calls, inbound ones too
};
/// Every task that has a call inside the range, by task id; attempts and contacts of one moment.
struct TaskMatrix
{
    TimeRange range;
    QList<TaskRow> rows;
    FigureRules rules; ///< that success and line faults were counted by
};
TaskMatrix loadTaskMatrix(Connection &connection, const TimeRange &range, const QStringList &taskIds,
                          const FigureRules &rules);
/// Of the calls that a filter selects, and of the contacts that have one of them.
TaskMatrix loadTaskMatrix(Connection &connection, const CallFilter &filter, const FigureRules &rules);

// --- One campaign --------------------------------------------------------------------------------------------------

/// Outbound calls with one code, apart by whether they were answered: the disagreement of code and `time_answer`.
struct ResultSplit
{
    QString result;
    qint64 answered = 0, unanswered = 0;
    friend bool operator==(const ResultSplit &, const ResultSplit &) = default;
};
using WeekRates = std::array<std::array<Ratio, DayHours>, WeekDays>; ///< [Monday …][hour]: connected / attempts

struct CampaignFigures
{
    TimeRange range;
    TimeRange covered; ///< from the first quarter hour with a call to the end of the last one, inside the range
    FigureRules rules; ///< that success and line faults were counted by
    qint64 listSize = 0; ///< 0: unknown
    QString callingHours; ///< as stored
    Tally tally;
    QList<ResultSplit> results; ///< by code
    WeekRates hours{};
    WeekStretches stretches{}; ///< of `covered`: the filters' part that belongs to `hours`
    ContactFigures contacts;
    ContactCount contactsEver; ///< contacts attempted at any time, for the progress
};
CampaignFigures loadCampaign(Connection &connection, const TimeRange &range, const QString &taskId,
                             const QTimeZone &zone, const FigureRules &rules);

// --- Tries ---------------------------------------------------------------------------------------------------------

/// Try `tries` + 1 of the contacts.
struct TryYield
{
    qint64 tries = 0; ///< the pushed `task_tries`
    qint64 contacts = 0; ///< that had this try: ContactPick::OncePerContact
    qint64 firstConnected = 0; ///< that were first connected at it: ContactPick::FirstConnect
    friend bool operator==(const TryYield &, const TryYield &) = default;
};
/// Calls with the code `to` whose contact's call before, inside the range, had the code `from`.
struct Transition
{
    QString from, to;
    qint64 calls = 0;
    friend bool operator==(const Transition &, const Transition &) = default;
};
/// Tries, like all that is counted by contacts, are not known where calls of the range are no longer kept.
struct RetryFigures
{
    bool isWhole = true; ///< false: nothing below is known
    QList<TryYield> yields; ///< by try
    QList<Transition> transitions; ///< by codes
    qint64 gapContacts = 0; ///< estimated lost: try n and n + 2 seen, n + 1 not
    QMap<QString, qint64> gapsByTask; ///< the same by task, where there are any
    friend bool operator==(const RetryFigures &, const RetryFigures &) = default;
};
RetryFigures loadRetries(Connection &connection, const TimeRange &range, const QStringList &taskIds);
/// Of the calls that a filter selects: "the call before" is the one before among these.
RetryFigures loadRetries(Connection &connection, const CallFilter &filter);

// --- Lines and customer columns ------------------------------------------------------------------------------------

/// The outbound calls that have one value in common. The tally has neither talk classes nor answer delays.
struct ValueTally
{
    QString value;
    Tally tally;
};
/// By `caller`, most attempts first.
QList<ValueTally> loadLines(Connection &connection, const TimeRange &range, const QStringList &taskIds,
                            const FigureRules &rules);
QList<ValueTally> loadLines(Connection &connection, const CallFilter &filter, const FigureRules &rules);

/// All column names of the calls' `task_row_head`, in the order of their first appearance.
QStringList loadCustomerColumns(Connection &connection, const TimeRange &range, const QStringList &taskIds);
QStringList loadCustomerColumns(Connection &connection, const CallFilter &filter);

/// By the value of one customer column, most attempts first; calls without that column have the value "".
struct Pivot
{
    QString column;
    QList<ValueTally> top;
    qint64 otherValues = 0; ///< how many values `others` sums up
    Tally others; ///< the calls with none of the values of `top`
};
Pivot loadPivot(Connection &connection, const TimeRange &range, const QStringList &taskIds, const QString &column,
                const FigureRules &rules, int mostValues);
Pivot loadPivot(Connection &connection, const CallFilter &filter, const QString &column, const FigureRules &rules,
                int mostValues);

// --- Journeys ------------------------------------------------------------------------------------------------------

struct JourneyTry
{
    qint64 placedAt = 0;
    qint64 tries = 0;
    QString result;
    bool answered = false;
};
/// One contact and its calls.
struct Journey
{
    static constexpr int MostTries = 100;
    qint64 contactId = 0;
    QString callee; ///< of its last call inside the range
    CallKey key; ///< that call's place
    QList<JourneyTry> tries; ///< oldest first, the first MostTries
    qint64 calls = 0; ///< in all
    JourneyTry last; ///< of all
    std::optional<JourneyTry> connected; ///< the first answered one of all
};
/// The contacts with a call inside the range, the one that was called last first; at most `limit` after `after`.
QList<Journey> loadJourneys(Connection &connection, const TimeRange &range, const QStringList &taskIds,
                            const CallKey &after, int limit);

} // namespace callboard
