// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/filter/call_choices.h"
#include "record/filter/filter_conditions.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QComboBox;
class QPushButton;

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
    /// The chosen results, one each, for a line of their own.
    QWidget *resultChips() const;
    void focusFirst();
    /// What codes mean: the results to choose from, and which of them make up a class.
    void setRules(const FigureRules &rules);

Q_SIGNALS:
    void filterChanged();
    void resetRequested(); ///< the Reset button: also the chips

private:
    /// The control of one condition; values are as the condition writes them in JSON, null where it does not restrict.
    struct Control
    {
        QWidget *widget = nullptr;
        std::function<QJsonValue()> value;
        std::function<void(const QJsonValue &)> show;
        const FilterCondition *condition = nullptr;
    };
    Control makeControl(const FilterCondition &condition, const Format &format, const Theme &theme);
    Control textControl(const FilterControl &texts);
    Control yesNoControl(const FilterCondition &condition);
    Control secondsControl(const FilterControl &texts);
    Control switchControl(const FilterControl &texts);
    void makeControls(const Format &format, const Theme &theme);
    void layOut();
    void bindTexts();
    static qsizetype classChoice(const CallFilter &filter);
    static bool isShown(const FilterCondition &condition, const CallFilter &filter);

    FigureRules m_rules;
    QList<Control> m_controls; ///< one for each condition that has a place in the bar
    CallsResultPicker *m_results = nullptr;
    QComboBox *m_class; ///< a choice of calls, no condition of its own
    QWidget *m_switches;
    QPushButton *m_reset;
    QTimer m_typing;
};

} // namespace callboard
