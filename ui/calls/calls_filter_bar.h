// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/filter/call_choices.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace callboard {

class CallsResultPicker;
class Format;
class Theme;

/// The controls of the Calls page's filter. Period and campaigns stand in the frame; what no control can show is kept
/// by CallsChips. Typing asks 300 ms after the last key.
class CallsFilterBar : public QWidget
{
    Q_OBJECT
public:
    CallsFilterBar(const Format &format, const Theme &theme, QWidget *parent = nullptr);

    /// What the controls say; everything else as in a default filter.
    CallFilter filter() const;
    /// Shows the part of a filter that controls exist for, without filterChanged().
    void setFilter(const CallFilter &filter);
    /// The same filter without what the controls of this bar show.
    static CallFilter withoutControls(CallFilter filter);
    /// Puts what the controls say into a filter.
    void applyTo(CallFilter &filter) const;
    /// The boxes and Reset, which a page may lay out elsewhere: one line of controls is enough then on small screens.
    QWidget *switches() const { return m_switches; }
    void focusFirst();
    /// What codes mean: the results to choose from, and which of them make up a class.
    void setRules(const FigureRules &rules);

Q_SIGNALS:
    void filterChanged();
    void resetRequested(); ///< the Reset button: also the chips

private:
    void makeControls(const Format &format, const Theme &theme);
    void layOut();
    void connectControls();
    void bindTexts();
    static qsizetype classChoice(const CallFilter &filter);

    FigureRules m_rules;
    QLineEdit *m_number;
    QLineEdit *m_customer;
    QLineEdit *m_uuid;
    CallsResultPicker *m_results;
    QComboBox *m_class;
    QComboBox *m_answered;
    QComboBox *m_direction;
    QSpinBox *m_talk;
    QWidget *m_switches;
    QCheckBox *m_anomalies;
    QCheckBox *m_awaiting;
    QPushButton *m_reset;
    QTimer m_typing;
};

} // namespace callboard
