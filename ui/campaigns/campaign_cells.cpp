// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/campaign_cells.h"

#include "record/filter/call_choices.h"
#include "text/format.h"
#include "ui/common/theme/theme.h"
#include "ui/session/figures/live_tiles.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace callboard {

using namespace Qt::StringLiterals;

QString CampaignContext::codeWord(const QString &code) const
{
    return rules.meanings().word(code, {}, format.isChinese());
}

OutcomeClass CampaignContext::codeClass(const QString &code, bool answered) const
{
    return rules.meanings().classOf(code, answered);
}

QColor CampaignContext::codeTint(const QString &code) const
{
    return code.isEmpty() ? theme.ink(ColorRole::Awaiting) : theme.outcome(codeClass(code, false));
}

namespace CampaignCells {

QStringList inOrder(const QSet<QString> &codes, const CampaignContext &context)
{
    return codesInOrder(codes, context.rules.meanings());
}

QString codeTitle(const QString &code, const CampaignContext &context)
{
    const QString word = context.codeWord(code);
    return code.isEmpty() || code == word ? word : code + u' ' + word;
}

FigureColumn codeColumn(const QString &code, const CampaignContext &context)
{
    const QString word = context.codeWord(code);
    FigureColumn column{u"code:"_s + code, code.isEmpty() ? u"–"_s : code, codeTitle(code, context)};
    column.tint = context.codeTint(code);
    column.isMarked = true;
    column.word = word == code ? u" "_s : word;
    return column;
}

FigureCell count(qint64 n, const CallFilter &calls, const Format &format)
{
    FigureCell cell{format.count(n), static_cast<double>(n)};
    cell.calls = calls;
    cell.count = n;
    return cell;
}

QString quotient(const Ratio &ratio, const Format &format)
{
    return format.share(ratio) + u" = "_s + format.count(ratio.numerator) + u" / "_s + format.count(ratio.denominator);
}

FigureCell rate(const Ratio &ratio, const CallFilter &calls, const QString &name, const Format &format)
{
    FigureCell cell{format.share(ratio), ratio.value().value_or(-1)};
    cell.tip = name + u": "_s + quotient(ratio, format);
    cell.bar = ratio.value().value_or(-1);
    cell.calls = calls;
    cell.count = ratio.numerator;
    return cell;
}

FigureCell unknown()
{
    FigureCell cell{u"–"_s, -1};
    cell.tip =
        QCoreApplication::translate("CampaignTables", "Not known: some calls of this period are no longer kept.");
    return cell;
}

FigureCell words(const QString &text)
{
    return {text};
}

double heat(double value, double greatest)
{
    return value <= 0 || greatest <= 0 ? 0 : std::sqrt(std::min(1.0, value / greatest));
}

namespace {

FigureCell metricCell(Metric metric, const Tally &tally, const CallFilter &calls, const FigureRules &rules,
                      const Format &format)
{
    const Ratio ratio = metricRatio(metric, tally);
    const MetricUnit unit = metric.info().unit;
    const CallFilter own = callsOfMetric(metric, calls, rules);
    if (unit == MetricUnit::Share)
        return rate(ratio, own, metricName(metric), format);
    if (unit == MetricUnit::Count)
        return count(ratio.numerator, own, format);
    FigureCell cell{format.metric(metric, ratio), ratio.value().value_or(-1)};
    cell.calls = own;
    cell.count = tally.connected;
    return cell;
}

} // namespace

QList<FigureColumn> tallyColumns()
{
    QList<FigureColumn> columns;
    for (const Metric metric : metricsAt(&MetricPlaces::column))
        columns.append({QString(metric.word()), metricName(metric), metricDefinition(metric)});
    return columns;
}

QList<FigureCell> tallyCells(const Tally &tally, const CallFilter &calls, const FigureRules &rules,
                             const Format &format)
{
    QList<FigureCell> cells;
    for (const Metric metric : metricsAt(&MetricPlaces::column))
        cells.append(metricCell(metric, tally, calls, rules, format));
    return cells;
}

} // namespace CampaignCells
} // namespace callboard
