// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/campaigns_page.h"

#include "ui/campaigns/campaign_view.h"
#include "ui/campaigns/campaigns_matrix.h"
#include "ui/common/theme/theme.h"
#include "ui/session/figures/kept_note.h"

#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

CampaignsPage::CampaignsPage(const Services &services, QWidget *parent)
    : Page(parent)
    , m_stack(new QStackedWidget)
    , m_matrix(new CampaignsMatrix(services))
    , m_campaign(new CampaignView(services))
{
    m_stack->addWidget(m_matrix);
    m_stack->addWidget(m_campaign);
    auto *kept = new KeptNote(services);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * Theme::Unit);
    layout->addWidget(kept);
    layout->addWidget(m_stack, 1);
    kept->followPeriod();
    connect(m_matrix, &CampaignsMatrix::callsRequested, this, &CampaignsPage::callsRequested);
    connect(m_matrix, &CampaignsMatrix::campaignRequested, this, &CampaignsPage::showCampaign);
    connect(m_campaign, &CampaignView::callsRequested, this, &CampaignsPage::callsRequested);
    connect(m_matrix, &CampaignsMatrix::exportRequested, this, &CampaignsPage::exportRequested);
    connect(m_campaign, &CampaignView::exportRequested, this, &CampaignsPage::exportRequested);
    connect(m_campaign, &CampaignView::backRequested, this, &CampaignsPage::showAll);
    connect(m_campaign, &CampaignView::editRequested, this, &CampaignsPage::taskEditRequested);
}

bool CampaignsPage::showsOne() const
{
    return m_stack->currentWidget() == m_campaign;
}

void CampaignsPage::setActive(bool active)
{
    m_isActive = active;
    updateActivity();
}

void CampaignsPage::updateActivity()
{
    m_matrix->setActive(m_isActive && !showsOne());
    m_campaign->setActive(m_isActive && showsOne());
}

void CampaignsPage::showCampaign(const QString &taskId)
{
    m_campaign->setCampaign(taskId);
    m_stack->setCurrentWidget(m_campaign);
    updateActivity();
    m_campaign->setFocus();
}

void CampaignsPage::showAll()
{
    m_stack->setCurrentWidget(m_matrix);
    updateActivity();
    m_matrix->focusTable();
}

void CampaignsPage::focusFilter()
{
    if (showsOne())
        m_campaign->setFocus();
    else
        m_matrix->focusTable();
}

void CampaignsPage::saveState(QSettings &settings) const
{
    m_matrix->saveState(settings);
    m_campaign->saveState(settings);
    settings.setValue("campaigns/isOpen"_L1, showsOne());
    settings.setValue("campaigns/open"_L1, m_campaign->taskId());
}

void CampaignsPage::restoreState(QSettings &settings)
{
    m_matrix->restoreState(settings);
    m_campaign->restoreState(settings);
    if (settings.value("campaigns/isOpen"_L1, false).toBool())
        showCampaign(settings.value("campaigns/open"_L1).toString());
}

} // namespace callboard
