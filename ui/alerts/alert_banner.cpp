// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/alert_banner.h"

#include "ui/common/theme/bind_text.h"
#include "ui/common/theme/label_style.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"
#include "ui/session/alerts/alert_monitor.h"
#include "ui/session/figures/live_figures.h"
#include "ui/session/logs/alert_words.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int Unit = Theme::Unit;

} // namespace

AlertBanner::AlertBanner(const Services &services, QWidget *parent)
    : QFrame(parent)
    , m_services(services)
    , m_text(new PlainLabel)
    , m_calls(new QPushButton)
    , m_acknowledge(new QPushButton)
    , m_all(new QPushButton)
{
    setObjectName(u"alertBanner"_s);
    m_text->setObjectName(u"alertBannerText"_s);
    m_text->setFont(services.theme.font(TypeStep::Body, true));
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_calls->setObjectName(u"alertBannerCalls"_s);
    m_acknowledge->setObjectName(u"alertBannerAcknowledge"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(3 * Unit, Unit, 3 * Unit, Unit);
    layout->setSpacing(2 * Unit);
    layout->addWidget(m_text, 1);
    for (QPushButton *button : {m_calls, m_acknowledge, m_all})
        layout->addWidget(button);
    connect(&services.alerts, &AlertMonitor::alertsChanged, this, &AlertBanner::refresh);
    connect(&services.feed, &LiveFigures::overviewChanged, this, &AlertBanner::refresh);
    connect(m_calls, &QPushButton::clicked, this, &AlertBanner::openCalls);
    connect(m_acknowledge, &QPushButton::clicked, this, &AlertBanner::acknowledge);
    connect(m_all, &QPushButton::clicked, this, &AlertBanner::alertsRequested);
    bindLanguage(this, [this] { refresh(); });
}

void AlertBanner::refresh()
{
    const QList<Alert> waiting = m_services.alerts.waiting();
    const bool isNew = isHidden() && !waiting.isEmpty();
    setVisible(!waiting.isEmpty());
    if (waiting.isEmpty())
        return;
    const Alert &first = waiting.constFirst();
    const Format &format = m_services.format;
    const QString headline = alertHeadline(first, m_services.feed.taskName(first.taskId), format);
    const QString since = tr("since %1").arg(format.shortTime(first.raisedAt));
    const QString more = waiting.size() > 1 ? tr("%1 more").arg(format.count(waiting.size() - 1)) : QString();
    m_text->setText(QStringList{headline, since, more}.filter(QRegularExpression(u"."_s)).join(u"  ·  "_s));
    setTip(m_text, m_text->text());
    setAccessibleName(m_text->text());
    setStyleClass(this, first.rule.severity == AlertSeverity::Critical ? u"alarm"_s : u"caution"_s);
    m_calls->setText(tr("Show calls"));
    m_calls->setVisible(m_services.alerts.callsOf(first).has_value());
    m_acknowledge->setText(tr("Acknowledge"));
    m_all->setText(tr("All alerts"));
    if (isNew) { // said aloud to who can't see it
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

void AlertBanner::openCalls()
{
    const QList<Alert> waiting = m_services.alerts.waiting();
    if (waiting.isEmpty())
        return;
    if (const auto calls = m_services.alerts.callsOf(waiting.constFirst()))
        Q_EMIT callsRequested(*calls);
}

void AlertBanner::acknowledge()
{
    const QList<Alert> waiting = m_services.alerts.waiting();
    if (!waiting.isEmpty())
        m_services.alerts.acknowledge(waiting.constFirst().key());
}

} // namespace callboard
