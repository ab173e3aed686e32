// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/calls_filter_bar.h"

#include "ui/calls/calls_result_picker.h"
#include "ui/common/forms/flow_layout.h"
#include "ui/common/theme/bind_text.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int TypingPauseMs = 300;
constexpr int LongestTalkSeconds = 24 * 3600;

/// Combo entries in order: no restriction, then the two values.
enum Choice { Any, First, Second };

QLineEdit *makeEdit(const QString &name, int width, QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(name);
    edit->setClearButtonEnabled(true);
    edit->setFixedWidth(width);
    return edit;
}

QComboBox *makeCombo(const QString &name, int entries, QWidget *parent)
{
    auto *combo = new QComboBox(parent);
    combo->setObjectName(name);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (int i = 0; i < entries; ++i)
        combo->addItem(QString());
    return combo;
}

void setTexts(QComboBox *combo, const QStringList &texts)
{
    for (int i = 0; i < texts.size(); ++i)
        combo->setItemText(i, texts.at(i));
}

} // namespace

CallsFilterBar::CallsFilterBar(const Format &format, const Theme &theme, QWidget *parent)
    : QWidget(parent)
{
    makeControls(format, theme);
    layOut();
    connectControls();
    bindTexts();
}

void CallsFilterBar::makeControls(const Format &format, const Theme &theme)
{
    constexpr int EditWidth = 36 * Theme::Unit;
    m_number = makeEdit(u"numberFilter"_s, EditWidth, this);
    m_customer = makeEdit(u"customerFilter"_s, EditWidth + 8 * Theme::Unit, this);
    m_uuid = makeEdit(u"uuidFilter"_s, EditWidth, this);
    m_results = new CallsResultPicker(format, theme, this);
    m_class = makeCombo(u"classFilter"_s, OutcomeClassCount + 1, this);
    m_answered = makeCombo(u"answeredFilter"_s, 3, this);
    m_direction = makeCombo(u"directionFilter"_s, 3, this);
    m_talk = new QSpinBox(this);
    m_talk->setObjectName(u"talkFilter"_s);
    m_talk->setRange(0, LongestTalkSeconds);
    m_talk->setSingleStep(5);
    m_talk->setButtonSymbols(QSpinBox::NoButtons);
    m_switches = new QWidget(this);
    m_anomalies = new QCheckBox(m_switches);
    m_anomalies->setObjectName(u"anomalyFilter"_s);
    m_awaiting = new QCheckBox(m_switches);
    m_awaiting->setObjectName(u"awaitingFilter"_s);
    m_reset = new QPushButton(m_switches);
    m_reset->setObjectName(u"resetFilter"_s);
    m_typing.setSingleShot(true);
    m_typing.setInterval(TypingPauseMs);
}

void CallsFilterBar::layOut()
{
    auto *layout = new FlowLayout(this, 2 * Theme::Unit);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_number, m_customer, m_results, m_class, m_answered,
                                                            m_direction, m_talk, m_uuid, m_switches})
        layout->addWidget(widget);
    auto *switches = new QHBoxLayout(m_switches);
    switches->setContentsMargins({});
    switches->setSpacing(3 * Theme::Unit);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_anomalies, m_awaiting, m_reset})
        switches->addWidget(widget);
}

