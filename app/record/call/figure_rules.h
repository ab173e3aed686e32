// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/result_meanings.h"

namespace callboard {

/// Which result codes mean success in a task. As shipped: {0}.
struct SuccessRule
{
    QStringList codes{QStringLiteral("0")};
    friend bool operator==(const SuccessRule &, const SuccessRule &) = default;
};

/// All that people decided about counting: what codes mean, and where a task has a success rule of its own. A value.
class FigureRules
{
public:
    FigureRules() = default;
    FigureRules(ResultMeanings meanings, QHash<QString, SuccessRule> tasks);

    const ResultMeanings &meanings() const { return m_meanings; }
    /// The task's own rule, else the codes that are flagged as success.
    const SuccessRule &ruleOf(const QString &taskId) const;
    /// Tasks with a rule of their own.
    const QHash<QString, SuccessRule> &taskRules() const { return m_tasks; }

    friend bool operator==(const FigureRules &, const FigureRules &) = default;

private:
    ResultMeanings m_meanings;
    SuccessRule m_default;
    QHash<QString, SuccessRule> m_tasks;
};

} // namespace callboard
