// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/campaigns/campaign_tab.h"

class QButtonGroup;

namespace callboard {

class FigurePanel;

/// The connect rate by hour of the day and weekday. Of four weeks up to the end of the period, or of the period where
/// it is longer: an hour of one day is hardly ever called often enough for a rate.
class CampaignHours : public CampaignTab
{
    Q_OBJECT
public:
    explicit CampaignHours(const Services &services, QWidget *parent = nullptr);

protected:
    void ask() override;
    void refresh() override;

private:
    TimeRange range() const;
    CampaignFigures m_figures;
    FigurePanel *m_panel;
    QButtonGroup *m_show;
};

} // namespace callboard
