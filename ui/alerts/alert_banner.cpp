// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/alert_banner.h"

#include "ui/common/forms/elided_label.h"
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

#include <algorithm>
#include <chrono>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int Unit = Theme::Unit;
constexpr int LeastText = 50 * Unit; ///< buttons go before the text gets narrower
constexpr std::chrono::seconds HoldTime{2};

bool isSame(const Alert &a, const Alert &b)
{
    return a.key() == b.key() && a.raisedAt == b.raisedAt;
}

} // namespace

AlertBanner::AlertBanner(const Services &services, QWidget *parent)
    : QFrame(parent)
    , m_services(services)
    , m_text(new ElidedLabel)
    , m_calls(new QPushButton)
    , m_acknowledge(new QPushButton)
    , m_all(new QPushButton)
{
    setObjectName(u"alertBanner"_s);
    m_text->setObjectName(u"alertBannerText"_s);
    m_text->setFont(services.theme.font(TypeStep::Body, true));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_calls->setObjectName(u"alertBannerCalls"_s);
    m_acknowledge->setObjectName(u"alertBannerAcknowledge"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(3 * Unit, 0, 2 * Unit, 0);
    layout->setSpacing(2 * Unit);
    layout->addWidget(m_text, 1);
    for (QPushButton *button : {m_calls, m_acknowledge, m_all}) {
        layout->addWidget(button);
        connect(button, &QPushButton::pressed, this, [this] { m_pressed = m_shown.value_or(Alert()); });
    }
    m_hold.setObjectName(u"alertBannerHold"_s);
    m_hold.setSingleShot(true);
    m_hold.setInterval(HoldTime);
    connect(&m_hold, &QTimer::timeout, this, &AlertBanner::refresh);
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
    const bool isNew = !m_shown && !waiting.isEmpty();
    choose(waiting);
    if (m_shown)
        showAlert(waiting.size() - 1);
    const bool changes = isHidden() == m_shown.has_value();
    setVisible(m_shown.has_value());
    if (changes)
        Q_EMIT shownChanged(m_shown.has_value());
    if (isNew)
        announce();
}

/// The first one that waits, unless another one is being read.
void AlertBanner::choose(const QList<Alert> &waiting)
{
    if (waiting.isEmpty())
        return m_shown.reset();
    const auto same = std::find_if(waiting.begin(), waiting.end(),
                                   [this](const Alert &alert) { return m_shown && isSame(alert, *m_shown); });
    const bool isKept = same != waiting.end() && (m_hold.isActive() || underMouse());
    const Alert &next = isKept ? *same : waiting.constFirst();
    const bool isOther = !m_shown || !isSame(next, *m_shown);
    m_shown = next;
    if (isOther)
        m_hold.start();
}

void AlertBanner::showAlert(qsizetype others)
{
    const Format &format = m_services.format;
    const QString headline = alertHeadline(*m_shown, m_services.feed.taskName(m_shown->taskId), format);
    const QString since = tr("since %1").arg(format.shortTime(m_shown->raisedAt));
    const QString more = others > 0 ? tr("%1 more").arg(format.count(others)) : QString();
    m_text->setText(QStringList{headline, since, more}.filter(QRegularExpression(u"."_s)).join(u"  ·  "_s));
    setTip(m_text, m_text->text());
    setAccessibleName(m_text->text());
    setStyleClass(this, m_shown->rule.severity == AlertSeverity::Critical ? u"alarm"_s : u"caution"_s);
    m_calls->setText(tr("Show calls"));
    m_acknowledge->setText(tr("Acknowledge"));
    m_all->setText(tr("All alerts"));
    showButtons();
}

/// As many as leave room for the text.
void AlertBanner::showButtons()
{
    int room = width() - LeastText - m_acknowledge->sizeHint().width();
    for (QPushButton *button : {m_calls, m_all}) {
        room -= button->sizeHint().width() + 2 * Unit;
        const bool isOfUse = button != m_calls || (m_shown && m_services.alerts.callsOf(*m_shown));
        button->setVisible(room >= 0 && isOfUse);
    }
}

/// Said aloud to who can't see it.
void AlertBanner::announce()
{
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void AlertBanner::leaveEvent(QEvent *event)
{
    QFrame::leaveEvent(event);
    refresh();
}

void AlertBanner::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    showButtons();
}

void AlertBanner::openCalls()
{
    if (const auto calls = m_services.alerts.callsOf(m_pressed))
        Q_EMIT callsRequested(*calls);
}

void AlertBanner::acknowledge()
{
    m_hold.stop(); // the next one may come at once
    m_services.alerts.acknowledge(m_pressed.key());
}

} // namespace callboard
