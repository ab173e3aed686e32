// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/definition/report_figures.h"

#include <QCoreApplication>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ReportFigures)
};

/// The names by which programs know the figures: never rename.
struct NamedMetric
{
    Metric metric;
    QLatin1StringView name;
};

constexpr NamedMetric Attempts{Metric::Attempts, "attempts"_L1};
constexpr NamedMetric Seizures{Metric::Seizures, "seizures"_L1};
constexpr NamedMetric Connected{Metric::Connected, "connected"_L1};
constexpr NamedMetric ConnectRate{Metric::ConnectRate, "connect_rate"_L1};
constexpr NamedMetric ConnectRateNoLine{Metric::ConnectRateNoLine, "connect_rate_without_line_blocks"_L1};
constexpr NamedMetric Ner{Metric::Ner, "ner"_L1};
constexpr NamedMetric Success{Metric::Success, "success"_L1};
constexpr NamedMetric SuccessRate{Metric::SuccessRate, "success_rate"_L1};
constexpr NamedMetric Awaiting{Metric::Awaiting, "awaiting"_L1};
constexpr NamedMetric TalkTime{Metric::TalkTime, "talk_time"_L1};
constexpr NamedMetric Acd{Metric::Acd, "average_talk_time"_L1};
constexpr NamedMetric TimeToAnswer{Metric::TimeToAnswer, "time_to_answer"_L1};
constexpr NamedMetric ShortCallRate{Metric::ShortCallRate, "short_call_rate"_L1};
constexpr NamedMetric ConversationRate{Metric::ConversationRate, "conversation_rate"_L1};
constexpr NamedMetric LineFailureRate{Metric::LineFailureRate, "line_failure_rate"_L1};
constexpr NamedMetric TransferRate{Metric::TransferRate, "transfer_rate"_L1};

Show showOf(Metric metric)
{
    switch (metricInfo(metric).unit) {
    case MetricUnit::Count:
        return Show::Count;
    case MetricUnit::Share:
        return Show::Share;
    case MetricUnit::Milliseconds:
        return metric == Metric::TalkTime ? Show::Sum : Show::Mean;
    case MetricUnit::PerMinute:
        break;
    }
    return Show::Quotient;
}

ReportFigure figureOf(const NamedMetric &named)
{
    const Metric metric = named.metric;
    return {{QString(named.name), metricName(metric), showOf(metric)},
            metricDefinition(metric),
            [metric](const GroupFigures &group) { return metricRatio(metric, group.tally); }};
}

ReportFigure figureOf(const char *name, const char *title, Show show, const char *definition,
                      std::function<Ratio(const GroupFigures &)> of)
{
    return {{QString::fromLatin1(name), Texts::tr(title), show}, Texts::tr(definition), std::move(of)};
}

QList<ReportFigure> successBounds()
{
    return {figureOf("success_rate_low", QT_TRANSLATE_NOOP("ReportFigures", "Success rate, at least"), Show::Share,
                     QT_TRANSLATE_NOOP("ReportFigures", "Every call that awaits its outcome counted as failure."),
                     [](const GroupFigures &group) { return successRate(group.tally).low; }),
            figureOf("success_rate_high", QT_TRANSLATE_NOOP("ReportFigures", "Success rate, at most"), Show::Share,
                     QT_TRANSLATE_NOOP("ReportFigures", "Every call that awaits its outcome counted as success."),
                     [](const GroupFigures &group) { return successRate(group.tally).high; })};
}

ReportFigure timeouts()
{
    return figureOf("timeouts", QT_TRANSLATE_NOOP("ReportFigures", "Timeouts (-1)"), Show::Count,
                    QT_TRANSLATE_NOOP("ReportFigures", "Outbound calls with the result -1; they are no line faults."),
                    [](const GroupFigures &group) {
                        return Ratio{group.tally.timeouts, 1};
                    });
}

/// Of all calls, inbound ones too: what the store's totals say.
QList<ReportFigure> allCalls()
{
    return {figureOf("calls", QT_TRANSLATE_NOOP("ReportFigures", "All calls"), Show::Count,
                     QT_TRANSLATE_NOOP("ReportFigures", "Outbound and inbound calls."),
                     [](const GroupFigures &group) {
                         return Ratio{group.tally.calls, 1};
                     }),
            figureOf("answered", QT_TRANSLATE_NOOP("ReportFigures", "All answered"), Show::Count,
                     QT_TRANSLATE_NOOP("ReportFigures", "Answered calls, outbound and inbound."),
                     [](const GroupFigures &group) {
                         return Ratio{group.tally.answered, 1};
                     }),
            figureOf("answered_talk_time", QT_TRANSLATE_NOOP("ReportFigures", "Talk time of all"), Show::Sum,
                     QT_TRANSLATE_NOOP("ReportFigures", "Talk of all answered calls, outbound and inbound."),
                     [](const GroupFigures &group) {
                         return Ratio{group.answeredTalkMs, 1};
                     })};
}

ReportFigure badNumbers(const FigureRules &rules)
{
    return figureOf(
        "bad_number_rate", QT_TRANSLATE_NOOP("ReportFigures", "Bad-number rate"), Show::Share,
        QT_TRANSLATE_NOOP("ReportFigures", "Contacts whose last result means a bad number / contacts attempted."),
        [codes = rules.meanings().codesWith(ResultFlag::BadNumber)](const GroupFigures &group) {
            Ratio ratio{0, group.contacts.attempted};
            for (const QString &code : codes)
                ratio.numerator += group.contacts.last.value(code);
            return ratio;
        });
}