void CallsFilterBar::connectControls()
{
    connect(&m_typing, &QTimer::timeout, this, &CallsFilterBar::filterChanged);
    for (QLineEdit *edit : {m_number, m_customer, m_uuid}) {
        connect(edit, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
        connect(edit, &QLineEdit::returnPressed, this, [this] {
            m_typing.stop();
            Q_EMIT filterChanged();
        });
    }
    connect(m_talk, &QSpinBox::valueChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_results, &CallsResultPicker::codesChanged, &m_typing, qOverload<>(&QTimer::start));
    for (QComboBox *combo : {m_class, m_answered, m_direction})
        connect(combo, &QComboBox::currentIndexChanged, this, &CallsFilterBar::filterChanged);
    for (QCheckBox *box : {m_anomalies, m_awaiting})
        connect(box, &QCheckBox::toggled, this, &CallsFilterBar::filterChanged);
    connect(m_reset, &QPushButton::clicked, this, &CallsFilterBar::resetRequested);
}

void CallsFilterBar::bindTexts()
{
    bindPlaceholder(m_number, [] { return tr("Number contains"); });
    bindName(m_number, [] { return tr("Caller or called number contains"); });
    bindPlaceholder(m_customer, [] { return tr("Customer row contains"); });
    bindName(m_customer, [] { return tr("Any value of the customer row contains"); });
    bindPlaceholder(m_uuid, [] { return tr("Call id (call_uuid)"); });
    bindName(m_uuid, [] { return tr("Exact call id (call_uuid)"); });
    bindName(m_class, [] { return tr("Outcome class"); });
    bindName(m_answered, [] { return tr("Answered"); });
    bindName(m_direction, [] { return tr("Direction"); });
    bindName(m_talk, [] { return tr("Talk time at least, in seconds"); });
    bindTip(m_anomalies, [] { return tr("Only calls with an anomaly"); });
    bindTip(m_awaiting, [] { return tr("Only outbound calls whose second message has not arrived"); });
    bindText(m_anomalies, [] { return tr("Anomalies"); });
    bindText(m_awaiting, [] { return tr("Awaiting outcome"); });
    bindName(m_switches, [] { return tr("Further conditions"); });
    bindText(m_reset, [] { return tr("Reset"); });
    bindName(m_reset, [] { return tr("Reset the filter"); });
    bindTip(m_reset, [] { return tr("Show all calls of the period and campaigns chosen above"); });
    bindLanguage(this, [this] {
        QStringList classes{tr("Any outcome class")};
        for (int i = 0; i < OutcomeClassCount; ++i)
            classes.append(outcomeClassWord(static_cast<OutcomeClass>(i)));
        setTexts(m_class, classes);
        setTexts(m_answered, {tr("Answered or not"), tr("Answered"), tr("Not answered")});
        setTexts(m_direction, {tr("Both directions"), tr("Outbound"), tr("Inbound")});
        m_talk->setSpecialValueText(tr("Any talk time"));
        m_talk->setPrefix(tr("Talk ≥ ", "before a number of seconds"));
        m_talk->setSuffix(tr(" s", "seconds"));
    });
}

CallFilter CallsFilterBar::filter() const
{
    CallFilter filter;
    applyTo(filter);
    return filter;
}

void CallsFilterBar::applyTo(CallFilter &filter) const
{
    filter.numberContains = m_number->text().trimmed();
    filter.customerContains = m_customer->text().trimmed();
    filter.uuid = m_uuid->text().trimmed();
    filter.results = m_results->codes();
    filter.answered.reset();
    if (m_answered->currentIndex() != Any)
        filter.answered = m_answered->currentIndex() == First;
    filter.outbound.reset();
    if (m_direction->currentIndex() != Any)
        filter.outbound = m_direction->currentIndex() == First;
    if (m_class->currentIndex() > 0) {
        filter.onlySettled = true;
        filter.choices.append(
            choiceOfClass(static_cast<OutcomeClass>(m_class->currentIndex() - 1), m_rules.meanings()));
    }
    filter.talkAtLeastMs.reset();
    if (m_talk->value() > 0)
        filter.talkAtLeastMs = m_talk->value() * 1000LL;
    filter.onlyAnomalies = m_anomalies->isChecked();
    filter.onlyAwaiting = m_awaiting->isChecked();
}

CallFilter CallsFilterBar::withoutControls(CallFilter filter)
{
    filter.numberContains.clear();
    filter.customerContains.clear();
    filter.uuid.clear();
    filter.results.clear();
    filter.answered.reset();
    filter.outbound.reset();
    if (filter.talkAtLeastMs && *filter.talkAtLeastMs % 1000 == 0)
        filter.talkAtLeastMs.reset();
    filter.onlyAnomalies = false;
    filter.onlyAwaiting = false;
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
    const auto choice = [](std::optional<bool> value) { return !value ? Any : *value ? First : Second; };
    m_number->setText(filter.numberContains);
    m_customer->setText(filter.customerContains);
    m_uuid->setText(filter.uuid);
    m_results->setCodes(filter.results);
    const qsizetype classAt = classChoice(filter);
    m_class->setCurrentIndex(classAt < 0 ? 0 : static_cast<int>(*classOfChoice(filter.choices.at(classAt))) + 1);
    m_answered->setCurrentIndex(choice(filter.answered));
    m_direction->setCurrentIndex(choice(filter.outbound));
    const qint64 talk = filter.talkAtLeastMs.value_or(0);
    m_talk->setValue(talk % 1000 == 0 ? static_cast<int>(talk / 1000) : 0);
    m_anomalies->setChecked(filter.onlyAnomalies);
    m_awaiting->setChecked(filter.onlyAwaiting);
    m_typing.stop();
}

void CallsFilterBar::focusFirst()
{
    m_number->setFocus(Qt::ShortcutFocusReason);
    m_number->selectAll();
}

} // namespace callboard
