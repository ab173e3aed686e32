// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/calls_filter_bar.h"

#include "ui/calls/calls_result_picker.h"
#include "ui/common/forms/flow_layout.h"
#include "ui/common/theme/bind_text.h"
#include "ui/common/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int TypingPauseMs = 300;
constexpr int LongestTalkSeconds = 24 * 3600;

/// Combo entries in order: no restriction, then the two values.
enum Choice { Any, Yes, No };

/// Of the table of conditions.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(FilterControls)
};

QComboBox *makeCombo()
{
    auto *combo = new QComboBox;
    combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return combo;
}

} // namespace

CallsFilterBar::CallsFilterBar(const Format &format, const Theme &theme, QWidget *parent)
    : QWidget(parent)
{
    makeControls(format, theme);
    layOut();
    bindTexts();
}

void CallsFilterBar::makeControls(const Format &format, const Theme &theme)
{
    m_switches = new QWidget;
    m_class = makeCombo();
    m_class->setObjectName(u"classFilter"_s);
    m_reset = new QPushButton;
    m_reset->setObjectName(u"resetFilter"_s);
    m_typing.setSingleShot(true);
    m_typing.setInterval(TypingPauseMs);
    for (const FilterCondition &condition : filterConditions()) {
        if (condition.control.place > 0)
            m_controls.append(makeControl(condition, format, theme));
    }
    std::sort(m_controls.begin(), m_controls.end(), [](const Control &a, const Control &b) {
        return a.condition->control.place < b.condition->control.place;
    });
    connect(&m_typing, &QTimer::timeout, this, &CallsFilterBar::filterChanged);
    connect(m_class, &QComboBox::currentIndexChanged, this, &CallsFilterBar::filterChanged);
    connect(m_reset, &QPushButton::clicked, this, &CallsFilterBar::resetRequested);
}

CallsFilterBar::Control CallsFilterBar::makeControl(const FilterCondition &condition, const Format &format,
                                                    const Theme &theme)
{
    Control control;
    switch (condition.control.editor) {
    case FilterEditor::Text:
        control = textControl(condition.control);
        break;
    case FilterEditor::YesNo:
        control = yesNoControl(condition);
        break;
    case FilterEditor::Seconds:
        control = secondsControl(condition.control);
        break;
    case FilterEditor::Results:
        m_results = new CallsResultPicker(format, theme);
        connect(m_results, &CallsResultPicker::codesChanged, &m_typing, qOverload<>(&QTimer::start));
        control = {m_results, [this] { return QJsonArray::fromStringList(m_results->codes()); },
                   [this](const QJsonValue &value) { m_results->setCodes(value.toVariant().toStringList()); }};
        break;
    case FilterEditor::Switch:
    case FilterEditor::None:
        control = switchControl(condition.control);
    }
    control.condition = &condition;
    control.widget->setObjectName(QLatin1StringView(condition.control.name));
    return control;
}