QList<ReportFigure> contactCounts()
{
    return {
        figureOf("contacts", QT_TRANSLATE_NOOP("ReportFigures", "Contacts"), Show::Count,
                 QT_TRANSLATE_NOOP("ReportFigures", "Contacts (data rows of a task) with a call in the period."),
                 [](const GroupFigures &group) {
                     return Ratio{group.contacts.attempted, 1};
                 }),
        figureOf("contacts_connected", QT_TRANSLATE_NOOP("ReportFigures", "Contacts connected"), Show::Count,
                 QT_TRANSLATE_NOOP("ReportFigures", "Contacts with a connected call."),
                 [](const GroupFigures &group) {
                     return Ratio{group.contacts.connected, 1};
                 }),
        figureOf("contact_connect_rate", QT_TRANSLATE_NOOP("ReportFigures", "Contact connect rate"), Show::Share,
                 QT_TRANSLATE_NOOP("ReportFigures", "Contacts with a connected call / contacts attempted."),
                 [](const GroupFigures &group) {
                     return Ratio{group.contacts.connected, group.contacts.attempted};
                 }),
        figureOf("contacts_successful", QT_TRANSLATE_NOOP("ReportFigures", "Contacts successful"), Show::Count,
                 QT_TRANSLATE_NOOP("ReportFigures", "Contacts with a call whose result is in the task's success rule."),
                 [](const GroupFigures &group) {
                     return Ratio{group.contacts.successful, 1};
                 }),
        figureOf("conversion", QT_TRANSLATE_NOOP("ReportFigures", "Conversion"), Show::Share,
                 QT_TRANSLATE_NOOP("ReportFigures", "Successful contacts / connected contacts."),
                 [](const GroupFigures &group) {
                     return Ratio{group.contacts.successful, group.contacts.connected};
                 }),
        figureOf("attempts_per_contact", QT_TRANSLATE_NOOP("ReportFigures", "Attempts per contact"), Show::Quotient,
                 QT_TRANSLATE_NOOP("ReportFigures", "Attempts / contacts attempted."),
                 [](const GroupFigures &group) {
                     return Ratio{group.tally.attempts, group.contacts.attempted};
                 }),
    };
}

/// Only of campaigns whose list size is known, so that the totals' progress is theirs, too.
QList<ReportFigure> progress()
{
    QList<ReportFigure> figures{
        figureOf("list_size", QT_TRANSLATE_NOOP("ReportFigures", "List size"), Show::Count,
                 QT_TRANSLATE_NOOP("ReportFigures", "Data rows of the task, as typed in or imported; 0: unknown."),
                 [](const GroupFigures &group) {
                     return Ratio{group.listSize, 1};
                 }),
        figureOf("progress", QT_TRANSLATE_NOOP("ReportFigures", "Progress"), Show::Share,
                 QT_TRANSLATE_NOOP("ReportFigures", "Contacts tried at any time / list size of the task."),
                 [](const GroupFigures &group) {
                     return Ratio{group.listSize > 0 ? group.triedEver.attempted : 0, group.listSize};
                 })};
    figures.last().isKnown = [](const GroupFigures &group) { return group.listSize == 0 || group.triedEver.isWhole; };
    return figures;
}

} // namespace

QList<ReportFigure> groupFigures()
{
    QList<ReportFigure> figures;
    for (const NamedMetric &named :
         {Attempts, Seizures, Connected, ConnectRate, Success, SuccessRate, Awaiting, LineFailureRate, TalkTime, Acd})
        figures.append(figureOf(named));
    return figures;
}

QList<ReportFigure> contactFigures(const FigureRules &rules)
{
    QList<ReportFigure> figures = contactCounts() << badNumbers(rules);
    for (ReportFigure &figure : figures)
        figure.isKnown = [](const GroupFigures &group) { return group.contacts.isWhole; };
    return figures;
}

QList<ReportFigure> campaignFigures(const FigureRules &rules)
{
    QList<ReportFigure> figures;
    for (const NamedMetric &named :
         {Attempts, Seizures, Connected, ConnectRate, ConnectRateNoLine, Ner, Success, SuccessRate})
        figures.append(figureOf(named));
    figures += successBounds();
    for (const NamedMetric &named :
         {Awaiting, TalkTime, Acd, TimeToAnswer, ShortCallRate, ConversationRate, LineFailureRate, TransferRate})
        figures.append(figureOf(named));
    figures.append(timeouts());
    return figures + contactFigures(rules) + progress() + allCalls();
}

QList<ReportFigureColumn> columnsOf(const QList<ReportFigure> &figures)
{
    QList<ReportFigureColumn> columns;
    for (const ReportFigure &figure : figures)
        columns.append(figure.column);
    return columns;
}

ReportCell cellOf(const ReportFigure &figure, const GroupFigures &group)
{
    return !figure.isKnown || figure.isKnown(group) ? ReportCell(figure.of(group)) : ReportCell::unknown();
}

QList<ReportCell> cellsOf(const QList<ReportFigure> &figures, const GroupFigures &group)
{
    QList<ReportCell> cells;
    for (const ReportFigure &figure : figures)
        cells.append(cellOf(figure, group));
    return cells;
}

QList<ReportFigureColumn> taskColumns()
{
    return {{u"campaign"_s, Texts::tr("Campaign")}, {u"task_id"_s, Texts::tr("Task id")}};
}

QList<ReportCell> taskCells(const ReportScope &scope, const QString &taskId)
{
    return {scope.taskName(taskId), taskId};
}

ReportChart chartOf(const TableHead &head, const QString &title, ReportChart::Shape shape, const QStringList &columns,
                    qint64 mostRows)
{
    ReportChart chart{.title = title, .shape = shape, .category = 0, .series = {}, .firstRow = 0, .rows = mostRows};
    for (const QString &column : columns)
        chart.series.append(head.indexOf(column));
    return chart;
}

QString totalsLabel()
{
    return Texts::tr("Total");
}

} // namespace callboard
