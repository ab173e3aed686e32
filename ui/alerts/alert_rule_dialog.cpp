// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/alert_rule_dialog.h"

#include "ui/alerts/hours_field.h"
#include "ui/common/forms/controls.h"
#include "ui/common/forms/field_form.h"
#include "ui/common/theme/theme.h"
#include "ui/session/logs/alert_words.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostSeconds = 3600;
constexpr int MostCalls = 1'000'000;

/// Thresholds to start from, where a person has none in mind yet.
AlertRule proposalFor(AlertWatch watch, Metric metric)
{
    for (const AlertRule &rule : readyMadeRules()) {
        if (rule.watch == watch && (rule.metric == metric || watch != AlertWatch::Figure))
            return rule;
    }
    AlertRule rule{.threshold = 100, .clearThreshold = 80, .leastCalls = 50};
    const MetricUnit unit = metric.info().unit;
    if (unit == MetricUnit::Share) {
        rule.threshold = 0.15;
        rule.clearThreshold = 0.10;
    } else if (unit == MetricUnit::Milliseconds) {
        rule.threshold = 60'000;
        rule.clearThreshold = 50'000;
    }
    return rule;
}

QSpinBox *spinBox(int least, int most, const TextFunction &suffix)
{
    auto *box = new QSpinBox;
    box->setRange(least, most);
    bindLanguage(box, [box, suffix] { box->setSuffix(suffix()); });
    return box;
}

} // namespace

AlertRuleDialog::AlertRuleDialog(const AlertRule &rule, QWidget *parent)
    : QDialog(parent)
    , m_start(rule)
    , m_form(new FieldForm)
    , m_buttons(makeDialogButtons(u"ruleSave"_s))
{
    bindTitle(this, [this] { return m_start.id == 0 ? tr("New alert rule") : tr("Alert rule"); });
    addSubject();
    addThresholds();
    addCalls();
    addScope();
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(4 * Theme::Unit);
    layout->addWidget(m_form);
    layout->addStretch(1);
    layout->addWidget(m_buttons);
    connect(m_form, &FieldForm::changed, this,
            [this] { m_buttons->button(QDialogButtonBox::Save)->setEnabled(!m_form->hasProblem()); });
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_form->fill([&] { fill(rule); });
    connect(m_subject, &QComboBox::currentIndexChanged, this, &AlertRuleDialog::propose);
    resize(200 * Theme::Unit, sizeHint().height());
}

QList<AlertRuleDialog::Subject> AlertRuleDialog::subjects()
{
    QList<Subject> all;
    for (const Metric metric : metricsAt(&MetricPlaces::alert))
        all.append({AlertWatch::Figure, metric});
    for (const Metric metric : metricsAt(&MetricPlaces::drop))
        all.append({AlertWatch::RelativeDrop, metric});
    all.append({AlertWatch::AwaitingGrowth, Metric::Awaiting});
    for (const AlertWatch watch :
         {AlertWatch::NoPushes, AlertWatch::Receiver, AlertWatch::Store, AlertWatch::TurnedAway})
        all.append({watch, Metric::LineFailureRate});
    return all;
}

AlertRuleDialog::Subject AlertRuleDialog::subject() const
{
    return subjects().at(std::max(0, m_subject->currentIndex()));
}

void AlertRuleDialog::addSubject()
{
    m_name = m_form->add(u"ruleName"_s, new QLineEdit, {.label = [] { return tr("Name"); }});
    bindPlaceholder(m_name, [] { return tr("as what it watches"); });
    m_subject = new QComboBox;
    bindItems(m_subject, [] {
        QStringList watched;
        const QList<Subject> all = subjects();
        for (const Subject &each : all)
            watched.append(watchName(each.watch, each.metric));
        return watched;
    });
    m_form->add(u"ruleSubject"_s, m_subject, {.label = [] { return tr("Watches"); }});
    m_direction = new QComboBox;
    bindItems(m_direction, [] { return QStringList{tr("above"), tr("below")}; });
    m_form->add(u"ruleDirection"_s, m_direction,
                {.label = [] { return tr("Direction"); },
                 .isVisible = [this] { return subject().watch == AlertWatch::Figure; }});
}

