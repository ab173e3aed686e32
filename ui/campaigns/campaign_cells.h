// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/result_codes.h"
#include "record/figures/figure_table.h"
#include "ui/common/tables/figure_table.h"

#include <QSet>

#include <functional>

namespace callboard {

class Format;
class Theme;

/// What the tables of the Campaigns page are written with. References outlive the tables' making.
struct CampaignContext
{
    const Theme &theme;
    const Format &format;
    FigureRules rules; ///< what codes mean
    std::function<QString(const QString &)> taskName;
    QStringList personalColumns{}; ///< customer columns whose values are covered wholly while numbers are masked

    QString codeWord(const QString &code) const; ///< never empty; an empty code is "No result"
    OutcomeClass codeClass(const QString &code, bool answered) const;
    QColor codeTint(const QString &code) const; ///< of its class; calls without a result wait for it
};

/// Cells and columns that the tables of the Campaigns page have in common.
namespace CampaignCells {

/// The codes in the order of their classes, inside a class as in the specification, unknown ones and "no result" last.
QStringList inOrder(const QSet<QString> &codes, const CampaignContext &context);
FigureColumn codeColumn(const QString &code, const CampaignContext &context);
/// "20 No answer", or just the words for "no result".
QString codeTitle(const QString &code, const CampaignContext &context);

FigureCell count(qint64 n, const CallFilter &calls, const Format &format);
/// A rate that leads to the calls of its numerator; its tip says both counts.
FigureCell rate(const Ratio &ratio, const CallFilter &calls, const QString &name, const Format &format);
FigureCell words(const QString &text);
/// "–", of contacts whose calls are not all kept.
FigureCell unknown();
/// "12.3 % = 12 / 98".
QString quotient(const Ratio &ratio, const Format &format);
/// How strongly a value is coloured beside the greatest one; small ones stay visible.
double heat(double value, double greatest);

/// Outbound calls of one group: the figures of MetricPlaces::column.
QList<FigureColumn> tallyColumns();
/// `rules`: those that the tally was counted by; `calls` is of one task.
QList<FigureCell> tallyCells(const Tally &tally, const CallFilter &calls, const FigureRules &rules,
                             const Format &format);

} // namespace CampaignCells
} // namespace callboard
