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
    qint64 connected = 0, successful = 0;
    bool isKnown = true; ///< false: contacts whose calls are not all kept
    bool isTotal = false;
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
    Metric total, connected, success; ///< the columns before the codes
    QString unit; ///< "%1 of %2 attempts (%3)"
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

/// The columns before the codes. Where `calls` picks one call of each contact, the figures pick theirs.
QList<FigureCell> headCells(const Kind &kind, const CountRow &row, const CallFilter &calls, const FigureRules &rules,
                            const Format &format)
{
    const auto callsOf = [&](Metric metric) { return callsOfMetric(metric, calls, rules); };
    FigureCell connected =
        rate({row.connected, row.total}, callsOf(kind.connected), metricName(kind.connected), format);
    connected.bar = -1;
    return {count(row.total, calls, format), connected, count(row.successful, callsOf(kind.success), format)};
}

QList<FigureColumn> headColumns(const Kind &kind)
{
    return {{u"total"_s, metricName(kind.total), metricDefinition(kind.total)},
            {u"connected"_s, metricName(kind.connected), metricDefinition(kind.connected)},
            {u"success"_s, metricName(Metric::Success), metricDefinition(kind.success)}};
}

FigureTable tableOf(QList<CountRow> rows, const QStringList &codes, const QStringList &scope, const Kind &kind,
                    const FigureRules &rules, Show show, const CampaignContext &context)
{
    FigureTable table;
    table.columns = headColumns(kind);
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
            figures.cells = headCells(kind, row, calls, rules, context.format);
            for (const QString &code : codes)
                figures.cells.append(codeCell(row, code, calls, kind, show, greatest, context));
        } else {
            figures.cells = QList<FigureCell>(table.columns.size(), unknown());
        }
        table.rows.append(figures);
    }
    return table;
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
                     row.tally.connected,
                     row.tally.success});
    Kind kind{{}, Metric::Attempts, Metric::ConnectRate, Metric::Success, {}};
    kind.base.range = matrix.range;
    kind.base.outbound = true;
    kind.unit = Texts::tr("%1 of %2 attempts (%3)");
    return tableOf(rows, inOrder(codesOf(matrix), context), scope, kind, matrix.rules, show, context);
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
                     c.connected,
                     c.successful,
                     c.isWhole});
    }
    Kind kind{{}, Metric("contacts"_L1), Metric("contact_connect_rate"_L1), Metric("contacts_successful"_L1), {}};
    kind.base.range = matrix.range;
    kind.base.drill.pick = by == ContactsBy::Last ? ContactPick::LastTry : ContactPick::BestTry;
    kind.unit = Texts::tr("%1 of %2 contacts (%3)");
    return tableOf(rows, inOrder(codesOf(matrix), context), scope, kind, matrix.rules, show, context);
}

} // namespace callboard::CampaignTables
