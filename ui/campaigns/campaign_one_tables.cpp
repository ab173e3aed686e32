// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of one campaign's overview: key figures, hours of the week, code x answered.
#include "text/metric_text.h"
#include "ui/campaigns/campaign_tables.h"
#include "ui/common/theme/theme.h"
#include "ui/session/figures/live_tiles.h"

#include <QCoreApplication>

#include <algorithm>

namespace callboard::CampaignTables {

using namespace Qt::StringLiterals;
using namespace CampaignCells;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(CampaignTables)
};

GroupFigures groupOf(const CampaignFigures &figures)
{
    return {.tally = figures.tally,
            .contacts = figures.contacts,
            .listSize = figures.listSize,
            .triedEver = figures.contactsEver};
}

FigureCell part(qint64 n, const std::optional<CallFilter> &calls, const Format &format)
{
    if (calls)
        return count(n, *calls, format);
    return {format.count(n), static_cast<double>(n)};
}

/// A figure as a row: its value, and what it was made of.
FigureRow keyFigure(Metric metric, const GroupFigures &group, const CallFilter &calls, const FigureRules &rules,
                    const Format &format)
{
    const Ratio share = metricShare(metric, group);
    const bool isShareOfWhole = metric.info().whole != nullptr;
    FigureRow row{QString(metric.word()), metricName(metric)};
    FigureCell name = words(row.title);
    FigureCell value{isShareOfWhole ? format.share(share) : metricText(metric, group, format),
                     share.value().value_or(-1)};
    if (const QString bounds = metricBounds(metric, group, format); share.denominator > 0 && !bounds.isEmpty())
        value.text += u" (%1)"_s.arg(bounds);
    name.tip = value.tip = metricDefinition(metric);
    value.calls = callsOfMetric(metric, calls, rules);
    value.count = share.numerator;
    row.cells = {name, value, part(share.numerator, value.calls, format),
                 part(share.denominator, denominatorCalls(metric, calls, rules), format)};
    if (!isMetricKnown(metric, group))
        std::fill(row.cells.begin() + 1, row.cells.end(), unknown());
    return row;
}

QString hourTitle(int hour)
{
    return QString::number(hour).rightJustified(2, u'0');
}

constexpr double PaleShare = 0.25;

struct HourCell
{
    Ratio rate;
    QList<TimeRange> stretches;
    QString when;
    bool isTotal = false;
};

FigureCell hourCell(const HourCell &hour, const CallFilter &calls, Show show, double greatest,
                    const CampaignContext &context)
{
    if (hour.rate.denominator == 0)
        return {QString(), -1};
    CallFilter own = calls;
    own.outbound = true;
    own.drill.stretches = hour.stretches;
    const bool isRate = show == Show::Share;
    if (isRate)
        own.answered = true;
    FigureCell cell = count(isRate ? hour.rate.numerator : hour.rate.denominator, own, context.format);
    const double value = isRate ? *hour.rate.value() : cell.sort;
    if (isRate)
        cell.text = context.format.locale().toString(value * 100, 'f', 0);
    cell.sort = value;
    const bool isChance = isRate && hour.rate.denominator < FewestForHeat;
    cell.heat = hour.isTotal ? 0 : heat(value, greatest) * (isChance ? PaleShare : 1);
    cell.tip = hour.when + u'\n' + metricName(Metric::ConnectRate) + u": "_s + quotient(hour.rate, context.format);
    return cell;
}

/// Of the hours whose rate is not chance.
double greatestHour(const CampaignFigures &figures, Show show)
{
    const bool isRate = show == Show::Share;
    double greatest = 0;
    for (const auto &day : figures.hours) {
        for (const Ratio &rate : day) {
            if (!isRate || rate.denominator >= FewestForHeat)
                greatest = std::max(greatest, isRate ? *rate.value() : static_cast<double>(rate.denominator));
        }
    }
    return greatest > 0 ? greatest : 1;
}

FigureRow dayRow(int day, const CampaignFigures &figures, const CallFilter &calls, Show show, double greatest,
                 const CampaignContext &context)
{
    const Format &format = context.format;
    FigureRow row{QString::number(day), format.locale().standaloneDayName(day + 1, QLocale::ShortFormat)};
    HourCell whole{{}, {}, row.title, true};
    for (int hour = 0; hour < DayHours; ++hour) {
        HourCell cell{figures.hours[static_cast<std::size_t>(day)][static_cast<std::size_t>(hour)],
                      {},
                      row.title + u' ' + hourTitle(hour) + u":00–"_s + hourTitle(hour + 1) + u":00"_s};
        if (cell.rate.denominator > 0)
            cell.stretches = figures.stretches[static_cast<std::size_t>(day)][static_cast<std::size_t>(hour)];
        whole.rate.numerator += cell.rate.numerator;
        whole.rate.denominator += cell.rate.denominator;
        whole.stretches.append(cell.stretches);
        row.cells.append(hourCell(cell, calls, show, greatest, context));
    }
    whole.stretches = joined(whole.stretches);
    row.cells.append(hourCell(whole, calls, show, 0, context));
    return row;
}

