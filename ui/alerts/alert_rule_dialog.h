// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/alert/alert_rule.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QDoubleSpinBox;
class QLineEdit;
class QSpinBox;

namespace callboard {

class FieldForm;
class HoursField;

/// Edits one alert rule. What does not fit is said beside its field, and the rule can't be taken until it does.
class AlertRuleDialog : public QDialog
{
    Q_OBJECT
public:
    explicit AlertRuleDialog(const AlertRule &rule, QWidget *parent = nullptr);
    AlertRule rule() const;

private:
    struct Subject
    {
        AlertWatch watch;
        Metric metric;
    };
    static QList<Subject> subjects();
    Subject subject() const;
    bool hasCalls() const;
    void addSubject();
    void addThresholds();
    void addCalls();
    void addScope();
    void fill(const AlertRule &rule);
    void fitToSubject();
    void propose();
    QString clearProblem(const AlertRule &rule) const;

    const AlertRule m_start;
    FieldForm *m_form;
    QDialogButtonBox *m_buttons;
    QLineEdit *m_name = nullptr;
    QComboBox *m_subject = nullptr, *m_direction = nullptr, *m_scope = nullptr, *m_severity = nullptr;
    QDoubleSpinBox *m_threshold = nullptr, *m_clear = nullptr;
    QSpinBox *m_window = nullptr, *m_least = nullptr, *m_hold = nullptr;
    HoursField *m_hours = nullptr;
};

} // namespace callboard
