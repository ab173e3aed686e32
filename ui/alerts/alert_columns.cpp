// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/alert_columns.h"

#include "ui/common/theme/theme.h"
#include "ui/session/logs/alert_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int Unit = Theme::Unit;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AlertColumns)
};

QString stateOf(const Alert &alert)
{
    const QString severity = severityWord(alert.rule.severity);
    if (!alert.isOpen())
        return Words::tr("%1, over").arg(severity);
    return alert.wantsAttention() ? Words::tr("%1, new").arg(severity) : Words::tr("%1, seen").arg(severity);
}

QVariant rowRole(const Alert &alert, int role, const Theme &theme)
{
    if (role == Qt::ForegroundRole && !alert.isOpen())
        return theme.ink(ColorRole::MutedText);
    return role == Qt::FontRole && alert.wantsAttention() ? theme.font(TypeStep::Body, true) : QVariant();
}

QList<ListColumn<Alert>> alertColumns(const Theme &theme, const Format &format, const TaskName &taskName)
{
    const auto moment = [&format](qint64 at) {
        return at == 0 ? QString() : u"%1 %2"_s.arg(format.shortDate(at), format.time(at));
    };
    const auto severe = [&theme](const Alert &alert, int role) -> QVariant {
        if (role != Qt::ForegroundRole || !alert.isOpen())
            return {};
        return theme.ink(alert.rule.severity == AlertSeverity::Critical ? ColorRole::Bad : ColorRole::Warning);
    };
    return {
        {.id = u"state"_s,
         .title = [] { return Words::tr("State"); },
         .value = stateOf,
         .width = 32 * Unit,
         .role = severe},
        {.id = u"raised"_s,
         .title = [] { return Words::tr("Raised"); },
         .value = [moment](const Alert &alert) { return moment(alert.raisedAt); },
         .width = 30 * Unit},
        {.id = u"campaign"_s,
         .title = [] { return Words::tr("Campaign"); },
         .value = [taskName](const Alert &a) { return a.rule.eachTask ? taskName(a.taskId) : Words::tr("all"); },
         .width = 30 * Unit},
        {.id = u"rule"_s,
         .title = [] { return Words::tr("Rule"); },
         .value = [&format](const Alert &alert) { return ruleSentence(alert.rule, format); }},
        {.id = u"figure"_s,
         .title = [] { return Words::tr("Figure"); },
         .value = [&format](const Alert &alert) { return alertFigureText(alert, format); },
         .width = 40 * Unit,
         .alignment = Qt::AlignRight,
         .role = severe},
        {.id = u"cleared"_s,
         .title = [] { return Words::tr("Cleared"); },
         .value = [moment](const Alert &alert) { return moment(alert.clearedAt); },
         .width = 27 * Unit},
        {.id = u"acknowledged"_s,
         .title = [] { return Words::tr("Acknowledged"); },
         .value = [moment](const Alert &alert) { return moment(alert.acknowledgedAt); },
         .width = 27 * Unit},
    };
}

QList<ListColumn<AlertRule>> ruleColumns(const Format &format)
{
    const auto title = [](const AlertRule &rule, int role) {
        return role == Qt::AccessibleTextRole ? QVariant(ruleTitle(rule)) : QVariant();
    };
    return {
        {.id = u"enabled"_s,
         .title = [] { return Words::tr("On"); },
         .value = {},
         .width = 12 * Unit,
         .role = title,
         .checked = [](const AlertRule &rule) { return rule.enabled; }},
        {.id = u"rule"_s, .title = [] { return Words::tr("Rule"); }, .value = ruleTitle, .width = 60 * Unit},
        {.id = u"condition"_s,
         .title = [] { return Words::tr("Raised when"); },
         .value = [&format](const AlertRule &rule) { return ruleCondition(rule, format); }},
        {.id = u"scope"_s,
         .title = [] { return Words::tr("Scope"); },
         .value =
             [](const AlertRule &r) { return r.eachTask ? Words::tr("each campaign") : Words::tr("all campaigns"); },
         .width = 32 * Unit},
        {.id = u"severity"_s,
         .title = [] { return Words::tr("Severity"); },
         .value = [](const AlertRule &rule) { return severityWord(rule.severity); },
         .width = 26 * Unit},
    };
}

} // namespace

AlertList *makeAlertList(const Theme &theme, const Format &format, const TaskName &taskName, QObject *parent)
{
    const auto key = [](const Alert &alert) {
        return u"%1 %2 %3"_s.arg(alert.raisedAt).arg(alert.rule.id).arg(alert.taskId);
    };
    auto *list = new AlertList(alertColumns(theme, format, taskName), key, parent);
    list->setRowRole([&theme](const Alert &alert, int role) { return rowRole(alert, role, theme); });
    return list;
}

AlertRuleList *makeAlertRuleList(const Theme &theme, const Format &format, QObject *parent)
{
    const auto key = [](const AlertRule &rule) { return QString::number(rule.id); };
    auto *list = new AlertRuleList(ruleColumns(format), key, parent);
    list->setRowRole([&theme](const AlertRule &rule, int role) {
        return role == Qt::ForegroundRole && !rule.enabled ? QVariant(theme.ink(ColorRole::MutedText)) : QVariant();
    });
    return list;
}

QList<Alert> sortedAlerts(QList<Alert> alerts)
{
    const auto cleared =
        std::stable_partition(alerts.begin(), alerts.end(), [](const Alert &alert) { return alert.isOpen(); });
    std::stable_sort(alerts.begin(), cleared,
                     [](const Alert &a, const Alert &b) { return a.rule.severity > b.rule.severity; });
    return alerts;
}

} // namespace callboard
