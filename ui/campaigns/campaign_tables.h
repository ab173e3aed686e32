// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/masking.h"
#include "store/read/campaign_queries.h"
#include "ui/campaigns/campaign_cells.h"
#include "ui/common/charts/chart_data.h"

/// The answers of the store as tables and charts. Pure functions of the GUI thread (they translate); every cell with a
/// count carries the filter that selects exactly these calls.
namespace callboard::CampaignTables {

enum class Show : quint8 { Count, Share };
enum class ContactsBy : quint8 { Last, Best };

/// The key of the row that sums up the others.
QString totalKey();

// --- All campaigns -------------------------------------------------------------------------------------------------

/// Tasks x results. `scope`: the tasks that were asked for, empty: all. Both tables have the same rows and codes.
FigureTable attempts(const TaskMatrix &matrix, const QStringList &scope, Show show, const CampaignContext &context);
FigureTable contacts(const TaskMatrix &matrix, const QStringList &scope, ContactsBy by, Show show,
                     const CampaignContext &context);

// --- One campaign --------------------------------------------------------------------------------------------------

/// The calls that the campaign's figures are about.
CallFilter callsOf(const CampaignFigures &figures, const QString &taskId);

/// Figures of calls and contacts, each with numerator and denominator.
FigureTable keyFigures(const CampaignFigures &figures, const QString &taskId, const CampaignContext &context);
constexpr qint64 FewestForHeat = 30; ///< attempts of an hour: with fewer, its rate is chance
/// Hour of the day x weekday: connect rate, pale below FewestForHeat, or attempts with Show::Count.
FigureTable weekHours(const CampaignFigures &figures, const QString &taskId, Show show, const CampaignContext &context);
/// Code x answered or not; what code and `time_answer` disagree about is marked.
FigureTable disagreement(const CampaignFigures &figures, const QString &taskId, const CampaignContext &context);
/// How many calls the marked cells hold.
qint64 disagreeing(const CampaignFigures &figures, const CampaignContext &context);
FigureTable yields(const RetryFigures &retries, const CallFilter &calls, const CampaignContext &context);
/// Code of a try x code of the contact's next try.
FigureTable transitions(const RetryFigures &retries, const CallFilter &calls, Show show,
                        const CampaignContext &context);
FigureTable lines(const QList<ValueTally> &lines, const CallFilter &calls, const FigureRules &rules, Privacy privacy,
                  const CampaignContext &context);
FigureTable pivot(const Pivot &pivot, const CallFilter &calls, const FigureRules &rules, Privacy privacy,
                  const CampaignContext &context);
FigureTable journeys(const QList<Journey> &journeys, Privacy privacy, const CampaignContext &context);

// --- Charts --------------------------------------------------------------------------------------------------------

/// Attempts, rang, connected, conversation, success.
ChartData funnel(const CampaignFigures &figures, const CampaignContext &context);
CallFilter callsOfFunnel(const CampaignFigures &figures, const QString &taskId, int step);
/// Outbound calls by code, most frequent first.
ChartData results(const CampaignFigures &figures, const CampaignContext &context);
CallFilter callsOfResults(const CampaignFigures &figures, const QString &taskId, int first, int last);
ChartData yieldChart(const RetryFigures &retries, const CampaignContext &context);
CallFilter callsOfYield(const RetryFigures &retries, const CallFilter &calls, int place);

} // namespace callboard::CampaignTables
