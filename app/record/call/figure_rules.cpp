// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/call/figure_rules.h"

namespace callboard {

FigureRules::FigureRules(ResultMeanings meanings, QHash<QString, SuccessRule> tasks)
    : m_meanings(std::move(meanings))
    , m_default{m_meanings.successCodes()}
    , m_tasks(std::move(tasks))
{ }

const SuccessRule &FigureRules::ruleOf(const QString &taskId) const
{
    const auto own = m_tasks.constFind(taskId);
    return own == m_tasks.cend() ? m_default : *own;
}

} // namespace callboard
