// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/format.h"
#include "ui/campaigns/campaign_tables.h"
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

/// One row of either table before it becomes cells.
struct CountRow
{
    QStringList taskIds; ///< of the filter
    QString key, title;
    qint64 total = 0;
    QMap<QString, qint64> codes{};
    QStringList successCodes{}; ///< of one task
    qint64 connected = 0, successful = 0;
    bool isKnown = true; ///< false: contacts whose calls are not all kept
    bool isTotal = false;
    QList<CallKind> successKinds{}; ///< of the total: every task's own rule
};

QSet<QString> codesOf(const TaskMatrix &matrix)
{
    QSet<QString> codes;
    for (const TaskRow &row : matrix.rows) {
        for (auto it = row.results.cbegin(); it != row.results.cend(); ++it)
            codes.insert(it.key());
    }
    return codes; // contacts have no other codes than their calls
}

CountRow totalOf(const QList<CountRow> &rows, const QStringList &scope)
{
    CountRow sum{scope, totalKey(), Texts::tr("All campaigns")};
    sum.isTotal = true;
    for (const CountRow &row : rows) {
        sum.isKnown = sum.isKnown && row.isKnown;
        sum.total += row.total;
        sum.connected += row.connected;
        sum.successful += row.successful;
        for (auto it = row.codes.cbegin(); it != row.codes.cend(); ++it)
            sum.codes[it.key()] += it.value();
    }
    for (const CountRow &row : rows)
        if (!row.successCodes.isEmpty())
            sum.successKinds.append({{row.key}, {}, row.successCodes, {}, {}});
    return sum;
}

/// The greatest value of any code, as it is shown, that the heat is measured by.
double greatestOf(const QList<CountRow> &rows, Show show)
{
    double greatest = 0;
    for (const CountRow &row : rows) {
        for (const qint64 calls : row.codes)
            greatest = std::max(greatest,
                                static_cast<double>(calls) / static_cast<double>(show == Show::Share ? row.total : 1));
    }
    return greatest;
}

/// What differs between attempts and contacts.
struct Kind
{
    CallFilter base; ///< of all tasks
    QList<FigureColumn> heads; ///< the columns before the codes
    QString unit; ///< "%1 of %2 attempts (%3)"
    QList<FigureCell> (*cells)(const CountRow &row, const CallFilter &calls, const Format &format);
};

FigureCell codeCell(const CountRow &row, const QString &code, const CallFilter &calls, const Kind &kind, Show show,
                    double greatest, const CampaignContext &context)
{
    const Ratio ratio{row.codes.value(code), row.total};
    CallFilter own = calls;
    own.results = {code};
    FigureCell cell = count(ratio.numerator, own, context.format);
    const double share = ratio.value().value_or(0);
    if (show == Show::Share) {
        cell.text = context.format.share(ratio);
        cell.sort = share;
    }
    cell.heat = row.isTotal ? 0 : heat(show == Show::Share ? share : cell.sort, greatest);
    cell.tip = row.title + u" · "_s + codeTitle(code, context) + u'\n'
        + kind.unit.arg(context.format.count(ratio.numerator), context.format.count(ratio.denominator),
                        context.format.share(ratio));
    return cell;
}

FigureTable tableOf(QList<CountRow> rows, const QStringList &codes, const QStringList &scope, const Kind &kind,
                    Show show, const CampaignContext &context)
{
    FigureTable table;
    table.columns = kind.heads;
    for (const QString &code : codes)
        table.columns.append(codeColumn(code, context));
    table.emptyReason = Texts::tr("No calls in this period. Choose a longer period above.");
    const double greatest = greatestOf(rows, show);
    if (!rows.isEmpty())
        rows.prepend(totalOf(rows, scope));
    for (const CountRow &row : std::as_const(rows)) {
        CallFilter calls = kind.base;
        calls.taskIds = row.taskIds;
        FigureRow figures{row.key, row.title};
        figures.tip = row.isTotal ? row.title : Texts::tr("Open %1 (Ctrl+Enter)").arg(row.title);
        figures.isTotal = figures.isOnTop = row.isTotal;
        if (row.isKnown) {
            figures.cells = kind.cells(row, calls, context.format);
            for (const QString &code : codes)
                figures.cells.append(codeCell(row, code, calls, kind, show, greatest, context));
        } else {
            figures.cells = QList<FigureCell>(table.columns.size(), unknown());
        }
        table.rows.append(figures);
    }
    return table;
}

