// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/definition/report_head.h"
#include "report/definition/report_parts.h"
#include "report/report_definition.h"

#include <QCoreApplication>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// A platform that sends a new code with every call does not make a table of a million columns.
constexpr qsizetype MostCodes = 200;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ResultReport)
};

using CodeCounts = QMap<QString, qint64>;

/// Campaigns x codes of one kind: calls, or contacts by their last or best result.
struct Matrix
{
    QString name, title;
    QString totalName, totalTitle; ///< of the column that the codes add up to
    CodeCounts (*countsOf)(const ReportCampaignRow &);
    bool isOfContacts = true;
};

QList<Matrix> matrices()
{
    return {{u"attempts"_s, Texts::tr("Attempts by result"), u"attempts"_s, metricName(Metric::Attempts),
             [](const ReportCampaignRow &row) { return row.results; }, false},
            {u"contacts-last"_s, Texts::tr("Contacts by their last result"), u"contacts"_s,
             metricName(Metric("contacts"_L1)), [](const ReportCampaignRow &row) { return row.figures.contacts.last; }},
            {u"contacts-best"_s, Texts::tr("Contacts by their best result"), u"contacts"_s,
             metricName(Metric("contacts"_L1)),
             [](const ReportCampaignRow &row) { return row.figures.contacts.best; }}};
}

QStringList codesOf(const ReportScope &scope, const QList<ReportCampaignRow> &campaigns)
{
    QSet<QString> codes;
    for (const ReportCampaignRow &campaign : campaigns) {
        for (const CodeCounts &counts : {campaign.results, campaign.figures.contacts.last}) {
            for (auto it = counts.cbegin(); it != counts.cend(); ++it)
                codes.insert(it.key());
        }
    }
    return scope.inOrder(codes);
}

TableHead headOf(const ReportScope &scope, const Matrix &matrix, const QStringList &codes, Show show)
{
    TableHead head{matrix.name, matrix.title, taskColumns()};
    if (show == Show::Share) {
        head.name += u"-share"_s;
        head.title = Texts::tr("%1, share of the row").arg(matrix.title);
    }
    head.columns.append({matrix.totalName, matrix.totalTitle, Show::Count});
    for (const QString &code : codes.first(std::min(codes.size(), MostCodes)))
        head.columns.append({code.isEmpty() ? u"no_result"_s : u"result_"_s + code, scope.codeTitle(code), show});
    if (codes.size() > MostCodes)
        head.columns.append({u"other_results"_s, Texts::tr("%1 other results").arg(codes.size() - MostCodes), show});
    return head;
}

/// `isKnown`: false where the calls that would have to be counted are no longer kept.
QList<ReportCell> codeCells(const CodeCounts &counts, const QStringList &codes, bool isKnown)
{
    if (!isKnown)
        return QList<ReportCell>(1 + std::min(codes.size(), MostCodes + 1), ReportCell::unknown());
    qint64 total = 0, shown = 0;
    for (const qint64 count : counts)
        total += count;
    QList<ReportCell> cells{Ratio{total, 1}};
    for (const QString &code : codes.first(std::min(codes.size(), MostCodes))) {
        cells.append(Ratio{counts.value(code), total});
        shown += counts.value(code);
    }
    if (codes.size() > MostCodes)
        cells.append(Ratio{total - shown, total});
    return cells;
}

void writeMatrix(const ReportScope &scope, ReportWriter &writer, const TableHead &head, const Matrix &matrix,
                 const QList<ReportCampaignRow> &campaigns, const QStringList &codes, const QStringList &chosen = {})
{
    TableRows rows(scope, writer, head, {}, chosen);
    for (const ReportCampaignRow &campaign : campaigns)
        rows.add(
            taskCells(scope, campaign.taskId)
            + codeCells(matrix.countsOf(campaign), codes, !matrix.isOfContacts || campaign.figures.contacts.isWhole));
    rows.end(totalsLabel());
}

// --- Classes -------------------------------------------------------------------------------------------------------

using ClassCounts = std::array<qint64, OutcomeClassCount + 1>; ///< the last one: without a result

QHash<QString, ClassCounts> classesOf(const ReportScope &scope, const CellMap &cells)
{
    QHash<QString, ClassCounts> byTask;
    for (auto it = cells.cbegin(); it != cells.cend(); ++it) {
        const CellKey &key = it.key();
        if (!key.outbound)
            continue;
        const auto place = key.result.isEmpty()
            ? std::size_t{OutcomeClassCount}
            : static_cast<std::size_t>(scope.rules().meanings().classOf(key.result, key.answered));
        byTask[key.taskId][place] += it->calls;
    }
    return byTask;
}

TableHead classesHead()
{
    static constexpr const char *Names[] = {"connected",       "unanswered",      "unreachable", "bad_number",
                                            "transfer_failed", "line_or_network", "timeout"};
    TableHead head{u"classes"_s, Texts::tr("Attempts by outcome class"), taskColumns()};
    head.columns.append(columnOf(Metric::Attempts));
    for (int i = 0; i < OutcomeClassCount; ++i)
        head.columns.append(
            {u"class_"_s + QString::fromLatin1(Names[i]), outcomeClassWord(static_cast<OutcomeClass>(i)), Show::Count});
    head.columns.append({u"no_result"_s, Texts::tr("No result (yet)"), Show::Count});
    return head;
}

