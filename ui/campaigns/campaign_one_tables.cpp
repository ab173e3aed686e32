// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of one campaign's overview: key figures, hours of the week, code x answered.
#include "text/format.h"
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

/// A figure as a row: its value, and what it was made of.
struct Fact
{
    QString key, name, tip;
    QString value;
    Ratio ratio;
    std::optional<CallFilter> top, bottom; ///< the calls of numerator and denominator
};

FigureCell part(qint64 n, const std::optional<CallFilter> &calls, const Format &format)
{
    if (calls)
        return count(n, *calls, format);
    return {format.count(n), static_cast<double>(n)};
}

FigureRow rowOf(const Fact &fact, const Format &format)
{
    FigureRow row{fact.key, fact.name};
    FigureCell name = words(fact.name);
    name.tip = fact.tip;
    FigureCell value{fact.value, fact.ratio.value().value_or(-1)};
    value.tip = fact.tip;
    value.calls = fact.top;
    value.count = fact.top ? fact.ratio.numerator : -1;
    row.cells = {name, value, part(fact.ratio.numerator, fact.top, format),
                 part(fact.ratio.denominator, fact.bottom, format)};
    return row;
}

CallFilter contactsBy(CallFilter calls, ContactPick pick)
{
    calls.drill.pick = pick;
    return calls;
}

Fact callRate(Metric metric, const CampaignFigures &figures, const CallFilter &calls, const Format &format)
{
    const Ratio ratio = metricRatio(metric, figures.tally);
    CallFilter attempts = calls;
    attempts.outbound = true;
    Fact fact{u"metric:%1"_s.arg(static_cast<int>(metric)),
              metricName(metric),
              metricDefinition(metric),
              format.metric(metric, ratio),
              ratio,
              callsOfMetric(metric, calls, {}),
              attempts};
    const FigureRules &rules = figures.rules;
    if (metric == Metric::SuccessRate)
        fact.top = withResults(attempts, rules.ruleOf(calls.taskIds.value(0)).codes);
    if (metric == Metric::LineFailureRate)
        fact.top = withResults(attempts, rules.meanings().codesWith(ResultFlag::LineFault));
    if (metric == Metric::ConversationRate) {
        fact.top->answered = true;
        fact.top->talkAtLeastMs = 60'000;
    }
    if (metric == Metric::ConversationRate || metric == Metric::TransferRate)
        fact.bottom->answered = true;
    return fact;
}

QList<Fact> callFacts(const CampaignFigures &figures, const CallFilter &calls, const Format &format)
{
    QList<Fact> facts;
    for (const Metric metric :
         {Metric::ConnectRate, Metric::SuccessRate, Metric::ConversationRate, Metric::LineFailureRate})
        facts.append(callRate(metric, figures, calls, format));
    Fact &success = facts[1];
    const Tally &tally = figures.tally;
    success.top->onlySettled = success.bottom->onlySettled = true; // without those that wait
    const QString bounds = boundsText(successRate(tally), format);
    if (success.ratio.denominator > 0 && !bounds.isEmpty())
        success.value += u" ("_s + bounds + u')';
    Fact awaiting = callRate(Metric::Awaiting, figures, calls, format);
    awaiting.ratio = {tally.awaiting, tally.attempts};
    awaiting.value = format.share(awaiting.ratio);
    facts.append(awaiting);
    return facts;
}

Fact contactFact(const QString &key, const QString &name, const QString &tip, const Ratio &ratio, const CallFilter &top,
                 const CallFilter &bottom, const Format &format)
{
    return {key, name, tip, format.share(ratio), ratio, top, bottom};
}

QList<Fact> contactFacts(const CampaignFigures &figures, const CallFilter &calls, const Format &format)
{
    const ContactFigures &c = figures.contacts;
    const CallFilter attempted = contactsBy(calls, ContactPick::LastTry);
    const CallFilter connected = contactsBy(calls, ContactPick::FirstConnect);
    CallFilter successful = contactsBy(calls, ContactPick::OncePerContact);
    successful = withResults(successful, figures.rules.ruleOf(calls.taskIds.value(0)).codes);
    const QStringList badCodes = figures.rules.meanings().codesWith(ResultFlag::BadNumber);
    const CallFilter bad = withResults(attempted, badCodes);
    qint64 badNumbers = 0;
    for (const QString &code : badCodes)
        badNumbers += c.last.value(code);
    CallFilter attempts = calls;
    attempts.outbound = true;
    const Ratio perContact = contactRatio(c, figures.tally.attempts, c.attempted);
    return {contactFact(u"contactRate"_s, Texts::tr("Contact connect rate"),
                        Texts::tr("Contacts with a connected call / contacts attempted."),
                        contactRatio(c, c.connected, c.attempted), connected, attempted, format),
            contactFact(u"conversion"_s, Texts::tr("Conversion"),
                        Texts::tr("Successful contacts / connected contacts."),
                        contactRatio(c, c.successful, c.connected), successful, connected, format),
            contactFact(u"badNumbers"_s, Texts::tr("Bad-number rate"),
                        Texts::tr("Contacts whose last result means a bad number / contacts attempted."),
                        contactRatio(c, badNumbers, c.attempted), bad, attempted, format),
            Fact{u"perContact"_s, Texts::tr("Attempts per contact"), Texts::tr("Attempts / contacts attempted."),
                 perContact.denominator == 0 ? u"–"_s : format.locale().toString(*perContact.value(), 'f', 2),
                 perContact, attempts, attempted}};
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
    for (const Fact &fact : callFacts(figures, calls, context.format))
        table.rows.append(rowOf(fact, context.format));
    for (const Fact &fact : contactFacts(figures, calls, context.format)) {
        FigureRow row = rowOf(fact, context.format);
        if (!figures.contacts.isWhole)
            std::fill(row.cells.begin() + 1, row.cells.end(), unknown());
        table.rows.append(row);
    }
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
