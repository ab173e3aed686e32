// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of one campaign that are asked for on demand: tries, lines, customer columns, journeys.
#include "text/format.h"
#include "ui/campaigns/campaign_tables.h"
#include "ui/common/theme/theme.h"

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

QString noContacts()
{
    return Texts::tr("No call of this period belongs to a data row of the task, so there are no tries to compare.");
}

/// Why there are no tries: none were made, or they can't be told any more.
QString noTries(const RetryFigures &retries, const QString &otherwise)
{
    return retries.isWhole
        ? otherwise
        : Texts::tr("Some calls of this period are no longer kept, so its tries can't be compared. Choose "
                    "a period that begins later.");
}

QString shown(const QString &value, Privacy privacy)
{
    return privacy == Privacy::Masked ? maskText(value) : value;
}

QString shownNumber(const QString &number, Privacy privacy)
{
    if (number.isEmpty())
        return u"–"_s;
    return privacy == Privacy::Masked ? maskNumber(number) : number;
}

/// Values of one kind with their tallies: lines, or a customer column's.
FigureRow tallyRow(const QString &key, const QString &title, const Tally &tally, const CallFilter &calls,
                   const FigureRules &rules, const Format &format)
{
    FigureRow row{key, title};
    row.cells = {words(title)};
    row.cells[0].tip = title;
    row.cells.append(tallyCells(tally, calls, rules, format));
    return row;
}

struct Grid
{
    QMap<std::pair<QString, QString>, qint64> calls;
    QMap<QString, qint64> from;
    QSet<QString> fromCodes, toCodes;
    double greatest = 0;
};

Grid gridOf(const QList<Transition> &transitions, Show show)
{
    Grid grid;
    for (const Transition &transition : transitions) {
        grid.calls[{transition.from, transition.to}] = transition.calls;
        grid.from[transition.from] += transition.calls;
        grid.fromCodes.insert(transition.from);
        grid.toCodes.insert(transition.to);
    }
    for (const Transition &transition : transitions) {
        const double whole = show == Show::Share ? static_cast<double>(grid.from.value(transition.from)) : 1;
        grid.greatest = std::max(grid.greatest, static_cast<double>(transition.calls) / whole);
    }
    return grid;
}

FigureCell transitionCell(const Ratio &ratio, const CallFilter &calls, Show show, double greatest, const Format &format)
{
    FigureCell cell = count(ratio.numerator, calls, format);
    if (show == Show::Share) {
        cell.sort = ratio.value().value_or(0);
        cell.text = ratio.numerator == 0 ? u"0"_s : format.share(ratio);
    }
    cell.heat = heat(cell.sort, greatest);
    return cell;
}

FigureRow transitionRow(const QString &from, const QStringList &to, const Grid &grid, const CallFilter &calls,
                        Show show, const CampaignContext &context)
{
    CallFilter own = calls;
    own.drill.previousResult = from;
    FigureRow row{u"code:"_s + from, codeTitle(from, context)};
    const qint64 all = grid.from.value(from);
    row.cells = {count(all, own, context.format)};
    for (const QString &code : to) {
        own.results = {code};
        const Ratio ratio{grid.calls.value({from, code}), all};
        FigureCell cell = transitionCell(ratio, own, show, grid.greatest, context.format);
        cell.tip = row.title + u" → "_s + codeTitle(code, context) + u": "_s + quotient(ratio, context.format);
        row.cells.append(cell);
    }
    return row;
}

qint64 moreTries(const Journey &journey)
{
    return journey.calls - journey.tries.size();
}

QString moreText(const Journey &journey, const CampaignContext &context)
{
    return Texts::tr("and %1 more").arg(context.format.count(moreTries(journey)));
}

QList<FigureChip> chipsOf(const Journey &journey, const CampaignContext &context)
{
    QList<FigureChip> chips;
    for (const JourneyTry &each : journey.tries)
        chips.append({each.result.isEmpty() ? u"–"_s : each.result,
                      each.result.isEmpty() ? context.theme.ink(ColorRole::Awaiting)
                                            : context.theme.outcome(context.codeClass(each.result, each.answered)),
                      each.answered});
    if (moreTries(journey) > 0)
        chips.append({u'+' + context.format.count(moreTries(journey)), context.theme.ink(ColorRole::Awaiting), false});
    return chips;
}

QString pathOf(const Journey &journey, const CampaignContext &context)
{
    QStringList codes;
    for (const JourneyTry &each : journey.tries)
        codes.append(each.result.isEmpty() ? u"–"_s : each.result);
    if (moreTries(journey) > 0)
        codes.append(moreText(journey, context));
    return codes.join(u" → "_s);
}

QString pathTip(const Journey &journey, const CampaignContext &context)
{
    QStringList lines;
    for (const JourneyTry &each : journey.tries)
        lines.append(context.format.dateTime(each.placedAt) + u"  "_s + codeTitle(each.result, context));
    if (moreTries(journey) > 0)
        lines.append(moreText(journey, context));
    return lines.join(u'\n');
}

FigureRow journeyRow(const Journey &journey, Privacy privacy, const CampaignContext &context)
{
    const Format &format = context.format;
    CallFilter calls; // all of the contact's calls, whatever the period
    calls.contactId = journey.contactId;
    const JourneyTry first = journey.tries.value(0);
    FigureRow row{QString::number(journey.contactId), shownNumber(journey.callee, privacy)};
    FigureCell path{pathOf(journey, context), static_cast<double>(journey.calls)};
    path.chips = chipsOf(journey, context);
    path.tip = pathTip(journey, context);
    const std::optional<JourneyTry> &connected = journey.connected;
    row.cells = {words(row.title),
                 count(journey.calls, calls, format),
                 path,
                 words(codeTitle(journey.last.result, context)),
                 {connected ? format.count(connected->tries + 1) : u"–"_s,
                  connected ? static_cast<double>(connected->tries) : -1},
                 {format.dateTime(first.placedAt), static_cast<double>(first.placedAt)},
                 {format.dateTime(journey.last.placedAt), static_cast<double>(journey.last.placedAt)}};
    for (FigureCell &cell : row.cells) {
        cell.calls = calls;
        cell.count = journey.calls;
    }
    return row;
}

} // namespace