CallsFilterBar::Control CallsFilterBar::textControl(const FilterControl &texts)
{
    auto *edit = new QLineEdit;
    edit->setClearButtonEnabled(true);
    edit->setFixedWidth(texts.width * Theme::Unit);
    connect(edit, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(edit, &QLineEdit::returnPressed, this, [this] {
        m_typing.stop();
        Q_EMIT filterChanged();
    });
    bindPlaceholder(edit, [&texts] { return Texts::tr(texts.caption); });
    bindName(edit, [&texts] { return Texts::tr(texts.meaning); });
    return {edit, [edit] { return edit->text().trimmed(); },
            [edit](const QJsonValue &value) { edit->setText(value.toString()); }};
}

CallsFilterBar::Control CallsFilterBar::yesNoControl(const FilterCondition &condition)
{
    auto *combo = makeCombo();
    bindItems(combo, [&condition] {
        return QStringList{Texts::tr(condition.control.caption),
                           QCoreApplication::translate("FilterWords", condition.label),
                           QCoreApplication::translate("FilterWords", condition.labelIfNo)};
    });
    bindName(combo, [&condition] { return Texts::tr(condition.control.meaning); });
    connect(combo, &QComboBox::currentIndexChanged, this, &CallsFilterBar::filterChanged);
    return {combo, [combo] { return combo->currentIndex() > Any ? combo->currentIndex() == Yes : QJsonValue(); },
            [combo](const QJsonValue &value) {
                combo->setCurrentIndex(!value.isBool() ? Any : value.toBool() ? Yes : No);
            }};
}

CallsFilterBar::Control CallsFilterBar::secondsControl(const FilterControl &texts)
{
    auto *box = new QSpinBox;
    box->setRange(0, LongestTalkSeconds);
    box->setSingleStep(5);
    box->setButtonSymbols(QSpinBox::NoButtons);
    connect(box, &QSpinBox::valueChanged, &m_typing, qOverload<>(&QTimer::start));
    bindName(box, [&texts] { return Texts::tr(texts.meaning); });
    bindLanguage(box, [box, &texts] {
        box->setSpecialValueText(Texts::tr(texts.caption));
        box->setPrefix(tr("Talk ≥ ", "before a number of seconds"));
        box->setSuffix(tr(" s", "seconds"));
    });
    return {box, [box] { return box->value() > 0 ? QJsonValue(box->value() * 1000LL) : QJsonValue(); },
            [box](const QJsonValue &value) { box->setValue(static_cast<int>(value.toInteger() / 1000)); }};
}

CallsFilterBar::Control CallsFilterBar::switchControl(const FilterControl &texts)
{
    auto *box = new QCheckBox;
    connect(box, &QCheckBox::toggled, this, &CallsFilterBar::filterChanged);
    bindText(box, [&texts] { return Texts::tr(texts.caption); });
    bindTip(box, [&texts] { return Texts::tr(texts.meaning); });
    return {box, [box] { return box->isChecked(); },
            [box](const QJsonValue &value) { box->setChecked(value.toBool()); }};
}

/// Tab goes from one to the next in the order in which they are added.
void CallsFilterBar::layOut()
{
    auto *layout = new FlowLayout(this, 2 * Theme::Unit);
    auto *switches = new QHBoxLayout(m_switches);
    switches->setContentsMargins({});
    switches->setSpacing(3 * Theme::Unit);
    for (const Control &control : std::as_const(m_controls)) {
        const bool isSwitch = control.condition->control.editor == FilterEditor::Switch;
        (isSwitch ? static_cast<QLayout *>(switches) : layout)->addWidget(control.widget);
        if (control.widget == m_results)
            layout->addWidget(m_class);
    }
    switches->addWidget(m_reset);
    layout->addWidget(m_switches);
}

void CallsFilterBar::bindTexts()
{
    bindName(m_switches, [] { return tr("Further conditions"); });
    bindText(m_reset, [] { return tr("Reset"); });
    bindName(m_reset, [] { return tr("Reset the filter"); });
    bindTip(m_reset, [] { return tr("Show all calls of the period and campaigns chosen above"); });
    bindName(m_class, [] { return tr("Outcome class"); });
    bindItems(m_class, [] {
        QStringList classes{tr("Any outcome class")};
        for (int i = 0; i < OutcomeClassCount; ++i)
            classes.append(outcomeClassWord(static_cast<OutcomeClass>(i)));
        return classes;
    });
}

CallFilter CallsFilterBar::filter() const
{
    CallFilter filter;
    applyTo(filter);
    return filter;
}

/// Broken numbers of seconds have no control.
bool CallsFilterBar::isShown(const FilterCondition &condition, const CallFilter &filter)
{
    if (condition.control.place == 0 || !condition.member.isSet(filter))
        return false;
    return condition.control.editor != FilterEditor::Seconds || condition.member.toJson(filter).toInteger() % 1000 == 0;
}

void CallsFilterBar::applyTo(CallFilter &filter) const
{
    for (const Control &control : m_controls) {
        const QJsonValue value = control.value();
        control.condition->member.clear(filter);
        if (!value.isNull())
            control.condition->member.read(value, filter);
    }
    if (m_class->currentIndex() > 0) {
        filter.onlySettled = true;
        filter.choices.append(
            choiceOfClass(static_cast<OutcomeClass>(m_class->currentIndex() - 1), m_rules.meanings()));
    }
}

CallFilter CallsFilterBar::withoutControls(CallFilter filter)
{
    for (const FilterCondition &condition : filterConditions()) {
        if (isShown(condition, filter))
            condition.member.clear(filter);
    }
    if (const qsizetype choice = classChoice(filter); choice >= 0) {
        filter.choices.removeAt(choice);
        filter.onlySettled = false;
    }
    return filter;
}

/// The position of the choice that the class control shows, or -1: one that stands for calls with an outcome.
qsizetype CallsFilterBar::classChoice(const CallFilter &filter)
{
    for (qsizetype i = 0; i < filter.choices.size() && filter.onlySettled; ++i) {
        if (classOfChoice(filter.choices.at(i)))
            return i;
    }
    return -1;
}

void CallsFilterBar::setRules(const FigureRules &rules)
{
    if (rules == m_rules)
        return;
    m_rules = rules;
    m_results->setMeanings(rules.meanings());
    if (m_class->currentIndex() > 0)
        Q_EMIT filterChanged();
}

void CallsFilterBar::setFilter(const CallFilter &filter)
{
    const QSignalBlocker blocker(this);
    for (const Control &control : std::as_const(m_controls)) {
        const FilterCondition &condition = *control.condition;
        control.show(isShown(condition, filter) ? condition.member.toJson(filter) : QJsonValue());
    }
    const qsizetype classAt = classChoice(filter);
    m_class->setCurrentIndex(classAt < 0 ? 0 : static_cast<int>(*classOfChoice(filter.choices.at(classAt))) + 1);
    m_typing.stop();
}

QWidget *CallsFilterBar::resultChips() const
{
    return m_results->chips();
}

void CallsFilterBar::focusFirst()
{
    m_controls.constFirst().widget->setFocus(Qt::ShortcutFocusReason);
    if (auto *edit = qobject_cast<QLineEdit *>(m_controls.constFirst().widget))
        edit->selectAll();
}

} // namespace callboard
