// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/campaign_tab.h"

#include "text/format.h"
#include "ui/common/theme/bind_text.h"
#include "ui/common/theme/theme.h"
#include "ui/session/figures/live_figures.h"
#include "ui/session/view_state.h"

#include <QDateTime>

namespace callboard {

CampaignTab::CampaignTab(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
{
    connect(&m_clock, &RefreshClock::due, this, &CampaignTab::prepareQuestion);
    connect(&services.feed, &LiveFigures::figuresChanged, &m_clock, &RefreshClock::noteChange);
    connect(&services.view, &ViewState::changed, &m_clock, &RefreshClock::askNow);
    connect(&services.view, &ViewState::privacyChanged, this, &CampaignTab::redraw);
    connect(&services.theme, &Theme::changed, this, &CampaignTab::redraw);
    onLanguageChange(this, [this] { redraw(); });
}

void CampaignTab::setCampaign(const QString &taskId)
{
    m_taskId = taskId;
    m_hasAnswer = false;
    setContentShown(false); // not another campaign's figures under this one's name
    m_clock.askNow();
}

void CampaignTab::setActive(bool active)
{
    if (active == m_clock.isActive())
        return;
    m_clock.setActive(active);
    if (active)
        return;
    m_query.cancel();
    m_clock.askNow(); // whatever was under way: asked for anew when the tab is shown again
}

void CampaignTab::prepareQuestion()
{
    m_range = m_services.view.period().resolve(QDateTime::currentMSecsSinceEpoch(), m_services.format.zone());
    ask();
}

void CampaignTab::settle(const QString &why)
{
    m_hasAnswer = m_hasAnswer || why.isEmpty();
    setContentShown(m_hasAnswer);
    m_clock.answered();
    Q_EMIT failed(why);
}

void CampaignTab::setContentShown(bool shown)
{
    const auto parts = findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    for (QWidget *part : parts)
        part->setVisible(shown);
}

CampaignTab::Scope CampaignTab::scope() const
{
    return {m_range, {m_taskId}, m_services.feed.rules()};
}

CallFilter CampaignTab::calls() const
{
    CallFilter filter;
    filter.range = m_range;
    filter.taskIds = {m_taskId};
    return filter;
}

CampaignContext CampaignTab::context() const
{
    return {m_services.theme, m_services.format, m_services.feed.rules(),
            [this](const QString &taskId) { return m_services.feed.taskName(taskId); },
            m_services.view.personalColumns()};
}

void CampaignTab::redraw()
{
    if (m_hasAnswer)
        refresh();
}

} // namespace callboard
