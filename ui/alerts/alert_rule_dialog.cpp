// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/alert_rule_dialog.h"

#include "ui/alerts/hours_field.h"
#include "ui/common/theme/bind_text.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"
#include "ui/session/logs/alert_words.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostSeconds = 3600;
constexpr int FieldWidth = 50 * Theme::Unit;
constexpr int MostCalls = 1'000'000;
constexpr Metric Falling[] = {Metric::ConnectRate, Metric::ConnectRateNoLine, Metric::SuccessRate,
                              Metric::ConversationRate, Metric::Acd};

/// Thresholds to start from, where a person has none in mind yet.
AlertRule proposalFor(AlertWatch watch, Metric metric)
{
    for (const AlertRule &rule : readyMadeRules()) {
        if (rule.watch == watch && (rule.metric == metric || watch != AlertWatch::Figure))
            return rule;
    }
    AlertRule rule{.threshold = 100, .clearThreshold = 80, .leastCalls = 50};
    const MetricUnit unit = metricInfo(metric).unit;
    if (unit == MetricUnit::Share) {
        rule.threshold = 0.15;
        rule.clearThreshold = 0.10;
    } else if (unit == MetricUnit::Milliseconds) {
        rule.threshold = 60'000;
        rule.clearThreshold = 50'000;
    }
    return rule;
}

QLabel *problemLabel(const QString &name)
{
    auto *label = new PlainLabel;
    label->setObjectName(name);
    label->setProperty("styleClass", u"bad"_s);
    label->setWordWrap(true);
    label->hide();
    return label;
}

QSpinBox *spinBox(int least, int most)
{
    auto *box = new QSpinBox;
    box->setRange(least, most);
    return box;
}

/// Puts the words into a box; what is chosen stays chosen.
void setWords(QComboBox *box, const QStringList &words)
{
    for (int i = 0; i < words.size(); ++i) {
        if (i < box->count())
            box->setItemText(i, words.at(i));
        else
            box->addItem(words.at(i));
    }
}

QWidget *withProblem(QWidget *field, std::initializer_list<QLabel *> below)
{
    auto *both = new QWidget;
    auto *layout = new QVBoxLayout(both);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::Unit);
    layout->addWidget(field);
    for (QLabel *label : below)
        layout->addWidget(label);
    return both;
}

void say(QLabel *label, const QString &problem)
{
    label->setText(problem);
    label->setVisible(!problem.isEmpty());
}

} // namespace

