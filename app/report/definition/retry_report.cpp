// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/definition/report_head.h"
#include "report/definition/report_parts.h"
#include "report/report_definition.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RetryReport)
};

qint64 writeContacts(const ReportScope &scope, ReportWriter &writer, const QList<ReportCampaignRow> &campaigns,
                     const RetryFigures &retries)
{
    const QList<Metric> figures = metricsAt(&MetricPlaces::contacts);
    TableHead head{u"campaigns"_s, Texts::tr("Contacts of the campaigns"), taskColumns()};
    head.columns.append(columnOf(Metric::Attempts));
    head.columns += columnsOf(figures);
    head.columns.append({u"estimated_lost"_s, Texts::tr("Contacts with a lost try (estimated)"), Show::Count});
    const QList<ReportChart> charts{chartOf(head, Texts::tr("Contacts, connected and successful"),
                                            ReportChart::Shape::Columns,
                                            {u"contacts"_s, u"contacts_connected"_s, u"contacts_successful"_s},
                                            std::min<qint64>(campaigns.size(), MostBars))};
    TableRows rows(scope, writer, head, charts, scope.request().columns);
    for (const ReportCampaignRow &campaign : campaigns)
        rows.add(taskCells(scope, campaign.taskId)
                 << Ratio{campaign.figures.tally.attempts, 1} << cellsOf(figures, campaign.figures)
                 << (retries.isWhole ? ReportCell(Ratio{retries.gapsByTask.value(campaign.taskId), 1})
                                     : ReportCell::unknown()));
    rows.end(totalsLabel());
    return rows.count();
}

qint64 writeRetries(const ReportRequest &request, Connection &connection, ReportWriter &writer,
                    const ReportProgress &progress, const ReportCancelled &cancelled)
{
    const ReportScope scope(request, connection, cancelled);
    const QList<ReportCampaignRow> campaigns = loadCampaigns(scope);
    const RetryFigures retries = loadRetries(connection, request.filter);
    const ReportFacts facts{
        {Texts::tr("Lost tries"), Texts::tr("contacts of which try n and n+2 came, but n+1 did not; an estimate")}};
    writer.begin(reportHead(scope, reportTitle(u"retries"_s), campaigns.size(), facts));
    const qint64 rows = writeContacts(scope, writer, campaigns, retries);
    writeYields(scope, writer, retries);
    writeTransitions(scope, writer, retries);
    return finish(writer, progress, rows);
}

/// By both results in the order in which all reports have them.
QList<Transition> inOrder(const ReportScope &scope, QList<Transition> transitions)
{
    QSet<QString> codes;
    for (const Transition &transition : transitions)
        codes << transition.from << transition.to;
    QHash<QString, qsizetype> place;
    for (const QString &code : scope.inOrder(codes))
        place.insert(code, place.size());
    std::sort(transitions.begin(), transitions.end(), [&place](const Transition &a, const Transition &b) {
        return std::pair(place.value(a.from), place.value(a.to)) < std::pair(place.value(b.from), place.value(b.to));
    });
    return transitions;
}

TableHead transitionsHead()
{
    return {u"transitions"_s,
            Texts::tr("From one try's result to the next one's"),
            {{u"result"_s, Texts::tr("Result")},
             {u"meaning"_s, Texts::tr("Meaning")},
             {u"next_result"_s, Texts::tr("Next result")},
             {u"next_meaning"_s, Texts::tr("Its meaning")},
             {u"calls"_s, Texts::tr("Calls"), Show::Count},
             {u"share"_s, Texts::tr("Share of the tries after that result"), Show::Share}}};
}

} // namespace

void writeYields(const ReportScope &scope, ReportWriter &writer, const RetryFigures &retries)
{
    const TableHead head{u"tries"_s,
                         Texts::tr("Yield of each try"),
                         {{u"try"_s, Texts::tr("Try"), Show::Number},
                          {u"contacts"_s, Texts::tr("Contacts that had it"), Show::Count},
                          {u"first_connected"_s, Texts::tr("First connected at it"), Show::Count},
                          {u"yield"_s, Texts::tr("Yield"), Show::Share}}};
    const QList<ReportChart> charts{
        chartOf(head, Texts::tr("Contacts by try"), ReportChart::Shape::Columns, {u"contacts"_s, u"first_connected"_s}),
        chartOf(head, head.title, ReportChart::Shape::Lines, {u"yield"_s})};
    TableRows rows(scope, writer, head, charts);
    for (const TryYield &yield : retries.yields)
        rows.add({Ratio{yield.tries + 1, 1}, Ratio{yield.contacts, 1}, Ratio{yield.firstConnected, 1},
                  Ratio{yield.firstConnected, yield.contacts}});
    rows.end(); // contacts that had two tries are in two rows
}

void writeTransitions(const ReportScope &scope, ReportWriter &writer, const RetryFigures &retries)
{
    QHash<QString, qint64> from;
    for (const Transition &transition : retries.transitions)
        from[transition.from] += transition.calls;
    TableRows rows(scope, writer, transitionsHead());
    for (const Transition &transition : inOrder(scope, retries.transitions))
        rows.add({transition.from, scope.codeWord(transition.from), transition.to, scope.codeWord(transition.to),
                  Ratio{transition.calls, 1}, Ratio{transition.calls, from.value(transition.from)}});
    rows.end();
}

ReportDefinition retriesReport()
{
    return {u"retries"_s, QT_TRANSLATE_NOOP("Report", "Retries and contacts"),
            QT_TRANSLATE_NOOP("Report", "Contacts of every campaign, what each further try brought, and lost tries"),
            writeRetries};
}

} // namespace callboard
