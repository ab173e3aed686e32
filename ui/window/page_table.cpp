// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/page_table.h"

#include "ui/alerts/alerts_page.h"
#include "ui/calls/calls_page.h"
#include "ui/campaigns/campaigns_page.h"
#include "ui/live/live_page.h"
#include "ui/receiver/receiver_page.h"
#include "ui/reports/reports_page.h"
#include "ui/settings/settings_page.h"

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

template <class Made>
Page *make(const Services &services)
{
    return new Made(services);
}

constexpr PageEntry Pages[] = {
    {"live"_L1, "live"_L1, make<LivePage>},
    {CampaignsPageId, "campaigns"_L1, make<CampaignsPage>},
    {CallsPageId, "calls"_L1, make<CallsPage>},
    {ReportsPageId, "reports"_L1, make<ReportsPage>},
    {AlertsPageId, "alerts"_L1, make<AlertsPage>},
    {"receiver"_L1, "receiver"_L1, make<ReceiverPage>},
    {"settings"_L1, "settings"_L1, make<SettingsPage>},
};

} // namespace

std::span<const PageEntry> pageTable()
{
    return Pages;
}

} // namespace callboard