AlertRuleDialog::AlertRuleDialog(const AlertRule &rule, QWidget *parent)
    : QDialog(parent)
    , m_start(rule)
    , m_form(new QFormLayout)
{
    makeWidgets();
    layOut();
    bindTexts();
    fill(rule);
    connect(m_subject, &QComboBox::currentIndexChanged, this, &AlertRuleDialog::propose);
    connect(m_direction, &QComboBox::currentIndexChanged, this, &AlertRuleDialog::check);
    connect(m_threshold, &QDoubleSpinBox::valueChanged, this, &AlertRuleDialog::check);
    connect(m_clear, &QDoubleSpinBox::valueChanged, this, &AlertRuleDialog::check);
    connect(m_hours, &HoursField::changed, this, &AlertRuleDialog::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

QList<AlertRuleDialog::Subject> AlertRuleDialog::subjects()
{
    QList<Subject> all;
    for (const Metric metric : watchableMetrics())
        all.append({AlertWatch::Figure, metric});
    for (const Metric metric : Falling)
        all.append({AlertWatch::RelativeDrop, metric});
    all.append({AlertWatch::AwaitingGrowth, Metric::Awaiting});
    for (const AlertWatch watch : {AlertWatch::NoPushes, AlertWatch::Receiver, AlertWatch::Store})
        all.append({watch, Metric::LineFailureRate});
    return all;
}

AlertRuleDialog::Subject AlertRuleDialog::subject() const
{
    return subjects().at(std::max(0, m_subject->currentIndex()));
}

void AlertRuleDialog::makeWidgets()
{
    m_name = new QLineEdit;
    m_name->setObjectName(u"ruleName"_s);
    m_subject = new QComboBox;
    m_subject->setObjectName(u"ruleSubject"_s);
    m_direction = new QComboBox;
    m_threshold = new QDoubleSpinBox;
    m_threshold->setObjectName(u"ruleThreshold"_s);
    m_clear = new QDoubleSpinBox;
    m_clear->setObjectName(u"ruleClear"_s);
    m_window = spinBox(1, MostWindowMinutes);
    m_least = spinBox(0, MostCalls);
    m_least->setObjectName(u"ruleLeast"_s);
    m_hold = spinBox(0, MostSeconds);
    m_scope = new QComboBox;
    m_severity = new QComboBox;
    m_hours = new HoursField;
    m_clearProblem = problemLabel(u"clearProblem"_s);
    m_hoursProblem = problemLabel(u"hoursProblem"_s);
    m_hoursNote = new PlainLabel;
    m_hoursNote->setProperty("styleClass", u"caption"_s);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    m_buttons->button(QDialogButtonBox::Save)->setProperty("styleClass", u"primary"_s);
}

void AlertRuleDialog::layOut()
{
    m_form->setSpacing(2 * Theme::Unit);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    for (QWidget *field : std::initializer_list<QWidget *>{m_direction, m_threshold, m_clear, m_window, m_least, m_hold,
                                                           m_scope, m_severity})
        field->setFixedWidth(FieldWidth); // one edge, whatever the words
    for (QWidget *field : std::initializer_list<QWidget *>{
             m_name, m_subject, m_direction, m_threshold, withProblem(m_clear, {m_clearProblem}), m_window, m_least,
             m_hold, withProblem(m_hours, {m_hoursNote, m_hoursProblem}), m_scope, m_severity})
        m_form->addRow(new PlainLabel(u" "_s), field);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(4 * Theme::Unit);
    layout->addLayout(m_form);
    layout->addStretch(1);
    layout->addWidget(m_buttons);
    setMinimumWidth(148 * Theme::Unit);
}

/// The label before a field, which is also what screen readers say.
void AlertRuleDialog::name(QWidget *field, const QString &text)
{
    QWidget *inForm = m_form->labelForField(field) ? field : field->parentWidget();
    if (auto *label = qobject_cast<QLabel *>(m_form->labelForField(inForm)))
        label->setText(text);
    field->setAccessibleName(text);
}

void AlertRuleDialog::nameFields()
{
    name(m_name, tr("Name"));
    name(m_subject, tr("Watches"));
    name(m_direction, tr("Direction"));
    name(m_threshold, tr("Threshold"));
    name(m_clear, tr("Cleared at"));
    name(m_window, tr("Window"));
    name(m_least, tr("Least number of calls"));
    name(m_hold, tr("Must hold for"));
    name(m_hours, tr("Calling hours"));
    name(m_scope, tr("Scope"));
    name(m_severity, tr("Severity"));
}

void AlertRuleDialog::bindTexts()
{
    bindTitle(this, [this] { return m_start.id == 0 ? tr("New alert rule") : tr("Alert rule"); });
    bindPlaceholder(m_name, [] { return tr("as what it watches"); });
    bindText(m_hoursNote, [] { return tr("Used where no campaign has calling hours of its own."); });
    bindText(m_buttons->button(QDialogButtonBox::Save), [] { return tr("Save"); });
    bindText(m_buttons->button(QDialogButtonBox::Cancel), [] { return tr("Cancel"); });
    bindLanguage(this, [this] {
        nameFields();
        QStringList watched;
        const QList<Subject> all = subjects();
        for (const Subject &each : all)
            watched.append(watchName(each.watch, each.metric));
        setWords(m_subject, watched);
        setWords(m_direction, {tr("above"), tr("below")});
        setWords(m_scope, {tr("all campaigns together"), tr("each campaign by itself")});
        setWords(m_severity, {severityWord(AlertSeverity::Warning), severityWord(AlertSeverity::Critical)});
        m_window->setSuffix(tr(" min"));
        m_least->setSuffix(tr(" calls"));
        m_hold->setSuffix(tr(" s"));
    });
    onLanguageChange(this, [this] { check(); });
}

void AlertRuleDialog::fill(const AlertRule &rule)
{
    const QList<Subject> all = subjects();
    const bool hasMetric = rule.watch == AlertWatch::Figure || rule.watch == AlertWatch::RelativeDrop;
    const auto found = std::find_if(all.begin(), all.end(), [&](const Subject &each) {
        return each.watch == rule.watch && (!hasMetric || each.metric == rule.metric);
    });
    m_name->setText(rule.name);
    m_subject->setCurrentIndex(static_cast<int>(found == all.end() ? 0 : found - all.begin()));
    fitToSubject();
    const double scale = thresholdUnit(rule.watch, rule.metric).scale;
    m_direction->setCurrentIndex(rule.below ? 1 : 0);
    m_threshold->setValue(rule.threshold * scale);
    m_clear->setValue(rule.clearThreshold * scale);
    m_window->setValue(rule.windowMinutes);
    m_least->setValue(static_cast<int>(std::min<qint64>(rule.leastCalls, MostCalls)));
    m_hold->setValue(rule.holdSeconds);
    m_scope->setCurrentIndex(rule.eachTask ? 1 : 0);
    m_severity->setCurrentIndex(rule.severity == AlertSeverity::Critical ? 1 : 0);
    m_hours->setHours(rule.hours);
}

void AlertRuleDialog::fitToSubject()
{
    const auto [watch, metric] = subject();
    const ThresholdUnit unit = thresholdUnit(watch, metric);
    for (QDoubleSpinBox *box : {m_threshold, m_clear}) {
        box->setDecimals(unit.decimals);
        box->setRange(0, unit.most);
        box->setSuffix(unit.suffix);
    }
    const bool isFigure = watch == AlertWatch::Figure;
    const bool hasCalls = isFigure || watch == AlertWatch::RelativeDrop || watch == AlertWatch::AwaitingGrowth;
    m_form->setRowVisible(m_direction, isFigure);
    m_form->setRowVisible(m_threshold, watch != AlertWatch::Receiver);
    m_form->setRowVisible(m_clear->parentWidget(), hasCalls || watch == AlertWatch::Store);
    m_form->setRowVisible(m_window, hasCalls);
    m_form->setRowVisible(m_least, needsLeastCalls({.watch = watch, .metric = metric}));
    m_form->setRowVisible(m_hold, watch != AlertWatch::NoPushes);
    m_form->setRowVisible(m_hours->parentWidget(), watch == AlertWatch::NoPushes);
    m_form->setRowVisible(m_scope, hasCalls || watch == AlertWatch::NoPushes);
}

void AlertRuleDialog::propose()
{
    AlertRule proposal = proposalFor(subject().watch, subject().metric);
    proposal.watch = subject().watch;
    proposal.metric = subject().metric;
    proposal.name = m_name->text();
    fill(proposal);
    check();
}

AlertRule AlertRuleDialog::rule() const
{
    AlertRule rule = m_start;
    const auto [watch, metric] = subject();
    const double scale = thresholdUnit(watch, metric).scale;
    const bool isState = watch == AlertWatch::Receiver || watch == AlertWatch::Store;
    rule.name = m_name->text().trimmed();
    rule.watch = watch;
    rule.metric = metric;
    rule.eachTask = !isState && m_scope->currentIndex() == 1;
    rule.below = watch == AlertWatch::Figure && m_direction->currentIndex() == 1;
    rule.threshold = m_threshold->value() / scale;
    rule.clearThreshold = watch == AlertWatch::NoPushes ? rule.threshold : m_clear->value() / scale;
    rule.windowMinutes = m_window->value();
    rule.leastCalls = m_least->value();
    rule.holdSeconds = watch == AlertWatch::NoPushes ? 0 : m_hold->value();
    rule.severity = m_severity->currentIndex() == 1 ? AlertSeverity::Critical : AlertSeverity::Warning;
    rule.hours = watch == AlertWatch::NoPushes ? m_hours->hours() : CallingHours();
    return rule;
}

QString AlertRuleDialog::clearProblem(const AlertRule &rule) const
{
    const bool isLowBad = rule.below || rule.watch == AlertWatch::Store;
    if (rule.watch == AlertWatch::NoPushes || rule.watch == AlertWatch::Receiver)
        return {};
    if (!isLowBad && rule.clearThreshold > rule.threshold)
        return tr("Must not be above the threshold, or the alert would clear while the figure is still bad.");
    if (isLowBad && rule.clearThreshold < rule.threshold)
        return tr("Must not be below the threshold, or the alert would clear while the figure is still bad.");
    return {};
}

void AlertRuleDialog::check()
{
    const AlertRule made = rule();
    const bool hasNoDay = made.watch == AlertWatch::NoPushes && made.hours.isEmpty();
    say(m_clearProblem, clearProblem(made));
    say(m_hoursProblem, hasNoDay ? tr("Choose at least one day.") : QString());
    m_buttons->button(QDialogButtonBox::Save)->setEnabled(clearProblem(made).isEmpty() && !hasNoDay);
}

} // namespace callboard