FigureRow allDaysRow(const CampaignFigures &figures, const CallFilter &calls, Show show, const CampaignContext &context)
{
    FigureRow row{totalKey(), Texts::tr("All days")};
    row.isTotal = true;
    HourCell whole{{}, {}, row.title, true};
    for (int hour = 0; hour < DayHours; ++hour) {
        HourCell cell{{}, {}, hourTitle(hour) + u":00–"_s + hourTitle(hour + 1) + u":00"_s, true};
        for (int day = 0; day < WeekDays; ++day) {
            const Ratio &rate = figures.hours[static_cast<std::size_t>(day)][static_cast<std::size_t>(hour)];
            cell.rate.numerator += rate.numerator;
            cell.rate.denominator += rate.denominator;
            if (rate.denominator > 0)
                cell.stretches.append(figures.stretches[static_cast<std::size_t>(day)][static_cast<std::size_t>(hour)]);
        }
        whole.rate.numerator += cell.rate.numerator;
        whole.rate.denominator += cell.rate.denominator;
        row.cells.append(hourCell(cell, calls, show, 0, context));
    }
    row.cells.append(hourCell(whole, calls, show, 0, context)); // no stretches: the whole period
    return row;
}

/// A code of a connected class without an answer, or the reverse.
bool contradicts(const QString &code, bool answered, const CampaignContext &context)
{
    if (!findResultCode(code) && !context.rules.meanings().isChanged(code))
        return false; // an unknown code says nothing about an answer
    const bool meansAnswered = context.codeClass(code, answered) == OutcomeClass::Connected;
    const bool meansNothing = context.codeClass(code, answered) == OutcomeClass::TransferFailed;
    return !meansNothing && meansAnswered != answered;
}

FigureCell splitCell(const ResultSplit &split, bool answered, const CallFilter &calls, const CampaignContext &context)
{
    CallFilter own = calls;
    own.answered = answered;
    FigureCell cell = count(answered ? split.answered : split.unanswered, own, context.format);
    if (cell.count > 0 && contradicts(split.result, answered, context)) {
        cell.heat = 1;
        cell.tip = Texts::tr("The code and time_answer disagree about these calls.");
    }
    return cell;
}

} // namespace

CallFilter callsOf(const CampaignFigures &figures, const QString &taskId)
{
    CallFilter filter;
    filter.range = figures.range;
    filter.taskIds = {taskId};
    return filter;
}

FigureTable keyFigures(const CampaignFigures &figures, const QString &taskId, const CampaignContext &context)
{
    FigureTable table;
    table.columns = {{u"figure"_s, Texts::tr("Figure"), {}, false},
                     {u"value"_s, Texts::tr("Value")},
                     {u"counted"_s, Texts::tr("Counted")},
                     {u"of"_s, Texts::tr("Of")}};
    const CallFilter calls = callsOf(figures, taskId);
    const GroupFigures group = groupOf(figures);
    for (const Metric metric : metricsAt(&MetricPlaces::keyFigure))
        table.rows.append(keyFigure(metric, group, calls, figures.rules, context.format));
    return table;
}

FigureTable weekHours(const CampaignFigures &figures, const QString &taskId, Show show, const CampaignContext &context)
{
    FigureTable table;
    const QColor tint = context.theme.outcome(OutcomeClass::Connected);
    for (int hour = 0; hour < DayHours; ++hour) {
        FigureColumn column{QString::number(hour), hourTitle(hour)};
        column.tint = tint;
        table.columns.append(column);
    }
    table.columns.append({u"all"_s, Texts::tr("All")});
    const CallFilter calls = callsOf(figures, taskId);
    const double greatest = greatestHour(figures, show);
    for (int day = 0; day < WeekDays; ++day)
        table.rows.append(dayRow(day, figures, calls, show, greatest, context));
    table.rows.append(allDaysRow(figures, calls, show, context));
    return table;
}

FigureTable disagreement(const CampaignFigures &figures, const QString &taskId, const CampaignContext &context)
{
    FigureTable table;
    table.columns = {{u"code"_s, Texts::tr("Result"), {}, false},
                     {u"answered"_s, Texts::tr("Answered")},
                     {u"unanswered"_s, Texts::tr("Not answered")},
                     {u"all"_s, Texts::tr("Attempts")}};
    for (qsizetype i = 1; i < 3; ++i)
        table.columns[i].tint = context.theme.outcome(OutcomeClass::LineFault);
    QSet<QString> codes;
    for (const ResultSplit &split : figures.results)
        codes.insert(split.result);
    CallFilter calls = callsOf(figures, taskId);
    calls.outbound = true;
    const QStringList ordered = inOrder(codes, context);
    for (const QString &code : ordered) {
        const auto split = std::find_if(figures.results.begin(), figures.results.end(),
                                        [&code](const ResultSplit &each) { return each.result == code; });
        calls.results = {code};
        FigureRow row{u"code:"_s + code, codeTitle(code, context)};
        row.cells = {words(row.title), splitCell(*split, true, calls, context),
                     splitCell(*split, false, calls, context),
                     count(split->answered + split->unanswered, calls, context.format)};
        row.cells[0].sort = static_cast<double>(table.rows.size());
        table.rows.append(row);
    }
    table.emptyReason = Texts::tr("No calls in this period. Choose a longer period above.");
    return table;
}

qint64 disagreeing(const CampaignFigures &figures, const CampaignContext &context)
{
    qint64 calls = 0;
    for (const ResultSplit &split : figures.results)
        calls += (contradicts(split.result, true, context) ? split.answered : 0)
            + (contradicts(split.result, false, context) ? split.unanswered : 0);
    return calls;
}

} // namespace callboard::CampaignTables
