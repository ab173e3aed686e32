// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/alert/alert_rule.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace callboard {

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
    void makeWidgets();
    void layOut();
    void bindTexts();
    void nameFields();
    void name(QWidget *field, const QString &text);
    void fill(const AlertRule &rule);
    void fitToSubject();
    void propose();
    void check();
    QString clearProblem(const AlertRule &rule) const;

    const AlertRule m_start;
    QFormLayout *m_form;
    QLineEdit *m_name;
    QComboBox *m_subject, *m_direction, *m_scope, *m_severity;
    QDoubleSpinBox *m_threshold, *m_clear;
    QSpinBox *m_window, *m_least, *m_hold;
    HoursField *m_hours;
    QLabel *m_clearProblem, *m_hoursProblem, *m_hoursNote;
    QDialogButtonBox *m_buttons;
};

} // namespace callboard
