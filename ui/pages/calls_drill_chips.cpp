// SPDX-License-Identifier: GPL-3.0-or-later
// The chips of CallFilter::drill.
#include "ui/pages/calls_chips.h"

#include "record/masking.h"
#include "record/result_codes.h"
#include "ui/theme/format.h"

namespace callboard {

using namespace Qt::StringLiterals;

/// Values of a customer column, as many as a chip can hold; what is personal is covered, as everywhere.
QString CallsChips::valueText(const QStringList &values) const
{
    constexpr qsizetype MostValues = 3;
    const bool isCovered = m_personalColumns.contains(m_parts.filter.drill.customerColumn);
    QStringList words;
    for (const QString &value : values.first(std::min(values.size(), MostValues)))
        words.append(value.isEmpty() ? tr("no value") : isCovered ? WhollyCovered.toString() : maskText(value));
    return words.join(tr(", ")) + (values.size() > MostValues ? u" …"_s : QString());
}

void CallsChips::addContactChips()
{
    const DrillFilter &drill = m_parts.filter.drill;
    const auto pickText = [this, &drill] {
        switch (drill.pick) {
        case ContactPick::LastTry:
            return tr("Each contact's last call");
        case ContactPick::BestTry:
            return tr("Each contact's best call");
        case ContactPick::FirstConnect:
            return tr("Each contact's first connected call");
        case ContactPick::OncePerContact:
            return tr("One call of each contact");
        case ContactPick::Every:
            break;
        }
        return QString();
    };
    if (drill.pick != ContactPick::Every)
        addChip(u"pickChip"_s, pickText(), [](Parts &p) { p.filter.drill.pick = ContactPick::Every; });
    if (drill.tries)
        addChip(u"triesChip"_s, tr("Try %1").arg(*drill.tries + 1), [](Parts &p) { p.filter.drill.tries.reset(); });
    if (drill.previousResult)
        addChip(u"previousChip"_s,
                tr("The try before: %1").arg(resultWord(*drill.previousResult, {}, m_format.isChinese())),
                [](Parts &p) { p.filter.drill.previousResult.reset(); });
    if (drill.afterGap)
        addChip(u"gapChip"_s, tr("The try before is missing"), [](Parts &p) { p.filter.drill.afterGap = false; });
}

void CallsChips::addValueChips()
{
    const DrillFilter &drill = m_parts.filter.drill;
    if (drill.caller)
        addChip(u"callerChip"_s, tr("Line %1").arg(maskNumber(*drill.caller)),
                [](Parts &p) { p.filter.drill.caller.reset(); });
    if (!drill.customerValues.isEmpty())
        addChip(u"customerValueChip"_s,
                tr("%1: %2").arg(maskText(drill.customerColumn), valueText(drill.customerValues)),
                [](Parts &p) { p.filter.drill.customerValues.clear(); });
    if (!drill.excludedCustomerValues.isEmpty())
        addChip(u"otherValueChip"_s,
                tr("%1: none of %2").arg(maskText(drill.customerColumn), valueText(drill.excludedCustomerValues)),
                [](Parts &p) { p.filter.drill.excludedCustomerValues.clear(); });
    if (!drill.stretches.isEmpty())
        addChip(u"stretchChip"_s,
                drill.stretches.size() == 1 ? rangeText(drill.stretches.constFirst())
                                            : tr("%1 stretches of time from %2 on")
                                                  .arg(drill.stretches.size())
                                                  .arg(m_format.dateTime(drill.stretches.constFirst().from)),
                [](Parts &p) { p.filter.drill.stretches.clear(); });
}

} // namespace callboard