void writeClasses(const ReportScope &scope, ReportWriter &writer, const CellMap &cells,
                  const QList<ReportCampaignRow> &campaigns)
{
    const QHash<QString, ClassCounts> classes = classesOf(scope, cells);
    const TableHead head = classesHead();
    ReportChart chart{head.title, ReportChart::Shape::StackedColumns,          0, {},
                      0,          std::min<qint64>(campaigns.size(), MostBars)};
    for (int column = head.indexOf(u"attempts"_s) + 1; column < head.columns.size(); ++column)
        chart.series.append(column);
    TableRows rows(scope, writer, head, {chart});
    for (const ReportCampaignRow &campaign : campaigns) {
        QList<ReportCell> row = taskCells(scope, campaign.taskId) << Ratio{campaign.figures.tally.attempts, 1};
        for (const qint64 calls : classes.value(campaign.taskId))
            row.append(Ratio{calls, 1});
        rows.add(row);
    }
    rows.end(totalsLabel());
}

qint64 writeResults(const ReportRequest &request, Connection &connection, ReportWriter &writer,
                    const ReportProgress &progress, const ReportCancelled &cancelled)
{
    const ReportScope scope(request, connection, cancelled);
    const QList<ReportCampaignRow> campaigns = loadCampaigns(scope);
    const CellMap cells = loadCells(connection, request.filter, DayMs).cells;
    const QStringList codes = codesOf(scope, campaigns);
    writer.begin(reportHead(scope, reportTitle(u"results"_s), campaigns.size()));
    QStringList chosen = request.columns;
    const QList<Matrix> all = matrices();
    for (const Matrix &matrix : all) {
        writeMatrix(scope, writer, headOf(scope, matrix, codes, Show::Count), matrix, campaigns, codes,
                    std::exchange(chosen, {}));
        writeMatrix(scope, writer, headOf(scope, matrix, codes, Show::Share), matrix, campaigns, codes);
        if (&matrix == &all.constFirst())
            writeClasses(scope, writer, cells, campaigns);
    }
    writeCodes(scope, writer, cells, campaigns);
    return finish(writer, progress, campaigns.size());
}

// --- Codes ---------------------------------------------------------------------------------------------------------

struct CodeFigures
{
    qint64 answered = 0, unanswered = 0, last = 0, best = 0;
};

QHash<QString, CodeFigures> codeFigures(const CellMap &cells, const QList<ReportCampaignRow> &campaigns)
{
    QHash<QString, CodeFigures> codes;
    for (auto it = cells.cbegin(); it != cells.cend(); ++it) {
        if (!it.key().outbound)
            continue;
        CodeFigures &figures = codes[it.key().result];
        (it.key().answered ? figures.answered : figures.unanswered) += it->calls;
    }
    for (const ReportCampaignRow &campaign : campaigns) {
        const ContactFigures &contacts = campaign.figures.contacts;
        for (auto it = contacts.last.cbegin(); it != contacts.last.cend(); ++it)
            codes[it.key()].last += it.value();
        for (auto it = contacts.best.cbegin(); it != contacts.best.cend(); ++it)
            codes[it.key()].best += it.value();
    }
    return codes;
}

TableHead codesHead()
{
    return {u"codes"_s,
            Texts::tr("Result codes"),
            {{u"result"_s, Texts::tr("Result")},
             {u"meaning"_s, Texts::tr("Meaning")},
             {u"class"_s, Texts::tr("Outcome class")},
             columnOf(Metric::Attempts),
             {u"share"_s, Texts::tr("Share of attempts"), Show::PartOfAll},
             {u"answered"_s, Texts::tr("Answered"), Show::Count},
             {u"not_answered"_s, Texts::tr("Not answered"), Show::Count},
             {u"contacts_last"_s, Texts::tr("Contacts, last result"), Show::Count},
             {u"contacts_best"_s, Texts::tr("Contacts, best result"), Show::Count}}};
}

} // namespace

void writeCodes(const ReportScope &scope, ReportWriter &writer, const CellMap &cells,
                const QList<ReportCampaignRow> &campaigns)
{
    const QHash<QString, CodeFigures> codes = codeFigures(cells, campaigns);
    qint64 attempts = 0;
    for (const CodeFigures &figures : codes)
        attempts += figures.answered + figures.unanswered;
    const TableHead head = codesHead();
    ReportChart chart = chartOf(head, head.title, ReportChart::Shape::Bars, {u"attempts"_s},
                                std::min<qint64>(codes.size(), 2 * MostBars));
    chart.category = head.indexOf(u"meaning"_s);
    const bool isKnown = std::all_of(campaigns.begin(), campaigns.end(), [](const ReportCampaignRow &campaign) {
        return campaign.figures.contacts.isWhole;
    });
    const auto ofContacts = [isKnown](qint64 contacts) {
        return isKnown ? ReportCell(contacts) : ReportCell::unknown();
    };
    TableRows rows(scope, writer, head, {chart});
    for (const QString &code : scope.inOrder(QSet<QString>(codes.keyBegin(), codes.keyEnd()))) {
        const CodeFigures figures = codes.value(code);
        const qint64 calls = figures.answered + figures.unanswered;
        rows.add({code, scope.codeWord(code), scope.codeClass(code), Ratio{calls, 1}, Ratio{calls, attempts},
                  Ratio{figures.answered, 1}, Ratio{figures.unanswered, 1}, ofContacts(figures.last),
                  ofContacts(figures.best)});
    }
    rows.end(totalsLabel());
}

ReportDefinition resultsReport()
{
    return {u"results"_s, QT_TRANSLATE_NOOP("Report", "Campaigns by result"),
            QT_TRANSLATE_NOOP("Report",
                              "Every campaign by result code and outcome class: attempts and contacts, "
                              "counted and as shares"),
            writeResults};
}

} // namespace callboard
