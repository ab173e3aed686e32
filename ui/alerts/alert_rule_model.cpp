// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/alert_rule_model.h"

#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"
#include "ui/session/logs/alert_words.h"

#include <algorithm>

namespace callboard {

AlertRuleModel::AlertRuleModel(const Theme &theme, const Format &format, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
    , m_format(format)
{ }

void AlertRuleModel::setRules(const QList<AlertRule> &rules)
{
    const auto sameId = [](const AlertRule &a, const AlertRule &b) { return a.id == b.id; };
    if (!rules.isEmpty() && std::equal(rules.begin(), rules.end(), m_rules.begin(), m_rules.end(), sameId)) {
        m_rules = rules;
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rules = rules;
    endResetModel();
}

const AlertRule *AlertRuleModel::at(int row) const
{
    return row >= 0 && row < m_rules.size() ? &m_rules.at(row) : nullptr;
}

void AlertRuleModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rules.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int AlertRuleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rules.size());
}

int AlertRuleModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Qt::ItemFlags AlertRuleModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    return index.column() == Enabled ? usual | Qt::ItemIsUserCheckable : usual;
}

QString AlertRuleModel::textOf(const AlertRule &rule, int column) const
{
    switch (column) {
    case Rule:
        return ruleTitle(rule);
    case Condition:
        return ruleCondition(rule, m_format);
    case Scope:
        return rule.eachTask ? tr("each campaign") : tr("all campaigns");
    case Severity:
        return severityWord(rule.severity);
    default:
        return {};
    }
}

QVariant AlertRuleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const AlertRule &rule = m_rules.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(rule, index.column());
    case Qt::ToolTipRole:
        return tipText(textOf(rule, index.column()));
    case Qt::AccessibleTextRole:
        return index.column() == Enabled ? ruleTitle(rule) : textOf(rule, index.column());
    case Qt::CheckStateRole:
        return index.column() == Enabled ? QVariant(rule.enabled ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::ForegroundRole:
        return rule.enabled ? QVariant() : QVariant(m_theme.ink(ColorRole::MutedText));
    default:
        return {};
    }
}

bool AlertRuleModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const AlertRule *rule = at(index.row());
    if (rule == nullptr || index.column() != Enabled || role != Qt::CheckStateRole)
        return false;
    Q_EMIT enabledRequested(rule->id, value.toInt() == Qt::Checked);
    return true;
}

QVariant AlertRuleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    const QStringList titles{tr("On"), tr("Rule"), tr("Raised when"), tr("Scope"), tr("Severity")};
    return role == Qt::DisplayRole ? titles.at(section) : QVariant();
}

} // namespace callboard