FigureCell successCell(const CountRow &row, CallFilter calls, const Format &format)
{
    FigureCell cell = count(row.successful, calls, format);
    if (row.isTotal)
        cell.calls->choices = {CallChoice{u"success"_s, row.successKinds}};
    else
        cell.calls = withResults(calls, row.successCodes);
    return cell;
}

QList<FigureCell> attemptCells(const CountRow &row, const CallFilter &calls, const Format &format)
{
    FigureCell connected = rate({row.connected, row.total}, callsOfMetric(Metric::Connected, calls, {}),
                                metricName(Metric::ConnectRate), format);
    connected.bar = -1;
    return {count(row.total, calls, format), connected, successCell(row, calls, format)};
}

QList<FigureCell> contactCells(const CountRow &row, const CallFilter &calls, const Format &format)
{
    CallFilter connected = calls;
    connected.drill.pick = ContactPick::FirstConnect;
    CallFilter successful = calls;
    successful.drill.pick = ContactPick::OncePerContact;
    FigureCell reached = rate({row.connected, row.total}, connected, Texts::tr("Contact connect rate"), format);
    reached.bar = -1;
    return {count(row.total, calls, format), reached, successCell(row, successful, format)};
}

FigureColumn head(const QString &id, const QString &title, const QString &tip)
{
    return {id, title, tip};
}

} // namespace

QString totalKey()
{
    return u"\u0001total"_s; // no task id begins with a control character
}

FigureTable attempts(const TaskMatrix &matrix, const QStringList &scope, Show show, const CampaignContext &context)
{
    QList<CountRow> rows;
    for (const TaskRow &row : matrix.rows)
        rows.append({{row.taskId},
                     row.taskId,
                     context.taskName(row.taskId),
                     row.tally.attempts,
                     row.results,
                     matrix.rules.ruleOf(row.taskId).codes,
                     row.tally.connected,
                     row.tally.success});
    Kind kind;
    kind.base.range = matrix.range;
    kind.base.outbound = true;
    kind.heads = {head(u"total"_s, metricName(Metric::Attempts), metricDefinition(Metric::Attempts)),
                  head(u"connected"_s, metricName(Metric::ConnectRate), metricDefinition(Metric::ConnectRate)),
                  head(u"success"_s, metricName(Metric::Success), metricDefinition(Metric::Success))};
    kind.unit = Texts::tr("%1 of %2 attempts (%3)");
    kind.cells = attemptCells;
    return tableOf(rows, inOrder(codesOf(matrix), context), scope, kind, show, context);
}

FigureTable contacts(const TaskMatrix &matrix, const QStringList &scope, ContactsBy by, Show show,
                     const CampaignContext &context)
{
    QList<CountRow> rows;
    for (const TaskRow &row : matrix.rows) {
        const ContactFigures &c = row.contacts;
        rows.append({{row.taskId},
                     row.taskId,
                     context.taskName(row.taskId),
                     c.attempted,
                     by == ContactsBy::Last ? c.last : c.best,
                     matrix.rules.ruleOf(row.taskId).codes,
                     c.connected,
                     c.successful,
                     c.isWhole});
    }
    Kind kind;
    kind.base.range = matrix.range;
    kind.base.drill.pick = by == ContactsBy::Last ? ContactPick::LastTry : ContactPick::BestTry;
    kind.heads = {
        head(u"total"_s, Texts::tr("Contacts"), Texts::tr("Contacts (data rows of a task) with a call in the period.")),
        head(u"connected"_s, Texts::tr("Contact connect rate"),
             Texts::tr("Contacts with a connected call / contacts attempted.")),
        head(u"success"_s, metricName(Metric::Success),
             Texts::tr("Contacts with a call whose result is in the task's success rule."))};
    kind.unit = Texts::tr("%1 of %2 contacts (%3)");
    kind.cells = contactCells;
    return tableOf(rows, inOrder(codesOf(matrix), context), scope, kind, show, context);
}

} // namespace callboard::CampaignTables