void AlertRuleDialog::addThresholds()
{
    m_threshold = m_form->add(u"ruleThreshold"_s, new QDoubleSpinBox,
                              {.label = [] { return tr("Threshold"); },
                               .isVisible = [this] { return subject().watch != AlertWatch::Receiver; }});
    m_clear = m_form->add(u"ruleClear"_s, new QDoubleSpinBox,
                          {.label = [] { return tr("Cleared at"); },
                           .problem = [this] { return clearProblem(rule()); },
                           .isVisible =
                               [this] {
                                   const AlertWatch watch = subject().watch;
                                   return hasCalls() || watch == AlertWatch::Store || watch == AlertWatch::TurnedAway;
                               }});
}

void AlertRuleDialog::addCalls()
{
    m_window = m_form->add(u"ruleWindow"_s, spinBox(1, MostWindowMinutes, [] { return tr(" min"); }),
                           {.label = [] { return tr("Window"); },
                            .isVisible = [this] { return hasCalls() || subject().watch == AlertWatch::TurnedAway; }});
    m_least = m_form->add(
        u"ruleLeast"_s, spinBox(0, MostCalls, [] { return tr(" calls"); }),
        {.label = [] { return tr("Least number of calls"); },
         .isVisible = [this] { return needsLeastCalls({.watch = subject().watch, .metric = subject().metric}); }});
    m_hold = m_form->add(u"ruleHold"_s, spinBox(0, MostSeconds, [] { return tr(" s"); }),
                         {.label = [] { return tr("Must hold for"); },
                          .isVisible = [this] { return subject().watch != AlertWatch::NoPushes; }});
    m_hours = m_form->add(
        u"ruleHours"_s, new HoursField,
        {.label = [] { return tr("Calling hours"); },
         .hint = [] { return tr("Used where no campaign has calling hours of its own."); },
         .problem = [this] { return m_hours->hours().isEmpty() ? tr("Choose at least one day.") : QString(); },
         .isVisible = [this] { return subject().watch == AlertWatch::NoPushes; }});
}

void AlertRuleDialog::addScope()
{
    m_scope = new QComboBox;
    bindItems(m_scope, [] { return QStringList{tr("all campaigns together"), tr("each campaign by itself")}; });
    m_form->add(u"ruleScope"_s, m_scope,
                {.label = [] { return tr("Scope"); },
                 .isVisible = [this] { return hasCalls() || subject().watch == AlertWatch::NoPushes; }});
    m_severity = new QComboBox;
    bindItems(m_severity, [] {
        return QStringList{severityWord(AlertSeverity::Warning), severityWord(AlertSeverity::Critical)};
    });
    m_form->add(u"ruleSeverity"_s, m_severity, {.label = [] { return tr("Severity"); }});
}

/// What is judged are calls.
bool AlertRuleDialog::hasCalls() const
{
    const AlertWatch watch = subject().watch;
    return watch == AlertWatch::Figure || watch == AlertWatch::RelativeDrop || watch == AlertWatch::AwaitingGrowth;
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
}

void AlertRuleDialog::propose()
{
    AlertRule proposal = proposalFor(subject().watch, subject().metric);
    proposal.watch = subject().watch;
    proposal.metric = subject().metric;
    proposal.name = m_name->text();
    m_form->fill([&] { fill(proposal); });
}

AlertRule AlertRuleDialog::rule() const
{
    AlertRule rule = m_start;
    const auto [watch, metric] = subject();
    const double scale = thresholdUnit(watch, metric).scale;
    const bool isState = watch == AlertWatch::Receiver || watch == AlertWatch::Store || watch == AlertWatch::TurnedAway;
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

} // namespace callboard
