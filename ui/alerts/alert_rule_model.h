// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/alert/alert_rule.h"
#include "text/format.h"

#include <QAbstractTableModel>

namespace callboard {

class Theme;

/// The rules of the alerts, each with a box that switches it on. Rows come from outside; GUI thread.
class AlertRuleModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column : quint8 { Enabled, Rule, Condition, Scope, Severity, ColumnCount };

    AlertRuleModel(const Theme &theme, const Format &format, QObject *parent = nullptr);

    void setRules(const QList<AlertRule> &rules);
    const AlertRule *at(int row) const;
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// A box was clicked; the model changes when the rules come back through setRules().
    void enabledRequested(qint64 ruleId, bool enabled);

private:
    QString textOf(const AlertRule &rule, int column) const;

    const Theme &m_theme;
    const Format &m_format;
    QList<AlertRule> m_rules;
};

} // namespace callboard