FigureTable yields(const RetryFigures &retries, const CallFilter &calls, const CampaignContext &context)
{
    FigureTable table;
    table.columns = {
        {u"try"_s, Texts::tr("Try"), {}, true},
        {u"contacts"_s, Texts::tr("Contacts"), Texts::tr("Contacts that had this try.")},
        {u"connected"_s, Texts::tr("First connected"), Texts::tr("Contacts that were first connected at this try.")},
        {u"yield"_s, Texts::tr("Yield"), Texts::tr("Contacts first connected at this try / contacts that had it.")}};
    table.emptyReason = noTries(retries, noContacts());
    for (const TryYield &yield : retries.yields) {
        CallFilter had = calls, connected = calls;
        had.drill.tries = connected.drill.tries = yield.tries;
        had.drill.pick = ContactPick::OncePerContact;
        connected.drill.pick = ContactPick::FirstConnect;
        FigureRow row{QString::number(yield.tries), context.format.count(yield.tries + 1)};
        row.cells = {FigureCell{row.title, static_cast<double>(yield.tries)},
                     count(yield.contacts, had, context.format), count(yield.firstConnected, connected, context.format),
                     rate({yield.firstConnected, yield.contacts}, connected, table.columns[3].title, context.format)};
        table.rows.append(row);
    }
    return table;
}

FigureTable transitions(const RetryFigures &retries, const CallFilter &calls, Show show, const CampaignContext &context)
{
    const Grid grid = gridOf(retries.transitions, show);
    const QStringList to = inOrder(grid.toCodes, context);
    FigureTable table;
    table.emptyReason = noTries(retries, Texts::tr("No contact was called more than once in this period."));
    table.columns.append({u"all"_s, Texts::tr("Next tries"),
                          Texts::tr("Calls whose contact's call before had the result of this row.")});
    for (const QString &code : to)
        table.columns.append(codeColumn(code, context));
    const QStringList from = inOrder(grid.fromCodes, context);
    for (const QString &code : from)
        table.rows.append(transitionRow(code, to, grid, calls, show, context));
    return table;
}

FigureTable lines(const QList<ValueTally> &lines, const CallFilter &calls, const FigureRules &rules, Privacy privacy,
                  const CampaignContext &context)
{
    FigureTable table;
    table.columns = {{u"value"_s, Texts::tr("Line (caller)"), {}, false}};
    table.columns.append(tallyColumns());
    table.emptyReason = Texts::tr("No outbound calls in this period. Choose a longer period above.");
    for (const ValueTally &line : lines) {
        CallFilter own = calls;
        own.drill.caller = line.value;
        table.rows.append(
            tallyRow(line.value, shownNumber(line.value, privacy), line.tally, own, rules, context.format));
    }
    return table;
}

FigureTable pivot(const Pivot &pivot, const CallFilter &calls, const FigureRules &rules, Privacy privacy,
                  const CampaignContext &context)
{
    FigureTable table;
    table.columns = {{u"value"_s, shown(pivot.column, privacy), {}, false}};
    table.columns.append(tallyColumns());
    table.emptyReason = Texts::tr("No outbound calls in this period. Choose a longer period above.");
    // The values stay apart, so that each row still leads to its calls; only their words are covered.
    const bool isCovered = privacy == Privacy::Masked && context.personalColumns.contains(pivot.column);
    CallFilter others = calls;
    others.drill.customerColumn = pivot.column;
    for (const ValueTally &value : pivot.top) {
        CallFilter own = calls;
        own.drill.customerColumn = pivot.column;
        own.drill.customerValues = {value.value};
        others.drill.excludedCustomerValues.append(value.value);
        const QString title = value.value.isEmpty() ? Texts::tr("(no value)")
            : isCovered                             ? WhollyCovered.toString()
                                                    : shown(value.value, privacy);
        table.rows.append(tallyRow(u"v:"_s + value.value, title, value.tally, own, rules, context.format));
    }
    if (pivot.otherValues == 0)
        return table;
    const QString rest = Texts::tr("%1 other values");
    FigureRow row = tallyRow(totalKey(), rest.arg(context.format.count(pivot.otherValues)), pivot.others, others, rules,
                             context.format);
    row.isTotal = true;
    table.rows.append(row);
    return table;
}

FigureTable journeys(const QList<Journey> &journeys, Privacy privacy, const CampaignContext &context)
{
    FigureTable table;
    table.columns = {{u"contact"_s, Texts::tr("Contact"), {}, false},
                     {u"tries"_s, Texts::tr("Tries")},
                     {u"path"_s, Texts::tr("Results, one try after the other"), {}, false},
                     {u"last"_s, Texts::tr("Last result"), {}, false},
                     {u"connected"_s, Texts::tr("Connected at try")},
                     {u"first"_s, Texts::tr("First call")},
                     {u"latest"_s, Texts::tr("Last call")}};
    table.emptyReason = noContacts();
    for (const Journey &journey : journeys)
        table.rows.append(journeyRow(journey, privacy, context));
    return table;
}

} // namespace callboard::CampaignTables
